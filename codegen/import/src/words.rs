//! Words of headers, headings and codes.

/// Returns the words of a header in lower case: `errorCode`, `Error Code` and `error_code` are
/// `error code`.
pub(crate) fn words(header: &str) -> String {
    let mut words = String::with_capacity(header.len() + 4);
    let mut before: Option<char> = None;
    let chars: Vec<char> = header.trim().chars().collect();
    for (index, &c) in chars.iter().enumerate() {
        if c.is_alphanumeric() {
            let next_is_lower = chars.get(index + 1).is_some_and(|next| next.is_lowercase());
            let starts = c.is_uppercase()
                && before.is_some_and(|b| b.is_lowercase() || (b.is_uppercase() && next_is_lower));
            if (starts || before.is_some_and(|b| !b.is_alphanumeric())) && !words.is_empty() {
                words.push(' ');
            }
            words.extend(c.to_lowercase());
        }
        before = Some(c);
    }
    words
}

/// Returns a text as an id: lower-case letters, digits and single hyphens. The words of a name such
/// as `BillingErrors` are separated.
#[must_use]
pub fn slug(text: &str) -> String {
    let text = text.trim();
    let separate = words(text);
    // A name such as `OAuth` is one word.
    let is_name = !text.contains(char::is_whitespace) && separate.split(' ').all(|word| word.len() > 1);
    joined(if is_name { &separate } else { text }, '-')
}

/// Returns a text as the name of a fact: lower-case letters, digits and single underscores.
pub(crate) fn snake(text: &str) -> String {
    let name = joined(&words(text), '_');
    match name.bytes().next() {
        Some(b'a'..=b'z') => name,
        Some(_) => format!("column_{name}"),
        None => "column".to_owned(),
    }
}

/// Returns a name that is not taken: the name itself, or the name with a number from 2.
pub(crate) fn numbered(name: &str, separator: char, is_taken: impl Fn(&str) -> bool) -> String {
    let mut free = name.to_owned();
    let mut number = 1;
    while is_taken(&free) {
        number += 1;
        free = format!("{name}{separator}{number}");
    }
    free
}

fn joined(text: &str, separator: char) -> String {
    let mut id = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with(separator) {
            id.push(separator);
        }
    }
    id.trim_end_matches(separator).to_owned()
}

/// Returns `true` if a text can be a code or symbolic name: it has no blanks and is not prose.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 200
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
        && text.contains(|c: char| c.is_alphanumeric())
        && !text.ends_with(['.', ',', ';', '!', '?'])
}

/// Returns `true` if a token looks like a code even in a page of prose: it has a digit, an
/// underscore, a hyphen between capitals, or capitals after the first letter.
pub(crate) fn is_code_like(text: &str) -> bool {
    if !is_token(text) || text.contains("//") || text.starts_with(['-', '(', '"', '\'', '<']) {
        return false;
    }
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let has_upper_inside = text.chars().skip(1).any(char::is_uppercase);
    let is_separated = text.contains('_') || (text.contains(['-', '.', ':', '/']) && has_upper_inside);
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    letters >= 1 && (has_digit || is_separated || has_upper_inside) && !text.ends_with(':')
}

/// Returns `true` if a line can be the title of a section.
pub(crate) fn is_title(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty()
        && line.chars().count() <= 100
        && !line.ends_with(['.', ':', ';', ',', '!', '?'])
        && !line.starts_with(['|', '-', '*', '#'])
        && line.contains(|c: char| c.is_alphabetic())
}

/// Splits a title such as `Module 01: Inventory` into `Module 01` and `Inventory`.
pub(crate) fn numbered_title(title: &str) -> Option<(&str, &str)> {
    const PARTS: [&str; 8] = ["module", "section", "class", "category", "chapter", "part", "group", "area"];
    let title = title.trim();
    let title = title.strip_prefix("Section:").map_or(title, str::trim);
    let word = title.split_whitespace().next()?;
    let rest = title[word.len()..].trim_start();
    let number_end = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
    let number = &rest[..number_end];
    let has_number = number.len() <= 6 && number.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
    let after = rest[number_end..].trim_start();
    let own = after.strip_prefix([':', '-', '–', '—'])?.trim_start();
    let known = PARTS.contains(&word.to_lowercase().as_str());
    (known && has_number && !own.is_empty()).then(|| {
        let start = title.len() - rest.len() + number_end;
        (&title[..start], own)
    })
}

/// The most brackets that open one after the other in YAML. The parser reads 128 levels, but only says so
/// at the end, after a time that grows with the square of their number.
const MOST_OPEN: usize = 1000;

/// Returns `true` if more brackets open than a YAML document can have, with only blanks between them.
pub(crate) fn opens_too_much(text: &str) -> bool {
    let mut open = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => open += 1,
            b' ' | b'\n' | b'\r' | b'\t' => {}
            _ => open = 0,
        }
        if open > MOST_OPEN {
            return true;
        }
    }
    false
}
