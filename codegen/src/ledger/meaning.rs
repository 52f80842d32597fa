//! Whether two errors can be the same: a judgement of names and texts, made without knowing their language.

use super::Promise;

/// How much two names must have in common to be two forms of one.
const NAMES: f64 = 0.6;

/// How much two texts must have in common to be two wordings of one.
const TEXTS: f64 = 0.4;

/// How many bytes of a text are looked at.
const READ: usize = 4096;

/// Whether everything that could tell of one error tells of two: the name is another, and so are the texts. An error without texts is its name;
/// a name that came or went takes the place of none.
pub(super) fn is_replaced(old: &Promise, new: &Promise) -> bool {
    let another_name = match (&old.name, &new.name) {
        (Some(old), Some(new)) => !is_like(old, new, NAMES),
        (None, None) => !is_like(&old.ident, &new.ident, NAMES),
        _ => false,
    };
    another_name && texts_agree(old, new) != Some(true)
}

/// Whether something tells of one error, and nothing of two: a code that is out of use is given back to nobody else.
pub(super) fn is_same(old: &Promise, new: &Promise) -> bool {
    let names = old.name.as_deref().zip(new.name.as_deref()).map(|(old, new)| is_like(old, new, NAMES));
    match (names, texts_agree(old, new)) {
        (Some(false), _) | (_, Some(false)) => false,
        (None, None) => old.is_unknown() && new.is_unknown(),
        _ => true,
    }
}

/// Whether one of the texts is still the same or a similar one; nothing where there are not two of a kind.
fn texts_agree(old: &Promise, new: &Promise) -> Option<bool> {
    let kinds = [(&old.message, &new.message), (&old.description, &new.description)];
    let both = kinds.into_iter().filter_map(|(old, new)| old.as_deref().zip(new.as_deref()));
    both.map(|(old, new)| is_like(old, new, TEXTS)).reduce(|one, other| one || other)
}

/// Whether two texts share so many of their pairs of neighbouring letters; case and punctuation do not count.
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
