//! `errcat check --watch`: checks again whenever a file of the project changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use errcat_build::unstable::project::{Failure, Project, SETTINGS};
use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use crate::args::{Check, Format};
use crate::library;
use crate::output::Output;
use crate::repository;

/// The time without changes after which a burst of saves is over.
const QUIET: Duration = Duration::from_millis(40);

/// The maximum time to wait for the end of a burst.
const LONGEST: Duration = Duration::from_secs(1);

/// Runs `check` now and after every change.
pub(crate) fn run(args: &Check, check: impl Fn() -> Result<Output, Failure>) -> Result<Output, Failure> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return Err(Failure::new("-", "standard input cannot be watched"));
    }
    let (sender, changes) = channel();
    let mut watcher = None;
    let mut ended = Ok(Output::default());
    rounds(&changes, || {
        // The folders to watch may have changed or may just have been created. Later changes are
        // noticed.
        let sender = sender.clone();
        match watch(args, move || {
            // The receiver is gone only when the command ends.
            let _ = sender.send(());
        }) {
            Ok(fresh) => watcher = Some(fresh),
            Err(failure) => {
                ended = Err(failure);
                return false;
            }
        }
        print(check()).is_ok()
    });
    drop(watcher);
    ended
}

/// Prints the result of one run.
fn print(result: Result<Output, Failure>) -> std::io::Result<()> {
    let mut output = result.unwrap_or_else(|failure| Output {
        progress: vec![format!("error: {failure}")],
        ..Output::default()
    });
    output.progress.push("watching for changes; press Ctrl-C to stop".to_owned());
    output.write()
}

/// Runs `round` once, and again after every burst of changes, until it returns `false`.
fn rounds(changes: &Receiver<()>, mut round: impl FnMut() -> bool) {
    while round() {
        if changes.recv().is_err() {
            return;
        }
        let begin = Instant::now();
        while begin.elapsed() < LONGEST {
            match changes.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
    }
}

/// Calls `changed` whenever a file changes that a run depends on.
fn watch(args: &Check, changed: impl Fn() + Send + 'static) -> Result<RecommendedWatcher, Failure> {
    let project = match library::project(Format::Concise)? {
        Ok(project) => project,
        Err(_) => Project::unread(repository::root()?),
    };
    let root = absolute(&project.root);
    let settings = root.join(SETTINGS);
    let mut places = Vec::new();
    for path in &args.paths {
        let path = absolute(path);
        let family = path.is_file().then(|| path.parent().map(Path::to_owned)).flatten();
        places.push(family.unwrap_or(path));
    }
    if args.paths.is_empty() {
        places.push(root.join(&project.settings.catalogs));
        places.extend(project.output_paths().map(|path| root.join(path)));
    }
    let found = if args.paths.is_empty() {
        project.catalogs()
    } else {
        project.catalogs_at(&library::from_root(&project, &args.paths))
    };
    // Catalogs may share families that are elsewhere in the project.
    for path in found.map_or(Vec::new(), |found| found.read) {
        let path = absolute(&root.join(path));
        if !places.iter().any(|place| path.starts_with(place)) {
            places.push(path);
        }
    }
    let below = places.clone();
    let concerns = move |path: &Path| {
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        let known = |place: &PathBuf| path.starts_with(place) || place.starts_with(path);
        !hidden && (path == settings || below.iter().any(known))
    };
    let mut watcher = recommended_watcher(move |event: notify::Result<Event>| {
        // A lost event could concern any file.
        let news = event.map_or(true, |event| {
            !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| concerns(path))
        });
        if news {
            changed();
        }
    })
    .map_err(|error| Failure::new(".", error))?;
    let mut add = |path: &Path, mode| watcher.watch(path, mode).map_err(|error| Failure::new(path, error));
    add(&root, RecursiveMode::NonRecursive)?;
    for place in places {
        // If the folder does not exist yet, watch for its creation.
        let (mode, place) = if place.is_file() {
            // Another file takes its place when it is written, which only its folder notices.
            (RecursiveMode::NonRecursive, place.parent().unwrap_or(&root))
        } else if place.exists() {
            (RecursiveMode::Recursive, place.as_path())
        } else {
            let above = place.ancestors().find(|above| above.exists());
            (RecursiveMode::NonRecursive, above.unwrap_or(&root))
        };
        add(place, mode)?;
    }
    Ok(watcher)
}

/// Returns a path as it appears in events of the operating system.
fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_of_changes_causes_one_round() {
        let (sender, changes) = channel();
        for _ in 0..1000 {
            sender.send(()).unwrap();
        }
        drop(sender);
        let mut count = 0;
        rounds(&changes, || {
            count += 1;
            true
        });
        assert_eq!(count, 2, "one at the start, and one for all changes");
    }

    #[test]
    fn a_change_during_a_round_causes_another_one() {
        let (sender, changes) = channel();
        let mut sender = Some(sender);
        let mut count = 0;
        rounds(&changes, || {
            count += 1;
            if let Some(sender) = &sender {
                sender.send(()).unwrap();
                sender.send(()).unwrap();
            }
            if count == 3 {
                sender = None;
            }
            true
        });
        assert_eq!(count, 4);
    }

    #[test]
    fn a_round_can_end_the_loop() {
        let (sender, changes) = channel();
        sender.send(()).unwrap();
        let mut count = 0;
        rounds(&changes, || {
            count += 1;
            false
        });
        assert_eq!(count, 1);
    }
}
