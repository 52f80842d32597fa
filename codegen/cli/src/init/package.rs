//! The package in which a project starts: its manifest, its root file, and what it has already.

use std::path::{Path, PathBuf};

use errcat_build::unstable::project::{Failure, read_text};

use super::manifest::{Dependency, Manifest};

/// A package, or the plan of a new one.
pub(super) struct Package {
    pub(super) manifest: Manifest,
    /// The file that declares the modules, relative to the package.
    pub(super) root: String,
    /// The text of that file. Empty if it does not exist.
    pub(super) root_text: String,
    /// Whether the root is that of a library.
    pub(super) is_library: bool,
    /// Whether there was no `Cargo.toml`.
    pub(super) is_new: bool,
}

impl Package {
    /// Returns the package in the current folder. Without a `Cargo.toml`, `new` is the manifest of a
    /// new one.
    pub(super) fn open(new: impl FnOnce() -> String) -> Result<Self, Failure> {
        let existing = read("Cargo.toml")?;
        let is_new = existing.is_none();
        if is_new {
            refuse_inner_folder()?;
        }
        let manifest = Manifest::parse(existing.unwrap_or_else(new))
            .ok_or_else(|| Failure::new("Cargo.toml", "the file cannot be read"))?;
        if manifest.get(&["package", "name"]).is_none() {
            let reason = "there is no `[package]` with a name; run `errcat init` in the folder of a package";
            return Err(Failure::new("Cargo.toml", reason));
        }
        let library = manifest.get(&["lib", "path"]).unwrap_or("src/lib.rs").to_owned();
        let program = manifest.get(&["bin", "path"]).unwrap_or("src/main.rs").to_owned();
        let has_library = Path::new(&library).is_file();
        let is_library = has_library || !Path::new(&program).is_file();
        let root = if is_library { library } else { program };
        let root_text = read(&root)?.unwrap_or_default();
        Ok(Self { manifest, root, root_text, is_library, is_new })
    }

    pub(super) fn name(&self) -> &str {
        self.manifest.get(&["package", "name"]).unwrap_or_default()
    }

    /// Returns the name under which tests import the library.
    pub(super) fn library_name(&self) -> String {
        self.manifest.get(&["lib", "name"]).unwrap_or(self.name()).replace('-', "_")
    }

    /// Returns the name under which code finds the runtime.
    pub(super) fn runtime(&self) -> String {
        match self.manifest.dependency("dependencies", "errcat") {
            Dependency::Named(name) => name.replace('-', "_"),
            Dependency::Missing => "errcat".to_owned(),
        }
    }

    /// Returns the folder of the root file, which contains its modules.
    pub(super) fn folder(&self) -> &str {
        self.root.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Returns the build script, or `None` if the package must not have one.
    pub(super) fn build_script(&self) -> Option<String> {
        match self.manifest.value(&["package", "build"]) {
            Some("false") => None,
            Some(_) => self.manifest.get(&["package", "build"]).map(str::to_owned),
            None => Some("build.rs".to_owned()),
        }
    }
}

/// Reads a file of the package, or returns `None` if it does not exist.
pub(super) fn read(path: &str) -> Result<Option<String>, Failure> {
    match read_text(Path::new(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::new(path, error)),
    }
}

/// Cargo would take a package inside of another one for a part of it.
fn refuse_inner_folder() -> Result<(), Failure> {
    let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
    match current.ancestors().skip(1).find(|folder| folder.join("Cargo.toml").is_file()) {
        None => Ok(()),
        Some(folder) => {
            let up = current.strip_prefix(folder).map_or(0, |below| below.components().count());
            let path: PathBuf = (0..up).map(|_| "..").collect();
            let reason = "this folder is part of a package or workspace; run `errcat init` in the folder of a \
                          package, or create one here with `cargo new`";
            Err(Failure::new(path.join("Cargo.toml"), reason))
        }
    }
}
