//! A catalog of everything that could break generated code: texts that end literals and comments,
//! and codes that are names of the language.

use std::fmt::Write;

/// Codes whose Rust names follow from the default rule.
const CODES: [&str; 91] = [
    // Keywords of every edition. `self` is in the next list, because `Self` is a keyword, too.
    "abstract",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "union",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    // Names of the prelude, and of generated items.
    "Ok",
    "Err",
    "None",
    "Some",
    "String",
    "Option",
    "Vec",
    "Result",
    "Default",
    "Clone",
    "Copy",
    "Debug",
    "Iterator",
    "From",
    "Into",
    "Send",
    "Sized",
    "Drop",
    "str",
    "u8",
    "core",
    "std",
    "alloc",
    "ErrorCode",
    "ALL",
    "CATALOG",
    "Code",
    "Family",
    "codes",
    "from_code",
    "info",
    "tables",
    // Codes with leading digits, and with characters that are not valid in names.
    "22003",
    "0E000",
    "a.b",
    "a-b-c",
    "x:y::z",
    "path/to/it",
    "two words",
    "UPPER.lower",
];

/// Codes that need an `ident`, because the default rule gives no name or a duplicate.
const NAMED: [(&str, &str); 17] = [
    ("Box", "BoxAgain"),
    ("self", "SelfItself"),
    ("Self", "SelfAgain"),
    ("_", "Underscore"),
    ("*", "Star"),
    ("\"#", "QuoteHash"),
    ("*/", "CommentEnd"),
    ("{", "Brace"),
    ("\\", "Backslash"),
    ("'", "Apostrophe"),
    ("é", "Accent"),
    ("🦀", "Crab"),
    ("none", "NoneByCase"),
    ("NONE", "NoneShouted"),
    ("a_b_c", "AbcAgain"),
    ("e22003", "E22003Again"),
    (" ", "Space"),
];

/// Texts that are special in Rust, Markdown or terminals.
const TEXTS: [&str; 34] = [
    "",
    " ",
    "\n",
    "\n\n first and last \n\n",
    "{",
    "}",
    "{{",
    "}}",
    "{}",
    "{name} {0} {:?} {{{",
    "%s $x ${x} #{x}",
    "\"",
    "'",
    "\\",
    "\\\"",
    "\\n \\u{41} \\x41",
    "*/ /* /** // /// //!",
    "\"# \"## r#\"\"#",
    "#[doc = \"x\"] #![forbid(x)]",
    "[0, n) <key> <b>never closed </div> <!-- x",
    "https://example.com/a_b?c=[d]&e and http://x.",
    "```rust\nlet x = 1;\n```\n~~~",
    "    indented\n\ttabbed\n  two",
    "[`Code`] [link](nowhere) [^1] [x]: y ![i](j)",
    "# heading\n- item\n1. one\n> quote\n===\n---\n| a | b |",
    "`one ``two`` ```three```",
    "a\r\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g\u{2029}h",
    "\u{0}\u{1}\u{7}\u{8}\u{1b}[31m\u{1b}]0;x\u{7}\u{7f}\u{9b}31m",
    "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{61c}\u{200e}\u{200f}",
    "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{180e}\u{e0001}\u{e0061}",
    "𝕬 🦀 👩\u{200d}💻 \u{10ffff} \u{ffff} \u{fffe} e\u{301}",
    "שלום عربى 日本語 ﷽",
    "&amp; &#x202E; &lt;",
    "::core::compile_error!(\"x\"); } pub mod x { include!(\"/etc/passwd\"); }",
];

/// Returns every code with its two texts.
pub(crate) fn errors() -> Vec<(String, [String; 2])> {
    let longest = "long_code_".repeat(11)[..106].to_owned();
    let named = NAMED.iter().map(|(code, _)| (*code).to_owned());
    let codes: Vec<String> =
        CODES.iter().map(|code| (*code).to_owned()).chain(named).chain([longest]).collect();
    let mut texts: Vec<String> = TEXTS.iter().map(|text| (*text).to_owned()).collect();
    texts.extend((0..=0x9f).map(char::from).map(|c| format!("{c}x{c}")));
    texts.push("seventy thousand \u{1f980} \"\\{}\u{202e}\n".repeat(2_400));
    let count = texts.len().max(codes.len());
    let text = |index: usize| texts[index % texts.len()].clone();
    let code = |index: usize| codes.get(index).cloned().unwrap_or_else(|| format!("more-{index}"));
    (0..count).map(|index| (code(index), [text(index), text(index * 7 + 3)])).collect()
}

/// Returns a catalog of these errors, with texts in every place.
pub(crate) fn catalog(errors: &[(String, [String; 2])]) -> String {
    let mut yaml = "errcat: 1\ntitle: '*/ [Hostile] \"#'\nerrors:\n".to_owned();
    for (code, [message, description]) in errors {
        let ident =
            NAMED.iter().find(|(named, _)| named == code).map(|(_, ident)| format!("ident: {ident}, "));
        let (message, description) = (quoted(message), quoted(description));
        let short = if message.len() < 1000 { message.as_str() } else { "short" };
        let _ = writeln!(
            yaml,
            "  {}: {{ {}message: {message}, description: {description}, help: [{short}], links: [{{ label: {short}, url: 'https://x' }}] }}",
            quoted(code),
            ident.unwrap_or_default(),
        );
    }
    yaml
}

/// Returns the files of a catalog whose errors have other texts, and these as their German
/// translation.
pub(crate) fn translated(errors: &[(String, [String; 2])]) -> [(&'static str, String); 3] {
    let head = "errcat: 1\ntitle: Translated\nlanguage: en\nfamilies: [texts]\n";
    let mut texts = "title: Texts\nerrors:\n".to_owned();
    let mut german = "errors:\n".to_owned();
    for (index, (_, [message, description])) in errors.iter().enumerate() {
        let _ = writeln!(texts, "  text_{index}: {{ message: Plain {index}., description: About {index}. }}");
        let (message, description) = (quoted(message), quoted(description));
        let _ = writeln!(german, "  text_{index}: {{ message: {message}, description: {description} }}");
    }
    [
        ("translated/catalog.yaml", head.to_owned()),
        ("translated/texts.yaml", texts),
        ("translated/locales/de.yaml", german),
    ]
}

/// Quotes a text, with everything but plain ASCII escaped.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|c| match c {
        '"' | '\\' => format!("\\{c}"),
        ' '..='~' => c.to_string(),
        c => format!("\\U{:08X}", u32::from(c)),
    });
    format!("\"{}\"", escaped.collect::<Vec<_>>().concat())
}

/// Returns a test for the crate that checks every code and text.
pub(crate) fn test(errors: &[(String, [String; 2])]) -> String {
    let rows = errors
        .iter()
        .map(|(code, [message, description])| format!("    ({code:?}, {message:?}, {description:?}),\n"));
    format!(
        "//! Every text as it was written.\n#![deny(warnings)]\n#![forbid(unsafe_code)]\n\nuse user_crate::errors::hostile::Code;\n\n\
         const EXPECTED: [(&str, &str, &str); {}] = [\n{}];\n\n\
         #[test]\nfn every_text() {{\n    assert_eq!(Code::ALL.len(), EXPECTED.len());\n    for (&code, (text, message, description)) in Code::ALL.iter().zip(EXPECTED) {{\n        \
         assert_eq!((code.code(), code.message(), code.description()), (text, Some(message), Some(description)));\n        \
         assert_eq!(Code::from_code(text), Some(code));\n        \
         let short = if message.len() < 900 {{ code.info().help }} else {{ &[] }};\n        \
         assert!(short.iter().all(|help| *help == message || *help == \"short\"));\n    }}\n}}\n",
        errors.len(),
        rows.collect::<Vec<_>>().concat(),
    )
}
