//! Outputs: the conversion of a model to a tree of files. Independent of the syntax of catalogs.

#[cfg(feature = "json")]
pub mod json;
pub mod markdown;
pub mod rust;
mod settings;
pub mod words;

pub use self::settings::Settings;
use crate::diag::Finding;
use crate::format::keys::Map;
use crate::model::Model;
use crate::tree::Tree;

/// A kind of output: a key under `outputs` in `errcat.yaml`, and what it writes.
///
/// An output only turns values into values. The project on the disk compares and writes what comes out.
pub trait Output: Sync {
    /// Its keys in `errcat.yaml`. The name of the map is the name of the kind, as in `errcat gen KIND`. Every output has the keys `path`,
    /// `catalogs` and `visibility`, whose meaning is the same for all.
    fn keys(&self) -> &'static Map;

    /// Whether `path` is the one file that the output writes, and not a folder.
    fn is_file(&self) -> bool {
        false
    }

    /// The files, relative to the folder of the output. The model holds just the catalogs and errors that the output may show.
    fn emit(&self, model: &Model, settings: &Settings) -> Tree;

    /// What every file of this output begins with. Only such files are ever removed.
    fn mark(&self) -> &'static str;

    /// The files and folders that the root of the tree, as an earlier run wrote it, says are its own. Those that the tree no longer has are
    /// removed by every run.
    fn declared(&self, root: &str) -> Vec<String> {
        let _ = root;
        Vec::new()
    }

    /// What keeps the catalogs from being written with these settings.
    fn findings(&self, model: &Model, settings: &Settings) -> Vec<Finding> {
        let _ = (model, settings);
        Vec::new()
    }
}
