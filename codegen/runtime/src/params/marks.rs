//! Finds the marks of parameters in messages, in every syntax except braces.
//!
//! The generator and generated programs share it. It is not part of the public API.

/// A mark in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'t> {
    /// The offset of its first byte.
    pub at: usize,
    /// Its length in bytes.
    pub len: usize,
    /// What it stands for.
    pub place: Place<'t>,
    /// How the value is written.
    pub format: Format,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'t> {
    /// The parameter with this name.
    Name(&'t str),
    /// The parameter with this number, from 1.
    Number(usize),
    /// The next parameter.
    Next,
    /// A percent sign.
    Percent,
}

/// The format of a value, as in `printf`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// `-`, `+`, `#` and `0`, as bits in this order.
    pub flags: u8,
    /// The minimum number of characters.
    pub width: usize,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The letter at the end, or 0 for a mark without a format.
    pub letter: u8,
}

/// The flags, in the order of their bits.
const FLAGS: &str = "-+#0";

impl Format {
    /// Returns whether a flag is set.
    #[must_use]
    #[inline]
    pub fn has(self, flag: char) -> bool {
        FLAGS.find(flag).is_some_and(|bit| self.flags >> bit & 1 == 1)
    }
}

/// Parameters have at most three digits, so that no mark stands for a huge number.
const LONGEST_NUMBER: usize = 3;

/// Finds the first mark of `printf`: `%s`, `%-.192s`, `%1$d`, `%%`.
#[must_use]
#[inline]
pub fn printf(text: &str) -> Option<Mark<'_>> {
    let mut at = 0;
    loop {
        at += text.get(at..)?.find('%')?;
        let spec = text.get(at + 1..)?;
        if spec.starts_with('%') {
            return Some(Mark { at, len: 2, place: Place::Percent, format: Format::default() });
        }
        if let Some((place, format, rest)) = specification(spec) {
            return Some(Mark { at, len: 1 + spec.len() - rest.len(), place, format });
        }
        at += 1;
    }
}

/// Reads what follows `%`. A blank is no flag, because `100% sure` is a text.
#[inline]
fn specification(spec: &str) -> Option<(Place<'_>, Format, &str)> {
    let mut format = Format::default();
    let mut place = Place::Next;
    let mut rest = spec;
    if let Some((number, tail)) = number(spec)
        && let Some(tail) = tail.strip_prefix('$').filter(|_| number > 0)
    {
        (place, rest) = (Place::Number(number), tail);
    }
    while let Some((bit, tail)) = rest.chars().next().and_then(|c| Some((FLAGS.find(c)?, rest.get(1..)?))) {
        format.flags |= 1 << bit;
        rest = tail;
    }
    (format.width, rest) = size(rest)?;
    if let Some(tail) = rest.strip_prefix('.') {
        // A star is a length that the caller knows, so the text is whole.
        let is_star = tail.starts_with('*');
        let (precision, tail) = size(tail)?;
        format.precision = (!is_star).then_some(precision);
        rest = tail;
    }
    if let Some(tail) = rest.strip_prefix('[') {
        let (number, tail) = number(tail).filter(|(number, _)| *number > 0)?;
        (place, rest) = (Place::Number(number), tail.strip_prefix(']')?);
    }
    rest = rest.trim_start_matches(['h', 'l', 'L', 'j', 'z']);
    let letter = rest.bytes().next().filter(|letter| b"diouxXeEfFgGcspvTtq".contains(letter))?;
    format.letter = letter;
    Some((place, format, rest.get(1..)?))
}

/// Reads a width or precision: digits, a star, or nothing.
#[inline]
fn size(text: &str) -> Option<(usize, &str)> {
    if let Some(rest) = text.strip_prefix('*') {
        return Some((0, rest));
    }
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((0, text));
    }
    number(text)
}

/// Reads a number at the start of a text.
#[inline]
fn number(text: &str) -> Option<(usize, &str)> {
    let len = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(len)?;
    (digits.len() <= LONGEST_NUMBER).then_some(())?;
    Some((digits.parse().ok()?, rest))
}

/// Finds the first `{0}`.
#[must_use]
#[inline]
pub fn indexed(text: &str) -> Option<Mark<'_>> {
    enclosed(
        text,
        "{",
        "}",
        |c, _| c.is_ascii_digit(),
        |digits| {
            let (index, _) = number(digits)?;
            Some(Place::Number(index + 1)).filter(|_| digits == "0" || !digits.starts_with('0'))
        },
    )
}

/// Finds the first `<name>`.
#[must_use]
#[inline]
pub fn angle(text: &str) -> Option<Mark<'_>> {
    enclosed(text, "<", ">", is_of_name, |name| Some(Place::Name(name)))
}

/// Finds the first `%name%`.
#[must_use]
#[inline]
pub fn percent(text: &str) -> Option<Mark<'_>> {
    // Between percentages, texts in other scripts have no blanks.
    enclosed(text, "%", "%", |c, first| c.is_ascii() && is_of_name(c, first), |name| Some(Place::Name(name)))
}

/// Finds the first `{{name}}`, with or without blanks inside.
#[must_use]
#[inline]
pub fn mustache(text: &str) -> Option<Mark<'_>> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find("{{")?;
        let inner = text.get(at + 2..)?;
        let name = inner.trim_start_matches(' ');
        let blanks = inner.len() - name.len();
        let len = name_length(name, is_of_name);
        let (name, tail) = name.split_at_checked(len)?;
        let end = tail.trim_start_matches(' ');
        if !name.is_empty() && end.starts_with("}}") {
            let len = 2 + blanks + name.len() + (tail.len() - end.len()) + 2;
            return Some(Mark { at, len, place: Place::Name(name), format: Format::default() });
        }
        from = at + 1;
    }
}

/// Finds the first text between `open` and `close` that consists of these characters and stands for
/// a parameter.
#[inline]
fn enclosed<'t>(
    text: &'t str,
    open: &str,
    close: &str,
    holds: fn(char, bool) -> bool,
    place: impl Fn(&'t str) -> Option<Place<'t>>,
) -> Option<Mark<'t>> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find(open)?;
        let inner = text.get(at + open.len()..)?;
        let (name, tail) = inner.split_at_checked(name_length(inner, holds))?;
        if let Some(place) = place(name).filter(|_| !name.is_empty() && tail.starts_with(close)) {
            let len = open.len() + name.len() + close.len();
            return Some(Mark { at, len, place, format: Format::default() });
        }
        from = at + open.len();
    }
}

/// Returns the length of the name at the start of a text.
#[inline]
fn name_length(text: &str, holds: fn(char, bool) -> bool) -> usize {
    let other = text.char_indices().find(|(at, c)| !holds(*c, *at == 0));
    other.map_or(text.len(), |(at, _)| at)
}

/// Returns whether a name may contain the character, or begin with it.
#[inline]
fn is_of_name(c: char, first: bool) -> bool {
    c == '_' || c.is_alphabetic() || !first && (c.is_numeric() || matches!(c, '-' | '.'))
}

/// Returns the number of a parameter that is called after it, as in `arg1`.
#[must_use]
#[inline]
pub fn numbered(name: &str) -> Option<usize> {
    let digits = name.strip_prefix("arg").filter(|digits| !digits.starts_with('0'))?;
    number(digits).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number)
}
