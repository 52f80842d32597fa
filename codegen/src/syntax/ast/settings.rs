//! The syntax tree of the settings in `errcat.yaml`.

use crate::diag::Levels;
use crate::source::Spanned;
use crate::value::Value;

/// The settings in `errcat.yaml`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `catalogs`: the folder of catalogs, relative to the project.
    pub catalogs: String,
    /// `base_url`, with a `/` at its end.
    pub base_url: Option<String>,
    /// `outputs`, in the order of the kinds that the reader knows.
    pub outputs: Vec<Output>,
    /// `rules`
    pub levels: Levels,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            catalogs: "catalogs".to_owned(),
            base_url: None,
            outputs: Vec::new(),
            levels: Levels::default(),
        }
    }
}

/// The settings of one output.
#[derive(Clone, Debug)]
pub struct Output {
    /// The kind: the name of its keys.
    pub kind: &'static str,
    /// The keys that are given, with values of the kinds that are declared for them.
    pub values: Vec<(&'static str, Spanned<Value>)>,
}
