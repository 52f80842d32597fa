//! Tests of the model of small catalogs, and of suggestions.
#![cfg(feature = "json")]
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::json;
use errcat_build::unstable::model::{Catalog, Condition, Segment};
use errcat_build::unstable::source::Sources;

const HEAD: &str = "errcat: 1\ntitle: Shop\n";

fn sources(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add("shop.yaml", format!("{HEAD}{text}"));
    sources
}

fn catalog(text: &str) -> Catalog {
    analyze(&sources(text)).model.catalogs.into_iter().next().unwrap()
}

/// Returns the rules that a catalog breaks.
fn broken(text: &str) -> Vec<String> {
    analyze(&sources(text)).findings.iter().map(|finding| finding.rule.code().to_owned()).collect()
}

#[test]
fn a_template_consists_of_text_and_parameters() {
    let text = |text: &str| Segment::Text(text.to_owned());
    let (a, b) = (Segment::Param(0), Segment::Param(1));
    for (message, expected) in [
        ("", vec![]),
        ("plain", vec![text("plain")]),
        ("{a}", vec![a.clone()]),
        ("{a}{b}{a}", vec![a.clone(), b.clone(), a.clone()]),
        ("x {b}, {{a}} y", vec![text("x "), b.clone(), text(", {a} y")]),
        ("{{{a}}}", vec![text("{"), a.clone(), text("}")]),
        ("é{a}🦀", vec![text("é"), a, text("🦀")]),
    ] {
        let catalog =
            catalog(&format!("errors:\n  x: {{ message: '{message}', params: {{ a: u8, b: u8 }} }}\n"));
        assert_eq!(catalog.errors[0].template.as_ref().unwrap().segments, expected, "{message}");
    }
}

#[test]
fn a_class_of_statuses_has_a_hundred() {
    for (class, first, last) in [("1xx", 100, 199), ("4xx", 400, 499), ("5xx", 500, 599), ("404", 404, 404)] {
        let catalog = catalog(&format!("classes: [{{ name: A, when: {{ status: {class} }} }}]\n"));
        let when = &catalog.classes[0].when.as_ref().unwrap().value;
        let Condition::Response { status: Some(statuses), .. } = when else { unreachable!("{when:?}") };
        let ranges: Vec<(u16, u16)> =
            statuses.ranges.iter().map(|(_, first, last)| (*first, *last)).collect();
        assert_eq!(ranges, [(first, last)], "{class}");
    }
}

#[test]
fn names_in_other_languages_are_kept() {
    let model = analyze(&sources("errors:\n  x: { names: { go: ErrX, constant: THE_X } }\n")).model;
    let document: serde_json::Value = serde_json::from_str(&json::document(&model)).unwrap();
    let names = document.to_string();
    assert!(names.contains(r#""names":{"go":"ErrX","constant":"THE_X"}"#), "{names}");
}

#[test]
fn no_warnings_about_errors_that_are_read_in_part() {
    assert_eq!(broken("errors:\n  x: { massage: y }\n"), ["unknown-key"]);
    assert_eq!(broken("errors:\n  x: { massage: y, tags: [t] }\n"), ["unknown-key", "undeclared-tag"]);
    assert_eq!(broken("errors:\n  x: &a y\n"), ["syntax"]);
    assert_eq!(broken("errors:\n  x: *a\n"), ["syntax"]);
}

#[test]
fn a_duplicate_code_does_not_differ_by_case() {
    assert_eq!(broken("errors:\n  x: One.\n  x: Two.\n"), ["duplicate-code"]);
    assert_eq!(broken("errors:\n  x: One.\n  X: { message: Two., ident: Y }\n"), ["code-differs-by-case"]);
}

/// Searching for near matches takes time, so it is done only for the first mistakes.
#[test]
fn the_first_fifty_mistakes_get_suggestions() {
    let many = |row: &dyn Fn(usize) -> String| (100..160).map(row).collect::<Vec<_>>().concat();
    let codes = many(&|index| format!("  code_{index}: text\n"));
    let masks = many(&|index| format!("  other_{index}: {{ message: text, mask: cod_{index} }}\n"));
    let listed = many(&|index| format!("cod_{index}, "));
    for text in [
        format!("errors:\n{codes}{masks}"),
        format!("allow_codes: [{listed}]\nerrors:\n{codes}"),
        format!("errors:\n{codes}{codes}"),
    ] {
        let findings = analyze(&sources(&text)).findings;
        let count = |words: &str| {
            let helps = findings.iter().filter_map(|finding| finding.help.as_deref());
            helps.filter(|help| help.contains(words)).count()
        };
        assert_eq!(count("did you mean `code_1") + count("the next free code"), 50);
    }
}

#[test]
fn modules_are_named_like_catalogs_and_families() {
    let mut sources = Sources::default();
    sources.add("catalogs/codes.yaml", format!("{HEAD}errors:\n  x: X\n"));
    sources.add("catalogs/type.yaml", format!("{HEAD}errors:\n  x: X\n"));
    sources.add("catalogs/shop/catalog.yaml", format!("{HEAD}families: [codes, my-cart]\n"));
    sources.add("catalogs/shop/codes.yaml", "title: Codes\nerrors:\n  y: Y\n");
    sources.add("catalogs/shop/my-cart.yaml", "title: Cart\nerrors:\n  z: Z\n");
    let model = analyze(&sources).model;
    let mut modules: Vec<&str> = model.catalogs.iter().map(|catalog| catalog.module.as_str()).collect();
    modules.sort_unstable();
    assert_eq!(modules, ["codes", "shop", "type_"]);
    // The module of a catalog has constants in `codes`, beside the modules of its families.
    let shop = model.catalogs.iter().find(|catalog| catalog.id == "shop").unwrap();
    let families: Vec<&str> = shop.families.iter().map(|family| family.module.as_str()).collect();
    assert_eq!(families, ["codes_", "my_cart"]);
}
