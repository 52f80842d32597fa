//! Emits the tables of facts: their values, the value of each code, and the codes of each value.

use std::fmt::Write;

use super::super::literal;
use super::super::scope::Scope;
use super::super::tables::smallest;
use super::column::{Column, key};
use crate::model::{Catalog, Error};

/// Returns the tables of the enum of a scope, as text.
pub(in crate::emit::rust) fn tables(scope: &Scope<'_>) -> Vec<String> {
    let mut tables = Vec::new();
    for column in Column::all(scope.catalog, scope.entries) {
        let is_looked_up = column.fact.lookup.is_some();
        let has_groups = column.has_accessor() && column.is_said();
        if has_groups || is_looked_up {
            tables.extend(values(&column));
        }
        if has_groups {
            tables.push(groups(&column));
        }
        if is_looked_up {
            tables.extend(members(&column, &|error| format!("Code::{}", error.ident)));
        }
    }
    tables
}

/// Returns the tables of the lookups of the enum over families, as text.
pub(in crate::emit::rust) fn tables_over(catalog: &Catalog) -> Vec<String> {
    let looked_up =
        Column::all(catalog, &catalog.errors).into_iter().filter(|column| column.fact.lookup.is_some());
    let code = |error: &Error| {
        let family = catalog.family_of(error);
        format!("Code::{}({}::Code::{})", family.variant, family.module, error.ident)
    };
    looked_up.flat_map(|column| values(&column).into_iter().chain(members(&column, &code))).collect()
}

/// Returns the table of the distinct values.
fn values(column: &Column<'_>) -> Option<String> {
    if !column.has_values() {
        return None;
    }
    let table = column.table("VALUES");
    let mut text = String::new();
    if column.is_number() {
        let _ = writeln!(text, "static {table}: [i64; {}] = [", column.values.len());
        for (value, _) in &column.values {
            let _ = writeln!(text, "    {},", key(value).0);
        }
        text.push_str("];\n");
        return Some(text);
    }
    let _ = writeln!(text, "// Every value once, sorted, and the ends of the values.");
    let _ = writeln!(text, "const {table}: __errcat::table::Texts = __errcat::table::Texts::new(");
    text.push_str("    concat!(\n");
    let (mut end, mut ends) = (0, String::from("0"));
    for (value, _) in &column.values {
        let value = key(value).1;
        let _ = writeln!(text, "        {},", literal::string(value));
        end += value.len();
        let _ = write!(ends, ", {end}");
    }
    let _ = write!(text, "    ),\n    &[{ends}],\n);\n");
    Some(text)
}

/// Returns the table of the value of each row, from 1, or 0 for the usual one.
fn groups(column: &Column<'_>) -> String {
    let (ty, bits) = smallest(column.values.len() + 1);
    let table = column.table("OF");
    let mut text = format!("static {table}: [{ty}; Code::ALL.len()] = __errcat::table::groups{bits}(&[\n");
    for (value, errors) in &column.values {
        if errors.is_empty() || Some(value) == column.fact.default.as_ref() {
            text.push_str("    &[],\n");
            continue;
        }
        text.push_str("    &[\n");
        for error in errors {
            let _ = writeln!(text, "        Code::{} as usize,", error.ident);
        }
        text.push_str("    ],\n");
    }
    text.push_str("]);\n");
    text
}

/// Returns the table of all codes with a value, in the order of the values, and that of the first
/// code of each value.
fn members(column: &Column<'_>, code: &dyn Fn(&Error) -> String) -> Vec<String> {
    let count: usize = column.values.iter().map(|(_, errors)| errors.len()).sum();
    if count == 0 {
        return Vec::new();
    }
    let mut codes = format!("static {}: [Code; {count}] = [\n", column.table("CODES"));
    let (mut start, mut starts) = (0, String::from("0"));
    for (_, errors) in &column.values {
        for error in errors {
            let _ = writeln!(codes, "    {},", code(error));
        }
        start += errors.len();
        let _ = write!(starts, ", {start}");
    }
    codes.push_str("];\n");
    let (table, count) = (column.table("STARTS"), column.values.len() + 1);
    vec![codes, format!("static {table}: [u32; {count}] = [{starts}];\n")]
}
