//! `llms.txt`: how to read an error of an API, and one line per code.

use super::MARK;
use super::catalog::head;
use super::escape::{inline, link};
use crate::page::{Site, segment};

/// Returns the text. Its links are below `base`, or relative.
pub(crate) fn llms(sites: &[&Site<'_>], base: Option<&str>, per_code: bool) -> String {
    let titles: Vec<String> = sites.iter().map(|site| inline(&site.catalog.title)).collect();
    let mut text = format!("# Error codes of {}\n\n{MARK}\n\n", titles.join(", "));
    text.push_str("> How to read an error: take the code from the response, and find its line below.\n");
    for site in sites {
        let catalog = site.catalog;
        text.push_str(&format!("\n## {}\n", inline(&catalog.title)));
        if let Some(description) = &catalog.description {
            text.push_str(&format!("\n{}\n", inline(description)));
        }
        // The sections of a document are one level deeper here.
        text.push_str(&head(catalog).replace("\n## ", "\n### "));
        text.push_str("\n### Codes\n\n");
        for at in 0..catalog.errors.len() {
            text.push_str(&line(site, at, base.unwrap_or_default(), per_code));
        }
    }
    text
}

fn line(site: &Site<'_>, at: usize, base: &str, per_code: bool) -> String {
    let about = site.brief(at);
    let folder = &site.paths.folder;
    let path = &site.paths.errors[at];
    let target = match (per_code, site.is_ambiguous(at)) {
        (true, _) => format!("{base}{folder}/{path}.md"),
        (false, true) => format!("{base}{folder}/index.md#{path}"),
        (false, false) => format!("{base}{folder}/index.md#{}", segment(&about.error.code)),
    };
    let mut line = format!("- {}", link(&about.error.code, &target));
    if let Some(text) = about.summary() {
        line.push_str(&format!(": {}", inline(text)));
    }
    if let Some(help) = about.error.help.first() {
        line.push_str(&format!(" — do: {}", inline(help)));
    }
    line.push('\n');
    line
}
