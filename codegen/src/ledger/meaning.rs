//! Judges by names and texts whether two errors can be the same, in any language.

use super::Promise;
use crate::text::case;

/// The similarity from which two names are forms of one name.
const NAMES: f64 = 0.6;

/// The similarity from which two texts are wordings of one text.
const TEXTS: f64 = 0.4;

/// The similarity below which two names cast doubt on the meaning.
const DOUBTED_NAMES: f64 = 0.3;

/// The similarity below which two texts cast doubt on the meaning, beside such names.
const DOUBTED_TEXTS: f64 = 0.25;

/// The same for texts of errors without names.
const DOUBTED_LONE_TEXTS: f64 = 0.35;

/// The number of letters from which a part of a code is a word.
const WORD: usize = 3;

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
    another_name && texts_agree(old, new, TEXTS) != Some(true)
}

/// Returns `true` if name or a text says that the errors are the same, and nothing says that they
/// are different. This is required for a retired or removed code to return. An equal name outweighs
/// texts.
pub(super) fn is_same(old: &Promise, new: &Promise) -> bool {
    if is_said(old, new) || (old.name.is_some() && old.name == new.name) {
        return true;
    }
    let names = old.name.as_deref().zip(new.name.as_deref()).map(|(old, new)| is_like(old, new, NAMES));
    match (names, texts_agree(old, new, TEXTS)) {
        (Some(false), _) | (_, Some(false)) => false,
        (None, None) => old.is_unknown() && new.is_unknown(),
        _ => true,
    }
}

/// Returns `true` if the author says that the errors are the same: `formerly` has the old name, or
/// it had in the tombstone, from which the new name is.
pub(super) fn is_said(old: &Promise, new: &Promise) -> bool {
    let said = old.remains.as_ref().filter(|remains| remains.label() == new.label());
    let was_said = said.is_some_and(|remains| remains.formerly.iter().any(|name| name == old.label()));
    was_said || new.was_called(old.label())
}

/// Returns `true` if the errors may be different ones, so that the author must say which.
pub(super) fn is_doubtful(old: &Promise, new: &Promise) -> bool {
    let is_unchanged = old.message == new.message && old.description == new.description;
    if is_unchanged && old.is_called_like(new) {
        return false;
    }
    match (given_name(old), given_name(new)) {
        (Some(was), Some(is)) => {
            !is_like(was, is, DOUBTED_NAMES) && texts_agree(old, new, DOUBTED_TEXTS) != Some(true)
        }
        (None, None) => !has_word(&new.code) && texts_agree(old, new, DOUBTED_LONE_TEXTS) == Some(false),
        // A name that was added or removed says nothing.
        _ => false,
    }
}

/// Returns `true` if two names are forms of one name.
pub(crate) fn are_names_alike(old: &str, new: &str) -> bool {
    is_like(old, new, NAMES)
}

/// Returns the name that an author has given to an error: the published one, or an `ident` that
/// does not follow from the code.
pub(super) fn given_name(promise: &Promise) -> Option<&str> {
    promise.name.as_deref().or_else(|| {
        let follows = case::of_code(&promise.code) == promise.ident;
        (!follows).then_some(promise.ident.as_str())
    })
}

/// Whether a text is the same or similar. Returns `None` if there are no two texts to compare.
fn texts_agree(old: &Promise, new: &Promise, least: f64) -> Option<bool> {
    let kinds = [(&old.message, &new.message), (&old.description, &new.description)];
    let both = kinds.into_iter().filter_map(|(old, new)| old.as_deref().zip(new.as_deref()));
    both.map(|(old, new)| is_like(old, new, least)).reduce(|one, other| one || other)
}

/// Returns `true` if a code says in words what it means.
fn has_word(code: &str) -> bool {
    code.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= WORD)
}

/// Returns `true` if two texts share at least `least` of their pairs of adjacent letters. Case and
/// punctuation are ignored.
pub(super) fn is_like(old: &str, new: &str, least: f64) -> bool {
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
