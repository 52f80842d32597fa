//! HTTP statuses in cells and texts.

/// What a cell says about the status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Nothing.
    None,
    /// One status.
    One(u16),
    /// Several statuses.
    Many(Vec<u16>),
    /// Something that is no status.
    Unknown,
}

/// Reads the cell of a column of statuses. `400 403` are two statuses, and `-503` is none.
pub(crate) fn in_cell(text: &str) -> Status {
    let text = text.trim();
    if text.is_empty() || matches!(text, "-" | "—" | "–" | "N/A" | "n/a" | "none" | "None" | "null") {
        return Status::None;
    }
    let words = text.split([' ', ',', '/', ';', '|', '\t', '\n']).filter(|word| !word.is_empty());
    let mut statuses = Vec::new();
    for word in words {
        let is_number = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        match word.parse::<u16>() {
            Ok(status) if statuses.contains(&status) => {}
            Ok(status) if is_number && status >= 100 => statuses.push(status),
            // `404 Not Found` and `HTTP 404`.
            _ if word.contains(|c: char| c.is_ascii_digit()) => return Status::Unknown,
            _ => {}
        }
    }
    match statuses[..] {
        [] => Status::Unknown,
        [status] => Status::One(status),
        _ => Status::Many(statuses),
    }
}

/// Returns the only status that a text names, as in `(HTTP 404)`.
pub(crate) fn in_text(text: &str) -> Option<u16> {
    let mut found: Option<u16> = None;
    for (at, _) in text.match_indices("HTTP") {
        let rest = text[at + 4..].trim_start_matches([' ', '/']);
        let rest = ["status code ", "status ", "code "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(status) =
            rest[..digits].parse::<u16>().ok().filter(|status| digits == 3 && (100..=599).contains(status))
        else {
            continue;
        };
        match found {
            Some(other) if other != status => return None,
            _ => found = Some(status),
        }
    }
    found
}
