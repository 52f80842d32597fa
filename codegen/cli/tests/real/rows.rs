//! The rows of the real catalogs, as their sources publish them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// One published error.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) family: String,
    pub(crate) family_title: Option<String>,
    /// The code as text.
    pub(crate) code: String,
    /// Whether the code is a number in JSON.
    pub(crate) integer: bool,
    pub(crate) name: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) status: Option<u64>,
    pub(crate) retryable: Option<bool>,
    pub(crate) retired: bool,
    pub(crate) params: Vec<String>,
    /// The code that this one refines.
    pub(crate) parent: Option<String>,
    /// Whether the code is that of its parent, a dot, and its name.
    pub(crate) is_sub: bool,
    /// The class, followed by the classes above it.
    pub(crate) classes: Vec<String>,
    /// The other columns.
    pub(crate) facts: Vec<(String, Value)>,
}

/// Columns that say the same as another one, or that describe the source.
const DERIVED: [&str; 5] = ["alias_of", "subconditions", "placeholders", "level", "ancestors"];

impl Row {
    fn new(value: &Value) -> Self {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
        };
        let extra = &value["extra"];
        let class = extra["exception"].as_str().map(str::to_owned);
        let special = |key: &str| DERIVED.contains(&key) || key == "exception" || key == "parent";
        let facts = extra.as_object().into_iter().flatten();
        Self {
            family: text("family").unwrap(),
            family_title: text("family_title"),
            code: text("code").unwrap_or_else(|| value["code"].to_string()),
            integer: value["code"].is_i64(),
            name: text("name"),
            message: text("message"),
            description: text("description"),
            status: value["status"].as_u64(),
            retryable: value["retryable"].as_bool(),
            retired: value["retired"].as_bool().unwrap_or_default(),
            params: texts(&value["params"]),
            parent: extra["parent"].as_str().map(str::to_owned),
            is_sub: extra["level"] == "subcondition",
            classes: class.into_iter().chain(texts(&extra["ancestors"])).collect(),
            facts: facts
                .filter(|(key, _)| !special(key))
                .map(|(key, fact)| (key.clone(), fact.clone()))
                .collect(),
        }
    }

    /// Returns the code as a number, if it is one.
    pub(crate) fn number(&self) -> Option<i64> {
        match self.code.strip_prefix("0x") {
            Some(digits) => i64::from_str_radix(digits, 16).ok(),
            None if self.integer => self.code.parse().ok(),
            None => None,
        }
    }

    /// Returns a fact.
    pub(crate) fn fact(&self, name: &str) -> Option<&Value> {
        self.facts.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// A published catalog.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) id: String,
    /// The rows, with the errors of one code next to each other.
    pub(crate) rows: Vec<Row>,
}

impl Source {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let rows: Vec<Row> =
            text.lines().map(|line| Row::new(&serde_json::from_str(line).unwrap())).collect();
        let mut source = Self { id: path.file_stem().unwrap().to_str().unwrap().to_owned(), rows };
        let mut families = HashMap::new();
        let mut codes = HashMap::new();
        for row in &source.rows {
            let next = families.len();
            families.entry(row.family.clone()).or_insert(next);
            let next = codes.len();
            codes.entry((row.family.clone(), row.code.clone())).or_insert(next);
        }
        let first = |row: &Row| (families[&row.family], codes[&(row.family.clone(), row.code.clone())]);
        source.rows.sort_by_key(first);
        source
    }

    /// Returns a fact of a row, or else of the row that it refines.
    pub(crate) fn fact(&self, row: &Row, name: &str) -> Option<Value> {
        row.fact(name).cloned().or_else(|| {
            let parent = self.rows.iter().find(|other| row.parent.as_ref() == Some(&other.code))?;
            self.fact(parent, name)
        })
    }

    /// Returns the families in published order.
    pub(crate) fn families(&self) -> Vec<&str> {
        let mut families: Vec<&str> = self.rows.iter().map(|row| row.family.as_str()).collect();
        families.dedup();
        families
    }

    /// Returns `true` if a code stands in two families.
    pub(crate) fn is_unique_by_family(&self) -> bool {
        let mut families: HashMap<&str, &str> = HashMap::new();
        self.rows.iter().any(|row| *families.entry(&row.code).or_insert(&row.family) != row.family)
    }
}

/// Reads all catalogs.
pub(crate) fn read() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/rows");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| Source::read(path)).collect()
}
