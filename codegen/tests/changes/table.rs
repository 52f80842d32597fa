//! Compares the cases of `rows.txt`, at least one for each row of the table of changes, in both
//! directions.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::collections::BTreeSet;

use errcat_build::unstable::diag::concise;
use errcat_build::unstable::diff::{Change, changes, promises};
use errcat_build::unstable::format::vocabulary::{ChangeRule, Term};
use errcat_build::unstable::ledger::{Ledger, next};
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::{Analysis, analyze};

const ROWS: &str = include_str!("rows.txt");

/// A state, and its files.
pub(super) struct State {
    sources: Sources,
    pub(super) now: Ledger,
}

impl State {
    pub(super) fn new(lines: &[&str]) -> Self {
        let mut head = "errcat: 1\ntitle: Shop\nversion: 1.0.0\n".to_owned();
        let mut families: Vec<(&str, String)> = Vec::new();
        let mut errors = String::new();
        for line in lines {
            if let Some(key) = line.strip_prefix('@') {
                head.push_str(&format!("{key}\n"));
            } else if let Some(family) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                families.push((family, String::new()));
            } else {
                let text = families.last_mut().map_or(&mut errors, |(_, text)| text);
                text.push_str(&format!("  {line}\n"));
            }
        }
        let mut sources = Sources::default();
        if families.is_empty() {
            sources.add("shop.yaml", format!("{head}errors:\n{errors}"));
        } else {
            let names: Vec<&str> = families.iter().map(|(name, _)| *name).collect();
            sources.add("shop/catalog.yaml", format!("{head}families: [{}]\n", names.join(", ")));
            for (name, text) in &families {
                sources.add(format!("shop/{name}.yaml"), format!("title: T\nerrors:\n{text}"));
            }
        }
        let analysis = analyze(&sources);
        let found: Vec<String> = analysis.findings.iter().map(|finding| concise(&sources, finding)).collect();
        assert!(!analysis.findings.has_errors(), "{found:#?}\n{head}{errors}{families:?}");
        Self { now: promises(&analysis.model.catalogs[0]), sources }
    }

    /// Returns the text of all files.
    pub(super) fn text(&self) -> String {
        self.sources.ids().map(|file| self.sources.text(file)).collect()
    }

    /// Analyzes the files beside a ledger.
    pub(super) fn with_ledger(&self, ledger: &str) -> Analysis {
        let mut sources = self.sources.clone();
        let is_folder = sources.ids().any(|file| sources.path(file) == "shop/catalog.yaml");
        sources.add(if is_folder { "shop/errcat.lock" } else { "shop.lock" }, ledger);
        analyze(&sources)
    }

    /// Formats a change that led to this state.
    pub(super) fn row(&self, change: &Change) -> String {
        let code = change.subject.as_ref().map_or("*", |(_, code)| code);
        let verdicts = [change.wire.as_str(), change.rust.as_str(), change.gate.as_str()].join(" ");
        let place = match change.after {
            None => "gone".to_owned(),
            Some(span) => {
                let text = &self.sources.text(span.file)[span.start as usize..span.end as usize];
                format!("at {}", if change.subject.is_none() { "the catalog" } else { text })
            }
        };
        let command = change.fix();
        let command = command.map(|command| format!(", {command}")).unwrap_or_default();
        format!("{} {code}: {verdicts}, {place}{command}", change.rule.as_str())
    }

    fn since(&self, released: &Self) -> Vec<String> {
        let changes = changes("shop", &next(None, &released.now), &self.now);
        changes.iter().map(|change| self.row(change)).collect()
    }
}

/// Returns the cases: a title, and the lines of each part.
fn cases() -> Vec<(&'static str, [Vec<&'static str>; 4])> {
    let parts = ["before", "after", "forward", "back"];
    let case = |text: &'static str| {
        let (title, body) = text.split_once('\n').unwrap();
        let mut lines: [Vec<&str>; 4] = Default::default();
        let mut part: Option<usize> = None;
        for line in body.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix("    ") {
                Some(line) => lines[part.unwrap()].push(line),
                None => part = Some(parts.iter().position(|known| *known == line).unwrap()),
            }
        }
        (title, lines)
    };
    ROWS.split("\n# ").skip(1).map(case).collect()
}

#[test]
fn every_row_of_the_table_is_reported_in_both_directions() {
    for (title, [before, after, forward, back]) in cases() {
        let (old, new) = (State::new(&before), State::new(&after));
        assert_eq!(new.since(&old), forward, "{title}");
        assert_eq!(old.since(&new), back, "{title}, back");
        assert_eq!(old.since(&old), [""; 0], "{title}");
        assert_eq!(new.since(&new), [""; 0], "{title}");
    }
}

#[test]
fn the_table_has_every_change() {
    let rows = cases().into_iter().flat_map(|(_, [.., forward, back])| [forward, back]).flatten();
    let seen: BTreeSet<&str> = rows.filter_map(|row| row.split(' ').next()).collect();
    let all: BTreeSet<&str> = ChangeRule::WORDS.iter().copied().collect();
    assert_eq!(seen, all);
}
