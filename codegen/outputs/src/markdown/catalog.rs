//! Markdown documents: the list of catalogs, whole catalogs, and single codes.

use errcat_build::unstable::emit::words::class_rule;
use errcat_build::unstable::model::Catalog;

use super::code::{about, more};
use super::document;
use super::escape::{anchor, block, code, inline, link};
use crate::page::{Ambiguous, Site, capital, described_envelope, is_by_family, segment, word};

/// Returns the list of all catalogs.
pub(super) fn list(sites: &[&Site<'_>]) -> String {
    let mut text = "# Error codes\n\n".to_owned();
    for site in sites {
        let catalog = site.catalog;
        let count = match catalog.errors.len() {
            1 => "1 code".to_owned(),
            count => format!("{count} codes"),
        };
        let target = format!("{}/index.md", site.paths.folder);
        text.push_str(&format!("- {}: {count}\n", link(&catalog.title, &target)));
    }
    document(&text)
}

/// Returns a part of the `SUMMARY.md` of mdBook.
pub(super) fn summary(sites: &[&Site<'_>], per_code: bool) -> String {
    let mut text = "- [Error codes](index.md)\n".to_owned();
    for site in sites {
        let folder = &site.paths.folder;
        text.push_str(&format!("  - {}\n", link(&site.catalog.title, &format!("{folder}/index.md"))));
        let errors = site.paths.errors.iter().enumerate().filter(|_| per_code);
        for (at, path) in errors {
            text.push_str(&format!(
                "    - {}\n",
                link(&site.brief(at).title(), &format!("{folder}/{path}.md"))
            ));
        }
    }
    document(&text)
}

/// Returns a whole catalog.
pub(super) fn whole(site: &Site<'_>, per_code: bool) -> String {
    let catalog = site.catalog;
    let mut text = format!("# {}\n", inline(&catalog.title));
    if let Some(description) = &catalog.description {
        text.push_str(&format!("\n{}\n", block(description, "")));
    }
    text.push_str(&head(catalog));
    for ambiguous in &site.paths.ambiguous {
        text.push_str(&format!("\n{}\n", anchor(&segment(&ambiguous.code))));
        text.push_str(&format!("\n{} is a code of several families: ", code(&ambiguous.code)));
        let links: Vec<String> = ambiguous.errors.iter().map(|at| within(site, *at)).collect();
        text.push_str(&format!("{}.\n", links.join(", ")));
    }
    let is_single = catalog.families.len() == 1 && catalog.families[0].title == catalog.title;
    for family in &catalog.families {
        if !is_single {
            text.push_str(&format!("\n## {}\n", inline(&family.title)));
        }
        if let Some(description) = family.description.as_deref().filter(|_| !is_single) {
            text.push_str(&format!("\n{}\n", block(description, "")));
        }
        for at in family.errors.clone() {
            text.push_str(&format!("\n{}", about(site, at, 3, &|other| within(site, other))));
            if per_code {
                text.push_str(&format!("\n[More]({}.md)\n", site.paths.errors[at]));
            }
        }
    }
    document(&text)
}

/// Returns the page of a code.
pub(super) fn single(site: &Site<'_>, at: usize) -> String {
    let up = if is_by_family(site.catalog) { "../" } else { "" };
    let links =
        |other: usize| link(&site.brief(other).title(), &format!("{up}{}.md", site.paths.errors[other]));
    let mut text = about(site, at, 1, &links);
    text.push_str(&more(site, at, &links));
    text.push_str(&format!("\n{}\n", link(&site.catalog.title, &format!("{up}index.md"))));
    document(&text)
}

/// Returns the page of a code that several families have.
pub(super) fn candidates(site: &Site<'_>, ambiguous: &Ambiguous) -> String {
    let mut text = format!("# {}\n\nThe code belongs to several families:\n\n", code(&ambiguous.code));
    for &at in &ambiguous.errors {
        let about = site.brief(at);
        let summary = about.summary().map(|text| format!(": {}", inline(text))).unwrap_or_default();
        let status = about.status.map(|(status, _)| format!(" ({status})")).unwrap_or_default();
        let target = format!("{}.md", site.paths.errors[at]);
        text.push_str(&format!("- {}{status}{summary}\n", link(about.family, &target)));
    }
    document(&text)
}

/// Returns a link to an error in the document of the whole catalog.
fn within(site: &Site<'_>, at: usize) -> String {
    let about = site.brief(at);
    if site.is_ambiguous(at) {
        return format!("[{}](#{})", inline(about.family), site.paths.errors[at]);
    }
    format!("[{}](#{})", inline(&about.title()), segment(&about.error.code))
}

/// Returns what all codes of a catalog share: the envelope and the classes.
pub(super) fn head(catalog: &Catalog) -> String {
    let mut text = String::new();
    let envelope = described_envelope(catalog);
    if !envelope.is_empty() {
        text.push_str("\n## Responses\n\nA response keeps these facts in these places:\n\n");
        for (fact, places) in envelope {
            let places: Vec<String> = places.iter().map(|place| code(place)).collect();
            text.push_str(&format!("- {}: {}\n", capital(&inline(&fact)), places.join(", else ")));
        }
    }
    if !catalog.classes.is_empty() {
        text.push_str("\n## Classes\n\nThe first class whose rule fits a failure is its class.\n\n");
        for class in &catalog.classes {
            let parent =
                class.parent.map(|parent| format!(" extends {}", code(&catalog.classes[parent].name)));
            let rule = class_rule(class).map(|rule| format!(": {}", inline(&rule)));
            let retry = class.retry.map(|retry| format!("; retry: {}", word(retry)));
            text.push_str(&format!(
                "- {}{}{}{}\n",
                code(&class.name),
                parent.unwrap_or_default(),
                rule.unwrap_or_default(),
                retry.unwrap_or_default(),
            ));
        }
    }
    text
}
