//! Words that authors write from habit, and what the format calls them.

use super::vocabulary::{Scalar, Term};

/// Words in the place of a key, and keys that they may stand for. The first that the map has counts.
const KEYS: [(&str, &str); 152] = [
    ("msg", "message"),
    ("text", "message"),
    ("summary", "message"),
    ("title", "message"),
    ("error_message", "message"),
    ("user_message", "message"),
    ("message_template", "message"),
    ("template", "message"),
    ("desc", "description"),
    ("doc", "description"),
    ("documentation", "description"),
    ("explanation", "description"),
    ("reason", "description"),
    ("http_status", "status"),
    ("http_code", "status"),
    ("http", "status"),
    ("status_code", "status"),
    ("http_status_code", "status"),
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
    ("vars", "params"),
    ("variables", "params"),
    ("payload", "details"),
    ("data", "details"),
    ("hint", "help"),
    ("hints", "help"),
    ("suggestions", "help"),
    ("url", "links"),
    ("urls", "links"),
    ("docs_url", "links"),
    ("doc_url", "links"),
    ("docs", "links"),
    ("documentation_url", "links"),
    ("href", "links"),
    ("see", "links"),
    ("codes", "errors"),
    ("messages", "errors"),
    ("translations", "errors"),
    ("texts", "errors"),
    ("error_codes", "errors"),
    ("extends", "parent"),
    ("base", "parent"),
    ("inherits", "parent"),
    ("replaced_by", "deprecated: { use: … }"),
    ("superseded_by", "deprecated: { use: … }"),
    ("replacement", "deprecated: { use: … }"),
    ("use_instead", "deprecated: { use: … }"),
    ("deprecated_since", "deprecated: { since: … }"),
    ("deprecated_in", "deprecated: { since: … }"),
    ("removed", "retired: { since: … }"),
    ("removed_since", "retired: { since: … }"),
    ("removed_in", "retired: { since: … }"),
    ("private", "visibility"),
    ("public", "visibility"),
    ("hidden", "visibility"),
    ("name", "title"),
    ("label", "title"),
    ("display_name", "title"),
    ("url", "homepage"),
    ("website", "homepage"),
    ("home", "homepage"),
    ("site", "homepage"),
    ("lang", "language"),
    ("locale", "language"),
    ("default_language", "language"),
    ("family", "families"),
    ("groups", "families"),
    ("modules", "families"),
    ("class", "classes"),
    ("reserve", "reserved"),
    ("id", "name"),
    ("title", "name"),
    ("symbol", "name"),
    ("text", "label"),
    ("title", "label"),
    ("name", "label"),
    ("href", "url"),
    ("link", "url"),
    ("uri", "url"),
    ("address", "url"),
    ("replaced_by", "use"),
    ("replacement", "use"),
    ("instead", "use"),
    ("superseded_by", "use"),
    ("reason", "note"),
    ("message", "note"),
    ("text", "note"),
    ("description", "note"),
    ("comment", "note"),
    ("if", "when"),
    ("match", "when"),
    ("matches", "when"),
    ("condition", "when"),
    ("pattern", "match"),
    ("regex", "match"),
    ("code", "match"),
    ("regex", "pattern"),
    ("regexp", "pattern"),
    ("regular_expression", "pattern"),
    ("match", "pattern"),
    ("kind", "type"),
    ("datatype", "type"),
    ("data_type", "type"),
    ("enum", "values"),
    ("value", "values"),
    ("one_of", "values"),
    ("allowed", "values"),
    ("out", "path"),
    ("output", "path"),
    ("dir", "path"),
    ("folder", "path"),
    ("directory", "path"),
    ("file", "path"),
    ("target", "path"),
    ("catalog", "catalogs"),
    ("source", "catalogs"),
    ("sources", "catalogs"),
    ("input", "catalogs"),
    ("inputs", "catalogs"),
    ("output", "outputs"),
    ("targets", "outputs"),
    ("emit", "outputs"),
    ("generate", "outputs"),
    ("lints", "rules"),
    ("lint", "rules"),
    ("levels", "rules"),
    ("url", "base_url"),
    ("ts", "typescript"),
    ("javascript", "typescript"),
    ("js", "typescript"),
    ("py", "python"),
    ("golang", "go"),
    ("rs", "rust"),
    ("md", "markdown"),
    ("docs", "markdown"),
    ("swagger", "openapi"),
    ("oas", "openapi"),
    ("web", "html"),
    ("site", "html"),
    ("website", "html"),
    ("codes", "code"),
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

/// Words in the place of a word of a vocabulary, such as a level.
const WORDS: [(&str, &str); 44] = [
    ("warning", "warn"),
    ("info", "warn"),
    ("error", "deny"),
    ("forbid", "deny"),
    ("fail", "deny"),
    ("true", "deny"),
    ("allow", "off"),
    ("ignore", "off"),
    ("disable", "off"),
    ("disabled", "off"),
    ("false", "off"),
    ("always", "immediately"),
    ("yes", "immediately"),
    ("true", "immediately"),
    ("immediate", "immediately"),
    ("now", "immediately"),
    ("no", "never"),
    ("none", "never"),
    ("false", "never"),
    ("exponential", "backoff"),
    ("later", "backoff"),
    ("after", "retry-after"),
    ("retry_after", "retry-after"),
    ("always", "required"),
    ("mandatory", "required"),
    ("true", "required"),
    ("false", "none"),
    ("never", "none"),
    ("no", "none"),
    ("may", "optional"),
    ("private", "internal"),
    ("hidden", "internal"),
    ("secret", "internal"),
    ("external", "public"),
    ("visible", "public"),
    ("global", "catalog"),
    ("all", "catalog"),
    ("families", "family"),
    ("file", "family"),
    ("number", "integer"),
    ("int", "integer"),
    ("numeric", "integer"),
    ("text", "string"),
    ("str", "string"),
];

/// Returns what `word`, which is no key of a map, may be called in the format, as written in a
/// catalog. The spelling may be another: `httpStatus` and `HTTP-status` are `http_status`.
pub fn of_key(word: &str) -> impl Iterator<Item = &'static str> {
    let snake = snake(word);
    KEYS.iter().filter(move |(known, _)| *known == snake).map(|(_, meant)| *meant)
}

/// Returns whether two words differ only in their spelling, or one is the plural of the other.
#[must_use]
pub fn are_forms_of_one(one: &str, other: &str) -> bool {
    snake(one).trim_end_matches('s') == snake(other).trim_end_matches('s')
}

/// Returns what `word`, which is no type of a parameter, is called in the format.
#[must_use]
pub fn of_type(word: &str) -> Option<&'static str> {
    let wanted = word.to_lowercase();
    TYPES.iter().find(|(word, _)| *word == wanted).map(|(_, meant)| *meant)
}

/// Returns which of `words`, the types of facts, is closest to a type of parameters or of a
/// programming language. Facts have no types for numbers with fractions, times or addresses.
#[must_use]
pub fn of_fact_type(word: &str, words: &[&'static str]) -> Option<&'static str> {
    let is_type = || Scalar::parse(word).map(|_| "string");
    let meant = of_type(word).or_else(is_type)?;
    let known = |name: &str| words.iter().copied().find(|word| *word == name);
    known(meant).or_else(|| known(if meant.starts_with("i64") { "i64" } else { "string" }))
}

/// Returns which of `words` is meant by another word.
#[must_use]
pub fn of_word(word: &str, words: &[&str]) -> Option<&'static str> {
    let wanted = word.to_lowercase();
    WORDS.iter().find(|(word, meant)| *word == wanted && words.contains(meant)).map(|(_, meant)| *meant)
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
