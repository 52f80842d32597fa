//! The part of a Markdown document about one error.

use super::escape::{anchor, block, code, inline, link, rest_of_line};
use crate::page::{Page, Site, capital, segment};

/// How a document links other errors.
pub(super) type Links<'l> = &'l dyn Fn(usize) -> String;

/// Returns everything about an error, below a heading of this level.
pub(super) fn about(site: &Site<'_>, at: usize, level: usize, links: Links<'_>) -> String {
    let page = site.page(at);
    let mut text = String::new();
    for anchor_id in anchors(site, at) {
        text.push_str(&anchor(&anchor_id));
    }
    let heading = "#".repeat(level);
    let name = page.brief.name.map(|name| format!(" {}", inline(name))).unwrap_or_default();
    text.push_str(&format!("\n\n{heading} {}{name}\n", code(&page.brief.error.code)));
    for notice in notices(site, &page, links) {
        text.push_str(&format!("\n**{notice}**\n"));
    }
    for paragraph in [page.brief.message.as_deref(), page.brief.description].into_iter().flatten() {
        text.push_str(&format!("\n{}\n", block(paragraph, "")));
    }
    let facts = facts(&page, level == 1);
    if !facts.is_empty() {
        text.push_str(&format!("\n{}\n", facts.join("\n")));
    }
    if !page.brief.error.help.is_empty() {
        text.push_str(&format!("\n{heading}# What to do\n\n"));
        for help in &page.brief.error.help {
            text.push_str(&format!("- {}\n", block(help, "  ")));
        }
    }
    for (title, rows) in &page.params {
        text.push_str(&format!("\n{heading}# {title}\n\n"));
        for row in rows {
            let about = row.description.as_deref().map(|text| format!(": {}", block(text, "  ")));
            text.push_str(&format!(
                "- {} ({}){}\n",
                code(&row.name),
                inline(&row.ty),
                about.unwrap_or_default()
            ));
        }
    }
    if !page.brief.error.links.is_empty() {
        text.push_str(&format!("\n{heading}# Links\n\n"));
        for target in &page.brief.error.links {
            text.push_str(&format!("- {}\n", link(&target.label, &target.url)));
        }
    }
    text
}

/// Returns the parts that only a page of its own has: translations, a body, constants and related
/// errors.
pub(super) fn more(site: &Site<'_>, at: usize, links: Links<'_>) -> String {
    let page = site.page(at);
    let mut text = String::new();
    if !page.translations.is_empty() {
        text.push_str("\n## In other languages\n\n");
        for translated in &page.translations {
            let texts = translated.texts.iter().map(|text| inline(text)).collect::<Vec<_>>().join(" · ");
            text.push_str(&format!("- {}: {texts}\n", code(translated.language)));
        }
    }
    if let Some(body) = &page.body {
        text.push_str(&format!("\n## Response\n\n{}\n", fenced("json", body)));
    }
    text.push_str("\n## In code\n\n");
    for (language, constant) in &page.constants {
        text.push_str(&format!("- {language}: {}\n", code(constant)));
    }
    if !page.related.errors.is_empty() {
        text.push_str("\n## Easily confused with\n\n");
        for &other in &page.related.errors {
            let about = site.brief(other);
            let summary = about.summary().map(|text| format!(": {}", inline(text))).unwrap_or_default();
            text.push_str(&format!("- {}{summary}\n", links(other)));
        }
        if page.related.more {
            text.push_str("- and others\n");
        }
    }
    text
}

/// Returns the anchors of an error: its code, then its aliases.
fn anchors(site: &Site<'_>, at: usize) -> Vec<String> {
    let error = &site.catalog.errors[at];
    let code = if site.is_ambiguous(at) { site.paths.errors[at].clone() } else { segment(&error.code) };
    let aliases = error.aliases.iter().map(|alias| segment(alias));
    std::iter::once(code).chain(aliases).collect()
}

fn facts(page: &Page<'_>, is_alone: bool) -> Vec<String> {
    let mut facts = Vec::new();
    if let Some((status, phrase)) = page.brief.status {
        facts.push(format!("- **Status:** {status} {phrase}"));
    }
    if let Some(retry) = &page.retry {
        let class = retry.class.map(|class| format!(", as every {}", code(class))).unwrap_or_default();
        facts.push(format!("- **May I retry?** {} ({}{class})", retry.sentence, code(retry.word)));
    }
    if let Some((class, ancestors)) = page.classes.split_first() {
        let ancestors = ancestors.iter().map(|class| format!(" › {}", code(class)));
        facts.push(format!("- **Class:** {}{}", code(class), ancestors.collect::<String>()));
    }
    if is_alone {
        facts.push(format!("- **Family:** {}", inline(page.brief.family)));
    }
    for (label, values) in &page.facts {
        let values: Vec<String> = values.iter().map(|value| rest_of_line(value)).collect();
        facts.push(format!("- **{}:** {}", capital(label), values.join("; ")));
    }
    facts
}

/// Returns the deprecation and the retirement as sentences.
fn notices(site: &Site<'_>, page: &Page<'_>, links: Links<'_>) -> Vec<String> {
    let notice = |(word, notice): &(&str, &errcat_build::unstable::model::Notice)| {
        let since = notice.since.as_deref().map(|since| format!(" since {}", rest_of_line(since)));
        let instead = notice.instead.filter(|at| *at < site.catalog.errors.len());
        let instead = instead.map(|at| format!(" Use {}.", links(at)));
        let note = notice.note.as_deref().map(|note| format!(" {}", inline(note)));
        format!(
            "{}{}.{}{}",
            capital(word),
            since.unwrap_or_default(),
            instead.unwrap_or_default(),
            note.unwrap_or_default()
        )
    };
    page.notices.iter().map(notice).collect()
}

/// Returns a text as a block of code, whatever it contains.
fn fenced(language: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{text}\n{fence}")
}
