//! The program that prints what generated code says about every error, and what it should print.

use std::fmt::Write;

use crate::convert::{Catalog, Kind, family_id};
use crate::rows::{Row, Source};

/// Returns the program that prints all catalogs.
pub(crate) fn program(catalogs: &[(Source, Catalog)]) -> String {
    let mut text = String::from(
        "#![allow(clippy::all, reason = \"it is generated\")]\n#[rustfmt::skip]\n#[path = \"codes/mod.rs\"]\nmod all;\nfn main() {\n",
    );
    for (source, catalog) in catalogs {
        for family in enums(source) {
            write_enum(&mut text, source, catalog, family.as_deref());
        }
    }
    text.push_str("}\n");
    text
}

/// Returns the families that have an enum of their own, or none for one enum of the catalog.
fn enums(source: &Source) -> Vec<Option<String>> {
    if source.is_unique_by_family() {
        source.families().into_iter().map(|family| Some(family.to_owned())).collect()
    } else {
        vec![None]
    }
}

fn module(source: &Source, family: Option<&str>) -> String {
    match family {
        Some(family) => format!("all::{}::{}", source.id, family_id(source, family).replace('-', "_")),
        None => format!("all::{}", source.id),
    }
}

fn write_enum(text: &mut String, source: &Source, catalog: &Catalog, family: Option<&str>) {
    let code = format!("{}::Code", module(source, family));
    let place = format!("{}/{}", source.id, family.unwrap_or_default());
    writeln!(text, "    for &code in {code}::ALL {{").unwrap();
    writeln!(
        text,
        "        println!(\"{place} {{:?}} {{:?}} {{:?}} {{:?}} {{:?}} {{:?}} {{:?}} {{:?}} {{}} {{:?}}\", code.code(), code.family().title(), code.name(), code.message(), code.description(), code.status(), code.retry().map(|retry| retry.as_str()), code.info().class, code.info().retired.is_some(), code.parent().map(|parent| parent.code()));"
    )
    .unwrap();
    // Every spelling finds the code again.
    writeln!(text, "        let first = {code}::from_code(code.code()).unwrap();").unwrap();
    writeln!(text, "        assert_eq!(first.code(), code.code());").unwrap();
    writeln!(text, "        let all = {code}::variants_of(code.code());").unwrap();
    writeln!(text, "        assert!(all[0] == first && all.contains(&code));").unwrap();
    if source.rows[0].number().is_some() {
        writeln!(text, "        assert_eq!({code}::from_number(code.number()), Some(first));").unwrap();
        writeln!(text, "        println!(\"  number {{}}\", code.number());").unwrap();
    }
    for fact in &catalog.facts {
        let name = &fact.name;
        let value = match &fact.kind {
            Kind::Bool(_) | Kind::Integer | Kind::Text => format!("code.{name}()"),
            Kind::Word(_) => format!("code.{name}().map(|value| value.as_str())"),
        };
        writeln!(text, "        println!(\"  {name} {{:?}}\", {value});").unwrap();
        match fact.lookup {
            Some("one") => writeln!(
                text,
                "        if let Some(value) = code.{name}() {{ assert_eq!({code}::from_{name}(value), Some(code)); }}"
            ),
            Some(_) => writeln!(
                text,
                "        if let Some(value) = code.{name}() {{ assert!({code}::from_{name}(value).contains(&code)); }}"
            ),
            None => Ok(()),
        }
        .unwrap();
    }
    writeln!(text, "        println!(\"  error {{}}\", code.is_error());\n    }}").unwrap();
}

/// Returns what the program should print.
pub(crate) fn expected(catalogs: &[(Source, Catalog)]) -> String {
    let mut text = String::new();
    for (source, catalog) in catalogs {
        for family in enums(source) {
            let is_here = |row: &&Row| family.as_ref().is_none_or(|family| row.family == *family);
            for row in source.rows.iter().filter(is_here) {
                let place = format!("{}/{}", source.id, family.as_deref().unwrap_or_default());
                expect(&mut text, &place, source, row, catalog);
            }
        }
    }
    text
}

fn expect(text: &mut String, place: &str, source: &Source, row: &Row, catalog: &Catalog) {
    let retry = row.retryable.map(|retryable| if retryable { "backoff" } else { "never" });
    let title = row.family_title.as_deref().unwrap_or(&row.family);
    writeln!(
        text,
        "{place} {:?} {title:?} {:?} {:?} {:?} {:?} {retry:?} {:?} {} {:?}",
        row.code,
        row.name,
        row.message,
        row.description,
        row.status,
        row.classes.first(),
        row.retired,
        row.parent,
    )
    .unwrap();
    if let Some(number) = row.number() {
        writeln!(text, "  number {number}").unwrap();
    }
    for fact in &catalog.facts {
        let name = &fact.name;
        let value = source.fact(row, name);
        match fact.kind {
            Kind::Bool(default) => {
                let value = value.map_or(default, |value| value.as_bool().unwrap());
                writeln!(text, "  {name} {value:?}")
            }
            Kind::Integer => writeln!(text, "  {name} {:?}", value.map(|value| value.as_i64().unwrap())),
            _ => writeln!(text, "  {name} {:?}", value.as_ref().map(|value| value.as_str().unwrap())),
        }
        .unwrap();
    }
    let says_no = |fact: &crate::convert::Fact| {
        let value = row.fact(&fact.name).and_then(|value| value.as_str());
        !fact.errors.is_empty() && value.is_some_and(|value| !fact.errors.iter().any(|error| error == value))
    };
    writeln!(text, "  error {}", !catalog.facts.iter().any(says_no)).unwrap();
}
