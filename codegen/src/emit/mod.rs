//! Outputs: the conversion of a model to a tree of files. Independent of the syntax of catalogs.

#[cfg(feature = "json")]
pub mod json;
pub mod markdown;
pub mod rust;
mod settings;
pub mod words;

pub use self::settings::{Operation, Settings};
use crate::diag::Finding;
use crate::format::keys::Map;
use crate::model::Model;
use crate::tree::Tree;

/// A kind of output, which is a key of `outputs` in `errcat.yaml`.
///
/// An output only computes files. The project compares and writes them.
pub trait Output: Sync {
    /// Returns its keys in `errcat.yaml`. The name of the map is the name of the kind, as in
    /// `errcat gen KIND`. Every output has the keys `path`, `catalogs` and `visibility` with the
    /// same meaning.
    fn keys(&self) -> &'static Map;

    /// Returns `true` if `path` is the only file of the output, rather than a folder.
    fn is_file(&self) -> bool {
        false
    }

    /// Returns the files, relative to the folder of the output. The model contains only the
    /// catalogs and errors that the output may show.
    fn emit(&self, model: &Model, settings: &Settings) -> Tree;

    /// Returns the start of every file of this output.
    fn mark(&self) -> &'static str;

    /// Returns `true` if a file begins like those of this output. Only such files are ever removed.
    fn is_own(&self, text: &str) -> bool {
        // A checkout may have changed the ends of lines.
        let mark = self.mark();
        text.starts_with(mark) || (text.contains('\r') && text.replace("\r\n", "\n").starts_with(mark))
    }

    /// Returns the files and folders that the root of the tree, as an earlier run wrote it,
    /// declares. Those that are no longer in the tree are removed.
    fn declared(&self, root: &str) -> Vec<String> {
        let _ = root;
        Vec::new()
    }

    /// Returns findings about catalogs that cannot be written with these settings.
    fn findings(&self, model: &Model, settings: &Settings) -> Vec<Finding> {
        let _ = (model, settings);
        Vec::new()
    }
}
