//! Edits of a catalog, and the changes that must be reported for them.

use std::collections::BTreeSet;

use super::random::{Catalog, KEYS, Row, name, text};

/// An edit that was made.
#[derive(Debug)]
pub(crate) struct Edit {
    /// The changes that must be reported, as `RULE CODE: WIRE RUST GATE, PLACE`.
    pub(crate) expected: Vec<String>,
    /// The codes and facts that it concerns.
    pub(crate) touched: BTreeSet<(String, &'static str)>,
    /// The code that it adds.
    pub(crate) made: Option<String>,
}

impl Edit {
    #[expect(clippy::unnecessary_wraps, reason = "it is what an edit returns")]
    fn of(code: &str, fact: &'static str, change: &str) -> Option<Self> {
        Some(Self::many(code, &[fact], &[change]))
    }

    /// The changes have `CODE` where the code stands.
    fn many(code: &str, facts: &[&'static str], changes: &[&str]) -> Self {
        Self {
            expected: changes.iter().map(|change| change.replace("CODE", code)).collect(),
            touched: facts.iter().map(|fact| (code.to_owned(), *fact)).collect(),
            made: None,
        }
    }
}

/// The number of kinds of edits.
pub(crate) const KINDS: usize = KEYS.len() + 31;

/// Edits an error, or returns `None` if it does not allow this kind of edit.
#[expect(clippy::too_many_lines, reason = "it has an arm for each kind of edit")]
pub(crate) fn edit(
    catalog: &mut Catalog,
    kind: usize,
    (family, at): (usize, usize),
    value: usize,
) -> Option<Edit> {
    if let Some((key, values)) = KEYS.get(kind) {
        return fact(&mut catalog.families[family].1[at], key, values, value);
    }
    let kind = kind - KEYS.len();
    let fresh = catalog.fresh;
    let by_family = catalog.is_by_family();
    let words = catalog.words;
    let row = catalog.families[family].1[at].clone();
    let code = row.code.clone();
    match kind {
        0..=14 => of_error(&mut catalog.families[family].1[at], kind, fresh, words),
        15 => {
            let (from, to) = (family, 1 - family.min(1));
            if catalog.families.len() < 2 || catalog.families[from].1.len() < 2 || row.has("retired") {
                return None;
            }
            let is_taken = |other: &Row| {
                other.code == code || other.aliases.contains(&code) || row.aliases.contains(&other.code)
            };
            if catalog.families[to].1.iter().any(is_taken) {
                return None;
            }
            let row = catalog.families[from].1.remove(at);
            catalog.families[to].1.push(row);
            let moved = ["family-moved CODE: patch patch free, at CODE"];
            // Each family has its own codes.
            let other =
                ["code-removed CODE: major major say, gone", "code-added CODE: minor minor free, at CODE"];
            Some(Edit::many(&code, &["all"], if by_family { &other } else { &moved }))
        }
        16 => {
            if catalog.families.len() < 2 || (family, at) != (0, 0) {
                return None;
            }
            let (name, rows) = &mut catalog.families[family];
            *name = "parcel";
            let change = if by_family {
                "family-moved CODE: patch major free, at CODE"
            } else {
                "family-moved CODE: patch patch free, at CODE"
            };
            let rows = rows.iter().map(|row| Edit::many(&row.code, &["all"], &[change]));
            Some(rows.fold(Edit::many("", &[], &[]), joined))
        }
        17 => {
            let code = catalog.code(fresh);
            let mut row = row;
            row.code.clone_from(&code);
            row.aliases.clear();
            row.keys.remove("formerly");
            for (key, text) in [("name", name(fresh)), ("message", text(fresh))] {
                if row.has(key) {
                    row.keys.insert(key, format!("'{text}'"));
                }
            }
            for key in ["description", "params", "names", "retired"] {
                row.keys.remove(key);
            }
            catalog.families[family].1.push(row);
            let rust = if catalog.keys.contains_key("exhaustive") { "major" } else { "minor" };
            let edit = Edit::of(&code, "all", &format!("code-added CODE: minor {rust} free, at CODE"))?;
            Some(Edit { made: Some(code), ..edit })
        }
        18 => {
            if catalog.families[family].1.len() < 2 {
                return None;
            }
            catalog.families[family].1.remove(at);
            Edit::of(&code, "all", "code-removed CODE: major major say, gone")
        }
        19 | 20 => {
            let new = catalog.code(fresh);
            let keeps = kind == 20;
            let row = &mut catalog.families[family].1[at];
            if row.has("retired") {
                return None;
            }
            if !keeps && !["name", "message", "description"].iter().any(|key| row.has(key)) {
                return None;
            }
            row.code.clone_from(&new);
            row.aliases.extend(keeps.then(|| code.clone()));
            let wire = if keeps { "minor" } else { "major" };
            let mut edit =
                Edit::of(&code, "all", &format!("code-rekeyed CODE: {wire} patch free, at {new}"))?;
            if !row.has("name") {
                // The identifier follows from the code.
                edit.expected.push(format!("name-changed {code}: patch major free, at {new}"));
            }
            edit.touched.insert((new, "all"));
            Some(edit)
        }
        21 => trade(&mut catalog.families[family].1, at),
        22 => {
            if catalog.keys.contains_key("exhaustive") {
                return None;
            }
            let new = catalog.code(fresh);
            insert(&mut catalog.families[family].1, at, &new, fresh)
        }
        23 => {
            let mut rows = catalog.families.iter().flat_map(|(_, rows)| rows);
            if !rows.all(|row| row.has("status")) {
                return None;
            }
            of_catalog(catalog, "status", "required", "contract-changed")
        }
        24 => of_catalog(catalog, "envelope", "{ code: code, message: error.message }", "envelope-changed"),
        25 => {
            let classes =
                "[{ name: Ours, when: { status: 503 }, retry: backoff }, { name: Yours, when: any }]";
            of_catalog(catalog, "classes", classes, "class-changed")
        }
        26 => {
            let row = &mut catalog.families[family].1[at];
            // Nothing in common with any name or text.
            let other = format!("Xxqjxq{}", "Xq".repeat(fresh));
            if !row.has("name") || row.has("retired") || row.has("params") {
                return None;
            }
            row.keys.insert("name", other);
            let told = if row.has("message") { "message" } else { "description" };
            if row.has(told) {
                row.keys.insert(told, "Jxxqj jxqq xjq qqx.".to_owned());
            }
            let described = row.has("message") && row.has("description");
            let has_text = row.has("message") || row.has("description");
            let mut changes = vec!["name-changed CODE: patch major free, at CODE"];
            if !described {
                changes.push("meaning-doubtful CODE: major major say, at CODE");
            }
            if has_text {
                changes.push("text-changed CODE: patch patch free, at CODE");
            }
            Some(Edit::many(&code, &["name", "text"], &changes))
        }
        27 => {
            let masks = [None, Some("seen_one"), Some("seen_two")];
            let mask = masks[value % masks.len()];
            if std::mem::replace(&mut catalog.mask, mask) == mask {
                return None;
            }
            Edit::of("hidden", "mask", "mask-changed CODE: major patch say, at CODE")
        }
        28 => {
            let row = &mut catalog.families[family].1[at];
            if row.has("retired") {
                return None;
            }
            row.keys.insert("retired", "{}".to_owned());
            let mut edit = Edit::of(&code, "all", "retired CODE: minor minor free, at CODE")?;
            if row.keys.remove("deprecated").is_some() {
                edit.touched.insert((code, "deprecated"));
            }
            Some(edit)
        }
        29 => {
            catalog.families[family].1[at].keys.remove("retired")?;
            Edit::of(&code, "all", "code-added CODE: minor minor free, at CODE")
        }
        _ => {
            if catalog.keys.insert("exhaustive", "true".to_owned()).is_some() {
                return None;
            }
            Some(Edit::many("", &["exhaustive"], &[]))
        }
    }
}

fn joined(mut one: Edit, other: Edit) -> Edit {
    one.expected.extend(other.expected);
    one.touched.extend(other.touched);
    one
}

/// Sets, changes or removes a key.
fn fact(row: &mut Row, key: &'static str, values: &[&str], value: usize) -> Option<Edit> {
    let rule = match key {
        "status" => "status-changed",
        "retry" => "retry-changed",
        _ => "fact-changed",
    };
    if row.has("retired") {
        return None;
    }
    // One more than there are values: the key is gone.
    let now = values.get(value % (values.len() + 1)).map(|now| (*now).to_owned());
    let was = row.keys.get(key).cloned();
    if was == now {
        return None;
    }
    row.keys.remove(key);
    row.keys.extend(now.map(|now| (key, now)));
    let wire = match (rule, was) {
        ("fact-changed", _) => "patch",
        (_, None) => "minor",
        (_, Some(_)) => "major",
    };
    Edit::of(&row.code, key, &format!("{rule} CODE: {wire} patch free, at CODE"))
}

/// Edits a fact of one error that is not retired.
fn of_error(row: &mut Row, kind: usize, fresh: usize, words: bool) -> Option<Edit> {
    if row.has("retired") {
        return None;
    }
    let code = row.code.clone();
    let text_changed = "text-changed CODE: patch patch free, at CODE";
    match kind {
        0 | 1 => {
            let key = if kind == 0 { "message" } else { "description" };
            let was = row.keys.get(key).map(|text| text.trim_matches(['"', '\'']).to_owned());
            row.keys.insert(key, format!("'{} Thanks!'", was.unwrap_or_default().trim_end()));
            Edit::of(&code, "text", text_changed)
        }
        2 => {
            if !row.has("message") || row.has("description") || row.has("params") {
                return None;
            }
            row.keys.insert("message", "Jxxqj jxqq xjq qqx.".to_owned());
            let doubt = ["meaning-doubtful CODE: major major say, at CODE", text_changed];
            let is_clear = words || row.has("name");
            Some(Edit::many(&code, &["text"], if is_clear { &doubt[1..] } else { &doubt }))
        }
        3 | 4 => {
            let was = row.keys.get("name")?.trim_matches(['"', '\'']).to_owned();
            let now = format!("{was}Now");
            row.keys.insert("name", now);
            if kind == 3 {
                return Edit::of(&code, "name", "name-changed CODE: patch major free, at CODE");
            }
            let former = row.keys.get("formerly").map(|name| format!("{name}, ")).unwrap_or_default();
            row.keys.insert("formerly", format!("[{}{was}]", former.replace(['[', ']'], "")));
            let change = "name-changed CODE: patch minor free, at CODE";
            Some(Edit::many(&code, &["name", "formerly"], &[change]))
        }
        5 => {
            row.keys.get("formerly").filter(|names| !names.contains(','))?;
            row.keys.remove("formerly");
            Edit::of(&code, "formerly", "name-removed CODE: patch major free, at CODE")
        }
        6 => {
            row.keys.insert("names", format!("{{ go: Err{} }}", name(fresh)));
            Edit::of(&code, "name", "name-changed CODE: patch major free, at CODE")
        }
        7 => {
            row.aliases.push(format!("OLD-{fresh}"));
            Edit::of(&code, "aliases", "alias-added CODE: minor minor free, at CODE")
        }
        8 => {
            row.aliases.pop()?;
            Edit::of(&code, "aliases", "alias-removed CODE: major patch free, at CODE")
        }
        9 => {
            let optional = fresh.is_multiple_of(2);
            row.details.insert(format!("n{fresh}"), ("u16", optional));
            let rust = if optional { "minor" } else { "major" };
            Edit::of(&code, "details", &format!("param-added CODE: minor {rust} free, at CODE"))
        }
        10 => {
            row.details.pop_first()?;
            Edit::of(&code, "details", "param-removed CODE: major major free, at CODE")
        }
        11 => {
            let mut first = row.details.first_entry()?;
            let (ty, optional) = *first.get();
            *first.get_mut() = if fresh.is_multiple_of(2) { (ty, !optional) } else { ("i64", optional) };
            Edit::of(&code, "details", "param-changed CODE: major major free, at CODE")
        }
        12 => {
            let message = row.keys.get("message").filter(|text| !text.contains('{'))?;
            let message = message.trim_matches(['"', '\'']).to_owned();
            row.keys.insert("message", format!("'{message} {{n}}'"));
            row.keys.insert("params", "{ n: u8 }".to_owned());
            let added = "param-added CODE: minor major free, at CODE";
            Some(Edit::many(&code, &["text", "params"], &[text_changed, added]))
        }
        13 => {
            let wire = match row.keys.remove("visibility") {
                Some(_) => "minor",
                None => {
                    row.keys.insert("visibility", "internal".to_owned());
                    "major"
                }
            };
            Edit::of(&code, "visibility", &format!("visibility-changed CODE: {wire} patch say, at CODE"))
        }
        _ => {
            let change = match row.keys.remove("deprecated") {
                Some(_) => "fact-changed CODE: patch patch free, at CODE",
                None => {
                    row.keys.insert("deprecated", "{}".to_owned());
                    "deprecated CODE: minor minor free, at CODE"
                }
            };
            Edit::of(&code, "deprecated", change)
        }
    }
}

/// Two errors with names trade places.
fn trade(rows: &mut [Row], at: usize) -> Option<Edit> {
    let [one, other, ..] = &mut rows[at..] else { return None };
    if !is_plain(one) || !is_plain(other) {
        return None;
    }
    std::mem::swap(&mut one.code, &mut other.code);
    let never = "meaning-changed CODE: major major never, at CODE";
    let edits = [&*one, &*other].map(|row| Edit::many(&row.code, &["all", "name"], &[never]));
    let [one, other] = edits;
    Some(joined(one, other))
}

/// A new error is inserted into a list, so every later one has the code of the next one.
fn insert(rows: &mut Vec<Row>, at: usize, new: &str, fresh: usize) -> Option<Edit> {
    if !rows[at..].iter().all(is_plain) {
        return None;
    }
    let keys = [("name", name(fresh)), ("message", format!("'{}'", text(fresh)))];
    let row = Row { code: rows[at].code.clone(), keys: keys.into(), details: [].into(), aliases: Vec::new() };
    let codes: Vec<String> = rows[at..].iter().map(|row| row.code.clone()).collect();
    for (row, next) in rows[at..].iter_mut().zip(codes.iter().skip(1).map(String::as_str).chain([new])) {
        next.clone_into(&mut row.code);
    }
    rows.insert(at, row);
    let never = "meaning-changed CODE: major major never, at CODE";
    let moved = codes.iter().map(|code| Edit::many(code, &["all", "name"], &[never]));
    let added = Edit::of(new, "all", "code-added CODE: minor minor free, at CODE")?;
    Some(moved.fold(Edit { made: Some(new.to_owned()), ..added }, joined))
}

/// Returns `true` for an error that only its name tells from others.
fn is_plain(row: &Row) -> bool {
    row.has("name") && !row.has("retired") && !row.has("formerly") && row.aliases.is_empty()
}

/// Changes a key of the catalog.
fn of_catalog(catalog: &mut Catalog, key: &'static str, value: &str, rule: &str) -> Option<Edit> {
    if catalog.keys.insert(key, value.to_owned()).is_some_and(|was| was == value) {
        return None;
    }
    Edit::of("", key, &format!("{rule} *: major major free, at the catalog"))
}
