//! The output of a run: a sorted map from relative paths to texts.

use crate::order;

/// Files by their path below the output folder, with `/` as separator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Sorted by path.
    files: Vec<(String, String)>,
    root: Option<String>,
}

impl Tree {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        let (path, text) = (path.into(), text.into());
        match self.place(&path) {
            Ok(at) => self.files[at].1 = text,
            Err(at) => self.files.insert(at, (path, text)),
        }
    }

    /// Adds or replaces files. Thousands of them are added faster together than one by one.
    pub fn extend(&mut self, files: Vec<(String, String)>) {
        self.files.extend(files);
        order::sort(&mut self.files, &|a, b| a.0.cmp(&b.0));
        // Of equal paths, the last one is kept.
        self.files.reverse();
        self.files.dedup_by(|later, earlier| later.0 == earlier.0);
        self.files.reverse();
    }

    /// Sets the file that declares the others. Older versions of it identify orphans.
    pub fn set_root(&mut self, path: impl Into<String>) {
        self.root = Some(path.into());
    }

    /// Returns the file that declares the others, if any.
    #[must_use]
    pub fn root(&self) -> Option<&str> {
        self.root.as_deref()
    }

    /// Returns the text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.place(path).ok().map(|at| self.files[at].1.as_str())
    }

    /// Iterates over all files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Returns the number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Returns `true` if there are no files.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Returns the index of a file, or where it would be inserted.
    fn place(&self, path: &str) -> Result<usize, usize> {
        self.files.binary_search_by(|(known, _)| known.as_str().cmp(path))
    }
}
