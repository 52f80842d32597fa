//! Judges by names and texts whether two errors can be the same, in any language.

use super::Promise;

/// The similarity from which two names are forms of one name.
const NAMES: f64 = 0.6;

/// The similarity from which two texts are wordings of one text.
const TEXTS: f64 = 0.4;

/// The number of bytes of a text that are compared.
const READ: usize = 4096;

/// Returns `true` if name and texts all say that the errors are different. An error without texts
/// is judged by its name. A name that was added or removed says nothing.
pub(super) fn is_replaced(old: &Promise, new: &Promise) -> bool {
    let another_name = match (&old.name, &new.name) {
        (Some(old), Some(new)) => !is_like(old, new, NAMES),
        (None, None) => !is_like(&old.ident, &new.ident, NAMES),
        _ => false,
    };
    another_name && texts_agree(old, new) != Some(true)
}

/// Returns `true` if name or a text says that the errors are the same, and nothing says that they
/// are different. This is required for a retired or removed code to return.
pub(super) fn is_same(old: &Promise, new: &Promise) -> bool {
    let names = old.name.as_deref().zip(new.name.as_deref()).map(|(old, new)| is_like(old, new, NAMES));
    match (names, texts_agree(old, new)) {
        (Some(false), _) | (_, Some(false)) => false,
        (None, None) => old.is_unknown() && new.is_unknown(),
        _ => true,
    }
}

/// Whether a text is the same or similar. Returns `None` if there are no two texts to compare.
fn texts_agree(old: &Promise, new: &Promise) -> Option<bool> {
    let kinds = [(&old.message, &new.message), (&old.description, &new.description)];
    let both = kinds.into_iter().filter_map(|(old, new)| old.as_deref().zip(new.as_deref()));
    both.map(|(old, new)| is_like(old, new, TEXTS)).reduce(|one, other| one || other)
}

/// Returns `true` if two texts share at least `least` of their pairs of adjacent letters. Case and
/// punctuation are ignored.
fn is_like(old: &str, new: &str, least: f64) -> bool {
    let [old, new] = [old, new].map(letters);
    old == new || strsim::sorensen_dice(&old, &new) >= least
}

fn letters(text: &str) -> String {
    let end = (0..=READ.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
    let mut letters = String::with_capacity(end);
    for letter in text[..end].chars().filter(|c| c.is_alphanumeric()) {
        letters.extend(letter.to_lowercase());
    }
    letters
}
