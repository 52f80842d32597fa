//! TypeScript and JavaScript: enums, objects, constants, classes, and unions of texts.

use tree_sitter::Node;

use super::item::{Item, Value};
use super::reader::{DEEPEST, Entry, Reader};
use super::syntax::{children, commented, integer, line, status, unescaped};

/// Reads a file.
pub(super) fn read(root: Node<'_>, reader: &mut Reader<'_>) {
    block(root, DEEPEST, reader);
}

fn block(node: Node<'_>, depth: usize, reader: &mut Reader<'_>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    for (node, comment) in commented(node, reader.source) {
        statement(node, &comment, depth, reader);
    }
}

fn statement(node: Node<'_>, comment: &str, depth: usize, reader: &mut Reader<'_>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match node.kind() {
        "export_statement" | "ambient_declaration" | "expression_statement" => {
            if let Some(value) = node.child_by_field_name("value") {
                variable("default", value, comment, depth, reader);
                return;
            }
            for child in children(node) {
                statement(child, comment, depth, reader);
            }
        }
        "internal_module" | "module" => {
            if let Some(body) = node.child_by_field_name("body") {
                block(body, depth, reader);
            }
        }
        "enum_declaration" => enumeration(node, reader),
        "lexical_declaration" | "variable_declaration" => {
            for declarator in children(node) {
                let (Some(name), Some(value)) =
                    (reader.field(declarator, "name"), declarator.child_by_field_name("value"))
                else {
                    continue;
                };
                variable(name, value, comment, depth, reader);
            }
        }
        // `module.exports = …` and `exports.NAME = …`
        "assignment_expression" => {
            let (Some(name), Some(value)) = (reader.field(node, "left"), node.child_by_field_name("right"))
            else {
                return;
            };
            if name.contains("exports") {
                variable(last(name), value, comment, depth, reader);
            }
        }
        "class_declaration" => class(node, comment, reader),
        "function_declaration" => {
            if let (Some(name), Some(list)) =
                (reader.field(node, "name"), node.child_by_field_name("parameters"))
            {
                let parameters = parameters(list, reader);
                reader.signatures.insert(name.to_owned(), parameters);
            }
        }
        "type_alias_declaration" => union(node, reader),
        _ => {}
    }
}

fn parameters(list: Node<'_>, reader: &Reader<'_>) -> Vec<String> {
    let names = children(list).into_iter().filter_map(|parameter| reader.field(parameter, "pattern"));
    names.map(str::to_owned).collect()
}

/// Reads the members of an enum. A member without a value counts on from the one before it.
fn enumeration(node: Node<'_>, reader: &mut Reader<'_>) {
    let group = reader.field(node, "name").map(str::to_owned);
    let Some(body) = node.child_by_field_name("body") else { return };
    let mut next = Some(0_i64);
    for (member, comment) in commented(body, reader.source) {
        let (name, value, counted) = match member.kind() {
            "enum_assignment" => {
                let (Some(name), Some(value)) =
                    (member.child_by_field_name("name"), member.child_by_field_name("value"))
                else {
                    continue;
                };
                (name, self::value(value, DEEPEST, reader), false)
            }
            _ => (member, next.map_or(Value::Unknown, Value::integer), true),
        };
        next = match value {
            Value::Integer(number, _) => number.checked_add(1),
            _ => None,
        };
        let item = Item::new(&key(name, reader).key(), value, line(member));
        reader.add(Item { group: group.clone(), comment, counted, ..item });
    }
}

/// Reads a constant: an object, a list, or one value.
fn variable(name: &str, value: Node<'_>, comment: &str, depth: usize, reader: &mut Reader<'_>) {
    let value = unwrapped(value);
    let line = line(value);
    match value.kind() {
        "object" => {
            let mut entries = Vec::new();
            for (pair, comment) in commented(value, reader.source) {
                if let Some((key, value)) = pair_of(pair, depth, reader) {
                    entries.push(Entry { key, value, comment, line: self::line(pair) });
                }
            }
            reader.add_object(name, entries, comment, line);
        }
        "array" => {
            for (element, comment) in commented(value, reader.source) {
                let value = self::value(element, depth, reader);
                let item = Item::new("", value, self::line(element));
                reader.add(Item { group: Some(name.to_owned()), comment, ..item });
            }
        }
        _ => {
            let value = self::value(value, depth, reader);
            reader.add(Item { comment: comment.to_owned(), ..Item::new(name, value, line) });
        }
    }
}

/// Reads the fields of a class, and remembers the parameters of its constructor.
fn class(node: Node<'_>, above: &str, reader: &mut Reader<'_>) {
    let (Some(class), Some(body)) = (reader.field(node, "name"), node.child_by_field_name("body")) else {
        return;
    };
    for (member, comment) in commented(body, reader.source) {
        if let ("method_definition", Some("constructor"), Some(list)) =
            (member.kind(), reader.field(member, "name"), member.child_by_field_name("parameters"))
        {
            let parameters = parameters(list, reader);
            reader.signatures.insert(class.to_owned(), parameters);
        }
        let (Some(name), Some(value)) =
            (member.child_by_field_name("name"), member.child_by_field_name("value"))
        else {
            continue;
        };
        let value = self::value(value, DEEPEST, reader);
        let item = Item::new(&key(name, reader).key(), value, line(member));
        // What describes the class describes its code if it has one itself.
        let comment = if comment.is_empty() && !is_constant(&item.name) { above.to_owned() } else { comment };
        reader.add(Item { group: Some(class.to_owned()), comment, ..item });
    }
}

/// Returns `true` if a name is that of a constant, not that of an attribute.
fn is_constant(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

/// Reads a union of texts, such as `type Code = "cart_empty" | "cart_full"`.
fn union(node: Node<'_>, reader: &mut Reader<'_>) {
    let (Some(group), Some(mut rest)) = (reader.field(node, "name"), node.child_by_field_name("value"))
    else {
        return;
    };
    let mut texts = Vec::new();
    while rest.kind() == "union_type" {
        let parts = children(rest);
        let Some((first, others)) = parts.split_first() else { return };
        let (next, last) = match others.last() {
            Some(last) => (*first, *last),
            None => (*first, *first),
        };
        texts.push(last);
        if others.is_empty() {
            break;
        }
        rest = next;
    }
    texts.push(rest);
    texts.dedup();
    for literal in texts.into_iter().rev().filter(|literal| literal.kind() == "literal_type") {
        let Some(text) = literal.named_child(0) else { continue };
        let item = Item::new("", value(text, DEEPEST, reader), line(literal));
        reader.add(Item { group: Some(group.to_owned()), ..item });
    }
}

/// Returns the expression inside `as const`, `satisfies T`, brackets, and `Object.freeze(…)`.
fn unwrapped(mut node: Node<'_>) -> Node<'_> {
    loop {
        let inner = match node.kind() {
            "as_expression" | "satisfies_expression" | "parenthesized_expression" | "non_null_expression" => {
                children(node).first().copied()
            }
            "call_expression" => {
                let arguments = node.child_by_field_name("arguments").map(children).unwrap_or_default();
                let is_wrapper = |only: &&Node<'_>| arguments.len() == 1 && only.kind() == "object";
                arguments.first().filter(is_wrapper).copied()
            }
            _ => None,
        };
        match inner {
            Some(inner) => node = inner,
            None => return node,
        }
    }
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Returns a key: a text, a number, or the name of another value in brackets.
fn key(node: Node<'_>, reader: &mut Reader<'_>) -> Value {
    match node.kind() {
        "computed_property_name" => match children(node).first() {
            Some(name) if matches!(name.kind(), "member_expression" | "identifier") => {
                Value::Name(last(reader.text(*name)).to_owned())
            }
            Some(name) => value(*name, 1, reader),
            None => Value::Unknown,
        },
        "property_identifier" | "private_property_identifier" => Value::Text(reader.text(node).to_owned()),
        _ => value(node, 1, reader),
    }
}

fn pair_of(pair: Node<'_>, depth: usize, reader: &mut Reader<'_>) -> Option<(Value, Value)> {
    let (name, own) = (pair.child_by_field_name("key")?, pair.child_by_field_name("value")?);
    Some((key(name, reader), value(own, depth, reader)))
}

fn value(node: Node<'_>, depth: usize, reader: &mut Reader<'_>) -> Value {
    let Some(depth) = depth.checked_sub(1) else { return Value::Unknown };
    let node = unwrapped(node);
    let written = reader.text(node);
    match node.kind() {
        "number" => {
            integer(written).map_or(Value::Unknown, |(number, digits)| Value::Integer(number, digits))
        }
        "string" | "template_string" if node.kind() == "string" || !written.contains("${") => {
            let inner = written.get(1..written.len().saturating_sub(1)).and_then(unescaped);
            inner.map_or(Value::Unknown, Value::Text)
        }
        "true" | "false" => Value::Bool(written == "true"),
        "identifier" => Value::Name(written.to_owned()),
        "unary_expression" if written.starts_with('-') => match node.child_by_field_name("argument") {
            Some(operand) => {
                let operand = value(operand, depth, reader);
                reader.negative(operand)
            }
            None => Value::Unknown,
        },
        "binary_expression" => {
            let [left, right] = ["left", "right"].map(|side| match node.child_by_field_name(side) {
                Some(side) => value(side, depth, reader),
                None => Value::Unknown,
            });
            let operator = reader.field(node, "operator").unwrap_or_default();
            reader.binary(operator, left, right)
        }
        "member_expression" => {
            let name = last(written);
            match status(name).filter(|_| written.to_lowercase().contains("status")) {
                Some(status) => Value::Status(status),
                None => Value::Name(name.to_owned()),
            }
        }
        "array" => Value::List(children(node).into_iter().map(|node| value(node, depth, reader)).collect()),
        "object" => {
            Value::Map(children(node).into_iter().filter_map(|pair| pair_of(pair, depth, reader)).collect())
        }
        "new_expression" | "call_expression" => {
            let name = reader.field(node, "constructor").or_else(|| reader.field(node, "function"));
            let arguments = node.child_by_field_name("arguments").map(children).unwrap_or_default();
            let arguments = arguments.into_iter().map(|node| (None, value(node, depth, reader)));
            Value::Call(name.unwrap_or_default().to_owned(), arguments.collect())
        }
        _ => Value::Unknown,
    }
}
