//! Go: constants with `iota`, variables, maps, and functions that switch over constants.

use tree_sitter::Node;

use super::item::{Item, Value};
use super::reader::{DEEPEST, Entry, Reader};
use super::syntax::{children, commented, integer, line, status, unescaped};

/// Reads a file.
pub(super) fn read(root: Node<'_>, reader: &mut Reader<'_>) {
    for node in children(root) {
        signature(node, reader);
    }
    for (node, comment) in commented(root, reader.source) {
        match node.kind() {
            "const_declaration" => constants(node, &comment, reader),
            "var_declaration" => variables(node, &comment, reader),
            "function_declaration" | "method_declaration" => function(node, reader),
            _ => {}
        }
    }
    let exported = |item: &Item| item.name.starts_with(char::is_uppercase);
    if reader.items.iter().any(exported) {
        // Tables may be private; their entries are not.
        let is_table =
            |item: &Item| item.key.is_some() || matches!(item.value, Value::Map(_) | Value::List(_));
        reader.items.retain(|item| exported(item) || is_table(item));
    }
}

/// Remembers the parameters of a function, or the fields of a struct.
fn signature(node: Node<'_>, reader: &mut Reader<'_>) {
    let names = |list: Node<'_>| -> Vec<String> {
        let mut names = Vec::new();
        for declaration in children(list) {
            let mut cursor = declaration.walk();
            let own = declaration.children_by_field_name("name", &mut cursor);
            names.extend(own.map(|name| reader.text(name).to_owned()));
        }
        names
    };
    let (name, list) = match node.kind() {
        "function_declaration" => (reader.field(node, "name"), node.child_by_field_name("parameters")),
        "type_declaration" => {
            let Some(spec) = node.named_child(0).filter(|spec| spec.kind() == "type_spec") else { return };
            let list = spec.child_by_field_name("type").filter(|kind| kind.kind() == "struct_type");
            (reader.field(spec, "name"), list.and_then(|kind| kind.named_child(0)))
        }
        _ => return,
    };
    if let (Some(name), Some(list)) = (name, list) {
        let names = names(list);
        reader.signatures.insert(name.to_owned(), names);
    }
}

/// Reads a group of constants. One without a value repeats the expression before it.
fn constants(node: Node<'_>, above: &str, reader: &mut Reader<'_>) {
    let mut before: Option<(Node<'_>, Option<&str>)> = None;
    let specs = commented(node, reader.source);
    let is_single = specs.len() == 1;
    for (position, (spec, comment)) in (0..).zip(specs) {
        if let Some(value) = spec.child_by_field_name("value") {
            before = Some((value, reader.field(spec, "type")));
        }
        let Some((expressions, kind)) = before else { continue };
        let mut cursor = spec.walk();
        let names: Vec<Node<'_>> =
            spec.children_by_field_name("name", &mut cursor).filter(Node::is_named).collect();
        for (name, expression) in names.into_iter().zip(children(expressions)) {
            let value = value(expression, Some(position), DEEPEST, reader);
            let name = reader.text(name);
            if name != "_" {
                reader.add(Item {
                    group: kind.filter(|kind| kind.starts_with(char::is_uppercase)).map(str::to_owned),
                    comment: if is_single && comment.is_empty() { above } else { &comment }.to_owned(),
                    counted: reader.text(expression).contains("iota"),
                    ..Item::new(name, value, line(spec))
                });
            }
        }
    }
}

fn variables(node: Node<'_>, above: &str, reader: &mut Reader<'_>) {
    let list = node.named_child(0).filter(|child| child.kind() == "var_spec_list");
    for (spec, comment) in commented(list.unwrap_or(node), reader.source) {
        let Some(name) = reader.field(spec, "name") else { continue };
        let Some(expression) = spec.child_by_field_name("value").and_then(|values| values.named_child(0))
        else {
            continue;
        };
        let comment = if list.is_none() && comment.is_empty() { above.to_owned() } else { comment };
        if let Some(entries) = entries(expression, reader) {
            reader.add_object(name, entries, &comment, line(spec));
            continue;
        }
        let value = value(expression, None, DEEPEST, reader);
        reader.add(Item { comment, ..Item::new(name, value, line(spec)) });
    }
}

/// Returns the entries of a literal of a map.
fn entries(literal: Node<'_>, reader: &mut Reader<'_>) -> Option<Vec<Entry>> {
    let kind = literal.child_by_field_name("type").filter(|kind| kind.kind() == "map_type")?;
    let inner = reader.field(kind, "value").map(|kind| kind.trim_start_matches('*'));
    let body = literal.child_by_field_name("body")?;
    let mut entries = Vec::new();
    for (node, comment) in commented(body, reader.source) {
        let [key, own] = children(node)[..] else { continue };
        let (key, value) = (element(key, None, DEEPEST, reader), element(own, inner, DEEPEST, reader));
        entries.push(Entry { key, value, comment, line: line(node) });
    }
    Some(entries)
}

/// Reads a function that returns a literal for each constant, as a map.
fn function(node: Node<'_>, reader: &mut Reader<'_>) {
    let (Some(name), Some(body)) = (reader.field(node, "name"), node.child_by_field_name("body")) else {
        return;
    };
    let statements = children(body).into_iter().flat_map(children);
    let mut entries = Vec::new();
    for case in statements.filter(|node| node.kind() == "expression_switch_statement").flat_map(children) {
        let keys = case.child_by_field_name("value").filter(|_| case.kind() == "expression_case");
        let result = children(case).into_iter().find(|node| node.kind() == "statement_list");
        let result = result
            .and_then(|statements| statements.named_child(0))
            .filter(|statement| statement.kind() == "return_statement")
            .and_then(|statement| statement.named_child(0)?.named_child(0));
        let (Some(keys), Some(result)) = (keys, result) else { continue };
        let value = value(result, None, DEEPEST, reader);
        let keys = children(keys).into_iter().filter(|key| key.kind() == "identifier");
        entries.extend(keys.map(|key| (Value::Name(reader.text(key).to_owned()), value.clone())));
    }
    if !entries.is_empty() {
        reader.add(Item::new(name, Value::Map(entries), line(node)));
    }
}

/// Reads an expression. `iota` is the position in a group of constants.
fn value(node: Node<'_>, iota: Option<i64>, depth: usize, reader: &mut Reader<'_>) -> Value {
    let Some(depth) = depth.checked_sub(1) else { return Value::Unknown };
    let written = reader.text(node);
    let number =
        || integer(written).map_or(Value::Unknown, |(number, digits)| Value::Integer(number, digits));
    match node.kind() {
        "iota" => iota.map_or(Value::Unknown, Value::integer),
        "int_literal" => number(),
        "interpreted_string_literal" => {
            let inner = written.get(1..written.len().saturating_sub(1)).and_then(unescaped);
            inner.map_or(Value::Unknown, Value::Text)
        }
        "raw_string_literal" => Value::Text(written.trim_matches('`').to_owned()),
        "true" | "false" => Value::Bool(written == "true"),
        "identifier" => Value::Name(written.to_owned()),
        "literal_element" | "parenthesized_expression" => inner(node, iota, depth, reader),
        "unary_expression" if written.starts_with('-') => {
            let operand = inner(node, iota, depth, reader);
            reader.negative(operand)
        }
        // A pointer to a literal.
        "unary_expression" if written.starts_with('&') => inner(node, iota, depth, reader),
        "binary_expression" => {
            let parts = ["left", "right"].map(|side| match node.child_by_field_name(side) {
                Some(side) => value(side, iota, depth, reader),
                None => Value::Unknown,
            });
            let [left, right] = parts;
            let operator = reader.field(node, "operator").unwrap_or_default();
            reader.binary(operator, left, right)
        }
        "selector_expression" => {
            let found = reader.field(node, "field").and_then(status);
            found.filter(|_| written.starts_with("http.")).map_or(Value::Unknown, Value::Status)
        }
        "call_expression" => call(node, iota, depth, reader),
        "composite_literal" => {
            let Some(kind) = node.child_by_field_name("type") else { return Value::Unknown };
            let own = if kind.kind() == "type_identifier" { Some(written_type(kind, reader)) } else { None };
            let inner = kind.child_by_field_name("element").map(|kind| written_type(kind, reader));
            let body = node.child_by_field_name("body");
            body.map_or(Value::Unknown, |body| elements(body, own, inner, depth, reader))
        }
        "literal_value" => elements(node, None, None, depth, reader),
        _ => Value::Unknown,
    }
}

fn inner(node: Node<'_>, iota: Option<i64>, depth: usize, reader: &mut Reader<'_>) -> Value {
    node.named_child(0).map_or(Value::Unknown, |node| value(node, iota, depth, reader))
}

/// Reads a call. One with a single argument that is computed from `iota` is a conversion.
fn call(node: Node<'_>, iota: Option<i64>, depth: usize, reader: &mut Reader<'_>) -> Value {
    let Some(arguments) = node.child_by_field_name("arguments") else { return Value::Unknown };
    let name = reader.field(node, "function").unwrap_or_default();
    let arguments = children(arguments);
    if let [only] = arguments[..]
        && !reader.signatures.contains_key(name)
        && let number @ Value::Integer(..) = value(only, iota, depth, reader)
    {
        return number;
    }
    let arguments = arguments.into_iter().map(|node| (None, value(node, iota, depth, reader)));
    Value::Call(name.to_owned(), arguments.collect())
}

/// Returns the name of a type, without the mark of a pointer.
fn written_type<'s>(kind: Node<'_>, reader: &Reader<'s>) -> &'s str {
    reader.text(kind).trim_start_matches('*')
}

/// Reads the elements of a literal of a type: a struct with or without names, or a list. `inner` is
/// the type of elements that are written without one.
fn elements(
    body: Node<'_>,
    name: Option<&str>,
    inner: Option<&str>,
    depth: usize,
    reader: &mut Reader<'_>,
) -> Value {
    let mut entries = Vec::new();
    let mut items = Vec::new();
    for node in children(body) {
        match (node.kind(), &children(node)[..]) {
            ("keyed_element", [key, own]) => {
                let name = reader.text(*key).trim_matches('"').to_owned();
                entries.push((Value::Text(name), element(*own, inner, depth, reader)));
            }
            _ => items.push(element(node, inner, depth, reader)),
        }
    }
    match name {
        _ if !entries.is_empty() => Value::Map(entries),
        Some(name) => Value::Call(name.to_owned(), items.into_iter().map(|item| (None, item)).collect()),
        None => Value::List(items),
    }
}

/// Reads an element of a literal. One without a type has the type `inner`.
fn element(node: Node<'_>, inner: Option<&str>, depth: usize, reader: &mut Reader<'_>) -> Value {
    match node.named_child(0) {
        Some(literal) if literal.kind() == "literal_value" && depth > 0 => {
            elements(literal, inner, None, depth - 1, reader)
        }
        _ => value(node, None, depth, reader),
    }
}
