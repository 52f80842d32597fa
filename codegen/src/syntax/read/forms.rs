//! Texts of a certain form: addresses and versions.

use super::super::ast::Text;
use super::super::report;
use super::super::yaml::Node;
use super::value;
use crate::diag::Findings;

/// The address of a page: `https://…` or `http://…`.
pub(super) fn page(node: &Node, findings: &mut Findings) -> Option<Text> {
    let text = value::text(node, findings)?;
    if is_page(&text) {
        return Some(text);
    }
    let finding = report::wrong_type(text.span, "the address of a page", "another text");
    findings.push(finding.help("write the whole address, such as `https://example.com/docs`"));
    None
}

/// The address of a page, or of somebody to write to: `mailto:…`.
pub(super) fn address(node: &Node, findings: &mut Findings) -> Option<Text> {
    let mail = |text: &str| {
        let parts = text.strip_prefix("mailto:").and_then(|rest| rest.split_once('@'));
        parts.is_some_and(|(name, host)| {
            !name.is_empty() && is_host(host.split('?').next().unwrap_or_default())
        })
    };
    match value::scalar(node) {
        Some(text) if mail(text) && !text.contains(is_foreign) => value::text(node, findings),
        _ => page(node, findings),
    }
}

fn is_page(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(is_host) && !text.contains(is_foreign)
}

/// A name or number of a machine, with a port or a user before it; what exactly it may hold is not for us to say.
fn is_host(host: &str) -> bool {
    host.starts_with(|c: char| c.is_alphanumeric() || c == '[' || c == '{')
}

/// What an address holds only in escaped form.
fn is_foreign(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '|')
}

/// A semantic version.
pub(super) fn version(node: &Node, findings: &mut Findings) -> Option<Text> {
    let text = value::text(node, findings)?;
    if is_version(&text) {
        return Some(text);
    }
    let finding = report::wrong_type(text.span, "a semantic version", &format!("`{}`", text.value));
    findings.push(finding.help("write three numbers, such as `1.0.0`, or `1.0.0-beta.2`"));
    None
}

fn is_version(text: &str) -> bool {
    let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
    let (numbers, pre) = rest.split_once('-').map_or((rest, None), |(numbers, pre)| (numbers, Some(pre)));
    let is_number = |part: &str| {
        let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        digits && (part == "0" || !part.starts_with('0')) && part.parse::<u64>().is_ok()
    };
    let is_word =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_pre = |part: &str| is_word(part) && (is_number(part) || part.bytes().any(|b| !b.is_ascii_digit()));
    numbers.split('.').count() == 3
        && numbers.split('.').all(is_number)
        && pre.is_none_or(|pre| pre.split('.').all(is_pre))
        && build.is_none_or(|build| build.split('.').all(is_word))
}
