//! What a run writes: an ordered map from relative path to text, which is a value until somebody stores it.

/// Files by their path below the output folder, parts separated by `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// In the order of the paths.
    files: Vec<(String, String)>,
    root: Option<String>,
}

impl Tree {
    /// Puts a file into the tree.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        let (path, text) = (path.into(), text.into());
        match self.place(&path) {
            Ok(at) => self.files[at].1 = text,
            Err(at) => self.files.insert(at, (path, text)),
        }
    }

    /// Says which file declares the others, so that files which an older one declared can be told from foreign ones.
    pub fn set_root(&mut self, path: impl Into<String>) {
        self.root = Some(path.into());
    }

    /// The file that declares the others, if there are others.
    #[must_use]
    pub fn root(&self) -> Option<&str> {
        self.root.as_deref()
    }

    /// The text of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.place(path).ok().map(|at| self.files[at].1.as_str())
    }

    /// All files, ordered by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Where a file is, or would be.
    fn place(&self, path: &str) -> Result<usize, usize> {
        self.files.binary_search_by(|(known, _)| known.as_str().cmp(path))
    }
}
