//! A ledger as text: one object a line, in one form only, so that equal ledgers are equal bytes.

use super::{Acceptance, Contract, Ledger, Param, Promise};
use crate::format::vocabulary::{Term, Visibility};
use crate::order;
use crate::text::quote::double_quoted;

impl Ledger {
    /// The text of the file: the head, the codes in the order of their bytes, the accepted changes. Absent facts are left out.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut promises: Vec<&Promise> = self.promises.iter().collect();
        order::sort(&mut promises, &|a, b| (&a.code, &a.family).cmp(&(&b.code, &b.family)));
        let mut accepted: Vec<&Acceptance> = self.accepted.iter().collect();
        order::sort(&mut accepted, &|a, b| (&a.subject, a.rule).cmp(&(&b.subject, b.rule)));
        let lines = std::iter::once(head(self))
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

/// The code first, so that two branches that give it away write the same beginning into the same place.
fn promise(promise: &Promise) -> Object {
    let mut line = Object::default()
        .text("code", &promise.code)
        .text("family", &promise.family)
        .maybe("first", promise.first.as_deref())
        .text("state", promise.state.as_str())
        .text("ident", &promise.ident)
        .maybe("name", promise.name.as_deref());
    if !promise.names.is_empty() {
        let names = promise.names.iter().fold(Object::default(), |names, (key, name)| names.text(key, name));
        line = line.raw("names", &names.close());
    }
    if let Some(status) = promise.status {
        line = line.raw("status", &status.to_string());
    }
    line = line.maybe("retry", promise.retry.map(Term::as_str));
    for (key, params) in [("params", &promise.params), ("details", &promise.details)] {
        if !params.is_empty() {
            let all = params.iter().fold(Object::default(), |all, param| all.raw(&param.name, &param.form()));
            line = line.raw(key, &all.close());
        }
    }
    line = line.maybe("mask", promise.mask.as_deref());
    if promise.visibility != Visibility::Public {
        line = line.text("visibility", promise.visibility.as_str());
    }
    if !promise.aliases.is_empty() {
        let aliases: Vec<String> = promise.aliases.iter().map(|alias| double_quoted(alias)).collect();
        line = line.raw("aliases", &format!("[{}]", aliases.join(",")));
    }
    line.maybe("message", promise.message.as_deref()).maybe("description", promise.description.as_deref())
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
    /// The line that accepts the change.
    #[must_use]
    pub fn to_line(&self) -> String {
        acceptance(self).close()
    }
}

impl Param {
    /// What clients rely on, as catalogs write it: a type, a list of it, or a map that says more.
    #[must_use]
    pub fn form(&self) -> String {
        let scalar = double_quoted(self.scalar.as_str());
        let scalar = if self.list { format!("[{scalar}]") } else { scalar };
        if !self.optional && !self.sensitive {
            return scalar;
        }
        let flags = [("optional", self.optional), ("sensitive", self.sensitive)];
        let given = flags.into_iter().filter(|(_, given)| *given);
        given.fold(Object::default().raw("type", &scalar), |form, (key, _)| form.raw(key, "true")).close()
    }
}

/// A JSON object on one line, with its keys in the order they are given.
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
