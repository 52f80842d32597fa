//! Shows a stale file as a unified diff.

use std::path::Path;

use errcat_build::unstable::project::FileChange;
use errcat_build::unstable::text::reveal::reveal;
use similar::TextDiff;

/// Formats a change like `diff -u`, with control characters escaped.
pub(crate) fn unified(change: &FileChange, root: &Path) -> String {
    let path = change.path.strip_prefix(root).unwrap_or(&change.path).to_string_lossy().replace('\\', "/");
    if change.is_of_line_ends() {
        return format!("{}: only the ends of lines differ\n", reveal(&path));
    }
    let header = |present: bool, side: &str| {
        if present { format!("{side}/{path}") } else { "/dev/null".to_owned() }
    };
    let old = change.old.as_deref().unwrap_or_default();
    let new = change.new.as_deref().unwrap_or_default();
    let diff = TextDiff::from_lines(old, new)
        .unified_diff()
        .header(&header(change.old.is_some(), "a"), &header(change.new.is_some(), "b"))
        .to_string();
    let mut shown = String::with_capacity(diff.len());
    for line in diff.lines() {
        shown.push_str(&reveal(line));
        shown.push('\n');
    }
    shown
}
