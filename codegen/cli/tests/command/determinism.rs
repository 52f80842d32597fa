//! Tests that the same catalogs give the same bytes in every folder, locale, time zone and
//! directory order.

use crate::folder::{Folder, Run};

const SETTINGS: &str = "base_url: https://errors.example/
outputs:
  rust: { path: src/codes, sources: true, locales: [de, tr] }
  json: { path: out/catalog.json }
  schema: { path: .errcat }
  markdown: { path: out/markdown, locales: [de, tr] }
  html: { path: out/html, locales: [de, tr] }
  typescript: [{ path: out/ts, locales: [de, tr] }, { path: out/js, module: js }]
  python: { path: out/python, locales: [de, tr] }
  go: { path: out/go, package: shop }
  openapi: [{ path: out/v30.yaml, version: '3.0' }, { path: out/v31.yaml }]
  vectors: { path: out/vectors.json }
";

/// Returns a catalog of several files, with or without mistakes.
fn catalogs(sound: bool) -> Vec<(String, String)> {
    let mut files = vec![
        ("errcat.yaml".to_owned(), SETTINGS.to_owned()),
        (
            "catalogs/shop/catalog.yaml".to_owned(),
            "errcat: 1\ntitle: İstanbul shop\nversion: 0.1.0\nunique: family\nfamilies: [i-one, zeta, aether]\n\
             tags: { b: B, a: A }\nderive: [{ match: 'I*', description: 'İ {words}' }]\n"
                .to_owned(),
        ),
        ("catalogs/shop/locales/tr.yaml".to_owned(), "errors:\n  zeta/I_1: Bir\n".to_owned()),
        ("catalogs/shop/locales/de.yaml".to_owned(), "errors:\n  zeta/I_1: Eins\n".to_owned()),
    ];
    for family in ["zeta", "i-one", "aether"] {
        let errors = (0..15)
            .rev()
            .map(|index| format!("  I_{index}: {{ status: {} }}\n", 400 + index))
            .collect::<Vec<_>>()
            .concat();
        let mistake = if sound { "" } else { "  I_1: again\n  ı: { massage: x, status: 99, tags: [c] }\n" };
        files.push((
            format!("catalogs/shop/{family}.yaml"),
            format!("title: {family}\nerrors:\n{errors}{mistake}"),
        ));
    }
    for id in ["b", "a", "C"] {
        files.push((
            format!("catalogs/{id}.yaml"),
            format!("errcat: 1\ntitle: {id}\nversion: 0.1.0\nerrors:\n  x: X\n"),
        ));
    }
    files
}

/// Runs every subcommand and returns its output and the written files.
fn everything(files: &[&(String, String)], locale: &str, zone: &str) -> Vec<(String, String)> {
    let folder = Folder::with(&[]);
    for (path, text) in files {
        folder.write(path, text);
    }
    let mut all = Vec::new();
    let formats = ["human", "concise", "json", "github", "gitlab", "sarif", "rdjson", "junit"];
    let checks = formats.iter().map(|format| vec!["check", "--format", format]);
    let others = [
        vec!["gen"],
        vec!["gen", "--check"],
        vec!["print", "catalog"],
        vec!["gen", "--out", "one"],
        vec!["release"],
        vec!["check"],
    ];
    for arguments in checks.chain(others) {
        let mut command = folder.command(&arguments);
        let run = Run::of(command.env("LC_ALL", locale).env("LANG", locale).env("TZ", zone));
        all.push((arguments.join(" "), format!("{}\n{}\n{}", run.status, run.stdout, run.stderr)));
    }
    let read = |path: String| (path.clone(), folder.read(&path));
    all.extend(folder.files().into_iter().map(read));
    all
}

#[test]
fn output_is_the_same_everywhere() {
    for sound in [true, false] {
        let files = catalogs(sound);
        let forwards: Vec<&(String, String)> = files.iter().collect();
        let backwards: Vec<&(String, String)> = files.iter().rev().collect();
        let here = everything(&forwards, "C", "UTC");
        let is_written = |start: &str| here.iter().any(|(path, _)| path.starts_with(start));
        assert_eq!(is_written("src/codes/shop"), sound);
        assert_eq!(is_written("catalogs/shop/errcat.lock"), sound);
        assert!(is_written("catalogs/a.lock"), "another catalog is released");
        let found = here[1].1.contains("error[");
        assert_eq!(found, !sound, "{}", here[1].1);
        for (order, locale, zone) in [
            (&forwards, "tr_TR.UTF-8", "Pacific/Kiritimati"),
            (&backwards, "C", "America/St_Johns"),
            (&backwards, "de_DE.ISO-8859-1", "UTC"),
        ] {
            let there = everything(order, locale, zone);
            for (one, other) in here.iter().zip(&there) {
                assert_eq!(one, other, "{locale} {zone}");
            }
            assert_eq!(here.len(), there.len());
        }
    }
}
