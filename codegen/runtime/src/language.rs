//! Translations of texts, and the choice of a language.

use crate::table::Texts;

/// The texts of a catalog in another language. Generated code contains these values.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Translation {
    language: &'static str,
    messages: &'static Texts,
    descriptions: &'static Texts,
}

impl Translation {
    /// Creates a translation from its tables, which have one text per code. Empty ones are absent.
    #[inline]
    #[must_use]
    pub const fn new(language: &'static str, messages: &'static Texts, descriptions: &'static Texts) -> Self {
        Self { language, messages, descriptions }
    }
}

/// Returns the message of code `i` in the first language of the chain `pt-BR`, `pt` that has one.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn message_in(translations: &[Translation], language: &str, i: usize) -> Option<&'static str> {
    chain(language).find_map(|tag| of(translations, tag)?.messages.some(i))
}

/// Returns the description of code `i` in the first language of the chain `pt-BR`, `pt` that has one.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn description_in(translations: &[Translation], language: &str, i: usize) -> Option<&'static str> {
    chain(language).find_map(|tag| of(translations, tag)?.descriptions.some(i))
}

#[inline]
fn of<'t>(translations: &'t [Translation], tag: &str) -> Option<&'t Translation> {
    translations.iter().find(|translation| translation.language.eq_ignore_ascii_case(tag))
}

/// Returns a tag, and the more general ones that it begins with: `zh-Hant-TW`, `zh-Hant`, `zh`.
#[inline]
fn chain(tag: &str) -> impl Iterator<Item = &str> {
    core::iter::successors(Some(tag), |tag| {
        let (general, _) = tag.rsplit_once('-')?;
        // A single letter only introduces what follows it.
        let shorter = general.rsplit_once('-').filter(|(_, word)| word.len() == 1);
        Some(shorter.map_or(general, |(general, _)| general))
    })
}

/// Returns the language for a header `Accept-Language`: its position in `languages` plus 1, or 0 for
/// the language of the catalog itself.
///
/// The reader prefers languages with a higher weight, and earlier ones if the weights are equal.
#[cfg(feature = "alloc")]
#[inline]
pub(crate) fn accepted(header: &str, languages: &[&str], own: Option<&str>) -> usize {
    let mut best = (0, 0);
    for range in header.split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let weight = weight(parameters).unwrap_or(0);
        if weight > best.0
            && let Some(found) = position(tag.trim(), languages, own)
        {
            best = (weight, found);
        }
    }
    best.1
}

/// Returns the language that a range asks for, like [`accepted`], if there is one. `*` asks for that
/// of the catalog.
#[cfg(feature = "alloc")]
#[inline]
fn position(range: &str, languages: &[&str], own: Option<&str>) -> Option<usize> {
    if range == "*" {
        return Some(0);
    }
    chain(range).find_map(|tag| {
        let is = |known: &&str| known.eq_ignore_ascii_case(tag);
        // The language of the catalog may be more exact than what the reader asks for.
        let is_own = chain(own.unwrap_or_default()).any(|known| is(&known));
        languages.iter().position(is).map(|found| found + 1).or_else(|| is_own.then_some(0))
    })
}

/// Returns the weight of a range in thousandths: 1000, unless it has a parameter `q`.
#[cfg(feature = "alloc")]
#[inline]
fn weight(parameters: &str) -> Option<u16> {
    let mut weights = parameters.split(';').filter_map(|parameter| parameter.trim().split_once('='));
    let Some((_, text)) = weights.find(|(name, _)| name.trim().eq_ignore_ascii_case("q")) else {
        return Some(1000);
    };
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !matches!(whole, "0" | "1") || !is_number(part) || part.len() > 3 {
        return None;
    }
    let part = part.bytes().chain(*b"000").take(3).fold(0, |sum, byte| sum * 10 + u16::from(byte - b'0'));
    Some(if whole == "1" { 1000 } else { part })
}
