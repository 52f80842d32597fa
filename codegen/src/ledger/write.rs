//! Writes a ledger in its only form: one object per line, so that equal ledgers have equal bytes.

use super::{Acceptance, Contract, Ledger, Param, Promise, is_usual};
use crate::format::attributes::Attribute;
use crate::format::vocabulary::Term;
use crate::order;
use crate::text::quote::double_quoted;
use crate::value::Value;

impl Ledger {
    /// Returns the text of the file: the header, the codes sorted by bytes, and the accepted
    /// changes. Absent facts are omitted.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut promises: Vec<&Promise> = self.promises.iter().collect();
        order::sort(&mut promises, &|a, b| {
            (&a.code, &a.family, &a.ident).cmp(&(&b.code, &b.family, &b.ident))
        });
        let mut accepted: Vec<&Acceptance> = self.accepted.iter().collect();
        order::sort(&mut accepted, &|a, b| (&a.subject, a.rule).cmp(&(&b.subject, b.rule)));
        let parts = [("classes", &self.classes), ("envelope", &self.envelope)];
        let parts = parts.into_iter().filter_map(|(key, value)| {
            let value = value.as_ref().filter(|value| !is_usual(Attribute::Facts, value))?;
            Some(Object::default().raw(key, &json(value)))
        });
        let lines = std::iter::once(head(self))
            .chain(parts)
            .chain(promises.into_iter().map(promise))
            .chain(accepted.into_iter().map(acceptance));
        lines.map(|line| line.close() + "\n").collect()
    }
}

fn head(ledger: &Ledger) -> Object {
    let head = Object::default().raw("errcat", "1").maybe("version", ledger.version.as_deref());
    match ledger.contract {
        None => head,
        Some(Contract { code_type, unique, status }) => head
            .text("type", code_type.as_str())
            .text("unique", unique.as_str())
            .text("status", status.as_str()),
    }
}

/// Returns the line of a code. The code comes first, so that two branches that add the same code
/// conflict in git, followed by every attribute that clients rely on.
fn promise(promise: &Promise) -> Object {
    let line = Object::default()
        .text("code", &promise.code)
        .text("family", &promise.family)
        .maybe("first", promise.first.as_deref())
        .maybe("at", promise.at.as_deref())
        .text("state", promise.state.as_str());
    let line = Attribute::promised().fold(line, |line, attribute| {
        let value = promise.attribute(attribute);
        if is_usual(attribute, &value) { line } else { line.raw(attribute.row().key, &json(&value)) }
    });
    match &promise.remains {
        Some(remains) => line.raw("remains", &json(&remains.value())),
        None => line,
    }
}

fn acceptance(acceptance: &Acceptance) -> Object {
    let line = Object::default().text("accept", acceptance.rule.as_str());
    let line = match &acceptance.subject {
        Some((family, code)) => line.text("code", code).text("family", family),
        None => line,
    };
    line.text("reason", &acceptance.reason)
}

impl Acceptance {
    /// Returns the line that accepts the change.
    #[must_use]
    pub fn to_line(&self) -> String {
        acceptance(self).close()
    }
}

impl Param {
    /// Returns [`declaration`](Self::declaration) as JSON.
    #[must_use]
    pub fn form(&self) -> String {
        json(&self.declaration())
    }
}

/// A value as JSON on one line.
fn json(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.clone(),
        Value::Text(text) => double_quoted(text),
        Value::List(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(",")),
        Value::Map(entries) => {
            entries.iter().fold(Object::default(), |map, (key, value)| map.raw(key, &json(value))).close()
        }
    }
}

/// Returns a JSON object on one line, with its keys in the given order.
#[derive(Default)]
struct Object(String);

impl Object {
    fn raw(mut self, key: &str, json: &str) -> Self {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push_str(&double_quoted(key));
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    fn text(self, key: &str, text: &str) -> Self {
        self.raw(key, &double_quoted(text))
    }

    fn maybe(self, key: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(key, text),
            None => self,
        }
    }

    fn close(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }
}
