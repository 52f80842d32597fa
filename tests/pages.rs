//! Compares the library with the published pages, if they are available.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

mod published;

use std::fs;
use std::path::{Path, PathBuf};

use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};
use serde_json::Value;

use crate::published::{CSGHUB, Facts, NOVITA, NSROCKS, PHALA_CLOUD, Section, answers, assert_same};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds")
}

/// Returns the text of a page by its number, if the pages are available.
fn page(number: &str) -> Option<String> {
    let folder = seeds().join("pages");
    if !folder.is_dir() {
        println!("skipped: the published pages are not here");
        return None;
    }
    let mut files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let file = files.find(|path| path.file_name().unwrap().to_string_lossy().starts_with(number));
    Some(fs::read_to_string(file.unwrap()).unwrap())
}

/// Returns the rows of a page as JSON, if they are available.
fn rows(name: &str) -> Option<Vec<Value>> {
    let file = seeds().join("rows").join(name);
    if !file.is_file() {
        println!("skipped: the rows {name} are not here");
        return None;
    }
    let text = fs::read_to_string(file).unwrap();
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// Collects codes in the order of a page, counting from 1 in each section.
struct Reader {
    sections: &'static [Section],
    family: &'static str,
    read: Vec<Facts>,
}

impl Reader {
    fn new(sections: &'static [Section]) -> Self {
        Self { sections, family: "", read: Vec::new() }
    }

    /// Starts a section if `line` is a title.
    fn title(&mut self, line: &str) -> bool {
        let found = self.sections.iter().find(|section| section.title == line.trim());
        self.family = found.map_or(self.family, |section| section.id);
        found.is_some()
    }

    fn code(&mut self, code: &str) -> &mut Facts {
        let index = self.read.iter().filter(|facts| facts.family == self.family).count() + 1;
        self.read.push(Facts {
            family: self.family.to_owned(),
            index,
            code: code.to_owned(),
            name: None,
            status: None,
            message: None,
            description: None,
            dynamic: false,
            mask: None,
        });
        self.read.last_mut().unwrap()
    }
}

/// Parses the number of `(HTTP 404)`.
fn status_in(description: &str) -> Option<u16> {
    let (_, rest) = description.split_once("(HTTP ")?;
    Some(rest.split_once(')')?.0.parse().unwrap())
}

/// Parses the code that an error is masked by.
fn mask_in(description: &str) -> Option<String> {
    let (_, rest) = description.split_once("matches ERR-")?;
    Some(format!("ERR-{}", rest.split_once(' ')?.0))
}

/// Parses `(dynamic: You have reached the maximum of ...)`, which is the start of a message.
fn message(published: &str) -> (String, bool) {
    match published.strip_prefix("(dynamic: ") {
        Some(rest) => (rest.strip_suffix("...)").unwrap().to_owned(), true),
        None => (published.to_owned(), false),
    }
}

#[test]
fn phala_cloud_page() {
    let Some(page) = page("000") else { return };
    // Undo the typographic characters of the Markdown converter.
    let page = page.replace('’', "'").replace('…', "...");
    let mut reader = Reader::new(PHALA_CLOUD);
    let mut titles = Vec::new();
    for line in page.lines() {
        if let Some(module) = line.strip_prefix("- Module ") {
            titles.push(module.split_once(" - ").unwrap().1.split(" (").next().unwrap().to_owned());
        } else if let Some(module) = line.strip_prefix("Module ") {
            assert!(reader.title(module.split_once(": ").unwrap().1), "{line}");
        } else if line.starts_with("ERR-") {
            let [code, name, text, ""] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
                unreachable!("three columns: {line}")
            };
            let (short, _) = text.split_once(" Raised ").unwrap();
            let long = &text[short.len() + 1..];
            let facts = reader.code(code);
            facts.name = Some(name.to_owned());
            let (text, dynamic) = message(short);
            (facts.message, facts.dynamic) = (Some(text), dynamic);
            (facts.status, facts.mask) = (status_in(long), mask_in(long));
            facts.description = Some(long.to_owned());
        }
    }
    assert_same(&answers::<phala_cloud::Code>(), &reader.read);
    let known: Vec<&str> = phala_cloud::Family::ALL.iter().map(|family| family.title()).collect();
    assert_eq!(known, titles);
}

#[test]
fn phala_cloud_sdk_page() {
    let Some(page) = page("001") else { return };
    let (_, rest) = page.split_once("from phala_cloud.error_codes import (").unwrap();
    let imported: Vec<&str> = rest.split_once(')').unwrap().0.split(',').map(str::trim).collect();
    let constants = [
        ("CVM_APP_ID_CONFLICT", phala_cloud::codes::CVM_APP_ID_CONFLICT, "app_id"),
        ("INSUFFICIENT_BALANCE", phala_cloud::codes::INSUFFICIENT_BALANCE, "balance"),
        ("NODE_NOT_FOUND", phala_cloud::codes::NODE_NOT_FOUND, "node"),
        ("QUOTA_EXCEEDED", phala_cloud::codes::QUOTA_EXCEEDED, "quota"),
    ];
    for (name, code, about) in constants {
        assert!(imported.contains(&name), "{name}");
        assert!(code.description().unwrap().contains(about), "{name}");
    }
    assert_eq!(
        imported,
        ["CVM_APP_ID_CONFLICT", "INSUFFICIENT_BALANCE", "NODE_NOT_FOUND", "QUOTA_EXCEEDED", ""]
    );
}

/// Removes backquotes and the white space around them, which the page lost.
fn without_code_spans(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '`').collect()
}

#[test]
fn csghub_page() {
    let Some(page) = page("002") else { return };
    let lines: Vec<&str> = page.lines().collect();
    let mut reader = Reader::new(CSGHUB);
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        if next == "- Error Code:" || reader.title(line) || *line == "- Error Code:" {
            continue;
        }
        if let Some(code) = line.strip_suffix(" - Error Name:") {
            reader.code(code);
        } else if let Some(facts) = reader.read.last_mut() {
            if let Some((name, text)) = line.split_once(" - Description:") {
                facts.name = Some(name.to_owned());
                let text = text.strip_prefix(' ').unwrap_or(text);
                facts.description = (!text.is_empty()).then(|| text.to_owned());
            } else {
                let text = facts.description.as_mut().unwrap();
                text.push('\n');
                text.push_str(line);
            }
        }
    }
    let mut answers = answers::<csghub::Code>();
    let damaged = answers.iter_mut().zip(&mut reader.read).filter_map(|(answer, read)| {
        let texts = (answer.description.as_mut()?, read.description.as_mut()?);
        let has_spans = texts.0.contains('`');
        if has_spans {
            *texts.0 = without_code_spans(texts.0);
            *texts.1 = without_code_spans(texts.1);
        }
        has_spans.then(|| answer.code.clone())
    });
    assert_eq!(damaged.collect::<Vec<_>>(), ["AUTH-ERR-5", "SYS-ERR-2", "SYS-ERR-3", "SYS-ERR-4"]);
    assert_same(&answers, &reader.read);
}

#[test]
fn nsrocks_page() {
    let Some(page) = page("003") else { return };
    let mut reader = Reader::new(NSROCKS);
    for line in page.lines() {
        if reader.title(line) || line.starts_with('|') {
            continue;
        }
        if let Some((code, text)) = line.strip_suffix(" |").and_then(|row| row.split_once(" | ")) {
            reader.code(code).description = Some(text.to_owned());
        }
    }
    assert_same(&answers::<nsrocks::Code>(), &reader.read);
}

#[test]
fn novita_page() {
    let Some(page) = page("004") else { return };
    let mut reader = Reader::new(NOVITA);
    for line in page.lines() {
        if line.is_empty() || reader.title(line) || line == "Error NameStatus CodeDescription" {
            continue;
        }
        let (code, rest) = line.split_at(line.find(|c: char| c.is_ascii_digit()).unwrap());
        let (status, text) = rest.split_at(3);
        let facts = reader.code(code);
        facts.status = Some(status.parse().unwrap());
        facts.description = Some(text.to_owned());
    }
    assert_same(&answers::<novita::Code>(), &reader.read);
}

/// Returns the text before scraping damaged it, if the row has one. An empty text means that the
/// page has none.
fn source(row: &Value, key: &str) -> Option<String> {
    let text = row.get(format!("{key}_source")).unwrap_or(&row[key]);
    text.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn facts_of_rows(rows: &[Value], sections: &'static [Section]) -> Vec<Facts> {
    let mut reader = Reader::new(sections);
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row["index"], at + 1);
        assert!(reader.title(row["family_title"].as_str().unwrap()));
        let facts = reader.code(row["code"].as_str().unwrap());
        // If the name is the code, there is no separate name.
        facts.name = source(row, "name").filter(|name| *name != facts.code);
        facts.status = row["status"].as_u64().map(|status| u16::try_from(status).unwrap());
        facts.description = source(row, "description");
        facts.mask = facts.description.as_deref().and_then(mask_in);
        if let Some((text, dynamic)) = source(row, "message").as_deref().map(message) {
            (facts.message, facts.dynamic) = (Some(text), dynamic);
        }
        assert_eq!(facts.dynamic, row.get("dynamic").is_some_and(|dynamic| *dynamic == true));
    }
    reader.read
}

#[test]
fn phala_cloud_rows() {
    let Some(rows) = rows("phala.jsonl") else { return };
    assert_same(&answers::<phala_cloud::Code>(), &facts_of_rows(&rows, PHALA_CLOUD));
}

#[test]
fn csghub_rows() {
    let Some(rows) = rows("csghub.jsonl") else { return };
    assert_same(&answers::<csghub::Code>(), &facts_of_rows(&rows, CSGHUB));
}

#[test]
fn nsrocks_rows() {
    let Some(rows) = rows("nsrocks.jsonl") else { return };
    assert_same(&answers::<nsrocks::Code>(), &facts_of_rows(&rows, NSROCKS));
}

#[test]
fn novita_rows() {
    let Some(rows) = rows("novita.jsonl") else { return };
    assert_same(&answers::<novita::Code>(), &facts_of_rows(&rows, NOVITA));
}
