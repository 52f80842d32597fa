//! Documents in the forms that the sources of real catalogs have, made from their rows.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::rows::{Row, Source};

/// The source of one catalog.
pub(crate) struct Document {
    /// The name of the imported catalog.
    pub(crate) id: &'static str,
    /// The rows that it is made from.
    pub(crate) source: Source,
    /// The names and texts of its files.
    pub(crate) files: Vec<(String, String)>,
    /// Further arguments of `errcat import`.
    pub(crate) arguments: &'static [&'static str],
    /// The fields that the form has.
    pub(crate) carries: &'static [&'static str],
}

/// Returns the text of a document.
type Form = fn(&Source) -> String;

const NAMED: [&str; 2] = ["--map", "message=description"];

/// Returns all documents.
pub(crate) fn documents(sources: &[Source]) -> Vec<Document> {
    let source = |id: &str| sources.iter().find(|source| source.id == id).unwrap().clone();
    let one = |id: &'static str,
               name: &str,
               file: &str,
               form: Form,
               arguments: &'static [&'static str],
               carries: &'static [&'static str]| {
        let source = source(name);
        let files = vec![(file.to_owned(), form(&source))];
        Document { id, source, files, arguments, carries }
    };
    let mut documents = vec![
        one("text", "postgres", "errcodes.txt", errcodes, &[], &["name", "family_title", "condition_name"]),
        one("spark", "pyspark_conditions", "conditions.json", conditions, &[], &["message", "parent"]),
        one("toml", "tidb", "errors.toml", toml, &["--family-by", "prefix"], &["message", "family_title"]),
        one("html", "kafka", "protocol.html", html, &[], &["name", "message", "retry"]),
        one("csv", "errno", "errno.csv", csv, &[], &["name", "message"]),
        one("swagger", "http2", "api.json", swagger, &NAMED, &["name", "message"]),
        one("openapi30", "ws_close", "api.yaml", openapi30, &[], &["message"]),
        one("openapi31", "grpc", "api31.json", openapi31, &[], &["name", "description", "status"]),
        one("rust", "kafka", "errors.rs", rust_enum, &[], &["name", "message"]),
        one("strum", "mypy", "mypy.rs", strum, &[], &["name", "message"]),
        one("hex", "ctap2", "ctap2.rs", hexadecimal, &[], &["name"]),
        markdown(source("svelte")),
    ];
    if cfg!(feature = "source-code") {
        documents.extend([
            one("go", "grpc", "codes.go", go, &[], &["name", "description", "status"]),
            one(
                "ts-enum",
                "discord_json",
                "codes.ts",
                typescript,
                &[],
                &["name", "description", "deprecated"],
            ),
            one("as-const", "ws_close", "close.ts", as_const, &[], &["name", "message"]),
            one(
                "python",
                "mypy",
                "errorcodes.py",
                python,
                &["--map", "message=description,parent=sub_code_of"],
                &["name", "message", "family_title", "parent", "default_enabled"],
            ),
        ]);
    }
    documents
}

fn text(field: Option<&String>) -> &str {
    field.map_or("", String::as_str)
}

fn fact<'r>(row: &'r Row, name: &str) -> &'r str {
    row.fact(name).and_then(Value::as_str).unwrap_or_default()
}

fn quote(text: &str) -> String {
    Value::from(text).to_string()
}

/// Returns a code as a JSON value.
fn code(row: &Row) -> Value {
    row.number().map_or(Value::from(row.code.as_str()), Value::from)
}

fn errcodes(source: &Source) -> String {
    let mut text =
        "#\n# The fields are\n#\n#   sqlstate, severity, errcode_macro_name, condition_name\n#\n".to_owned();
    let mut family = "";
    for row in &source.rows {
        if row.family != family {
            family = &row.family;
            let class = family.trim_start_matches("class_").to_uppercase();
            write!(text, "\nSection: Class {class} - {}\n\n", row.family_title.as_ref().unwrap()).unwrap();
        }
        let severity = fact(row, "severity")[..1].to_uppercase();
        let name = row.name.as_ref().unwrap();
        writeln!(text, "{}    {severity}    {name:<60}    {}", row.code, fact(row, "condition_name"))
            .unwrap();
    }
    text
}

/// Nested conditions with the lines of their messages, as those of Spark.
fn conditions(source: &Source) -> String {
    let lines = |row: &Row| text(row.message.as_ref()).split('\n').map(Value::from).collect::<Vec<_>>();
    let mut conditions = Map::new();
    for row in &source.rows {
        let entry = json!({ "message": lines(row) });
        match row.parent.as_ref().filter(|_| row.is_sub) {
            None => {
                conditions.insert(row.code.clone(), entry);
            }
            Some(parent) => {
                let own = row.code.strip_prefix(&format!("{parent}.")).unwrap();
                conditions[parent]["subClass"][own] = entry;
            }
        }
    }
    serde_json::to_string_pretty(&conditions).unwrap()
}

fn toml(source: &Source) -> String {
    let entry =
        |row: &Row| format!("[{}]\nerror = '''\n{}\n'''\n", quote(&row.code), text(row.message.as_ref()));
    source.rows.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn html(source: &Source) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let mut page = "<!DOCTYPE html>\n<html><head><title>Protocol</title></head><body>\n<h1>Protocol</h1>\n<table>\n<tr><th>Error</th><th>Code</th><th>Retriable</th><th>Message</th></tr>\n".to_owned();
    for row in &source.rows {
        let retry = row.retryable.map_or("", |retryable| if retryable { "True" } else { "False" });
        let (name, message) = (row.name.as_ref().unwrap(), escaped(text(row.message.as_ref())));
        writeln!(
            page,
            "<tr>\n<td>{name}</td>\n<td>{}</td>\n<td>{retry}</td>\n<td>{message}</td>\n</tr>",
            row.code
        )
        .unwrap();
    }
    page + "</table>\n</body></html>\n"
}

fn csv(source: &Source) -> String {
    let line = |row: &Row| {
        let (name, message) = (row.name.as_ref().unwrap(), text(row.message.as_ref()));
        format!("{},{name},\"{}\"\n", row.code, message.replace('"', "\"\""))
    };
    "Number,Name,Message\n".to_owned() + &source.rows.iter().map(line).collect::<String>()
}

/// Version 2.0, with an enum of codes.
fn swagger(source: &Source) -> String {
    let column = |field: fn(&Row) -> Value| source.rows.iter().map(field).collect::<Vec<_>>();
    let codes = json!({
        "type": "integer",
        "enum": column(code),
        "x-enum-varnames": column(|row| json!(row.name)),
        "x-enum-descriptions": column(|row| json!(row.message)),
    });
    let error = json!({ "type": "object", "properties": { "code": { "$ref": "#/definitions/ErrorCode" } } });
    let responses =
        json!({ "default": { "description": "Failed.", "schema": { "$ref": "#/definitions/Error" } } });
    let document = json!({
        "swagger": "2.0",
        "info": { "title": "API", "version": "1" },
        "paths": { "/": { "get": { "responses": responses } } },
        "definitions": { "Error": error, "ErrorCode": codes },
    });
    document.to_string()
}

/// Version 3.0, with an example per code.
fn openapi30(source: &Source) -> String {
    let mut text = "openapi: 3.0.3\ninfo: { title: API, version: \"1\" }\npaths:\n  /:\n    get:\n      responses:\n        default:\n          description: Failed.\n          content:\n            application/json:\n              examples:\n".to_owned();
    for row in &source.rows {
        let (name, message) = (row.name.as_ref().unwrap(), row.message.as_ref());
        let message = message.map(|message| format!(", message: {}", quote(message))).unwrap_or_default();
        writeln!(text, "                {name}: {{ value: {{ code: {}{message} }} }}", row.code).unwrap();
    }
    text
}

/// Version 3.1, with a table.
fn openapi31(source: &Source) -> String {
    let row = |row: &Row| json!({ "code": code(row), "name": row.name, "httpStatus": row.status, "description": row.description });
    let table: Vec<Value> = source.rows.iter().map(row).collect();
    let document =
        json!({ "openapi": "3.1.0", "info": { "title": "API" }, "paths": {}, "x-error-codes": table });
    serde_json::to_string_pretty(&document).unwrap()
}

fn rust_enum(source: &Source) -> String {
    let mut text = "#[derive(Debug, thiserror::Error)]\n#[repr(i16)]\npub enum Error {\n".to_owned();
    for row in &source.rows {
        if let Some(message) = &row.message {
            writeln!(text, "    #[error({message:?})]").unwrap();
        }
        writeln!(text, "    {} = {},", row.name.as_ref().unwrap(), row.code).unwrap();
    }
    text + "}\n"
}

fn strum(source: &Source) -> String {
    let mut text = "#[derive(Debug, thiserror::Error, strum::Display)]\npub enum Error {\n".to_owned();
    for row in &source.rows {
        let (name, message) = (row.name.as_ref().unwrap(), row.message.as_ref().unwrap());
        writeln!(text, "    #[strum(serialize = {:?})]\n    #[error({message:?})]\n    {name},", row.code)
            .unwrap();
    }
    text + "}\n"
}

fn hexadecimal(source: &Source) -> String {
    let line = |row: &Row| format!("    {} = {},\n", row.name.as_ref().unwrap(), row.code);
    let lines: String = source.rows.iter().map(line).collect();
    format!("#[repr(u8)]\npub enum Status {{\n{lines}}}\n")
}

/// A page per family, with a heading per code.
fn markdown(source: Source) -> Document {
    let mut files: Vec<(String, String)> = Vec::new();
    for row in &source.rows {
        let title = row.family_title.as_ref().unwrap();
        let file = format!("{}.md", title.replace(' ', "-"));
        if files.last().is_none_or(|(last, _)| *last != file) {
            files.push((file, format!("# {title}\n")));
        }
        let (_, page) = files.last_mut().unwrap();
        write!(page, "\n## {}\n", row.code).unwrap();
        if let Some(message) = row.message.as_ref().filter(|message| !message.is_empty()) {
            write!(page, "\n> {}\n", message.replace('\n', "  \n> ")).unwrap();
        }
        if let Some(description) = &row.description {
            write!(page, "\n{description}\n").unwrap();
        }
    }
    Document { id: "markdown", source, files, arguments: &[], carries: &["message", "family_title"] }
}

fn go(source: &Source) -> String {
    let mut text = "// Package codes has codes.\npackage codes\n\nimport \"net/http\"\n\n// A Code is a code.\ntype Code uint32\n\nconst (\n".to_owned();
    let mut statuses = "\nvar httpStatus = map[Code]int{\n".to_owned();
    let mut before = None;
    for (at, row) in (0_i64..).zip(&source.rows) {
        let offset = row.number().unwrap() - at;
        for line in row.description.iter().flat_map(|description| description.lines()) {
            writeln!(text, "\t// {line}").unwrap();
        }
        let name = row.name.as_ref().unwrap();
        // A constant without a value repeats the expression before it.
        let value = match offset {
            _ if before == Some(offset) => String::new(),
            0 => " Code = iota".to_owned(),
            1.. => format!(" Code = iota + {offset}"),
            _ => format!(" Code = iota - {}", -offset),
        };
        before = Some(offset);
        writeln!(text, "\t{name}{value}").unwrap();
        let status = match row.status {
            Some(404) => "http.StatusNotFound".to_owned(),
            Some(400) => "http.StatusBadRequest".to_owned(),
            Some(status) => status.to_string(),
            None => continue,
        };
        writeln!(statuses, "\t{name}: {status},").unwrap();
    }
    format!("{text})\n{statuses}}}\n")
}

fn typescript(source: &Source) -> String {
    let mut text = "/**\n * Codes.\n */\nexport enum JSONErrorCodes {\n".to_owned();
    for row in &source.rows {
        if let Some(description) = &row.description {
            let lines = description.replace('\n', "\n\t * ");
            writeln!(text, "\t/**\n\t * {lines}\n\t */").unwrap();
        }
        let name = row.name.as_ref().unwrap();
        match row.code.as_str() {
            "0" => writeln!(text, "\t{name},"),
            code if code.len() > 3 => {
                writeln!(text, "\t{name} = {}_{},", &code[..code.len() - 3], &code[code.len() - 3..])
            }
            code => writeln!(text, "\t{name} = {code},"),
        }
        .unwrap();
    }
    text + "}\n"
}

fn as_const(source: &Source) -> String {
    let line = |row: &Row| {
        let message = row.message.as_ref().map(|message| format!(", message: {}", quote(message)));
        format!(
            "  {}: {{ code: {}{} }},\n",
            row.name.as_ref().unwrap(),
            row.code,
            message.unwrap_or_default()
        )
    };
    let lines: String = source.rows.iter().map(line).collect();
    format!("export const CLOSE = {{\n{lines}}} as const;\n")
}

fn python(source: &Source) -> String {
    let mut text = "\"\"\"Codes.\"\"\"\n\nfrom typing import Final\n\n\nclass ErrorCode:\n    def __init__(\n        self,\n        code: str,\n        description: str,\n        category: str,\n        default_enabled: bool = True,\n        sub_code_of: \"ErrorCode | None\" = None,\n    ) -> None:\n        self.code = code\n\n\n".to_owned();
    for (at, row) in source.rows.iter().enumerate() {
        let (name, message) = (row.name.as_ref().unwrap(), row.message.as_ref().unwrap());
        write!(text, "{name}: Final = ErrorCode(\n    {}, {}", quote(&row.code), quote(message)).unwrap();
        write!(text, ", {}", quote(&row.family)).unwrap();
        if row.fact("default_enabled") == Some(&Value::Bool(false)) {
            text.push_str(", default_enabled=False");
        }
        if let Some(parent) = &row.parent {
            // A name is known after its assignment.
            let before = source.rows[..at].iter().find(|other| other.code == *parent);
            let name = before.and_then(|other| other.name.clone());
            write!(text, ", sub_code_of={}", name.unwrap_or_else(|| quote(parent))).unwrap();
        }
        text.push_str("\n)\n");
    }
    text
}
