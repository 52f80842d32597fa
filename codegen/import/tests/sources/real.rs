//! Twelve real catalogs, imported as CSV, JSON, JSON lines and TOML, with every field compared.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::common::{Fields, imported};
use errcat_import::Options;
use serde_json::{Value, json};

/// Columns that the rows derive from others.
const DERIVED: [&str; 6] =
    ["alias_of", "subconditions", "placeholders", "level", "ancestors", "message_lines"];

/// Returns the catalogs: their names and rows.
fn catalogs() -> Vec<(String, Vec<Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/tests/real/rows");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let rows = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), rows)
    };
    paths.iter().map(|path| read(path)).collect()
}

/// Returns a code as in JSON: hexadecimal codes are numbers.
fn number(code: &Value) -> Value {
    let digits = code.as_str().and_then(|code| code.strip_prefix("0x"));
    digits.map_or(code.clone(), |digits| json!(i64::from_str_radix(digits, 16).unwrap()))
}

/// Returns the row as one flat object.
fn flat(row: &Value) -> Vec<(String, Value)> {
    let mut fields = Vec::new();
    for (key, value) in row.as_object().unwrap() {
        match (key.as_str(), value) {
            ("extra", Value::Object(extra)) => {
                let extra = extra.iter().filter(|(key, _)| !DERIVED.contains(&key.as_str()));
                fields.extend(extra.map(|(key, value)| (key.clone(), value.clone())));
            }
            _ => fields.push((key.clone(), value.clone())),
        }
    }
    fields
}

fn csv(rows: &[Value]) -> String {
    let flat: Vec<Vec<(String, Value)>> = rows.iter().map(flat).collect();
    let mut columns: Vec<&str> = Vec::new();
    for (key, _) in flat.iter().flatten() {
        if !columns.contains(&key.as_str()) {
            columns.push(key);
        }
    }
    let cell = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut text = columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(",");
    text.push('\n');
    for row in &flat {
        let value = |column: &&str| row.iter().find(|(key, _)| key == column).map(|(_, value)| cell(value));
        let cells: Vec<String> =
            columns.iter().map(|column| value(column).map_or(String::new(), |text| quoted(&text))).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

fn toml(rows: &[Value]) -> String {
    let mut text = String::new();
    for row in rows {
        text.push_str("[[errors]]\n");
        for (key, value) in flat(row) {
            text.push_str(&format!("{key} = {value}\n"));
        }
    }
    text
}

fn lines(rows: &[Value]) -> String {
    rows.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Compares every field of every row. `typed` says whether an empty text differs from an absent one.
fn compare(name: &str, form: &str, text: &str, rows: &[Value], typed: bool) -> Fields {
    let imported = imported(&format!("{name}.{form}"), text, &Options::default());
    assert_eq!(imported.errors.len(), rows.len(), "{name} as {form}");
    assert_eq!(imported.mapped.rows, rows.len());
    assert!(imported.files.len() > 1, "a head and a family");
    let key = |title: &Value, code: &Value, name: &Value| {
        format!("{title} {} {}", code.as_str().map_or_else(|| code.to_string(), str::to_owned), name)
    };
    let mut errors: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for error in &imported.errors {
        let name = if error["name"].is_null() { &error["code"] } else { &error["name"] };
        errors.entry(key(&error["family_title"], &error["code"], name)).or_default().push(error);
    }
    let mut fields = Fields::default();
    for row in rows {
        let title = if row["family_title"].is_null() { &row["family"] } else { &row["family_title"] };
        let own = if row["name"].is_null() { &row["code"] } else { &row["name"] };
        let key = key(title, &number(&row["code"]), &number(own));
        let Some(error) = errors.get_mut(&key).and_then(Vec::pop) else {
            fields.all += 1;
            fields.wrong.push(format!("{key} is missing"));
            continue;
        };
        let mut check = |what: &str, actual: &Value, expected: &Value| {
            fields.compare(&format!("{name} as {form}: {key} {what}"), actual, expected);
        };
        for column in ["message", "description"] {
            let is_lost = !typed && row[column] == "";
            let expected = if is_lost { &Value::Null } else { &row[column] };
            check(column, &error[column], expected);
        }
        check("code", &error["code"], &number(&row["code"]));
        check("status", &error["status"], &row["status"]);
        let retry = match &row["retryable"] {
            Value::Bool(true) => json!("backoff"),
            Value::Bool(false) => json!("never"),
            other => other.clone(),
        };
        check("retry", &error["retry"], &retry);
        check("retired", &json!(!error["retired"].is_null()), &json!(row["retired"] == true));
        for (column, value) in flat(row) {
            match column.as_str() {
                "parent" => check("parent", &error["parent"], &value),
                "family" | "family_title" | "code" | "name" | "message" | "description" | "status"
                | "retryable" | "retired" | "params" => {}
                _ => check(&column, &error["facts"][&column], &value),
            }
        }
    }
    assert_eq!(imported.mistakes, Vec::<String>::new(), "{name} as {form}");
    fields
}

#[test]
fn real_catalogs_come_back_from_tables_and_trees() {
    let mut wrong = Vec::new();
    for (name, rows) in catalogs() {
        let json = serde_json::to_string_pretty(&rows).unwrap();
        let forms = [("csv", csv(&rows)), ("json", json), ("jsonl", lines(&rows)), ("toml", toml(&rows))];
        for (form, text) in forms {
            let fields = compare(&name, form, &text, &rows, form != "csv");
            println!(
                "{name} as {form}: {} of {} fields are exact",
                fields.all - fields.wrong.len(),
                fields.all
            );
            wrong.extend(fields.wrong);
        }
    }
    assert!(wrong.is_empty(), "{} fields differ:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}
