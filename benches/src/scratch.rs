//! Temporary crates, and the cost of compiling them.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

/// The folder of this package, next to the runtime and the lockfile.
const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");

/// A crate in a temporary folder.
pub(crate) struct Scratch {
    folder: TempDir,
}

/// The cost of a command and all processes that it started.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// The seconds of user and system CPU time.
    pub(crate) seconds: f64,
    /// The peak resident size of the command itself in megabytes, or `None` without /proc.
    pub(crate) megabytes: Option<f64>,
}

impl Scratch {
    /// Creates a crate from `src/lib.rs` and, if given, `src/main.rs`, with the lockfile of this
    /// repository.
    pub(crate) fn new(dependencies: &str, lib: &str, main: Option<&str>) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let manifest = format!(
            "[package]\nname = \"scratch\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[lib]\nname = \"scratch\"\n\
             [profile.release]\nstrip = true\n[workspace]\n[dependencies]\n{dependencies}"
        );
        fs::write(folder.path().join("Cargo.toml"), manifest)?;
        fs::copy(Path::new(PACKAGE).join("../Cargo.lock"), folder.path().join("Cargo.lock"))?;
        fs::create_dir(folder.path().join("src"))?;
        fs::write(folder.path().join("src/lib.rs"), lib)?;
        if let Some(main) = main {
            fs::write(folder.path().join("src/main.rs"), main)?;
        }
        Ok(Self { folder })
    }

    /// Returns the path of the errcat runtime.
    pub(crate) fn runtime() -> String {
        format!("{PACKAGE}/../codegen/runtime")
    }

    /// Returns the path of the generator.
    pub(crate) fn generator() -> String {
        format!("{PACKAGE}/../codegen")
    }

    /// Returns the path of a file in the crate.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Builds the crate in release mode.
    pub(crate) fn build(&self) -> Result<Cost, Box<dyn Error>> {
        let mut command = vec!["cargo", "build", "--release", "--offline", "--quiet"];
        command.extend(["--target-dir", "target"]);
        cost(&command, self.folder.path())
    }

    /// Builds the crate in debug mode. Like crates from a registry, its dependencies are not compiled
    /// for a later change.
    pub(crate) fn build_debug(&self) -> Result<Cost, Box<dyn Error>> {
        let mut command = vec!["cargo", "--config", "build.incremental=false", "build", "--offline"];
        command.extend(["--quiet", "--target-dir", "target"]);
        cost(&command, self.folder.path())
    }

    /// Compiles one source file with rustc, using the dependencies that [`Self::build`] has built.
    pub(crate) fn rustc(
        &self,
        file: &str,
        options: &[&str],
        crates: &[&str],
    ) -> Result<Cost, Box<dyn Error>> {
        let libraries = self.path("target/release/deps");
        let mut command = vec!["rustc", "--edition=2024", "--crate-type=lib", "--cap-lints=allow"];
        command.extend(["--out-dir=out", "-L", "dependency=target/release/deps", file]);
        command.extend(options);
        let mut externs = Vec::new();
        for name in crates {
            externs.push(format!("{name}={}", library(&libraries, name)?.display()));
        }
        for one in &externs {
            command.extend(["--extern", one]);
        }
        cost(&command, self.folder.path())
    }
}

/// Finds the compiled library of a crate.
fn library(folder: &Path, name: &str) -> Result<PathBuf, Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if stem.starts_with(&format!("lib{name}-")) && path.extension().is_some_and(|end| end == "rlib") {
            return Ok(path);
        }
    }
    Err(format!("{name} was not built").into())
}

/// Runs a command under the `time` of bash and polls its memory.
fn cost(command: &[&str], folder: &Path) -> Result<Cost, Box<dyn Error>> {
    let mut child = Command::new("bash")
        .args(["-c", "TIMEFORMAT='%U %S'; time \"$@\"", "bash"])
        .args(command)
        .current_dir(folder)
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_TARGET_DIR")
        .env("LC_ALL", "C")
        .stderr(Stdio::piped())
        .spawn()?;
    let mut watched = None;
    let mut kilobytes = None;
    while child.try_wait()?.is_none() {
        watched = watched.or_else(|| child_of(child.id()));
        kilobytes = watched.and_then(high_water).or(kilobytes);
        sleep(Duration::from_millis(4));
    }
    let output = child.wait_with_output()?;
    let report = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{} failed:\n{report}", command[0]).into());
    }
    let times = report.lines().last().unwrap_or_default().split(' ');
    let seconds = times.map(str::parse::<f64>).sum::<Result<f64, _>>()?;
    Ok(Cost { seconds, megabytes: kilobytes.map(|kilobytes| kilobytes / 1024.0) })
}

/// Returns the child process of `parent`.
fn child_of(parent: u32) -> Option<u32> {
    let pids = fs::read_dir("/proc").ok()?.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    pids.into_iter().find(|pid: &u32| {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        // The name in parentheses is followed by the state and the parent.
        let after = stat.rsplit_once(") ").map_or("", |(_, after)| after);
        after.split(' ').nth(1).is_some_and(|found| found == parent.to_string())
    })
}

/// Returns `VmHWM` of a process in kilobytes.
pub(crate) fn high_water(pid: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
