//! Words that authors write from habit, and what the format calls them.

/// Words in the place of a key of any map.
const KEYS: [(&str, &str); 38] = [
    ("msg", "message"),
    ("text", "message"),
    ("summary", "message"),
    ("error_message", "message"),
    ("user_message", "message"),
    ("desc", "description"),
    ("doc", "description"),
    ("documentation", "description"),
    ("explanation", "description"),
    ("http_status", "status"),
    ("http_code", "status"),
    ("http", "status"),
    ("status_code", "status"),
    ("state", "status"),
    ("alias", "aliases"),
    ("synonyms", "aliases"),
    ("retry_after", "retry: retry-after"),
    ("retryable", "retry"),
    ("retriable", "retry"),
    ("required", "optional"),
    ("nullable", "optional"),
    ("secret", "sensitive"),
    ("parameters", "params"),
    ("args", "params"),
    ("arguments", "params"),
    ("placeholders", "params"),
    ("payload", "details"),
    ("data", "details"),
    ("hint", "help"),
    ("hints", "help"),
    ("suggestions", "help"),
    ("url", "links"),
    ("urls", "links"),
    ("codes", "errors"),
    ("extends", "parent"),
    ("replaced_by", "deprecated: { use: … }"),
    ("superseded_by", "deprecated: { use: … }"),
    ("replacement", "deprecated: { use: … }"),
];

/// Words in the place of a type of a parameter.
const TYPES: [(&str, &str); 36] = [
    ("str", "string"),
    ("text", "string"),
    ("char", "string"),
    ("email", "string"),
    ("u128", "string"),
    ("i128", "string"),
    ("bigint", "string"),
    ("f32", "float"),
    ("f64", "float"),
    ("double", "float"),
    ("decimal", "float"),
    ("real", "float"),
    ("number", "i64` or `float"),
    ("int", "i64"),
    ("integer", "i64"),
    ("long", "i64"),
    ("int64", "i64"),
    ("int32", "i32"),
    ("uint", "u64"),
    ("usize", "u64"),
    ("size", "u64"),
    ("byte", "u8"),
    ("boolean", "bool"),
    ("flag", "bool"),
    ("date", "timestamp"),
    ("datetime", "timestamp"),
    ("date-time", "timestamp"),
    ("time", "timestamp"),
    ("interval", "duration"),
    ("uri", "url"),
    ("guid", "uuid"),
    ("array", "[string]"),
    ("list", "[string]"),
    ("object", "{ host: string, port: u16 }"),
    ("map", "{ host: string, port: u16 }"),
    ("json", "{ host: string, port: u16 }"),
];

/// Returns what `word`, which is no key, is called in the format, as written in a catalog. The
/// spelling may be another: `httpStatus` and `HTTP-status` are `http_status`.
#[must_use]
pub fn of_key(word: &str) -> Option<&'static str> {
    find(&KEYS, &snake(word))
}

/// Returns what `word`, which is no type of a parameter, is called in the format.
#[must_use]
pub fn of_type(word: &str) -> Option<&'static str> {
    find(&TYPES, &word.to_lowercase())
}

fn find(words: &[(&str, &'static str)], wanted: &str) -> Option<&'static str> {
    words.iter().find(|(word, _)| *word == wanted).map(|(_, meant)| *meant)
}

/// Returns the words of a key in lower case, joined with `_`.
fn snake(word: &str) -> String {
    let mut snake = String::with_capacity(word.len() + 2);
    let mut before = '_';
    for c in word.chars() {
        let c = if matches!(c, '-' | ' ' | '.') { '_' } else { c };
        if c.is_ascii_uppercase() && before.is_ascii_lowercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
        before = c;
    }
    snake
}
