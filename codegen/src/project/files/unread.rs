//! Finds files that look like parts of a catalog, but are not where catalogs are read.

use std::path::Path;

use super::{Search, beginning, is_yaml};
use crate::order;
use crate::text::nearest::nearest;

/// How many folders deep files are searched that are not read.
const DEEPEST: usize = 8;

impl Search<'_> {
    /// Collects a file that is not read, or such files below a folder, if they look like parts of a
    /// catalog.
    pub(super) fn unread(&mut self, path: &Path) {
        self.collect(path, DEEPEST);
    }

    fn collect(&mut self, path: &Path, depth: usize) {
        let place = self.root.join(path);
        let Ok(kind) = std::fs::symlink_metadata(&place).map(|metadata| metadata.file_type()) else { return };
        if kind.is_file() {
            if is_similar(path) && beginning(&place).is_some_and(|text| is_part(&text)) {
                order::insert(&mut self.unread, path.to_owned());
            }
        } else if kind.is_dir() && depth > 0 && !is_of_others(&place) {
            // What cannot be listed is not part of a catalog.
            let entries = std::fs::read_dir(&place).into_iter().flatten().filter_map(Result::ok);
            for name in entries.map(|entry| entry.file_name()) {
                if !name.as_encoded_bytes().starts_with(b".") {
                    self.collect(&path.join(name), depth - 1);
                }
            }
        }
    }
}

/// Returns whether a folder has the files of another tool, such as the outputs of cargo.
fn is_of_others(folder: &Path) -> bool {
    folder.ends_with("node_modules") || folder.join("CACHEDIR.TAG").is_file()
}

/// Returns whether the name of a file ends in `.yaml`, in nothing, or in what was probably meant for
/// `.yaml`.
fn is_similar(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
    match name.rsplit_once('.') {
        Some((plain, "txt")) => is_yaml(Path::new(plain)),
        Some((_, ending)) => is_yaml(path) || nearest(ending, ["yaml", "yml"]).is_some(),
        None => true,
    }
}

/// Returns whether the beginning of a file is that of a catalog, a family or a translation.
fn is_part(text: &str) -> bool {
    let begins = |line: &str| {
        let line = line.trim_start_matches('\u{FEFF}');
        ["errcat:", "errors:"].iter().any(|key| line.starts_with(key))
    };
    text.lines().any(begins)
}
