//! Tests that any Unicode text of a catalog appears unchanged in the model and in the generated
//! Rust.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it did not expect")]
#![expect(unreachable_pub, reason = "the reader of emitted code is shared by several tests")]

mod emitted;
#[path = "emitted/statics.rs"]
mod statics;

use std::fmt::Write;

use errcat_build::unstable::diag::concise;
use errcat_build::unstable::emit::rust::{Layout, Root, emit};
use errcat_build::unstable::model::{Catalog, Error, Model};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::quote::double_quoted;
use errcat_build::unstable::tree::Tree;
use errcat_build::unstable::{Analysis, analyze};

/// Texts that end literals, comments and Markdown early, hide, or look like something else.
#[rustfmt::skip]
fn hostile() -> Vec<String> {
    [
        "", " ", "  ", "   leading", "trailing   ", "\n", "\n\n", "\nleading", "trailing\n", "a\nb",
        "a\r\nb", "a\rb", "\r", "\r\n", "\t", "\ta\tb\t", "a \nb", "a\n b", "a\n    code\n    block",
        "\u{b}", "\u{c}", "\"", "\\", "\\\\", "\\n", "\\\n", "a\\", "a\\\\", "\"\\", "\\x20", "\\u{20}",
        "\\0", "'", "''", "\"#", "\"##", "r#\"x\"#", "*/", "/*", "/* x */", "// x", "/// x", "//! x",
        "#[doc = \"x\"]", "#![forbid]", "#[doc]", "#", "# heading", "## heading", "- item", "+ item",
        "* item", "1. item", "1) item", "> quote", "---", "===", "***", "___", "```",
        "```rust\nfn main() {}\n```", "~~~\nx\n~~~", "`code`", "``", "`", "[0, n)", "[link]", "[link](x)",
        "[`Code`]", "[Code::ALL]", "![image](x)", "[^1]", "[^1]: x", "[x]: y", "<key>", "<b>bold</b>",
        "</div>", "<!-- x -->", "<script>alert(1)</script>", "<https://example.com>", "https://example.com",
        "see https://example.com/a_b*c?d=[e]&f=(g).", "http://", "http://a b", "https://example.com/<x>",
        "(https://example.com)", "xhttps://example.com", "https://", "&amp;", "&", "&nbsp;", "&#x202E;",
        "|a|b|\n|-|-|", "$x$", "a_b_c", "_a_", "__a__", "*a*", "**a**", "~a~", "~~a~~", "^a^", "...", "--",
        "{", "}", "{{", "}}", "{}", "{0}", "{name}", "%s", "%", "@", "!", "null", "~", "true", "no", "0",
        "0x10", "1e3", "1_000", ".inf", "2001-01-01", "<<", "=", "- ", "? ", ": ", "key: value", "a #b",
        " #b", "&anchor", "*alias", "!tag", "'Bearer {token}'", "日本語", "שלום", "مرحبا", "é", "e\u{301}",
        "\u{301}", "🦀", "👩\u{200d}💻", "❤\u{fe0f}", "𝕏", "\u{10ffff}", "\u{fffd}", "\u{fffe}", "\u{e000}",
        "\u{a0}leading", "\u{a0}", "\u{3000}leading", "\u{2003}x\u{2003}", "\u{1680}", "\u{feff}",
        "\u{feff}x", "\u{0}", "a\u{0}b", "\u{1}", "\u{7}", "\u{8}", "\u{1b}[31mred\u{1b}[0m", "\u{7f}",
        "\u{80}", "\u{85}", "a\u{85}b", "\u{9b}31m", "\u{2028}", "\u{2029}", "a\u{2028}b", "\u{ad}",
        "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{202a}", "\u{202b}", "\u{202c}",
        "\u{202d}", "\u{202e}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{61c}", "\u{2060}",
        "\u{115f}", "\u{3164}", "\u{e0001}", "\u{e0041}\u{e007f}", "\u{fff9}", "\u{180e}",
        "a\u{202e}b\u{2066}c",
    ].map(str::to_owned).to_vec()
}

/// Very long texts.
fn long() -> [String; 2] {
    ["x".repeat(70_000), "\"\\\u{202e}é🦀\n ".repeat(7_000)]
}

/// Quotes a text for YAML, with everything but letters and digits escaped.
fn quoted(text: &str) -> String {
    let mut yaml = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() {
            yaml.push(c);
        } else {
            write!(yaml, "\\U{:08X}", u32::from(c)).unwrap();
        }
    }
    yaml.push('"');
    yaml
}

/// Returns catalogs with every hostile text in every place: one with a single enum, and one with an
/// enum per family.
fn sources(texts: &[String]) -> Sources {
    let mut flat = String::from("errcat: 1\n");
    writeln!(
        flat,
        "title: {}\ndescription: {}\nerrors:",
        quoted(&texts[3]),
        quoted(&texts.concat().chars().take(1000).collect::<String>())
    )
    .unwrap();
    errors(&mut flat, texts);
    let mut sources = Sources::default();
    sources.add("catalogs/flat.yaml", flat);
    let head =
        format!("errcat: 1\ntitle: {}\nunique: family\nfamilies: [a, b]\n", quoted("#[doc]\n*/ \u{202e}"));
    sources.add("catalogs/nested/catalog.yaml", head);
    for family in ["a", "b"] {
        let mut text = format!("title: {}\nerrors:\n", quoted("\"# </b> \u{2066}"));
        errors(&mut text, texts);
        sources.add(format!("catalogs/nested/{family}.yaml"), text);
    }
    sources
}

fn errors(yaml: &mut String, texts: &[String]) {
    for (index, text) in texts.iter().enumerate() {
        let text = quoted(text);
        writeln!(yaml, "  C-{index}:\n    ident: V{index}").unwrap();
        for place in ["message", "description", "help"] {
            writeln!(yaml, "    {place}: {text}").unwrap();
        }
        writeln!(yaml, "    links: [{{ label: {text}, url: \"https://example.com/é?a=b\" }}]\n    deprecated: {{ note: {text} }}")
            .unwrap();
        writeln!(yaml, "    since: {text}\n    tags: [{text}]").unwrap();
        writeln!(yaml, "    allow: {{ undeclared-tag: the tags are hostile too }}").unwrap();
    }
}

fn compiled(texts: &[String]) -> Model {
    sound(&sources(texts))
}

fn sound(sources: &Sources) -> Model {
    let Analysis { model, findings } = analyze(sources);
    let told: Vec<String> = findings.iter().take(5).map(|finding| concise(sources, finding)).collect();
    assert!(!findings.has_errors(), "{told:#?}");
    model
}

fn emitted_file(model: &Model) -> String {
    emit(model, &Layout::File("errcat.rs".to_owned())).get("errcat.rs").unwrap().to_owned()
}

fn emitted_crate(model: &Model) -> Tree {
    emit(model, &Layout::Crate(Root { name: "lib.rs".to_owned(), ..Root::default() }))
}

#[test]
fn the_model_keeps_every_text() {
    let texts = hostile();
    for catalog in compiled(&texts).catalogs {
        for family in &catalog.families {
            for (entry, text) in catalog.errors_of(family).iter().zip(&texts) {
                let link = &entry.links[0];
                let note = entry.deprecated.as_ref().unwrap().note.as_ref();
                assert_eq!(entry.message.as_ref().map(|message| &message.value), Some(text));
                assert_eq!(entry.description.as_ref(), Some(text));
                assert_eq!((&entry.help[0], &link.label), (text, text));
                assert_eq!(link.url, "https://example.com/é?a=b");
                assert_eq!(
                    (note, entry.text("since"), &entry.tags[0].value),
                    (Some(text), Some(text.as_str()), text)
                );
            }
            assert_eq!(catalog.errors_of(family).len(), texts.len());
        }
    }
}

#[test]
fn emitted_tables_keep_every_text() {
    let texts = hostile();
    let model = compiled(&texts);
    let file = emitted::parse(&emitted_file(&model));
    for path in [&["flat"][..], &["nested", "a"], &["nested", "b"]] {
        let items = emitted::module(&file, path);
        let tables = emitted::tables(items);
        for name in ["MESSAGES", "DESCRIPTIONS"] {
            let rows = &tables[name];
            assert_eq!(rows.len(), texts.len(), "{path:?} {name}");
            for (row, text) in rows.iter().zip(&texts) {
                assert_eq!(row.as_ref(), Some(text), "{path:?} {name}");
            }
        }
        assert_eq!(tables["CODES"].len(), texts.len());
        let (_, _, infos) = statics::of(items).find(|(name, ..)| name == "INFOS").unwrap();
        let syn::Expr::Reference(infos) = infos else { panic!("INFOS is a reference") };
        let syn::Expr::Array(infos) = &*infos.expr else { panic!("INFOS is a list") };
        for (info, text) in infos.elems.iter().skip(1).zip(&texts) {
            let literals = literals(info);
            // help, label, note, since, tag
            assert_eq!(
                literals.iter().filter(|literal| *literal == text).count(),
                5,
                "{text:?}: {literals:?}"
            );
        }
    }
}

/// Returns every string literal of an expression.
fn literals(value: &syn::Expr) -> Vec<String> {
    fn collect(tokens: proc_macro2::TokenStream, found: &mut Vec<String>) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Group(group) => collect(group.stream(), found),
                proc_macro2::TokenTree::Literal(literal) => {
                    if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                        found.push(text.value());
                    }
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(quote::ToTokens::to_token_stream(value), &mut found);
    found
}

#[test]
fn long_texts_are_kept() {
    let texts = long();
    let mut sources = Sources::default();
    let rows = texts.iter().enumerate().map(|(index, text)| format!("  c{index}: {}", quoted(text)));
    let messages = rows.collect::<Vec<_>>().join("\n");
    sources.add("shop.yaml", format!("errcat: 1\ntitle: Shop\nerrors:\n{messages}"));
    let file = emitted::parse(&emitted_file(&sound(&sources)));
    let tables = emitted::tables(emitted::module(&file, &["shop"]));
    assert_eq!(tables["MESSAGES"], texts.map(Some));
}

#[test]
fn absent_empty_and_shared_texts_are_distinguished() {
    let yaml = "errcat: 1\ntitle: Shop\nerrors:\n  a: same\n  b:\n  c: ''\n  d: same\n  e: { description: same }\n  f: samesame\n";
    let mut sources = Sources::default();
    sources.add("shop.yaml", yaml);
    let model = sound(&sources);
    let file = emitted::parse(&emitted_file(&model));
    let tables = emitted::tables(emitted::module(&file, &["shop"]));
    let row = |text: &str| Some(text.to_owned());
    assert_eq!(tables["MESSAGES"], [row("same"), None, row(""), row("same"), None, row("samesame")]);
    assert_eq!(tables["DESCRIPTIONS"], [None, None, None, None, row("same"), None]);
    assert_eq!(tables["CODES"], ["a", "b", "c", "d", "e", "f"].map(row));
    assert!(!tables.contains_key("NAMES"), "nobody has a name");
}

#[test]
#[rustfmt::skip]
fn codes_and_names_are_kept_verbatim() {
    let codes = [
        "0E000", "22003", "0xC0000005", "0o17", "NO", "null", "Null", "1.0", "+1", "-1", ".5", "1_000",
        "on", "=", "2001-01-01", "12:30:45", "a b", "a.b", "a/b", "a:b", "a#b", "é", "日本", "🦀", "'", "it's",
        "a\"b", "a\\b", "a*b", "*/", "\"#", "{x}", "[x]", "<x>", "a|b", "`a`", "$a", "a%b", "r#type", " a",
        "a ", "\\",
    ];
    let mut yaml = String::from("errcat: 1\ntitle: Shop\nerrors:\n");
    let plain = |code: &str| code.bytes().all(|b| b.is_ascii_alphanumeric() || b"-+._".contains(&b));
    for (index, code) in codes.iter().enumerate() {
        let written = if plain(code) { (*code).to_owned() } else { quoted(code) };
        // A plain `null` is not a text, so it cannot be a name. A code is always the source text.
        let name = if code.eq_ignore_ascii_case("null") { quoted(code) } else { written.clone() };
        let alias = quoted(&format!("alias {code}"));
        writeln!(yaml, "  {written}: {{ ident: V{index}, name: {name}, aliases: [{alias}] }}").unwrap();
    }
    let mut sources = Sources::default();
    sources.add("shop.yaml", yaml);
    let model = sound(&sources);
    let model_codes: Vec<&str> = entries(&model).map(|entry| entry.code.as_str()).collect();
    assert_eq!(model_codes, codes);
    let file = emitted::parse(&emitted_file(&model));
    let tables = emitted::tables(emitted::module(&file, &["shop"]));
    let spelled =
        codes.iter().map(|code| (*code).to_owned()).chain(codes.iter().map(|code| format!("alias {code}")));
    assert_eq!(tables["CODES"], spelled.map(Some).collect::<Vec<_>>());
    assert_eq!(tables["NAMES"], codes.map(|name| Some(name.to_owned())));
}

fn entries(model: &Model) -> impl Iterator<Item = &Error> {
    model.catalogs.iter().flat_map(|Catalog { errors, .. }| errors)
}

#[test]
fn derived_descriptions_follow_the_code_in_any_case() {
    let yaml = "errcat: 1\ntitle: Shop\nderive:\n\
        \x20 - { match: USER_*, description: \"{Words}: {{{words}}}\" }\n\
        \x20 - { match: '*_not_found', description: 'The {words} is not {a words}.' }\n\
        \x20 - { match: '*', description: '{A words}.' }\n\
        errors:\n  user_is_gone:\n  Api-Key_NOT_FOUND:\n  OWN: { description: my own }\n  order_lost:\n";
    let mut sources = Sources::default();
    sources.add("shop.yaml", yaml);
    let model = sound(&sources);
    let descriptions: Vec<(Option<&str>, bool)> =
        entries(&model).map(|entry| (entry.description.as_deref(), entry.description_derived)).collect();
    let expected = [
        (Some("Is gone: {is gone}"), true),
        (Some("The api key is not an api key."), true),
        (Some("my own"), false),
        (Some("An order lost."), true),
    ];
    assert_eq!(descriptions, expected);
}

#[test]
fn suggested_quotations_read_back_as_the_text() {
    let reads_back = |text: &String| {
        let mut sources = Sources::default();
        sources.add("shop.yaml", format!("errcat: 1\ntitle: Shop\nerrors:\n  a: {}\n", double_quoted(text)));
        let compiled = analyze(&sources);
        let message = entries(&compiled.model).next().and_then(|entry| entry.message.as_ref());
        !compiled.findings.has_errors() && message.is_some_and(|message| message.value == *text)
    };
    let lost: Vec<String> = hostile().into_iter().filter(|text| !reads_back(text)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn emitted_files_contain_no_hidden_characters() {
    let model = compiled(&hostile());
    let tree = emitted_crate(&model);
    let file = emitted_file(&model);
    let files: Vec<(&str, &str)> = tree.iter().chain([("errcat.rs", file.as_str())]).collect();
    assert!(files.len() > 6, "{:?}", files.iter().map(|(path, _)| path).collect::<Vec<_>>());
    for (path, text) in files {
        emitted::parse(text);
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{path} ends with one line end");
        for (number, line) in text.lines().enumerate() {
            let shown = line.get(..line.len().min(80)).unwrap_or(line);
            assert_eq!(line.trim_end(), line, "{path}:{}: white space at the end: {shown}", number + 1);
            let hidden = line.chars().find(|c| is_dangerous(*c));
            assert_eq!(hidden, None, "{path}:{}: {shown}", number + 1);
        }
    }
}

/// Whether a character changes how source code is displayed, or controls a terminal.
fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xAD | 0x61C | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x2069 | 0xFEFF | 0xFFF9..=0xFFFB | 0xE0001..=0xE007F)
}

#[test]
fn ids_with_hidden_characters_are_escaped_in_code() {
    let mut sources = Sources::default();
    sources.add("catalogs/a\u{202e}b/catalog.yaml", "errcat: 1\ntitle: Shop\nfamilies: [\"c\\u2066d\"]\n");
    sources.add("catalogs/a\u{202e}b/c\u{2066}d.yaml", "title: Cart\nerrors:\n  a: x\n");
    let model = analyze(&sources).model;
    let tree = emitted_crate(&model);
    for (path, text) in tree.iter().chain(emit(&model, &Layout::File("errcat.rs".to_owned())).iter()) {
        assert!(!path.chars().any(is_dangerous), "{path:?}");
        assert!(
            !text.lines().any(|line| line.chars().any(is_dangerous)),
            "{path:?} holds a hidden character"
        );
    }
}

#[cfg(feature = "json")]
mod machine_readable {
    use std::collections::BTreeSet;

    use errcat_build::unstable::emit::json;
    use serde_json::Value;

    use super::{compiled, hostile, long};

    #[test]
    fn json_output_keeps_every_text() {
        let mut texts = hostile();
        texts.extend(long());
        let model = compiled(&texts);
        let lines = json::lines(&model);
        let document = serde_json::from_str(&json::document(&model)).unwrap();
        let mut of_document = BTreeSet::new();
        collect(&document, &mut of_document);
        assert!(
            !lines.contains(|c: char| c.is_control() && c != '\n'),
            "other programs show it on terminals"
        );
        let count = model.catalogs.iter().map(|catalog| catalog.errors.len()).sum::<usize>();
        assert_eq!((lines.lines().count(), count), (texts.len() * 3, texts.len() * 3));
        for (line, text) in lines.lines().zip(texts.iter().cycle()) {
            let row: Value = serde_json::from_str(line).unwrap();
            for key in ["message", "description", "since"] {
                assert_eq!(row[key], text.as_str(), "{key}");
            }
            assert_eq!((&row["help"][0], &row["tags"][0]), (&text.as_str().into(), &text.as_str().into()));
            assert_eq!(
                (&row["links"][0]["label"], &row["deprecated"]["note"]),
                (&row["since"], &row["since"])
            );
            assert!(of_document.contains(text.as_str()), "{text:?}");
        }
    }

    /// Collects all texts of a document.
    fn collect<'d>(value: &'d Value, texts: &mut BTreeSet<&'d str>) {
        match value {
            Value::String(text) => drop(texts.insert(text)),
            Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
            Value::Object(values) => values.values().for_each(|value| collect(value, texts)),
            _ => {}
        }
    }
}
