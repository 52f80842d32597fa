//! Converts the kinds of values to JSON Schema.

use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::format::keys::{Kind, Names};
use errcat_build::unstable::format::vocabulary::Term;
use serde_json::{Map as Object, Value, json};

/// Returns the schema of a kind of value.
///
/// A text can be any YAML scalar, because catalogs take `no` and `1.0` as written.
pub(super) fn schema(kind: &Kind) -> Value {
    match kind {
        Kind::Nothing => json!({ "type": "null" }),
        Kind::Text => json!({ "type": ["string", "number", "boolean"] }),
        Kind::Code => json!({ "type": ["string", "number", "boolean", "null"] }),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Integer { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::Word { words, .. } => json!({ "enum": words }),
        Kind::Form(form) => match form.numbers {
            // A text with this form may be a number or a boolean in YAML.
            None if (form.holds)("7") && (form.holds)("true") => {
                json!({ "type": ["string", "number", "boolean"], "pattern": form.pattern })
            }
            Some((least, most)) => json!({
                "type": ["string", "integer"], "pattern": form.pattern, "minimum": least, "maximum": most,
            }),
            None => json!({ "type": "string", "pattern": form.pattern }),
        },
        Kind::List(item) => json!({ "type": "array", "items": schema(item) }),
        Kind::ListOfSome(item) => json!({ "type": "array", "items": schema(item), "minItems": 1 }),
        Kind::ListOfOne(item) => {
            json!({ "type": "array", "items": schema(item), "minItems": 1, "maxItems": 1 })
        }
        Kind::Defined(definition) => super::reference_to(definition.name),
        Kind::Map(map) => super::reference(map),
        Kind::Named { names, value } => named(*names, value),
        // Of alternatives that fit equally badly, editors report the mistakes of the first.
        Kind::OneOf(kinds) => {
            let is_map = |kind: &&Kind| matches!(kind, Kind::Map(_) | Kind::Named { .. });
            let others = kinds.iter().filter(|kind| !is_map(kind));
            json!({ "anyOf": kinds.iter().filter(is_map).chain(others).map(schema).collect::<Vec<_>>() })
        }
    }
}

fn named(names: Names, value: &Kind) -> Value {
    let mut schema = Object::new();
    schema.insert("type".to_owned(), "object".into());
    if matches!(names, Names::Rule | Names::KnownRule) {
        schema.insert("properties".to_owned(), rules(value));
    }
    if names == Names::Member {
        schema.insert("minProperties".to_owned(), 1.into());
    }
    let others = if names == Names::KnownRule { false.into() } else { self::schema(value) };
    schema.insert("additionalProperties".to_owned(), others);
    schema.into()
}

/// Lists every lint rule, so that editors can complete and explain them.
fn rules(value: &Kind) -> Value {
    let markdown = |rule: Rule| {
        format!(
            "{}\n\nLevel: `{}`. `errcat explain {}` says more.",
            rule.message(),
            rule.level().as_str(),
            rule.code()
        )
    };
    let rule = |rule: &Rule| {
        let mut property = schema(value);
        property["description"] = rule.message().into();
        property["markdownDescription"] = markdown(*rule).into();
        (rule.code().to_owned(), property)
    };
    Rule::ALL.iter().map(rule).collect()
}
