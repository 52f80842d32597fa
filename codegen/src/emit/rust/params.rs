//! Emits the structs of parameters and details as text. The runtime does everything else.

use super::pretty::{indented, with_alloc};
use super::runtime::RUNTIME_ABOVE;
use super::scope::Scope;
use super::{doc, former, literal};
use crate::format::vocabulary::{Placeholders, Scalar, Term};
use crate::model::{Error, Object, Param, Type};

/// The purpose of a struct.
#[derive(Clone, Copy)]
enum Use {
    Params,
    Details,
}

/// Returns the structs of all parameters, or `None` if there are none.
pub(super) fn emit(scope: &Scope<'_>) -> Option<String> {
    let mut text = String::new();
    for entry in scope.entries {
        if let Some(params) = entry.params.as_deref().filter(|params| !params.is_empty()) {
            push_struct(&mut text, entry, params, Use::Params, renderer(scope.catalog.placeholders));
        }
    }
    let has_struct = |entry: &Error| entry.params.as_deref().is_some_and(|params| !params.is_empty());
    text.push_str(&former::types(scope, has_struct));
    (!text.is_empty()).then_some(text)
}

/// Returns the module of the structs of all details, or `None` if there are none.
pub(super) fn details(scope: &Scope<'_>) -> Option<String> {
    let mut text = String::new();
    for entry in scope.entries.iter().filter(|entry| !entry.details.is_empty()) {
        push_struct(&mut text, entry, &entry.details, Use::Details, None);
    }
    text.push_str(&former::types(scope, |entry| !entry.details.is_empty()));
    (!text.is_empty()).then(|| {
        let items = indented(&text, "    ");
        let about = "/// The details of errors that declare any, as one struct per error.\n";
        format!("{about}pub mod details {{\n    {RUNTIME_ABOVE}\n\n{items}}}\n")
    })
}

/// Appends a struct and its traits.
fn push_struct(text: &mut String, entry: &Error, params: &[Param], purpose: Use, renderer: Option<&str>) {
    if !text.is_empty() {
        text.push('\n');
    }
    let name = entry.ident.as_str();
    let (about, codes, of, derived) = match purpose {
        Use::Params => ("parameters", "Code", "Params", "PartialEq"),
        Use::Details => ("details", "super::Code", "Details", "PartialEq, Debug"),
    };
    doc::push_comment(text, "", &about_struct(entry, about, codes));
    text.push_str(&derive(params, derived));
    push_fields(text, name, params);
    let deprecated = if entry.is_deprecated() {
        "    #[allow(deprecated, reason = \"deprecated codes are still sent\")]\n"
    } else {
        ""
    };
    text.push_str("}\n\n");
    let start = text.len();
    text.push_str(&format!(
        "impl __errcat::{of} for {name} {{\n    type Code = {codes};\n\n{deprecated}    const CODE: {codes} = {codes}::{name};\n\n"
    ));
    push_methods(text, params, renderer);
    if let Use::Params = purpose {
        push_format(text, name, "Debug", &format!("debug(self, {}, f)", literal::string(name)));
        push_format(text, name, "Display", "display(self, f)");
        text.push_str(&format!("\n__errcat::integrate_params! {{ {name} }}\n"));
    }
    need_alloc(text, start);
    push_objects(text, params, &format!("of the {about} of {}", doc::code_span(&entry.code)));
}

/// Returns the docs of a struct: its code and message, then the status.
fn about_struct(entry: &Error, about: &str, codes: &str) -> Vec<String> {
    let mut first = format!("The {about} of [{}]({codes}::{})", doc::code_span(&entry.code), entry.ident);
    match entry.message.as_ref().map(|message| doc::inline(message.as_str())) {
        Some(message) if !message.is_empty() => first.push_str(&format!(" · {message}")),
        _ => first.push('.'),
    }
    let mut lines = vec![first];
    if let Some(status) = &entry.status {
        lines.extend([String::new(), format!("HTTP status {}.", status.value)]);
    }
    lines
}

/// Wraps the traits from `start` on. Without an allocator, the struct exists, and has no traits.
fn need_alloc(text: &mut String, start: usize) {
    let traits = text.split_off(start);
    text.push_str(&with_alloc(&traits));
}

/// Returns the function that fills in the message, unless its placeholders are braces.
fn renderer(placeholders: Placeholders) -> Option<&'static str> {
    (placeholders != Placeholders::Braces).then(|| placeholders.as_str())
}

/// Appends the start of a struct and its fields.
fn push_fields(text: &mut String, name: &str, params: &[Param]) {
    text.push_str(&format!("pub struct {name} {{\n"));
    for param in params {
        doc::push_comment(text, "    ", &documentation(param));
        text.push_str(&format!("    pub {}: {},\n", param.field, field(param)));
    }
}

/// Appends the methods that list the fields and take them from a response, and the end of the
/// implementation.
fn push_methods(text: &mut String, params: &[Param], renderer: Option<&str>) {
    text.push_str("    #[inline]\n    fn fields<'a>(&'a self, fields: &mut __errcat::Fields<'a>) {\n");
    if let Some(renderer) = renderer {
        text.push_str(&format!("        fields.rendered_by(__errcat::params::{renderer});\n"));
    }
    for param in params {
        let (method, wire) = (method(param), literal::string(&param.name));
        text.push_str(&format!("        fields.{method}({wire}, &self.{});\n", param.field));
    }
    text.push_str(
        "    }\n\n    #[inline]\n    fn take(values: &mut __errcat::Taking<'_>) -> Self {\n        Self {\n",
    );
    for param in params {
        let wire = literal::string(&param.name);
        text.push_str(&format!("            {}: values.take({wire}),\n", param.field));
    }
    text.push_str("        }\n    }\n}\n");
}

/// Appends the formatting of a parameter struct, which is the same for all of them.
fn push_format(text: &mut String, name: &str, format: &str, call: &str) {
    text.push_str(&format!(
        "\nimpl ::core::fmt::{format} for {name} {{\n    \
             #[inline]\n    \
             fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {{\n        \
                 __errcat::params::{call}\n    \
             }}\n\
         }}\n"
    ));
}

/// Appends the structs of the objects that parameters contain.
fn push_objects(text: &mut String, params: &[Param], of: &str) {
    let objects = params.iter().filter_map(|param| Some((param, param.ty.object()?)));
    for (param, object) in objects {
        let name = doc::code_span(&param.name);
        let about = match param.ty {
            Type::List(_) => format!("An item of {name} {of}."),
            _ => format!("The value of {name} {of}."),
        };
        push_object(text, object, &about);
        push_objects(text, &object.members, &format!("of {}", doc::code_span(object.ident.as_str())));
    }
}

/// Returns the derived traits. If all fields are optional, `..` can stand for further ones.
fn derive(fields: &[Param], traits: &str) -> String {
    let is_free = !fields.is_empty() && fields.iter().all(|field| field.optional);
    let default = if is_free { "Default, " } else { "" };
    format!("#[derive(Clone, {default}{traits})]\n")
}

/// Appends the struct of an object.
fn push_object(text: &mut String, object: &Object, about: &str) {
    let name = &object.ident;
    text.push('\n');
    doc::push_comment(text, "", &[about.to_owned()]);
    text.push_str(&derive(&object.members, "PartialEq, Debug"));
    push_fields(text, name.as_str(), &object.members);
    text.push_str("}\n\n");
    let start = text.len();
    text.push_str(&format!("impl __errcat::Object for {name} {{\n"));
    push_methods(text, &object.members, None);
    need_alloc(text, start);
}

fn documentation(param: &Param) -> Vec<String> {
    let mut lines = param.description.as_deref().map(doc::paragraphs).unwrap_or_default();
    if lines.is_empty() {
        lines.push(doc::code_span(&param.name));
    }
    let unit = match innermost(&param.ty) {
        Some(Scalar::Url) => "A URL.",
        Some(Scalar::Uuid) => "A UUID.",
        _ => return lines,
    };
    lines.extend([String::new(), unit.to_owned()]);
    lines
}

/// Returns the type of a value, or of the items of a list, unless it is an object.
fn innermost(ty: &Type) -> Option<Scalar> {
    match ty {
        Type::Scalar(scalar) => Some(*scalar),
        Type::List(item) => innermost(item),
        Type::Object(_) => None,
    }
}

/// Returns `true` if a value is always a text that may be shown.
fn is_text(param: &Param) -> bool {
    matches!(param.ty, Type::Scalar(Scalar::String | Scalar::Url | Scalar::Uuid))
        && !param.sensitive
        && !param.optional
}

/// Returns the method that adds a value to the list of fields.
fn method(param: &Param) -> &'static str {
    if is_text(param) { "text" } else { "value" }
}

fn field(param: &Param) -> String {
    let mut ty = ty(&param.ty);
    let wrappers = [(param.sensitive, "__errcat::Sensitive"), (param.optional, "::core::option::Option")];
    for (_, wrapper) in wrappers.into_iter().filter(|(wanted, _)| *wanted) {
        ty = format!("{wrapper}<{ty}>");
    }
    ty
}

fn ty(ty: &Type) -> String {
    match ty {
        Type::Scalar(scalar) => self::scalar(*scalar).to_owned(),
        Type::List(item) => format!("__errcat::alloc::vec::Vec<{}>", self::ty(item)),
        Type::Object(object) => object.ident.to_string(),
    }
}

fn scalar(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String | Scalar::Url | Scalar::Uuid => "__errcat::alloc::string::String",
        Scalar::Bool => "bool",
        Scalar::I8 => "i8",
        Scalar::I16 => "i16",
        Scalar::I32 => "i32",
        Scalar::I64 => "i64",
        Scalar::U8 => "u8",
        Scalar::U16 => "u16",
        Scalar::U32 => "u32",
        Scalar::U64 => "u64",
        Scalar::Float => "f64",
        Scalar::Duration => "::core::time::Duration",
        Scalar::Timestamp => "__errcat::Timestamp",
    }
}
