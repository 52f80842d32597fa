//! Creates files, and never overwrites one.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Creates a file and the folders around it.
pub(crate) fn create(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}
