//! Explains the usual accidents of YAML: tabs, columns, and lines that belong nowhere.

use super::cause::Cause;
use super::explained::Explained;
use super::load::Mistake;
use super::open;
use super::place::{Lines, indentation, is_empty, is_end, key, span, without};
use crate::diag::{Edit, Finding, Fix};
use crate::format::keys;
use crate::source::FileId;
use crate::syntax::report;

/// Returns the finding for an accident at `mistake`.
pub(super) fn explain(file: FileId, text: &str, mistake: &Mistake) -> Option<Explained> {
    match mistake.cause {
        Cause::OpenQuote | Cause::AfterQuotes | Cause::Escape | Cause::Deep => return None,
        Cause::Directive => return Some(directive(file, text, mistake.offset)),
        _ => {}
    }
    let (start, line) = Lines(text).around(mistake.offset);
    let next = Lines(&text[start..]).all().skip(1).find(|(_, line)| !is_empty(line));
    let next = next.map(|(offset, line)| (start + offset, line));
    if let Some((start, _)) =
        [Some((start, line)), next].into_iter().flatten().find(|(_, line)| has_tab(line))
    {
        return Some(tab(file, text, start));
    }
    let above = Lines(&text[..start]).all().filter(|(_, line)| !is_empty(line)).last();
    if let Some(explained) = [above, Some((start, line))]
        .into_iter()
        .flatten()
        .find_map(|(start, line)| no_space(file, start, line))
    {
        return Some(explained);
    }
    if mistake.cause == Cause::Tab {
        let before = (mistake.offset - start).min(line.len());
        let at = start + line[..before].rfind('\t').or_else(|| line.find('\t'))?;
        return Some(a_tab(file, at, Cause::Tab.meaning()).into());
    }
    let open = open::at(text, mistake.offset);
    if open.quote.is_some() || !open.brackets.is_empty() {
        return None;
    }
    let is_item = line.trim_start().starts_with("- ");
    if let Some(finding) = column(file, text, start, line, mistake.cause) {
        return Some(finding.into());
    }
    match mistake.cause {
        Cause::NoKey if is_item => Some(item(file, text, start, line)),
        Cause::NoKey => comment(file, text, start, line).map(Explained::from),
        Cause::Colon => no_key_above(file, text, start, line),
        _ => None,
    }
}

/// Returns the finding for a line that starts with `%`. After the end of a document, it starts another
/// one.
fn directive(file: FileId, text: &str, offset: usize) -> Explained {
    let above = Lines(&text[..offset]).all().filter(|(_, line)| !is_empty(line)).last();
    if let Some((start, line)) = above.filter(|(_, line)| is_end(line)) {
        let finding = report::second_document(span(file, start, start + line.trim_end().len()));
        return Explained::leaving(finding, without(text, start, text.len()));
    }
    let (start, line) = Lines(text).around(offset);
    let finding =
        report::syntax(span(file, start, start + line.trim_end().len()), Cause::Directive.meaning());
    Explained::leaving(finding.help(Cause::Directive.help()), without(text, start, start + line.len()))
}

/// Returns the finding for a blank at the start of a line that is neither a space nor a tab.
fn no_space(file: FileId, start: usize, line: &str) -> Option<Explained> {
    let content = line.trim_start_matches(' ');
    let c = content.chars().next().filter(|c| c.is_whitespace() && !c.is_ascii())?;
    let at = start + line.len() - content.len();
    let message = format!("the line is indented with a blank that is not a space (U+{:04X})", u32::from(c));
    let finding = report::syntax(span(file, at, at + c.len_utf8()), message).label("not a space");
    Some(Explained::at(finding.help("use spaces"), start))
}

fn a_tab(file: FileId, at: usize, message: &str) -> Finding {
    report::syntax(span(file, at, at + 1), message).label("tab").help(Cause::Tab.help())
}

/// Returns the finding for lines that are indented with tabs. `inside` is the start of one of them.
fn tab(file: FileId, text: &str, inside: usize) -> Explained {
    // The line above the tabs, and the lines from there to the one with the mistake.
    let mut above = None;
    let mut run: Vec<(usize, &str)> = Vec::new();
    for (start, line) in Lines(text).all() {
        if line.trim().is_empty() {
            continue;
        }
        if has_tab(line) {
            run.push((start, line));
        } else if start > inside {
            break;
        } else {
            above = Some((start, line));
            run.clear();
        }
    }
    let first = run.first().map_or(inside, |(start, line)| start + indentation(line).find('\t').unwrap_or(0));
    let finding = a_tab(file, first, "the line is indented with a tab");
    if let Some(quote) = open::at(text, first).quote {
        return Explained::at(finding, quote);
    }
    let end = run.last().map_or(inside, |(start, line)| start + line.len());
    // The error above lacks what these lines say, so it is left out, too.
    let parent = above.filter(|(_, line)| line.trim_end().ends_with(':'));
    let start = parent.filter(|(_, line)| !indentation(line).is_empty()).map(|(start, _)| start);
    let start = start.or(run.first().map(|(start, _)| *start)).unwrap_or(inside);
    let rest = without(text, start, end);
    // The lines belong to the key above them.
    let Some((_, parent)) = parent else { return Explained::leaving(finding, rest) };
    let edits = run.iter().map(|(start, line)| {
        let old = indentation(line);
        let tabs = old.matches('\t').count();
        let width = indentation(parent).len() + 2 * tabs;
        Edit { span: span(file, *start, start + old.len()), text: " ".repeat(width) }
    });
    let fix = Fix { message: "indent with spaces".to_owned(), edits: edits.collect() };
    Explained::leaving(finding.fix(fix), rest)
}

/// The maps that files consist of.
const HEADS: [&keys::Map; 4] = [&keys::CATALOG, &keys::FAMILY, &keys::LOCALE, &keys::CONFIG];

/// Returns the finding for a key that is not in the column of its siblings.
fn column(file: FileId, text: &str, start: usize, line: &str, cause: Cause) -> Option<Finding> {
    let is_item = line.trim_start().starts_with("- ");
    let key = if is_item { "-" } else { key(line)? };
    let own = indentation(line).len();
    let mut open: Vec<usize> = Vec::new();
    let mut before = "";
    for (at, line) in Lines(text).all().filter(|(_, line)| !is_empty(line)) {
        if at >= start {
            break;
        }
        let indent = indentation(line).len();
        open.retain(|outer| *outer < indent);
        open.push(indent);
        before = line.trim_start();
        // The first key of a list item has a column of its own.
        if let Some(rest) = before.strip_prefix("- ") {
            before = rest.trim_start();
            open.extend(self::key(before).map(|_| indent + line.trim_start().len() - before.len()));
        }
    }
    let is_of_error = keys::ERROR.key(key).is_some();
    let last = *open.last()?;
    let siblings = if own > last {
        // The line above has a value, so nothing can stand below it.
        let has_value = self::key(before).is_some() && !before.trim_end().ends_with(':');
        Some(last).filter(|_| has_value && (is_known(key) || cause == Cause::Colon))
    } else if open.contains(&own) {
        None
    } else if is_of_error {
        open.iter().copied().find(|outer| *outer > own)
    } else if is_known(key) && open.first() == Some(&0) && HEADS.iter().any(|map| map.key(key).is_some()) {
        Some(0)
    } else {
        let outer = open.iter().copied().rev().find(|outer| *outer < own && *outer > 0);
        outer.or_else(|| open.iter().copied().find(|outer| *outer > own))
    };
    let message =
        format!("`{key}` starts in column {}; its siblings start in column {}", own + 1, siblings? + 1);
    let first = start + own;
    Some(report::syntax(span(file, first, first + key.len()), message).label("another column").help(
        if own > last && !is_known(key) {
            "indent it like its siblings; or quote the text above it, if it goes on here"
        } else {
            "indent it like its siblings"
        },
    ))
}

/// Returns the finding for a list item in a place where keys are.
fn item(file: FileId, text: &str, start: usize, line: &str) -> Explained {
    let own = indentation(line);
    let at = start + own.len();
    // Keys of the item above, in the column of the items.
    let mut lost = None;
    for (start, line) in Lines(&text[..start]).all().filter(|(_, line)| !is_empty(line)) {
        lost = match (indentation(line) == own, line.trim_start().starts_with("- "), key(line)) {
            (true, true, _) => Some(None),
            (true, false, Some(key)) => lost.map(|first: Option<(usize, &str)>| first.or(Some((start, key)))),
            (false, ..) if indentation(line).len() > own.len() => lost,
            _ => None,
        };
    }
    if let Some(Some((first, key))) = lost {
        let rest = without(text, first, start);
        let start = first + own.len();
        let finding = report::syntax(
            span(file, start, start + key.len()),
            format!("`{key}` belongs to the list item above it"),
        )
        .label("in the column of the items")
        .help("indent it like the first key of the item");
        return Explained::leaving(finding, rest);
    }
    report::syntax(span(file, at, at + 1), "a list item cannot be here")
        .label("not expected here")
        .help("write the list below a key of its own; or quote the text above it, if it goes on here")
        .into()
}

/// Returns the finding for a comment within a text without quotes, which ends there.
fn comment(file: FileId, text: &str, start: usize, line: &str) -> Option<Finding> {
    let above = text[..start].trim_end_matches([' ', '\t', '\n', '\r']);
    let (at, above) = Lines(above).around(above.len());
    let comment = above.trim_start();
    if !comment.starts_with('#') || key(line).is_some() {
        return None;
    }
    let at = at + above.len() - comment.len();
    let finding =
        report::syntax(span(file, at, at + comment.trim_end().len()), "a comment ends the text above it");
    Some(finding.label("the text does not go on after it").help("move the comment above the key of the text"))
}

/// Returns the finding for a line without a key, which a key follows as if it was its text.
fn no_key_above(file: FileId, text: &str, start: usize, line: &str) -> Option<Explained> {
    key(line)?;
    let (at, above) = Lines(&text[..start]).all().filter(|(_, line)| !is_empty(line)).last()?;
    let own = indentation(above);
    if own != indentation(line) || key(above).is_some() || above.trim_start().starts_with("- ") {
        return None;
    }
    let place = span(file, at + own.len(), at + above.trim_end().len());
    let start = above.trim_start();
    let finding = if start.starts_with(['!', '&', '*']) && start.contains(':') {
        report::syntax(place, format!("a key cannot start with `{}`", &start[..1]))
            .help("put the key in quotes")
    } else {
        report::syntax(place, Cause::NoKey.meaning()).help(Cause::NoKey.help())
    };
    Some(Explained::at(finding.label("not expected here"), at))
}

/// Returns `true` for a key of the format.
fn is_known(key: &str) -> bool {
    keys::MAPS.iter().any(|map| map.key(key).is_some())
}

/// Returns `true` if a line is indented with a tab.
fn has_tab(line: &str) -> bool {
    indentation(line).contains('\t')
}
