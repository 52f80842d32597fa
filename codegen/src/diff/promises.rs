//! Converts a catalog to the form of a ledger.

use super::{classes, envelope};
use crate::format::attributes::Attribute;
use crate::format::vocabulary::State;
use crate::ledger::{Contract, Ledger, Param, Promise, Remains, Type, is_usual};
use crate::model::{self, Catalog, Error};
use crate::order;
use crate::value::Value;

/// Returns the ledger that the first release of the catalog would write.
#[must_use]
pub fn promises(catalog: &Catalog) -> Ledger {
    Ledger {
        place: catalog.place,
        version: catalog.version.clone(),
        contract: Some(Contract {
            code_type: catalog.code_type,
            unique: catalog.unique,
            status: catalog.status,
        }),
        promises: catalog.errors.iter().map(|entry| promise(catalog, entry)).collect(),
        accepted: Vec::new(),
        classes: Some(classes::classes(catalog)),
        envelope: Some(envelope::envelope(catalog)),
        exhaustive: catalog.exhaustive,
        merged: false,
        newer: false,
        damaged: false,
    }
}

fn promise(catalog: &Catalog, entry: &Error) -> Promise {
    let state = match (&entry.retired, &entry.deprecated) {
        (Some(_), _) => State::Retired,
        (None, Some(_)) => State::Deprecated,
        (None, None) => State::Active,
    };
    let mut names = entry.names.clone();
    order::sort(&mut names, &|(a, _), (b, _)| a.cmp(b));
    names.iter_mut().flat_map(|(_, names)| names).for_each(|name| name.extensions.clear());
    let mut aliases: Vec<String> = entry.aliases.iter().map(|alias| alias.value.clone()).collect();
    order::sort(&mut aliases, &Ord::cmp);
    aliases.dedup();
    let promise = Promise {
        place: entry.code.span,
        code: entry.code.value.clone(),
        family: catalog.family_of(entry).id.clone(),
        first: catalog.version.clone(),
        at: None,
        state,
        ident: entry.ident.as_str().to_owned(),
        name: entry.name.as_ref().map(|name| name.value.clone()),
        names,
        status: entry.status.map(|status| status.value),
        retry: entry.retry,
        params: params(entry.params.as_deref().unwrap_or_default()),
        details: params(&entry.details),
        mask: entry.mask.map(|mask| catalog.errors[mask.value].code.value.clone()),
        visibility: entry.visibility,
        aliases,
        message: entry.message.as_ref().map(|message| message.value.clone()),
        description: entry.description.clone(),
        declared: declared(catalog, entry),
        facts: Attribute::recorded()
            .map(|attribute| (attribute, catalog.attribute(entry, attribute)))
            .filter(|(attribute, value)| !is_usual(*attribute, value))
            .collect(),
        remains: None,
    };
    let remains = (state == State::Retired).then(|| Box::new(Remains::of(&promise)));
    Promise { remains, ..promise }
}

fn declared(catalog: &Catalog, entry: &Error) -> Vec<(String, Value)> {
    let facts = catalog.facts_of(entry).into_iter().filter(|(_, value)| **value != Value::Bool(false));
    let mut facts: Vec<_> = facts.map(|(name, value)| (name.to_owned(), value.clone())).collect();
    order::sort(&mut facts, &|(a, _), (b, _)| a.cmp(b));
    facts
}

fn params(list: &[model::Param]) -> Vec<Param> {
    let param = |param: &model::Param| Param {
        name: param.name.value.clone(),
        ty: ty(&param.ty),
        optional: param.optional,
        sensitive: param.sensitive,
    };
    let mut params: Vec<Param> = list.iter().map(param).collect();
    order::sort(&mut params, &|a, b| a.name.cmp(&b.name));
    params
}

fn ty(ty: &model::Type) -> Type {
    match ty {
        model::Type::Scalar(scalar) => Type::Scalar(*scalar),
        model::Type::List(item) => Type::List(Box::new(self::ty(item))),
        model::Type::Object(object) => Type::Object(params(&object.members)),
    }
}
