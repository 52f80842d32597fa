//! The root of the project, and the paths of findings relative to its repository.

use std::path::{Path, PathBuf};

use errcat_build::unstable::project::{Failure, SETTINGS, is_there};
use errcat_build::unstable::source::Sources;

/// Returns the files with paths relative to the repository around the project: the nearest folder
/// with `.git`, or else `GITHUB_WORKSPACE`.
pub(crate) fn relative(sources: &Sources) -> Sources {
    let mut sources = sources.clone();
    if let Some(prefix) = prefix() {
        sources.rename(|path| joined(&prefix, path));
    }
    sources
}

/// Returns the root of the project, which is the empty path for the current folder.
pub(crate) fn root() -> Result<PathBuf, Failure> {
    let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
    let root = current.ancestors().find(|folder| is_there(&folder.join(SETTINGS)));
    Ok(root.filter(|root| *root != current).map(Path::to_owned).unwrap_or_default())
}

/// Returns a failure with a path relative to the project.
pub(crate) fn located(failure: Failure) -> Failure {
    match (std::env::current_dir(), root()) {
        (Ok(current), Ok(root)) => failure.relative_to(&current.join(root)),
        _ => failure,
    }
}

/// Returns the path of the project in the repository. Returns `None` if it is the repository, or in
/// none.
fn prefix() -> Option<String> {
    let current = std::env::current_dir().ok()?;
    let root = current.join(root().ok()?);
    let marked = root.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned);
    let repository = marked.or_else(|| std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from))?;
    let parts = root.strip_prefix(repository).ok()?.components();
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Returns a path below the project as a path below the repository. An absolute path stays.
fn joined(prefix: &str, path: &str) -> String {
    if Path::new(path).is_absolute() {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = prefix.split('/').collect();
    for part in path.split('/') {
        if part == ".." && parts.last().is_some_and(|last| *last != "..") {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn paths_are_joined() {
        assert_eq!(joined("api", "catalogs/shop.yaml"), "api/catalogs/shop.yaml");
        assert_eq!(joined("api/web", "../common/auth.yaml"), "api/common/auth.yaml");
        assert_eq!(joined("api", "../../auth.yaml"), "../auth.yaml");
        assert_eq!(joined("api", "/tmp/shop.yaml"), "/tmp/shop.yaml");
    }
}
