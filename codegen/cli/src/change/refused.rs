//! Why a command does nothing.

use std::fmt::Display;

use crate::output::Output;

/// The reason is printed, and the exit status is 1.
pub(super) type Refused<T> = Result<T, String>;

/// Prints why nothing is changed.
pub(super) fn refused(reason: &impl Display) -> Output {
    Output { text: format!("refused: {reason}\n"), found: true, ..Output::default() }
}

/// Asks which of several errors is meant.
pub(super) fn say_which(forms: impl Iterator<Item = String>) -> String {
    let forms: Vec<String> = forms.map(|form| format!("`{form}`")).collect();
    format!("say which: {}", forms.join(", "))
}
