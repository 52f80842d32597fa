//! Lowers parameters and details, and makes Rust fields from their names.

use std::collections::BTreeMap;

use super::extensions::extensions;
use super::names::{self, Named, placeholder};
use super::report;
use crate::diag::{Finding, Findings};
use crate::format::vocabulary::Scalar;
use crate::model::{Error, Object, Param, Type};
use crate::source::Spanned;
use crate::syntax::ast::{self, Text};
use crate::text::case;
use crate::text::ident::{Ident, NotAnIdent};

/// Lowers the parameters, details or members of the struct `owner`, and reports names that become
/// the same field.
pub(super) fn lower(list: &[ast::Param], owner: &Ident, findings: &mut Findings) -> Vec<Param> {
    let params: Vec<Param> = list.iter().map(|param| self::param(param, owner, findings)).collect();
    let named: Vec<Named<'_>> = params
        .iter()
        .zip(list)
        .map(|(param, source)| Named {
            name: param.field.as_str(),
            place: source.field.as_ref().map_or(source.name.span, |field| field.span),
            subject: &param.name,
        })
        .collect();
    let help = "give one of the two its own `field`";
    findings.extend(names::collisions(&named, "the field", help));
    params
}

fn param(source: &ast::Param, owner: &Ident, findings: &mut Findings) -> Param {
    let field = match &source.field {
        Some(given) => self::given(given, findings),
        None => made(&source.name, findings),
    };
    let field = field.unwrap_or_else(|| placeholder(0, source.name.span));
    Param {
        name: source.name.clone(),
        ty: match &source.ty {
            Some(ty) => self::ty(ty, owner, &field, findings),
            None => Type::Scalar(Scalar::String),
        },
        field,
        field_given: source.field.is_some(),
        optional: source.optional,
        sensitive: source.sensitive,
        description: source.description.as_ref().map(|text| text.value.clone()),
        extensions: extensions(&source.extensions),
    }
}

/// Lowers a type. The struct of an object is called after the struct and the field that contain it.
fn ty(source: &ast::Type, owner: &Ident, field: &Ident, findings: &mut Findings) -> Type {
    match source {
        ast::Type::Scalar(scalar) => Type::Scalar(*scalar),
        ast::Type::List(item) => Type::List(Box::new(ty(item, owner, field, findings))),
        ast::Type::Object(members) => {
            let name = format!("{owner}{}", case::upper_camel(field.as_str()));
            let ident = Ident::field(&name).unwrap_or_else(|_| owner.clone());
            Type::Object(Object { members: lower(members, &ident, findings), ident })
        }
    }
}

/// Reports structs of objects that have the name of another struct or of a generated type.
pub(super) fn report_collisions(errors: &[&Error], findings: &mut Findings) {
    let (mut of_params, mut of_details) = (Structs::default(), Structs::default());
    for error in errors {
        // Two errors of one name are reported as such.
        if error.params.as_ref().is_some_and(|params| !params.is_empty()) {
            of_params.errors.entry(error.ident.as_str()).or_insert(*error);
        }
        if !error.details.is_empty() {
            of_details.errors.entry(error.ident.as_str()).or_insert(*error);
        }
    }
    for error in errors {
        of_params.add(error.params.as_deref().unwrap_or_default());
        of_details.add(&error.details);
    }
    for param in of_params
        .objects
        .iter()
        .filter(|param| param.ty.object().is_some_and(|object| names::is_type(object.ident.as_str())))
    {
        let name = param.ty.object().map_or("", |object| object.ident.as_str());
        let reason = "is the name of a generated type and cannot name the struct of an object";
        let help = "give the member another `field`".to_owned();
        findings.push(report::reserved_ident(param.name.span, name, reason, help));
    }
    findings.extend(of_params.collisions());
    findings.extend(of_details.collisions());
}

/// The structs of one module.
#[derive(Default)]
struct Structs<'m> {
    errors: BTreeMap<&'m str, &'m Error>,
    /// The parameters and members with objects.
    objects: Vec<&'m Param>,
}

impl<'m> Structs<'m> {
    fn add(&mut self, params: &'m [Param]) {
        for param in params {
            if let Some(object) = param.ty.object() {
                self.objects.push(param);
                self.add(&object.members);
            }
        }
    }

    fn collisions(&self) -> Vec<Finding> {
        let errors = self.errors.iter().map(|(name, error)| Named {
            name,
            place: error.code.span,
            subject: &error.code,
        });
        let objects = self.objects.iter().filter_map(|param| {
            let name = param.ty.object()?.ident.as_str();
            Some(Named { name, place: param.name.span, subject: &param.name })
        });
        let help = "give the member another `field`, or the error its own `ident`";
        if self.objects.is_empty() {
            return Vec::new();
        }
        names::collisions(&errors.chain(objects).collect::<Vec<_>>(), "the struct", help)
    }
}

/// Checks the field that the catalog names.
fn given(field: &Text, findings: &mut Findings) -> Option<Ident> {
    let is_snake = !field.contains(char::is_uppercase) && !field.contains("__");
    match Ident::field(field) {
        Ok(ident) if is_snake => return Some(ident),
        _ => {}
    }
    let help = match from_name(field) {
        Ok(better) => format!("use a name in snake_case; did you mean `{better}`?"),
        Err(_) => "use a name in snake_case that is not a Rust keyword".to_owned(),
    };
    findings.push(report::reserved_ident(field.span, field, "cannot name a field", help));
    None
}

/// Makes the field from the name.
fn made(name: &Spanned<String>, findings: &mut Findings) -> Option<Ident> {
    let reason = match from_name(name) {
        Ok(ident) => return Some(ident),
        Err(NotAnIdent::Foreign) => "has letters that the name of a field does not have",
        Err(_) => "contains no letter or digit to make the name of a field from",
    };
    let help = "choose a field: `{ type: …, field: value }`; messages and responses use the name as it is"
        .to_owned();
    findings.push(report::reserved_ident(name.span, name, reason, help));
    None
}

fn from_name(name: &str) -> Result<Ident, NotAnIdent> {
    let snake = case::snake(name);
    Ident::field(&snake).or_else(|reason| match reason {
        NotAnIdent::Keyword => Ident::field(&format!("{snake}_")),
        _ => Err(reason),
    })
}
