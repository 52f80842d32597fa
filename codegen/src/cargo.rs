//! Entry points for build scripts, which communicate with cargo through standard output.

use std::env;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::diag::{Finding, Findings, Levels, Line, Rule, Severity, concise, more, summed_up};
use crate::emit::rust::{FILE_NAME, Layout, Runtime, Rust, emit_for};
use crate::format::keys::RUNTIME;
use crate::format::vocabulary::Level;
use crate::project::{Failure, OpenError, Others, Project, find, is_there, store};
use crate::source::Sources;
use crate::text::reveal::reveal;

/// Generates Rust code from the catalogs of a crate, in its build script.
///
/// `catalogs` is a folder of catalogs, or one catalog. The code is written to `$OUT_DIR/errcat.rs`,
/// with one public module per catalog. Cargo runs the script again when a catalog changes. Every
/// mistake in a catalog becomes one `cargo::error` line with its location, and nothing is written.
/// The key `rules` of an `errcat.yaml` next to the script sets the levels of rules. Cargo notices if
/// you add that file later, except on Windows, where the script reads it after the next change of a
/// catalog.
///
/// ```no_run
/// // build.rs
/// errcat_build::compile("catalogs");
/// ```
pub fn compile(catalogs: impl AsRef<Path>) {
    Config::new().catalogs(catalogs).build();
}

/// Options of [`compile`].
///
/// ```no_run
/// errcat_build::Config::new().catalogs("api/errors").out_dir("src/generated").build();
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    catalogs: PathBuf,
    out_dir: Option<PathBuf>,
    file_name: String,
    runtime: Option<String>,
    locales: Vec<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}

impl Config {
    /// Creates options for the folder `catalogs`, with output to `OUT_DIR`.
    #[must_use]
    pub fn new() -> Self {
        Self {
            catalogs: PathBuf::from("catalogs"),
            out_dir: None,
            file_name: FILE_NAME.to_owned(),
            runtime: None,
            locales: Vec::new(),
        }
    }

    /// Sets the catalogs: a folder of catalogs, or one catalog.
    #[must_use]
    pub fn catalogs(mut self, path: impl AsRef<Path>) -> Self {
        path.as_ref().clone_into(&mut self.catalogs);
        self
    }

    /// Sets the output folder. The default is `OUT_DIR`.
    #[must_use]
    pub fn out_dir(mut self, path: impl AsRef<Path>) -> Self {
        self.out_dir = Some(path.as_ref().to_owned());
        self
    }

    /// Sets the name of the output file. The default is `errcat.rs`. A build script that generates
    /// twice needs two names.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = name.into();
        self
    }

    /// Sets the path under which generated code finds the crate `errcat`. The default is
    /// `::errcat`.
    ///
    /// ```no_run
    /// // In a crate that depends on a library with `pub use errcat;`.
    /// errcat_build::Config::new().runtime("::my_sdk::errcat").build();
    /// ```
    #[must_use]
    pub fn runtime(mut self, path: impl Into<String>) -> Self {
        self.runtime = Some(path.into());
        self
    }

    /// Sets the languages of the translations to generate. By default, there are none.
    ///
    /// ```no_run
    /// errcat_build::Config::new().locales(["de", "pt-BR"]).build();
    /// ```
    #[must_use]
    pub fn locales<T: Into<String>>(mut self, languages: impl IntoIterator<Item = T>) -> Self {
        self.locales = languages.into_iter().map(Into::into).collect();
        self
    }

    /// Generates the code. Mistakes are reported to cargo, which then fails the build.
    pub fn build(&self) {
        if let Err(failure) = self.try_build() {
            error(&failure.to_string());
        }
    }

    fn try_build(&self) -> Result<(), Failure> {
        let Some(out_dir) = self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from)) else {
            let reason =
                "there is no OUT_DIR: call this from a build script, or name a folder with `Config::out_dir`";
            return Err(Failure::new("OUT_DIR", reason));
        };
        let runtime = match &self.runtime {
            None => Runtime::default(),
            Some(path) if (RUNTIME.holds)(path) => Runtime::new(path),
            Some(path) => {
                let reason = format!("`{path}` is not a path of Rust; {}", RUNTIME.help);
                return Err(Failure::new("Config::runtime", reason));
            }
        };
        let Some(levels) = levels()? else { return Ok(()) };
        rerun_if_changed(&self.catalogs);
        let found = find(Path::new(""), std::slice::from_ref(&self.catalogs))?;
        found.read.iter().for_each(|path| rerun_if_changed(path));
        let compiled = crate::pipeline::analyze_with(&found.sources, &levels);
        if !tell(&found.sources, &compiled.findings) {
            let layout = Layout::File(self.file_name.clone());
            let wanted = |language: &str| self.locales.iter().any(|known| known == language);
            store(&out_dir, &emit_for(&compiled.model.with_locales(wanted), &layout, &runtime))?;
        }
        Ok(())
    }
}

/// Returns the rule levels of the `errcat.yaml` at the root of the crate. Returns `None` if it has
/// mistakes, which were reported.
fn levels() -> Result<Option<Levels>, Failure> {
    let settings = Path::new(crate::project::SETTINGS);
    if is_there(settings) {
        rerun_if_changed(settings);
    } else if let Some(folder) = link_to_missing(settings) {
        rerun_if_changed(&folder);
    }
    match open(Path::new("")) {
        Ok(project) => Ok(Some(lenient(project.settings.levels))),
        Err(OpenError::Failure(failure)) => Err(failure),
        Err(OpenError::Findings(sources, findings)) => {
            tell(&sources, &findings);
            Ok(None)
        }
    }
}

/// Returns a folder in which cargo notices a file that does not exist yet. Cargo considers a missing
/// file itself as always changed, but ignores a link to one in a folder. Returns `None` on systems
/// where programs may not make links.
#[cfg(unix)]
fn link_to_missing(file: &Path) -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os("OUT_DIR")?).join(".errcat-settings");
    std::fs::create_dir_all(&folder).ok()?;
    let link = folder.join(file.file_name()?);
    // The package may have been moved.
    let _ = std::fs::remove_file(&link);
    std::os::unix::fs::symlink(std::path::absolute(file).ok()?, &link).ok()?;
    // The folder itself must not look changed.
    std::fs::File::open(&folder).and_then(|folder| folder.set_modified(SystemTime::UNIX_EPOCH)).ok()?;
    Some(folder)
}

#[cfg(not(unix))]
fn link_to_missing(_: &Path) -> Option<PathBuf> {
    None
}

/// Opens a project. Build scripts write only its Rust output.
fn open(root: &Path) -> Result<Project, OpenError> {
    Project::open(root, &[&Rust], Others::Skipped)
}

/// Makes warnings of rules that a half-made edit breaks, because it must still compile.
fn lenient(mut levels: Levels) -> Levels {
    for rule in [Rule::VanishedCode, Rule::MeaningDoubtful] {
        if levels.of(rule) == Level::Deny {
            levels.set(rule, Level::Warn);
        }
    }
    levels
}

/// Generates the Rust code that the `errcat.yaml` of the project at `root` configures, in a build
/// script of the project itself.
///
/// The files are in the source tree, so they are committed, and users of the crate do not need the
/// generator.
pub fn regenerate(root: impl AsRef<Path>) {
    if let Err(failure) = try_regenerate(root.as_ref()) {
        error(&failure.to_string());
    }
}

fn try_regenerate(root: &Path) -> Result<(), Failure> {
    rerun_if_changed(&root.join(crate::project::SETTINGS));
    let mut project = match open(root) {
        Ok(project) => project,
        Err(OpenError::Failure(failure)) => return Err(failure),
        Err(OpenError::Findings(sources, findings)) => {
            tell(&sources, &findings);
            return Ok(());
        }
    };
    project.settings.levels = lenient(project.settings.levels);
    rerun_if_changed(&root.join(&project.settings.catalogs));
    let found = project.catalogs()?;
    found.read.iter().for_each(|path| rerun_if_changed(&root.join(path)));
    let compiled = project.analyze(&found.sources);
    if !tell(&found.sources, &compiled.findings) {
        // A newer generator or other settings generate other files from the same catalogs. Builds
        // with other profiles must notice that, too.
        let generator = env::current_exe().ok();
        let settings = [root.join(crate::project::SETTINGS)];
        let inputs = found.read.iter().map(|path| root.join(path)).chain(settings).chain(generator);
        let newest = inputs.filter_map(|path| modified(&path)).max();
        for planned in project.outputs(&compiled.model, &found.sources, &[])? {
            let folder = root.join(&planned.folder);
            for change in planned.store(&folder)? {
                backdate(&change.path, newest);
            }
            planned.tree.iter().for_each(|(path, _)| rerun_if_changed(&folder.join(path)));
        }
    }
    Ok(())
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// Sets the time of a written file to that of its newest source. Cargo runs the script again when
/// an output is edited or removed, and would mistake a file that is newer than the start of the
/// script for an edited one.
fn backdate(path: &Path, time: Option<SystemTime>) {
    let file = std::fs::File::options().append(true).open(path);
    if let (Ok(file), Some(time)) = (file, time) {
        // If this fails, the next build only does more than necessary.
        let _ = file.set_modified(time);
    }
}

/// Reports all findings to cargo, and returns whether one of them is an error.
fn tell(sources: &Sources, findings: &Findings) -> bool {
    let mut last = Severity::Warning;
    for line in summed_up(findings) {
        let text = match line {
            Line::Finding(finding) => {
                last = finding.severity();
                concise(sources, finding)
            }
            Line::More(rule, file, count) => {
                last = findings.iter().find(|finding| finding.rule == rule).map_or(last, Finding::severity);
                format!("{}; `errcat check --format concise` lists all", more(sources, rule, file, count))
            }
        };
        match last {
            Severity::Error => println!("cargo::error={text}"),
            Severity::Warning => println!("cargo::warning={text}"),
        }
    }
    findings.has_errors()
}

fn error(message: &str) {
    println!("cargo::error={}", reveal(message));
}

fn rerun_if_changed(path: &Path) {
    // A line break would begin another instruction for cargo.
    if path.to_string_lossy().contains(char::is_control) {
        return;
    }
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    println!("cargo::rerun-if-changed={}", path.display());
}
