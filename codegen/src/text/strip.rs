//! Takes common parts off names.

/// Returns `name` without `texts`, which are taken off in order.
///
/// ```
/// use errcat_build::unstable::text::strip::strip;
///
/// assert_eq!(strip("CartEmptyError", ["Error"]), "CartEmpty");
/// assert_eq!(strip("ERRCODE_WARNING", ["Error", "ERRCODE_"]), "WARNING");
/// assert_eq!(strip("Error", ["Error"]), "Error");
/// ```
#[must_use]
pub fn strip<'n, 't>(name: &'n str, texts: impl IntoIterator<Item = &'t str>) -> &'n str {
    texts.into_iter().fold(name, |name, text| without(name, text).unwrap_or(name))
}

/// Returns `name` without `text` at its end or else its beginning. Returns `None` if it has the
/// text at neither, or if nothing would be left.
#[must_use]
pub fn without<'n>(name: &'n str, text: &str) -> Option<&'n str> {
    let rest = name.strip_suffix(text).or_else(|| name.strip_prefix(text))?;
    (!text.is_empty() && !rest.is_empty()).then_some(rest)
}
