//! Finds the numbers of codes in texts of other branches, which may not be valid any more.

use super::number::Number;

/// Returns the numbers of all codes that a catalog or ledger has, or seems to have.
pub(super) fn numbers<'t>(text: &'t str, number: &'t Number) -> impl Iterator<Item = u64> + 't {
    text.lines().flat_map(move |line| candidates(line, number)).filter_map(|code| number.parse(code))
}

/// Returns the words of a line that can be codes. A code without letters is only found where a code
/// stands: before a colon, or after `"code":`.
fn candidates<'l>(line: &'l str, number: &Number) -> Vec<&'l str> {
    let is_end = |c: char| c.is_whitespace() || "\"'{}[],".contains(c);
    if number.stem.chars().any(char::is_alphanumeric) {
        let words = line.split(is_end).map(|word| word.trim_end_matches(':'));
        return words.filter(|word| word.starts_with(&number.stem)).collect();
    }
    let key = line.trim_start().split(':').next().map(|key| key.trim_matches(is_end));
    let code = line.split_once("\"code\":").map(|(_, rest)| rest.trim_start_matches(is_end));
    let code = code.and_then(|rest| rest.split(is_end).next());
    key.into_iter().chain(code).collect()
}
