//! Arbitrary catalogs in the less common forms, and their YAML.

use std::fmt::Write;

use errcat_build::unstable::text::reveal::is_hidden;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that often break texts.
#[rustfmt::skip]
const PIECES: [&str; 33] = [
    "{", "}", "{a}", "\"", "'", "\\", "\\n", "*/", "/*", "//", "\"#", "#", " #", ": ", "- ", "\n", "\r\n",
    "\t", "\0", "\u{1b}[31m", "\u{85}", "\u{2028}", "\u{202e}", "\u{200b}", "\u{10ffff}", "🦀", "e\u{301}",
    "  ", "```", "<a>", "%s", "null", "1.0",
];

/// The declared facts that an error, a family or a catalog sets itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Set {
    pub(crate) level: Option<usize>,
    pub(crate) label: Option<String>,
    pub(crate) number: Option<i64>,
    pub(crate) flag: Option<bool>,
}

/// How an error is written.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// With these names of details, and members of an object.
    Details(Vec<String>),
    /// With these children: the end of the code, and what it sets itself.
    Sub(Vec<(String, Set)>),
    /// With further variants: the message, and what each sets itself.
    Variants(Vec<(String, Set)>),
    /// With a value in the code, followed by this text.
    Carried(String),
    /// With several constants, former names and aliases.
    Names(Vec<String>),
}

/// An error as written.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) code: String,
    pub(crate) message: String,
    pub(crate) set: Set,
    pub(crate) form: Form,
}

/// A catalog as written.
#[derive(Clone, Debug)]
pub(crate) struct Catalog {
    pub(crate) levels: Vec<String>,
    pub(crate) default_level: bool,
    pub(crate) defaults: Set,
    pub(crate) separator: &'static str,
    pub(crate) entries: Vec<Entry>,
}

/// Generates texts of any characters, with such pieces.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Generates such texts without hidden characters, for codes and names.
pub(crate) fn visible() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace(is_hidden, ""))
}

/// Quotes a text for YAML, with everything but letters and digits escaped.
pub(crate) fn quoted(text: &str) -> String {
    let escaped = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c.to_string() } else { format!("\\U{:08X}", u32::from(c)) });
    format!("\"{}\"", escaped.collect::<String>())
}

prop_compose! {
    fn set()(
        level in proptest::option::of(0..3_usize),
        label in proptest::option::of(text()),
        number in proptest::option::of(any::<i64>()),
        flag in proptest::option::of(any::<bool>()),
    ) -> Set {
        Set { level, label, number, flag }
    }
}

fn form() -> impl Strategy<Value = Form> {
    prop_oneof![
        vec(text(), 0..4).prop_map(Form::Details),
        vec((visible(), set()), 1..4).prop_map(Form::Sub),
        vec((text(), set()), 1..4).prop_map(Form::Variants),
        visible().prop_map(|after| Form::Carried(after.replace(['{', '}'], ""))),
        vec(visible(), 1..4).prop_map(Form::Names),
    ]
}

prop_compose! {
    fn entry()(code in visible(), message in text(), set in set(), form in form()) -> Entry {
        Entry { code: code.replace(['{', '}'], ""), message, set, form }
    }
}

prop_compose! {
    pub(crate) fn catalog()(
        levels in vec(visible(), 3),
        default_level in any::<bool>(),
        defaults in set(),
        separator in select(&[".", ":", "--", "/", " ", "·"][..]),
        entries in vec(entry(), 0..6),
    ) -> Catalog {
        // A word becomes a variant, so its letters are those of A to Z.
        let ascii = |level: &String| level.replace(|c: char| c.is_alphanumeric() && !c.is_ascii(), "");
        let levels = levels.iter().enumerate().map(|(n, level)| format!("w{n} {}", ascii(level))).collect();
        Catalog { levels, default_level, defaults, separator, entries }
    }
}

impl Catalog {
    pub(crate) fn level(&self, level: usize) -> String {
        self.levels[level].clone()
    }

    /// Returns the facts as keys of a map in braces.
    fn keys(&self, set: &Set) -> String {
        let mut keys = Vec::new();
        keys.extend(set.level.map(|level| format!("level: {}", quoted(&self.level(level)))));
        keys.extend(set.label.as_ref().map(|label| format!("label: {}", quoted(label))));
        keys.extend(set.number.map(|number| format!("number: {number}")));
        keys.extend(set.flag.map(|flag| format!("flag: {flag}")));
        keys.join(", ")
    }

    pub(crate) fn yaml(&self) -> String {
        let levels: Vec<String> = self.levels.iter().map(|level| quoted(level)).collect();
        let default = if self.default_level { format!(", default: {}", levels[1]) } else { String::new() };
        let mut yaml = format!(
            "errcat: 1\ntitle: T\ncode: {{ separator: {} }}\nfacts:\n  level: {{ values: [{}]{default}, error: [{}], lookup: many }}\n  \
             label: {{ type: string, lookup: many }}\n  number: i64\n  flag: bool\ndefaults: {{ {} }}\nerrors:\n",
            quoted(self.separator),
            levels.join(", "),
            levels[2],
            self.keys(&self.defaults),
        );
        for (index, entry) in self.entries.iter().enumerate() {
            let Entry { code, message, set, form } = entry;
            let (set, message) = (self.keys(set), quoted(message));
            let code = match form {
                Form::Carried(after) => format!("{index}-{code}{{value}}{after}"),
                _ => format!("{index}-{code}"),
            };
            write!(yaml, "  ? {}\n  : {{ {set}{}", quoted(&code), if set.is_empty() { "" } else { ", " })
                .unwrap();
            if !matches!(form, Form::Variants(_)) {
                write!(yaml, "ident: V{index}, ").unwrap();
            }
            if !matches!(form, Form::Variants(_) | Form::Carried(_)) {
                write!(yaml, "message: {message}, ").unwrap();
            }
            yaml.push_str(&self.of_form(index, form, &message));
            yaml.push_str(" }\n");
        }
        yaml
    }

    fn of_form(&self, index: usize, form: &Form, message: &str) -> String {
        match form {
            Form::Details(names) => {
                let member = |(n, name): (usize, &String)| {
                    format!("{}: {{ type: string, field: f{n} }}", quoted(&format!("{n}{name}")))
                };
                let members: Vec<String> = names.iter().enumerate().map(member).collect();
                let members = members.join(", ");
                let object = if names.is_empty() { String::new() } else { format!(", o: [{{ {members} }}]") };
                format!(
                    "details: {{ plain: u8{object}{}{members} }}",
                    if names.is_empty() { "" } else { ", " }
                )
            }
            Form::Sub(children) => {
                let child = |(n, (key, set)): (usize, &(String, Set))| {
                    let set = self.keys(set);
                    let set = if set.is_empty() { set } else { format!(", {set}") };
                    format!("{}: {{ ident: V{index}S{n}{set} }}", quoted(&format!("{n}{key}")))
                };
                let children: Vec<String> = children.iter().enumerate().map(child).collect();
                format!("sub: {{ {} }}", children.join(", "))
            }
            Form::Variants(variants) => {
                let variant = |(n, (message, set)): (usize, &(String, Set))| {
                    let set = self.keys(set);
                    let set = if set.is_empty() { set } else { format!(", {set}") };
                    format!("{{ ident: V{index}X{n}, message: {}{set} }}", quoted(message))
                };
                let variants: Vec<String> = variants.iter().enumerate().map(variant).collect();
                format!("variants: [{{ ident: V{index}, message: {message} }}, {}]", variants.join(", "))
            }
            Form::Carried(_) => "message: '{value}', params: { value: u32 }".to_owned(),
            Form::Names(names) => {
                let constants: Vec<String> = (0..names.len()).map(|n| format!("C{index}_{n}")).collect();
                let list = |prefix: &str| {
                    let names = names.iter().enumerate();
                    let names = names.map(|(n, name)| quoted(&format!("{prefix} {index} {n} {name}")));
                    names.collect::<Vec<_>>().join(", ")
                };
                format!(
                    "name: {}, names: {{ constant: [{}] }}, formerly: [{}], aliases: [{}]",
                    quoted(&format!("now {index} {}", names[0])),
                    constants.join(", "),
                    list("former"),
                    list("alias"),
                )
            }
        }
    }
}
