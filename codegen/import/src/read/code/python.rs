//! Python: enums, classes of constants, classes with a code, constants of modules, and dictionaries.

use tree_sitter::Node;

use super::item::{Item, Value};
use super::reader::{DEEPEST, Entry, Reader};
use super::syntax::{children, commented, integer, line, status, unescaped};

/// Reads a file.
pub(super) fn read(root: Node<'_>, reader: &mut Reader<'_>) {
    block(root, Class::default(), DEEPEST, reader);
}

/// The class around constants.
#[derive(Clone, Copy, Default)]
struct Class<'s> {
    name: Option<&'s str>,
    /// Whether `auto()` gives the name in small letters.
    auto_is_name: bool,
}

fn block(node: Node<'_>, class: Class<'_>, depth: usize, reader: &mut Reader<'_>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    let statements = commented(node, reader.source);
    let mut last = 0_i64;
    for (at, (statement, comment)) in statements.iter().enumerate() {
        let definition = statement.child_by_field_name("definition").unwrap_or(*statement);
        match definition.kind() {
            "class_definition" => self::class(definition, comment, depth, reader),
            "function_definition" => signature(definition, class.name, reader),
            "expression_statement" => {
                let Some((name, node)) = assignment(definition, reader) else { continue };
                let below = statements.get(at + 1).and_then(|(next, _)| docstring(*next, reader));
                let comment = if comment.is_empty() { below.unwrap_or_default() } else { comment.clone() };
                if node.kind() == "dictionary" {
                    let entries = entries(node, reader);
                    reader.add_object(name, entries, &comment, line(*statement));
                    continue;
                }
                let mut value = value(node, DEEPEST, reader);
                let is_auto = matches!(&value, Value::Call(name, _) if last_part(name) == "auto");
                let counted = is_auto && !class.auto_is_name;
                if counted {
                    value = Value::integer(last.saturating_add(1));
                } else if is_auto {
                    value = Value::Text(name.to_lowercase());
                }
                if let Value::Integer(number, _) = value {
                    last = number;
                }
                let group = class.name.map(str::to_owned);
                let item = Item::new(name, value, line(*statement));
                reader.add(Item { group, comment, counted, ..item });
            }
            _ => {}
        }
    }
}

/// Reads the constants of a class, and remembers its fields without a value as parameters.
fn class(node: Node<'_>, above: &str, depth: usize, reader: &mut Reader<'_>) {
    let (Some(name), Some(body)) = (reader.field(node, "name"), node.child_by_field_name("body")) else {
        return;
    };
    let bases = reader.field(node, "superclasses").unwrap_or_default();
    let fields = children(body).into_iter().filter_map(|statement| {
        let field = statement.named_child(0).filter(|field| field.child_by_field_name("type").is_some())?;
        reader.field(field, "left")
    });
    let fields: Vec<String> = fields.map(str::to_owned).collect();
    if !fields.is_empty() {
        reader.signatures.insert(name.to_owned(), fields);
    }
    let first = reader.items.len();
    block(body, Class { name: Some(name), auto_is_name: bases.contains("StrEnum") }, depth, reader);
    let about = children(body).first().and_then(|first| docstring(*first, reader));
    let about = about.filter(|about| !about.is_empty()).unwrap_or_else(|| above.to_owned());
    // What describes the class describes its code if it has one itself.
    for item in &mut reader.items[first..] {
        if item.group.as_deref() == Some(name) && is_attribute(&item.name) && item.comment.is_empty() {
            item.comment.clone_from(&about);
        }
    }
}

/// Returns `true` if a name is that of an attribute, not that of a constant.
fn is_attribute(name: &str) -> bool {
    !name.contains(char::is_uppercase)
}

/// Remembers the parameters of a function, or those of the constructor of a class.
fn signature(node: Node<'_>, class: Option<&str>, reader: &mut Reader<'_>) {
    let (Some(function), Some(list)) = (reader.field(node, "name"), node.child_by_field_name("parameters"))
    else {
        return;
    };
    let name = match (class, function) {
        (Some(class), "__init__") => class,
        (Some(_), _) => return,
        (None, function) => function,
    };
    let parameter = |node: Node<'_>| match node.kind() {
        "identifier" => Some(reader.text(node)),
        "typed_parameter" => node.named_child(0).map(|name| reader.text(name)),
        _ => reader.field(node, "name"),
    };
    let names = children(list).into_iter().filter_map(parameter).filter(|name| *name != "self");
    let names = names.map(str::to_owned).collect();
    reader.signatures.insert(name.to_owned(), names);
}

/// Returns the name of a public constant or attribute, and its value.
fn assignment<'t, 's>(statement: Node<'t>, reader: &Reader<'s>) -> Option<(&'s str, Node<'t>)> {
    let assignment = statement.named_child(0).filter(|node| node.kind() == "assignment")?;
    let left = assignment.child_by_field_name("left").filter(|node| node.kind() == "identifier")?;
    let name = reader.text(left);
    if name.starts_with('_') { None } else { Some((name, assignment.child_by_field_name("right")?)) }
}

/// Returns the entries of a dictionary.
fn entries(dictionary: Node<'_>, reader: &mut Reader<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (pair, comment) in commented(dictionary, reader.source) {
        let (Some(key), Some(own)) = (pair.child_by_field_name("key"), pair.child_by_field_name("value"))
        else {
            continue;
        };
        let (key, value) = (value(key, DEEPEST, reader), value(own, DEEPEST, reader));
        entries.push(Entry { key, value, comment, line: line(pair) });
    }
    entries
}

/// Returns the text of a statement that is a text.
fn docstring(statement: Node<'_>, reader: &mut Reader<'_>) -> Option<String> {
    let string = statement.named_child(0).filter(|node| node.kind() == "string")?;
    match value(string, DEEPEST, reader) {
        Value::Text(text) if statement.kind() == "expression_statement" => {
            let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
            Some(lines.join("\n"))
        }
        _ => None,
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

fn value(node: Node<'_>, depth: usize, reader: &mut Reader<'_>) -> Value {
    let Some(depth) = depth.checked_sub(1) else { return Value::Unknown };
    let written = reader.text(node);
    match node.kind() {
        "integer" => {
            integer(written).map_or(Value::Unknown, |(number, digits)| Value::Integer(number, digits))
        }
        "string" => string(written).map_or(Value::Unknown, Value::Text),
        "concatenated_string" => {
            let parts = children(node).into_iter().map(|part| string(reader.text(part)));
            parts.collect::<Option<Vec<_>>>().map_or(Value::Unknown, |parts| Value::Text(parts.concat()))
        }
        "parenthesized_expression" => {
            children(node).first().map_or(Value::Unknown, |node| value(*node, depth, reader))
        }
        "true" | "false" => Value::Bool(written == "True"),
        "identifier" => Value::Name(written.to_owned()),
        "unary_operator" if written.starts_with('-') => match node.child_by_field_name("argument") {
            Some(operand) => {
                let operand = value(operand, depth, reader);
                reader.negative(operand)
            }
            None => Value::Unknown,
        },
        "binary_operator" => {
            let [left, right] = ["left", "right"].map(|side| match node.child_by_field_name(side) {
                Some(side) => value(side, depth, reader),
                None => Value::Unknown,
            });
            let operator = reader.field(node, "operator").unwrap_or_default();
            reader.binary(operator, left, right)
        }
        "attribute" => {
            let name = last_part(written);
            match status(name).filter(|_| written.to_lowercase().contains("status")) {
                Some(status) => Value::Status(status),
                None => Value::Name(name.to_owned()),
            }
        }
        "tuple" | "list" | "expression_list" => {
            Value::List(children(node).into_iter().map(|node| value(node, depth, reader)).collect())
        }
        "dictionary" => {
            let pairs = children(node).into_iter().filter_map(|pair| {
                let (key, own) = (pair.child_by_field_name("key")?, pair.child_by_field_name("value")?);
                Some((value(key, depth, reader), value(own, depth, reader)))
            });
            Value::Map(pairs.collect())
        }
        "call" => {
            let name = reader.field(node, "function").unwrap_or_default();
            let arguments = node.child_by_field_name("arguments").map(children).unwrap_or_default();
            let mut argument =
                |node: Node<'_>| match (reader.field(node, "name"), node.child_by_field_name("value")) {
                    (Some(name), Some(own)) => (Some(name.to_owned()), value(own, depth, reader)),
                    _ => (None, value(node, depth, reader)),
                };
            Value::Call(name.to_owned(), arguments.into_iter().map(&mut argument).collect())
        }
        _ => Value::Unknown,
    }
}

/// Returns the value of a literal. One with computed parts is kept as it is written.
fn string(written: &str) -> Option<String> {
    let start = written.find(['"', '\''])?;
    let (marks, quoted) = written.split_at(start);
    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| quoted.starts_with(quote))?;
    let inner = quoted.strip_prefix(quote)?.strip_suffix(quote)?;
    if marks.to_lowercase().contains('r') { Some(inner.to_owned()) } else { unescaped(inner) }
}
