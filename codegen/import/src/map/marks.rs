//! Placeholders in messages.

/// The syntaxes, by their words in catalogs.
const SYNTAXES: [&str; 6] = ["mustache", "percent", "printf", "indexed", "angle", "braces"];

/// Returns the names of the marks of a syntax in a message. Marks of printf have no names.
pub(crate) fn marks<'m>(syntax: &str, message: &'m str) -> Vec<&'m str> {
    match syntax {
        "mustache" => between(message, "{{", "}}"),
        "percent" => between(message, "%", "%"),
        "angle" => between(message, "<", ">"),
        "indexed" => {
            let mut marks = between(message, "{", "}");
            marks.retain(|mark| mark.bytes().all(|byte| byte.is_ascii_digit()));
            marks
        }
        "braces" => {
            let mut marks = between(message, "{", "}");
            marks.retain(|mark| !mark.starts_with(|c: char| c.is_ascii_digit()));
            marks
        }
        "printf" => conversions(message),
        _ => Vec::new(),
    }
}

/// Returns the words between two marks.
fn between<'m>(message: &'m str, open: &str, close: &str) -> Vec<&'m str> {
    let mut words = Vec::new();
    let mut rest = message;
    while let Some(start) = rest.find(open) {
        let inner = &rest[start + open.len()..];
        let end = inner.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(inner.len());
        let word = Some(&inner[..end]).filter(|word| is_word(word) && inner[end..].starts_with(close));
        match word {
            Some(word) => {
                words.push(word);
                rest = &inner[word.len() + close.len()..];
            }
            None => rest = inner,
        }
    }
    words
}

fn is_word(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 60
        && !matches!(word, "b" | "i" | "p" | "a" | "br" | "code" | "em" | "strong" | "ul" | "li")
}

/// Returns the conversions of printf.
fn conversions(message: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = message[at..].find('%').map(|start| at + start) {
        let rest = &message[start + 1..];
        if rest.starts_with('%') {
            at = start + 2;
            continue;
        }
        let flags =
            rest.len() - rest.trim_start_matches(|c: char| "-+#.*$".contains(c) || c.is_ascii_digit()).len();
        let letter = rest[flags..].chars().next();
        let lengths = rest[flags..].len() - rest[flags..].trim_start_matches(['l', 'h', 'z']).len();
        let letter = if lengths > 0 { rest[flags + lengths..].chars().next() } else { letter };
        if letter.is_some_and(|c| "sdvTxXfquigGeEc".contains(c)) {
            let end = start + flags + lengths + 2;
            found.push(&message[start..end]);
            at = end;
        } else {
            at = start + 1;
        }
    }
    found
}

/// Guesses the syntax from all messages: the one with the most marks. Braces are never guessed,
/// because they are plain text in catalogs.
pub(crate) fn guess(messages: &[&str]) -> Option<(&'static str, usize)> {
    let count = |syntax: &str| messages.iter().filter(|message| !marks(syntax, message).is_empty()).count();
    let counted = SYNTAXES[..5].iter().map(|syntax| (*syntax, count(syntax)));
    let mut best: Option<(&'static str, usize)> = None;
    for (syntax, count) in counted.filter(|(_, count)| *count > 0) {
        if best.is_none_or(|(_, most)| count > most) {
            best = Some((syntax, count));
        }
    }
    best
}
