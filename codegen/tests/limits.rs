//! Tests of limits: more is refused with a finding that names the limit, and less is accepted.
use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::{Findings, MOST_FINDINGS, Severity, concise};
use errcat_build::unstable::source::{LARGEST_FILE, Sources};

const HEAD: &str = "errcat: 1\ntitle: Shop\n";

fn findings(files: &[(&str, &str)]) -> (Sources, Findings) {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(*path, *text);
    }
    let findings = analyze(&sources).findings;
    (sources, findings)
}

/// Returns the errors of a single-file catalog, one line each.
fn errors(text: &str) -> Vec<String> {
    let (sources, findings) = findings(&[("shop.yaml", text)]);
    let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
    errors.map(|finding| concise(&sources, finding)).collect()
}

/// Asserts that there is one error, which starts with `beginning`.
fn refused(text: &str, beginning: &str) {
    let errors = errors(text);
    assert_eq!(errors.len(), 1, "{:#?}", &errors[..errors.len().min(5)]);
    assert!(errors[0].starts_with(beginning), "{}", errors[0]);
}

fn accepted(text: &str) {
    let errors = errors(text);
    assert!(errors.is_empty(), "{:#?}", &errors[..errors.len().min(5)]);
}

/// Returns a list of `count` items on one line.
fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    format!("[{}]", (0..count).map(item).collect::<Vec<_>>().join(", "))
}

#[test]
fn a_large_file() {
    let text = format!("{HEAD}errors:\n  a: x\n#{}", "-".repeat(LARGEST_FILE));
    refused(&text, "shop.yaml:1:1: error[syntax]: the file is larger than 32 MiB; help: ");
}

#[test]
fn twenty_thousand_brackets() {
    let expected = "error[syntax]: lists and maps are nested more than 128 levels deep";
    for (open, close) in [("[", "]"), ("{ a: ", "}"), ("- ", "")] {
        let (open, close) = (open.repeat(20_000), close.repeat(20_000));
        for text in [format!("{HEAD}x-deep:\n  {open}{close}\n"), format!("{HEAD}x-deep:\n  {open}")] {
            let errors = errors(&text);
            assert!(errors.iter().any(|error| error.contains(expected)), "{errors:#?}");
        }
    }
}

#[test]
fn a_ledger_with_too_many_or_too_deep_lines() {
    let catalog = format!("{HEAD}errors:\n  a: x\n");
    let ledger_errors = |ledger: &str| {
        let (sources, findings) = findings(&[("shop.yaml", &catalog), ("shop.lock", ledger)]);
        let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
        errors.map(|finding| concise(&sources, finding)).collect::<Vec<_>>()
    };
    let head = r#"{"errcat":1,"version":"1.0.0","type":"string","unique":"catalog","status":"optional"}"#;
    assert_eq!(ledger_errors(&format!("{head}{}", "\n".repeat(400_000))), [""; 0]);
    let errors = ledger_errors(&format!("{head}{}x", "\n".repeat(400_000)));
    let many = "shop.lock:1:1: error[syntax]: the ledger has more than 400,000 lines; help: ";
    assert!(errors.len() == 1 && errors[0].starts_with(many), "{errors:?}");
    let errors = ledger_errors(&format!("{head}\n{}", " ".repeat(LARGEST_FILE)));
    let large =
        "shop.lock:1:1: error[syntax]: the file is larger than 32 MiB; help: split its catalog into several";
    assert_eq!(errors, [large]);
    let errors = ledger_errors(&format!("{head}\n{}\n{}\n", "{a: ".repeat(20_000), "{a: ".repeat(20_000)));
    let deep = "lists and maps are nested more than 128 levels deep";
    assert!(errors.len() == 2 && errors.iter().all(|error| error.contains(deep)), "{errors:?}");
}

#[test]
fn an_alias_bomb() {
    let line = |(name, of)| format!("x-{name}: &{name} {}\n", list(10, |_| format!("*{of}")));
    let lines: Vec<String> = ('b'..='z').zip('a'..).map(line).collect();
    let text = format!("{HEAD}x-a: &a [lol, lol]\n{}", lines.concat());
    let errors = errors(&text);
    assert_eq!(errors.len(), 26 + 250);
    assert!(errors.iter().all(|error| error.contains("(`&name`)") || error.contains("(`*name`)")));
}

#[test]
fn many_values() {
    let text = format!("[{}]", "a,".repeat(3_000_100));
    let expected = "error[syntax]: the file contains more than 3,000,000 values; help: split it into several families or catalogs";
    refused(&text, &format!("shop.yaml:1:6000004: {expected}"));
}

#[test]
fn a_long_text() {
    let catalog = |length: usize| format!("{HEAD}errors:\n  a: '{}'\n  b: x\n", "x".repeat(length));
    refused(&catalog((1 << 20) + 1), "shop.yaml:4:6: error[syntax]: the text is longer than 1 MiB; help: ");
    accepted(&catalog(1 << 20));
}

#[test]
fn a_long_code() {
    let catalog = |length: usize| format!("{HEAD}errors:\n  ? {}\n  : x\n  b: y\n", "x".repeat(length));
    refused(&catalog(1025), "shop.yaml:4:5: error[syntax]: the code is longer than 1,024 bytes; help: ");
    accepted(&catalog(1024));
    let catalog = |length: usize| format!("{HEAD}errors:\n  a: {{ aliases: [{}] }}\n", "x".repeat(length));
    refused(&catalog(1025), "shop.yaml:4:18: error[syntax]: the code is longer than 1,024 bytes; help: ");
    accepted(&catalog(1024));
}

#[test]
fn many_codes() {
    let expected = "error[syntax]: the catalog has more than 200,000 codes and aliases; help: split it into several catalogs";
    let error =
        |aliases| format!("  a: {{ message: x, aliases: {} }}\n", list(aliases, |index| format!("a{index}")));
    let (whole, half) = (error(200_000), error(100_000));
    let text = format!("{HEAD}errors:\n{whole}  b: x\n");
    refused(&text, &format!("shop.yaml:5:3: {expected}"));

    let (sources, findings) = findings(&[
        ("shop/catalog.yaml", &format!("{HEAD}unique: family\nfamilies: [a, b]\n")),
        ("shop/a.yaml", &format!("title: A\nerrors:\n{half}")),
        ("shop/b.yaml", &format!("title: B\nerrors:\n{half}")),
    ]);
    let errors: Vec<String> = findings.iter().map(|finding| concise(&sources, finding)).collect();
    assert_eq!(errors.len(), 1, "{:#?}", &errors[..errors.len().min(5)]);
    assert!(errors[0].starts_with(&format!("shop/b.yaml:1:1: {expected}")), "{errors:?}");
}

/// A list, its maximum number of entries, and a catalog with a given number of entries.
type Case<'c> = (&'c str, usize, &'c dyn Fn(usize) -> String);

#[test]
fn long_lists_that_are_compared_with_every_error() {
    let derive = |index: usize| format!("{{ match: 'c{index}*', description: x }}");
    let class = |index: usize| format!("{{ name: Class{index} }}");
    let param = |index: usize| format!("p{index}: string");
    let map = |count: usize, entry: &dyn Fn(usize) -> String| {
        format!("{{{}}}", (0..count).map(entry).collect::<Vec<_>>().join(", "))
    };
    let catalogs: [Case<'_>; 5] = [
        ("`derive`", 256, &|count| format!("derive: {}\n", list(count, derive))),
        ("`classes`", 256, &|count| format!("classes: {}\n", list(count, class))),
        ("`tags`", 256, &|count| format!("tags: {}\n", map(count, &|index| format!("t{index}: x")))),
        ("`reserved`", 4096, &|count| format!("reserved: {}\n", map(count, &|index| format!("r{index}: x")))),
        ("a list of parameters", 256, &|count| {
            format!("errors: {{ a: {{ message: x, details: {} }} }}\n", map(count, &param))
        }),
    ];
    for (name, most, catalog) in catalogs {
        accepted(&format!("{HEAD}{}", catalog(most)));
        let errors = errors(&format!("{HEAD}{}", catalog(most + 1)));
        let most = if most > 1000 { "4,096".to_owned() } else { most.to_string() };
        let expected = format!("error[syntax]: {name} has more than {most} entries; help: ");
        assert!(errors.len() == 1 && errors[0].contains(&expected), "{errors:#?}");
    }
}

#[test]
fn long_texts_for_many_errors() {
    let text = "x".repeat(1 << 20);
    let codes = (0..64).map(|index| format!("  c{index}:\n")).collect::<Vec<_>>().concat();
    let derive = format!("derive: [{{ match: '*', description: '{text}' }}]\n");
    let expected =
        "shop.yaml:1:1: error[syntax]: the errors inherit more than 64 MiB of text; help: shorten the texts";
    refused(&format!("{HEAD}{derive}errors:\n{codes}  one:\n"), expected);
    let tags = format!("tags: {{ ? '{text}' : x }}\ndefaults: {{ tags: ['{text}'] }}\n");
    refused(&format!("{HEAD}{tags}errors:\n{codes}"), expected);
    let fewer = (0..62).map(|index| format!("  c{index}:\n")).collect::<Vec<_>>().concat();
    accepted(&format!("{HEAD}{tags}errors:\n{fewer}"));
}

#[test]
fn codes_that_are_put_together() {
    let errors = |key: usize, count: usize, tags: usize| {
        let tags: Vec<String> = (0..tags).map(|index| format!("{}{index}", "t".repeat(500))).collect();
        let (tag, declared) = (tags.join(", "), tags.join(": T, "));
        let head = format!("{HEAD}code: {{ separator: '.' }}\ntags: {{ {declared}: T }}\n");
        let children = (0..count).map(|index| format!("{index}: ")).collect::<Vec<_>>().join(", ");
        format!("{head}errors:\n  {}: {{ tags: [{tag}], sub: {{ {children} }} }}\n", "k".repeat(key))
    };
    accepted(&errors(1_000, 100, 2));
    // The key at which the code has 1,025 bytes.
    refused(&errors(1_022, 11, 2), "shop.yaml:6:");
    refused(&errors(100, 1_000, 200), "shop.yaml:6:");
    let deep = format!("{}{}", "{ sub: { a: ".repeat(60), "} }".repeat(60));
    accepted(&format!("{HEAD}code: {{ separator: '.' }}\nerrors:\n  top: {deep}\n"));
}

#[test]
fn a_long_line_of_parents() {
    let errors = |last: usize, parent: fn(usize) -> usize| {
        let lines = (1..=last).map(|index| format!("  e{index}: {{ parent: e{} }}", parent(index)));
        lines.collect::<Vec<_>>().join("\n")
    };
    let line = errors(10_000, |index| index - 1);
    accepted(&format!("{HEAD}defaults: {{ status: 404 }}\nerrors:\n  e0: {{ status: 500 }}\n{line}\n"));
    // The same in the other order, as a circle.
    let circle = errors(10_000, |index| index % 10_000 + 1);
    let expected = "shop.yaml:4:17: error[dangling-reference]: `e2` is an ancestor";
    refused(&format!("{HEAD}errors:\n{circle}\n"), expected);
}

#[test]
fn many_mistakes() {
    let rows = (0..MOST_FINDINGS + 5).map(|index| format!("  c{index}: {{ status: 1000 }}\n"));
    let errors = errors(&format!("{HEAD}errors:\n{}", rows.collect::<Vec<_>>().concat()));
    assert_eq!(errors.len(), MOST_FINDINGS + 1);
    let expected = "too many errors; only the first 10000 are reported";
    assert!(errors.last().is_some_and(|last| last.contains(expected)), "{:?}", errors.last());

    for junk in ["\u{1}", "\u{feff}", "\t", "&a "] {
        let count = errors_of(junk);
        assert!((1..=MOST_FINDINGS + 1).contains(&count), "{junk:?}: {count}");
    }
}

/// Returns the number of errors of a file that consists of `junk`.
fn errors_of(junk: &str) -> usize {
    errors(&format!("{HEAD}errors:\n  a: {}\n", junk.repeat(300_000))).len()
}

/// A mistake far along a line is reported with its location and a part of the line.
#[test]
#[cfg(feature = "human")]
fn long_lines() {
    use errcat_build::unstable::diag::{Human, human};

    let far = "é".repeat(40_000);
    let text = format!("{HEAD}errors:\n  a: \"{far}\u{1}{far}\"\n  b: \"x\u{2}{far}\"\n  c: [{far}]\n");
    let (sources, findings) = findings(&[("shop.yaml", &text)]);
    let reports: Vec<String> =
        findings.iter().map(|finding| human(&sources, finding, Human::default())).collect();
    assert_eq!(reports.len(), 3, "{reports:#?}");
    for (report, place) in reports.iter().zip(["4:40007", "5:8", "6:6"]) {
        assert!(report.contains(&format!("--> shop.yaml:{place}\n")), "{place}: {report:.200}");
        assert!(report.len() < 100_000, "{place}: {}", report.len());
    }
    assert!(
        !reports[0].contains('é') && reports[1].contains("5 |   b: \"") && reports[2].contains("6 |   c: [")
    );
}
