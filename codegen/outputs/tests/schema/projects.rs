//! Compares reader and project schema over the same catalogs as `files`: they agree about the
//! codes, classes, tags and families that the catalog declares.

use std::collections::BTreeMap;
use std::path::Path;

use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::emit::{Output, Settings};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::{analyze, syntax::catalog_files};
use errcat_outputs::json_schema::Schema;
use jsonschema::Validator;
use serde_json::Value;

use super::as_json;
use super::files::{add, kinds, projects};

/// The rules about what the schema of a project knows.
const KNOWN: [Rule; 4] = [Rule::CodeFormat, Rule::DanglingReference, Rule::UndeclaredTag, Rule::UnknownKey];

/// Files with a mistake that the schema of a project does not see, and the reason.
const UNSEEN: [(&str, &str); 24] = [
    ("code-format/aliases/catalogs/errno.yaml", "an alias"),
    ("code-format/blanks-that-nobody-sees/catalogs/shop.yaml", "without a pattern, any text is a code"),
    ("code-format/hex/catalogs/ntstatus.yaml", "editors read hexadecimal numbers in decimal"),
    ("code-format/empty/catalogs/shop.yaml", "without a pattern, any text is a code"),
    ("code-format/integers/catalogs/shop.yaml", "a pattern of texts"),
    ("code-format/invisible/catalogs/shop.yaml", "a pattern of texts"),
    ("code-format/pattern/catalogs/shop/order.yaml", "another family has another pattern"),
    ("code-format/sub/catalogs/shop.yaml", "the keys in `sub` are parts of codes"),
    ("dangling-reference/circles/catalogs/shop.yaml", "every parent exists"),
    ("dangling-reference/internal/catalogs/shop.yaml", "a code, or a family and a code"),
    ("dangling-reference/internal-ambiguous/catalogs/shop/catalog.yaml", "two families have the code"),
    ("dangling-reference/internal-with-value/catalogs/shop.yaml", "the error is in another place"),
    ("dangling-reference/internal-hidden/catalogs/shop.yaml", "the error is in another place"),
    ("dangling-reference/patterns/catalogs/shop.yaml", "a pattern of codes"),
    ("dangling-reference/patterns-misspelt/catalogs/shop.yaml", "a pattern of codes"),
    ("dangling-reference/rules-after-others/catalogs/shop.yaml", "a pattern of codes"),
    ("dangling-reference/mask-in-other-family/catalogs/shop/cart.yaml", "all families share a schema"),
    ("dangling-reference/locale/catalogs/shop/locales/de.yaml", "a code of a translation"),
    ("dangling-reference/locale-of-families/catalogs/shop/locales/de.yaml", "a code of a translation"),
    ("dangling-reference/shared-families/catalogs/shop/catalog.yaml", "a path to another folder"),
    ("unknown-key/family-keys-in-catalog/catalogs/shop/catalog.yaml", "a single-file catalog has the key"),
    (
        "unknown-key/translation-without-errors/catalogs/shop/locales/it.yaml",
        "a single-file catalog has the key",
    ),
    ("unknown-key/family-keys-in-catalog/catalogs/shop/cart.yaml", "a single-file catalog has the key"),
    ("undeclared-tag/default-allowed-once/catalogs/shop.yaml", "another error allows the tag"),
];

#[test]
fn what_the_reader_accepts_the_schema_of_the_project_accepts() {
    let mut wrong = Vec::new();
    let mut counts = (0, 0);
    let mut excused: Vec<&str> = UNSEEN.iter().map(|(name, _)| *name).collect();
    for project in projects() {
        let mut sources = Sources::default();
        add(&mut sources, &project, &project.join("catalogs"));
        let analysis = analyze(&sources);
        let schemas = schemas(&analysis.model);
        for files in catalog_files(&sources) {
            let Some(schema) = schemas.get(files.id()) else { continue };
            // Without errors, the schema must accept every file.
            let is_sound = !analysis.findings.has_errors();
            for (_, file) in kinds(&files) {
                let Some(json) = as_json(sources.text(file)) else { continue };
                let name = format!("{}/{}", name(&project), sources.path(file));
                let here = analysis.findings.iter().filter(|finding| finding.primary.span.file == file);
                let rules: Vec<Rule> = here.map(|finding| finding.rule).collect();
                let about_known = rules.iter().find(|rule| KNOWN.contains(rule));
                match (schema.validate(&json), about_known) {
                    (Err(refusal), None) if is_sound => {
                        wrong.push(format!(
                            "{name}: only the schema refuses it: {refusal} at {}",
                            refusal.instance_path()
                        ));
                    }
                    (Ok(()), Some(rule)) => match excused.iter().position(|known| *known == name) {
                        Some(position) => drop(excused.remove(position)),
                        None => wrong.push(format!("{name}: only the reader refuses it: {}", rule.code())),
                    },
                    (Ok(()), None) => counts.0 += 1,
                    (Err(_), _) => counts.1 += 1,
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(excused.is_empty(), "no excuse is needed for {excused:?}");
    assert!(counts.0 > 150 && counts.1 > 20, "{counts:?} files were accepted and refused");
}

/// Editors take seconds to read a list of thousands of codes.
#[test]
fn of_more_than_1000_codes_none_is_listed() {
    let schema = |count: usize| {
        let errors: String =
            (0..count).map(|code| format!("  e{code}: Error {code}.\n")).collect::<Vec<_>>().concat();
        let mut sources = Sources::default();
        sources.add("catalogs/shop.yaml", format!("errcat: 1\ntitle: Shop\nerrors:\n{errors}"));
        let tree = Schema.emit(&analyze(&sources).model, &Settings::default());
        tree.get("shop.schema.json").unwrap().to_owned()
    };
    assert!(schema(1000).contains("Error 999"));
    assert!(!schema(1001).contains("Error 999"));
}

fn schemas(model: &errcat_build::Model) -> BTreeMap<String, Validator> {
    let tree = Schema.emit(model, &Settings::default());
    let schema = |(path, text): (&str, &str)| {
        let id = path.strip_suffix(".schema.json").unwrap().to_owned();
        let schema: Value = serde_json::from_str(text).unwrap();
        jsonschema::draft7::meta::validate(&schema).unwrap_or_else(|error| panic!("{path}: {error}"));
        (id, jsonschema::draft7::new(&schema).unwrap())
    };
    tree.iter().map(schema).collect()
}

fn name(project: &Path) -> String {
    let parts: Vec<&str> = project.iter().rev().take(2).map(|part| part.to_str().unwrap()).collect();
    format!("{}/{}", parts[1], parts[0])
}
