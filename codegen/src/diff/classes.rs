//! The classes of a catalog, as a ledger records them.

use crate::format::vocabulary::Term;
use crate::model::{Catalog, Class, CodeCondition, Condition, Statuses};
use crate::value::Value;

/// Returns the classes in the order in which clients try them.
pub(super) fn classes(catalog: &Catalog) -> Value {
    Value::List(catalog.classes.iter().map(|class| self::class(catalog, class)).collect())
}

fn class(catalog: &Catalog, class: &Class) -> Value {
    let parent = class.parent.map(|parent| catalog.classes[parent].name.as_str());
    let facts = [
        ("name", class.name.as_str().into()),
        ("parent", Value::maybe(parent)),
        ("when", class.when.as_ref().map_or(Value::Null, |when| condition(when))),
        ("retry", Value::maybe(class.retry.map(Term::as_str))),
    ];
    map(facts)
}

fn condition(condition: &Condition) -> Value {
    match condition {
        Condition::Transport => "transport".into(),
        Condition::Decode => "decode".into(),
        Condition::Any => "any".into(),
        Condition::Response { status, code, .. } => map([
            ("status", status.as_ref().map_or(Value::Null, statuses)),
            (
                "code",
                match code {
                    CodeCondition::Any => Value::Null,
                    CodeCondition::Present => "present".into(),
                    CodeCondition::Matches(pattern) => pattern.as_str().into(),
                },
            ),
        ]),
    }
}

/// Returns statuses as in catalogs: a number, or a class such as `4xx`.
fn statuses(statuses: &Statuses) -> Value {
    let range = |(_, first, last): &(_, u16, u16)| {
        if first == last { Value::number(*first) } else { format!("{}xx", first / 100).as_str().into() }
    };
    Value::List(statuses.ranges.iter().map(range).collect())
}

fn map<const N: usize>(facts: [(&str, Value); N]) -> Value {
    let present = facts.into_iter().filter(|(_, value)| !value.is_null());
    Value::Map(present.map(|(key, value)| (key.to_owned(), value)).collect())
}
