//! Files that look like parts of catalogs, but are not where catalogs are read.

use super::shared_families::{is_head, split, stem, twin};
use crate::diag::{Finding, Rule};
use crate::order;
use crate::source::{FileId, Sources, Span};

/// Returns a finding for every file that is not read.
pub fn unread_files(sources: &Sources) -> impl Iterator<Item = Finding> + '_ {
    let unread = sources.ids().filter(|file| sources.is_unread(*file));
    let unread = unread.map(|file| finding(sources, file, help(sources, sources.path(file))));
    let read = || sources.ids().filter(|file| !sources.is_unread(*file));
    let mut paths: Vec<&str> = read().map(|file| sources.path(file)).collect();
    order::sort(&mut paths, &Ord::cmp);
    let twins = read().filter_map(move |file| {
        let other = split(twin(&paths, sources.path(file))?).1;
        Some(finding(sources, file, format!("`{other}` stands next to it and is read: merge the two files")))
    });
    unread.chain(twins)
}

/// Returns the finding for a translation without a catalog.
#[must_use]
pub fn lone_translation(sources: &Sources, file: FileId) -> Finding {
    let help = "translations stand in the folder `locales` next to a `catalog.yaml`: move the catalog into such a folder";
    finding(sources, file, help.to_owned())
}

fn finding(sources: &Sources, file: FileId, help: String) -> Finding {
    let message = format!("`{}` is not read", split(sources.path(file)).1);
    Finding::new(Rule::UnreadFile, Span::top(file), message).help(help)
}

/// Returns what to do about a file.
fn help(sources: &Sources, path: &str) -> String {
    let (folder, name) = split(path);
    let last = split(folder).1.to_lowercase();
    let plain = name.rsplit_once('.').map_or(name, |(plain, _)| stem(plain));
    let plain = if plain.eq_ignore_ascii_case("catalog") { "catalog" } else { plain };
    if path.contains(|c: char| c.is_control() || matches!(c, '\\' | char::REPLACEMENT_CHARACTER)) {
        "rename it: the name has control characters, a backslash, or bytes that are not UTF-8".to_owned()
    } else if stem(name) == name {
        format!("rename it to `{plain}.yaml`, or move it out of the folder of catalogs")
    } else if let Some(head) = catalog_above(sources, folder) {
        let is_locale = folder.ends_with("/locales") || folder.contains("/locales/");
        let words = ["locales", "locale", "translations", "i18n", "l10n", "lang", "languages"];
        if is_locale || words.contains(&last.as_str()) {
            format!("translations stand in the folder `locales` next to `{head}`: move it there")
        } else {
            format!("families stand next to `{head}`: move it there")
        }
    } else {
        "it is too deep: catalogs stand in the folder of catalogs, or one folder deeper".to_owned()
    }
}

/// Returns the file `catalog.yaml` of the catalog around a folder.
fn catalog_above<'s>(sources: &'s Sources, folder: &str) -> Option<&'s str> {
    let heads = sources.ids().filter(|file| !sources.is_unread(*file)).map(|file| sources.path(file));
    heads.filter(|path| is_head(split(path).1)).find(|path| {
        let rest = folder.strip_prefix(split(path).0);
        rest.is_some_and(|rest| rest.starts_with('/') || split(path).0.is_empty())
    })
}

/// Returns `true` if a file that was probably meant for the family at `path` is not read, which is
/// reported.
#[must_use]
pub fn unread_family(sources: &Sources, path: &str) -> bool {
    let (folder, name) = split(path);
    sources.ids().filter(|file| sources.is_unread(*file)).any(|file| {
        let (place, file) = split(sources.path(file));
        let is_below =
            place.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        is_below && file.rsplit_once('.').is_some_and(|(stem, _)| stem == name)
    })
}
