//! The types of details in TypeScript.

use errcat_build::unstable::format::vocabulary::Scalar;
use errcat_build::unstable::model::{Catalog, Error, Fact, Param, Type};

use super::escape::{comment, key};

/// Returns the type of the details of an error, or `None` if it declares none. They include the
/// parameters, unless the envelope has a place for those.
pub(super) fn details(catalog: &Catalog, error: &Error) -> Option<String> {
    let has_place = catalog.envelope.members.iter().any(|member| member.fact() == Fact::Params);
    let params = error.params.iter().flatten().filter(|_| !has_place);
    let mut members: Vec<&Param> = params.collect();
    for detail in &error.details {
        members.retain(|known| known.name.value != detail.name.value);
        members.push(detail);
    }
    (!members.is_empty()).then(|| object(members.into_iter()))
}

fn object<'m>(members: impl Iterator<Item = &'m Param>) -> String {
    let member = |param: &Param| {
        let about = param.description.as_ref().map(|text| format!("/** {} */ ", comment(text)));
        let optional = if param.optional { "?" } else { "" };
        format!("{}{}{optional}: {}", about.unwrap_or_default(), key(&param.name), ty(&param.ty))
    };
    let members: Vec<String> = members.map(member).collect();
    format!("{{ {} }}", members.join("; "))
}

fn ty(ty: &Type) -> String {
    match ty {
        Type::Scalar(scalar) => match scalar {
            Scalar::Bool => "boolean",
            Scalar::String | Scalar::Timestamp | Scalar::Url | Scalar::Uuid => "string",
            _ => "number",
        }
        .to_owned(),
        Type::List(item) => match self::ty(item) {
            item if item.starts_with('{') => format!("({item})[]"),
            item => format!("{item}[]"),
        },
        Type::Object(object) => self::object(object.members.iter()),
    }
}
