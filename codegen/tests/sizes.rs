//! Tests of catalogs of every size.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]
#![expect(unreachable_pub, reason = "the reader of emitted code is shared by several tests")]

mod emitted;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::concise;
use errcat_build::unstable::emit::rust::{Layout, Root, emit};
use errcat_build::unstable::project::find;
use errcat_build::unstable::source::Sources;

/// Returns a catalog of `count` errors in which every kind of table has rows. The last error masks
/// every second of the others.
fn catalog(count: usize) -> String {
    let mut yaml = String::from("errcat: 1\ntitle: Many\nerrors: {}\n");
    if count > 0 {
        yaml.truncate(yaml.len() - " {}\n".len());
        yaml.push('\n');
    }
    for index in 0..count {
        let text = index % 1000;
        write!(
            yaml,
            "  C-{index}: {{ message: m, description: d{text}, name: N{index}, exit: {}",
            index % 256
        )
        .unwrap();
        let mask = if index % 2 == 0 && index + 1 < count {
            format!(", mask: C-{}", count - 1)
        } else {
            String::new()
        };
        writeln!(yaml, ", since: v{index}{mask} }}").unwrap();
    }
    yaml
}

fn emitted_file(sources: &Sources) -> String {
    let compiled = analyze(sources);
    let told: Vec<String> =
        compiled.findings.iter().take(3).map(|finding| concise(sources, finding)).collect();
    assert!(!compiled.findings.has_errors(), "{told:#?}");
    emit(&compiled.model, &Layout::File("errcat.rs".to_owned())).get("errcat.rs").unwrap().to_owned()
}

fn emitted_catalog(count: usize) -> String {
    let mut sources = Sources::default();
    sources.add("many.yaml", catalog(count));
    emitted_file(&sources)
}

#[test]
fn every_error_is_a_variant_and_a_row() {
    for count in [0, 1, 2, 255, 256, 257, 300, 1000] {
        let file = emitted::parse(&emitted_catalog(count));
        let items = emitted::module(&file, &["many"]);
        let idents: Vec<String> = (0..count).map(|index| format!("N{index}")).collect();
        assert_eq!(variants(items), idents);
        let texts = emitted::tables(items);
        if count == 0 {
            assert!(texts.is_empty());
            continue;
        }
        assert_eq!(texts["IDENTS"], idents.iter().cloned().map(Some).collect::<Vec<_>>());
        assert_eq!(texts["CODES"], (0..count).map(|index| Some(format!("C-{index}"))).collect::<Vec<_>>());
    }
}

/// Returns the variants of the enum `Code`.
fn variants(items: &[syn::Item]) -> Vec<String> {
    let variants = items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == "Code" => Some(&item.variants),
        _ => None,
    });
    variants.unwrap().iter().map(|variant| variant.ident.to_string()).collect()
}

#[test]
fn index_types_grow_with_the_catalog() {
    let types = |count: usize| -> BTreeMap<String, String> {
        let text = emitted_catalog(count);
        let columns = text.lines().filter_map(|line| line.trim().strip_prefix("__errcat::column! { "));
        let types = columns.filter_map(|column| column.split_once(" = ")?.0.split_once(": "));
        types.map(|(name, ty)| (name.to_owned(), ty.to_owned())).collect()
    };
    for (count, wide, infos) in
        [(255, "u8", "u8"), (256, "u8", "u16"), (257, "u16", "u16"), (300, "u16", "u16")]
    {
        let types = types(count);
        assert_eq!(types["MASKS"], wide, "{count}");
        assert_eq!(types["INFO_OF"], infos, "{count}");
        assert_eq!(types["FAMILIES"], "u8", "{count}: there is one family");
    }
}

#[test]
fn seventy_thousand_codes_are_all_there() {
    let count = 70_000;
    let text = emitted_catalog(count);
    let lines: std::collections::BTreeSet<&str> = text.lines().map(str::trim).collect();
    for index in 0..count {
        let variant = format!("N{index},");
        assert!(lines.contains(variant.as_str()), "{variant}");
    }
    let rows = lines.iter().filter(|line| line.starts_with('N') && line.ends_with(" ();")).count();
    assert_eq!(rows, count);
    assert!(text.contains("column! { MASKS: u32 ="), "the masks count beyond u16");
    assert!(text.contains("column! { INFO_OF: u32 ="), "every error has its own info");
}

#[test]
fn many_translations_and_listed_codes_are_all_read() {
    let count = 5_000;
    let mut sources = Sources::default();
    let codes: Vec<String> = (0..count).map(|index| format!("c{index}")).collect();
    let head = format!(
        "errcat: 1\ntitle: Many\nfamilies: [all]\ncode: '[a-z]'\nallow_codes: [{}]\n",
        codes.join(", ")
    );
    let errors = codes.iter().map(|code| format!("  {code}: text")).collect::<Vec<_>>().join("\n");
    sources.add("many/catalog.yaml", head);
    sources.add("many/all.yaml", format!("title: All\nerrors:\n{errors}"));
    sources.add("many/locales/de.yaml", format!("errors:\n{errors}"));
    let compiled = analyze(&sources);
    assert!(!compiled.findings.has_errors());
    assert_eq!(compiled.model.catalogs[0].locales[0].texts.len(), count);
}

#[test]
fn the_same_catalogs_give_the_same_bytes() {
    let files = shipped();
    let forwards = sources(files.iter());
    let backwards = sources(files.iter().rev());
    let root = Root { name: "lib.rs".to_owned(), features: true, ..Root::default() };
    for layout in [Layout::File("errcat.rs".to_owned()), Layout::Crate(root)] {
        let once = emit(&analyze(&forwards).model, &layout);
        assert!(once.iter().count() > 0);
        assert_eq!(once, emit(&analyze(&forwards).model, &layout), "twice");
        assert_eq!(once, emit(&analyze(&backwards).model, &layout), "in another order");
    }
}

#[test]
fn the_same_catalogs_give_the_same_bytes_in_another_folder() {
    let files = shipped();
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in &files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let found = find(folder.path(), &["catalogs".into()]).unwrap();
    assert_eq!(emitted_file(&found.sources), emitted_file(&sources(files.iter())));
}

/// Returns the paths and texts of the four shipped catalogs.
fn shipped() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let found = find(root, &["catalogs".into()]).unwrap().sources;
    let files = found.ids().map(|file| (found.path(file).to_owned(), found.text(file).to_owned()));
    files.collect()
}

fn sources<'f>(files: impl Iterator<Item = &'f (String, String)>) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(path.as_str(), text.as_str());
    }
    sources
}
