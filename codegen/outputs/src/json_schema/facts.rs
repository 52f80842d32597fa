//! Inserts the facts that a catalog declares into its schema, as keys of errors and of `defaults`.

use errcat_build::unstable::format::keys::{Kind, MAPS, Others};
use errcat_build::unstable::format::vocabulary::FactType;
use errcat_build::unstable::model::{Catalog, DeclaredFact, FactKind};
use serde_json::{Map as Object, Value, json};

use super::kind;
use super::known::{choice, spellings};

/// Changes the definitions of maps that have declared facts: no other unknown key is left.
pub(super) fn insert(catalog: &Catalog, definitions: &mut Object<String, Value>) {
    for map in MAPS.iter().filter(|map| matches!(map.others, Others::Facts)) {
        let Some(definition) = definitions.get_mut(map.name).and_then(Value::as_object_mut) else { continue };
        definition.shift_remove("propertyNames");
        definition.insert("additionalProperties".to_owned(), false.into());
        if let Some(properties) = definition.get_mut("properties").and_then(Value::as_object_mut) {
            let own = catalog.facts.iter().filter(|fact| fact.kind.is_own());
            properties.extend(own.map(|fact| (fact.name.value.clone(), property(fact))));
        }
    }
}

fn property(fact: &DeclaredFact) -> Value {
    let mut property = match &fact.kind {
        FactKind::Choice { choices, .. } => {
            let words = choices.iter().flat_map(|choice| spellings(&choice.text));
            choice(words.map(|word| (word, String::new())).collect())
        }
        FactKind::Typed(FactType::Bool) => json!({ "type": "boolean" }),
        FactKind::Typed(ty) => match ty.range() {
            Some(range) => {
                let (least, most) = range.into_inner();
                json!({ "type": "integer", "minimum": integer(least), "maximum": integer(most) })
            }
            None => kind::schema(&Kind::Text),
        },
        FactKind::Name => kind::schema(&Kind::Text),
    };
    property["description"] = "A fact that the catalog declares.".into();
    property
}

fn integer(number: i128) -> Value {
    u64::try_from(number).map_or_else(|_| Value::from(i64::try_from(number).unwrap_or_default()), Value::from)
}
