//! Random catalogs, as edits of them need them.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::table::State;

/// An error: its code, and its keys as YAML.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) code: String,
    pub(crate) keys: BTreeMap<&'static str, String>,
    pub(crate) details: BTreeMap<String, (&'static str, bool)>,
    pub(crate) aliases: Vec<String>,
}

impl Row {
    pub(crate) fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    fn line(&self) -> String {
        let mut keys: Vec<String> = self.keys.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let detail = |(name, (ty, optional)): (&String, &(&str, bool))| {
            format!("{name}: {{ type: {ty}, optional: {optional} }}")
        };
        if !self.details.is_empty() {
            let details: Vec<String> = self.details.iter().map(detail).collect();
            keys.push(format!("details: {{ {} }}", details.join(", ")));
        }
        if !self.aliases.is_empty() {
            keys.push(format!("aliases: [{}]", self.aliases.join(", ")));
        }
        format!("{}: {{ {} }}", self.code, keys.join(", "))
    }
}

/// A catalog of one file, or of two families.
#[derive(Clone, Debug)]
pub(crate) struct Catalog {
    pub(crate) keys: BTreeMap<&'static str, String>,
    pub(crate) families: Vec<(&'static str, Vec<Row>)>,
    /// Whether codes are words.
    pub(crate) words: bool,
    /// The code that outsiders see instead of `hidden`.
    pub(crate) mask: Option<&'static str>,
    /// The number of the next code or name.
    pub(crate) fresh: usize,
}

impl Catalog {
    /// Returns the catalog as the compiler reads it.
    pub(crate) fn state(&self) -> State {
        let mut lines: Vec<String> =
            self.keys.iter().map(|(key, value)| format!("@{key}: {value}")).collect();
        for (family, rows) in &self.families {
            if self.families.len() > 1 {
                lines.push(format!("[{family}]"));
            }
            lines.extend(rows.iter().map(Row::line));
        }
        let mask = self.mask.map(|mask| format!(", mask: {mask}")).unwrap_or_default();
        for code in ["seen_one", "seen_two", "hidden"] {
            let mask = if code == "hidden" { mask.as_str() } else { "" };
            lines.push(format!("{code}: {{ message: Nobody knows., status: 404{mask} }}"));
        }
        State::new(&lines.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub(crate) fn code(&self, number: usize) -> String {
        if self.words {
            format!("{}_{}", WORDS[number % WORDS.len()].0, letters(number))
        } else {
            format!("E-{number}")
        }
    }

    /// Returns `true` if families have codes of their own.
    pub(crate) fn is_by_family(&self) -> bool {
        self.keys.get("unique").is_some_and(|unique| unique == "family")
    }

    /// Returns every place of an error: its family and its position there.
    pub(crate) fn places(&self) -> Vec<(usize, usize)> {
        let places = self.families.iter().enumerate();
        places.flat_map(|(family, (_, rows))| (0..rows.len()).map(move |at| (family, at))).collect()
    }
}

/// Words whose pairs of letters differ.
const WORDS: [(&str, &str); 12] = [
    ("cart", "Put something in before you pay."),
    ("bank", "The card was declined."),
    ("order", "It is on its way already."),
    ("voucher", "This works only once."),
    ("birthday", "Say how old you are."),
    ("stock", "Sold out for good."),
    ("login", "Your session is over."),
    ("quota", "Too much in one hour."),
    ("image", "Use PNG or JPEG files."),
    ("queue", "Workers are busy."),
    ("zip", "No such place in this country."),
    ("refund", "Ask within thirty days."),
];

/// Spells a number with letters.
fn letters(number: usize) -> String {
    number.to_string().chars().map(|digit| char::from(b'a' + (digit as u8 - b'0'))).collect()
}

/// The name of a number, unlike that of every other number.
pub(crate) fn name(number: usize) -> String {
    let word = WORDS[number % WORDS.len()].0;
    let (first, rest) = word.split_at(1);
    format!("{}{rest}Of{}", first.to_uppercase(), letters(number).to_uppercase())
}

/// The text of a number.
pub(crate) fn text(number: usize) -> String {
    WORDS[number % WORDS.len()].1.to_owned()
}

/// Keys that an error may have, with the values from which one is chosen.
pub(crate) const KEYS: [(&str, &[&str]); 11] = [
    ("status", &["404", "409", "422", "503"]),
    ("retry", &["never", "immediately", "backoff"]),
    ("help", &["[Ask.]", "[Ask., Wait.]", "[Wait.]"]),
    (
        "links",
        &["[{ label: L, url: 'https://example.com/a' }]", "[{ label: L, url: 'https://example.com/b' }]"],
    ),
    ("exit", &["3", "4", "5"]),
    ("since", &["0.8.0", "0.9.0"]),
    ("tags", &["[slow]", "[cold]", "[cold, slow]"]),
    ("class", &["Ours", "Yours"]),
    ("dynamic", &["true"]),
    ("severity", &["note", "warning"]),
    ("level", &["1", "2", "-3"]),
];

/// Generates the keys of one error. Whether it has a name or texts is `said`.
fn row() -> impl Strategy<Value = (Row, bool)> {
    let keys = subsequence(KEYS.to_vec(), 0..KEYS.len());
    let values = (vec(any::<prop::sample::Index>(), KEYS.len()), any::<[bool; 8]>());
    let detail = (select(&["u8", "string", "bool"][..]), any::<bool>());
    (keys, values, vec(detail, 0..3)).prop_map(|(keys, (chosen, flags), details)| {
        let [named, texted, described, old, alias, internal, deprecated, retired] = flags;
        let mut row =
            Row { code: String::new(), keys: BTreeMap::new(), details: BTreeMap::new(), aliases: Vec::new() };
        for ((key, values), chosen) in keys.into_iter().zip(chosen) {
            row.keys.insert(key, (*chosen.get(values)).to_owned());
        }
        let said =
            [("message", texted), ("description", described), ("formerly", old), ("visibility", internal)];
        for (key, _) in said.into_iter().filter(|(_, has)| *has) {
            row.keys.insert(key, String::new());
        }
        if deprecated {
            row.keys.insert("deprecated", "{}".to_owned());
        }
        if retired && old && alias {
            row.keys.remove("deprecated");
            row.keys.insert("retired", "{}".to_owned());
        }
        row.details.extend(details.into_iter().enumerate().map(|(at, detail)| (format!("d{at}"), detail)));
        row.aliases.extend(alias.then(String::new));
        (row, named)
    })
}

/// Generates catalogs with codes that are words or numbers, in one or two families.
pub(crate) fn catalog() -> impl Strategy<Value = Catalog> {
    let all_named = prop_oneof![Just(Some(true)), Just(Some(false)), Just(None)];
    (vec(row(), 2..7), any::<[bool; 3]>(), all_named).prop_map(
        |(rows, [words, two, by_family], all_named)| {
            let head = [
                ("tags", "{ slow: S, cold: C }"),
                ("facts", "{ severity: { values: [note, warning, error], default: error }, level: i64 }"),
                (
                    "classes",
                    "[{ name: Ours, when: { status: 5xx }, retry: backoff }, { name: Yours, when: any }]",
                ),
                ("envelope", "{ code: error.code, message: error.message }"),
            ];
            let keys = head.into_iter().map(|(key, value)| (key, value.to_owned()));
            let mut catalog =
                Catalog { keys: keys.collect(), families: Vec::new(), words, mask: None, fresh: 1 };
            if two && by_family {
                catalog.keys.insert("unique", "family".to_owned());
            }
            let mut done: Vec<Row> = Vec::new();
            let half = if two { rows.len() / 2 } else { rows.len() };
            for (mut row, named) in rows {
                let number = catalog.fresh;
                catalog.fresh += 1;
                // Families can have the same codes.
                let is_shared = by_family && two && done.len() >= half;
                row.code = catalog.code(if is_shared { number - half } else { number });
                let words = [
                    ("name", name(number)),
                    ("message", text(number)),
                    ("description", format!("Seen {}: {}", text(number + 5), text(number + 3))),
                    ("formerly", format!("Former{}", name(number))),
                    ("visibility", "internal".to_owned()),
                ];
                for (key, value) in words {
                    if row.has(key) || (key == "name" && all_named.unwrap_or(named)) {
                        row.keys.insert(key, format!("\"{value}\""));
                    }
                }
                row.aliases.iter_mut().for_each(|alias| *alias = format!("OLD-{number}"));
                done.push(row);
            }
            let rest = done.split_off(half);
            catalog.families.push((if two { "cart" } else { "shop" }, done));
            if two {
                catalog.families.push(("order", rest));
            }
            catalog
        },
    )
}
