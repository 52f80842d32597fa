//! Carries out a plan. No file is overwritten, except those that are edited in place.

use std::path::Path;

use errcat_build::unstable::project::{Failure, rewrite, stay_within};
use errcat_build::unstable::source::Sources;

use super::plan::{Edit, Plan};
use crate::create::create;

/// Creates and edits the files of a plan, and returns what was done.
pub(super) fn write(plan: &Plan) -> Result<Vec<String>, Failure> {
    for (path, _) in &plan.files {
        stay_within(Path::new(""), Path::new(path).parent().unwrap_or(Path::new("")))?;
    }
    let mut old = Sources::default();
    let mut new = Sources::default();
    for edit in &plan.edits {
        old.add(edit.path.as_str(), edit.old.as_str());
        new.add(edit.path.as_str(), edit.new.as_str());
    }
    rewrite(Path::new(""), &old, &new)?;
    for (path, text) in &plan.files {
        create(Path::new(path), text).map_err(|error| Failure::new(path, error))?;
    }
    let edited = plan.edits.iter().map(|Edit { path, about, .. }| format!("  added {about} to {path}"));
    let created = plan.files.iter().map(|(path, _)| format!("created {path}"));
    Ok(created.chain(edited).collect())
}
