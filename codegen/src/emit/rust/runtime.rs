//! The import of the runtime, through which generated code reaches it.

use super::{FILE_NAME, Layout};

/// The import in a module below another that has it.
pub(super) const RUNTIME_ABOVE: &str = "use super::__errcat;";

/// The runtime that generated code uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runtime(String);

impl Default for Runtime {
    fn default() -> Self {
        Self("::errcat".to_owned())
    }
}

impl Runtime {
    /// Returns the runtime with this path, which has the form `forms::RUNTIME`.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.to_owned())
    }

    /// Returns the import for a layout.
    pub(super) fn import(&self, layout: &Layout) -> Import {
        let (name, public, optional) = match layout {
            Layout::File(file) if file == FILE_NAME => ("__errcat".to_owned(), false, false),
            // Two files may be included in one module.
            Layout::File(file) => (format!("__errcat_{}", identifier(file)), false, false),
            Layout::Crate(root) if root.name == "lib.rs" => ("runtime".to_owned(), true, false),
            Layout::Crate(root) => ("__errcat".to_owned(), false, root.features),
        };
        Import { path: self.0.clone(), name, public, optional }
    }
}

/// Returns a file name as part of an identifier.
fn identifier(file: &str) -> String {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// The import of the runtime in the root of generated code. If the crate is missing, this line is
/// the only error: rustc reports nothing about names that come from a failed import. Generated code
/// therefore defines its names itself, instead of by macros of the runtime.
pub(super) struct Import {
    path: String,
    name: String,
    public: bool,
    /// Whether all catalogs may be switched off.
    optional: bool,
}

impl Import {
    /// Returns the line in the root.
    pub(super) fn line(&self) -> String {
        let Self { path, name, .. } = self;
        let optional = if self.optional {
            "#[allow(unused_imports, reason = \"some catalogs do not need it\")]\n"
        } else {
            ""
        };
        let visibility = if self.public { "pub " } else { "" };
        let hint = if *path == Runtime::default().0 { " // Not found? Run `cargo add errcat`." } else { "" };
        format!("{optional}{visibility}use {path} as {name};{hint}\n")
    }

    /// Returns the import in the module of a catalog.
    pub(super) fn above(&self) -> String {
        match self.name.as_str() {
            "__errcat" => format!("{RUNTIME_ABOVE}\n"),
            name => format!("use super::{name} as __errcat;\n"),
        }
    }
}
