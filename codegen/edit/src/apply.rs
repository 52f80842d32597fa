//! Applies operations and verifies each of them by parsing the text again.

use errcat_build::unstable::diag::Edit;
use errcat_build::unstable::source::{FileId, Sources};

use crate::change;
use crate::document::Document;
use crate::operation::{Comments, Operation};
use crate::refusal::Refusal;
use crate::replace::replaced;
use crate::tree::Tree;

/// Applies operations to a text, one after the other.
///
/// # Errors
/// Returns an error if the text cannot be parsed, or if an operation cannot be applied.
pub fn edit(text: &str, operations: &[Operation]) -> Result<String, Refusal> {
    let mut document = Document::parse(text)?;
    operations.iter().try_for_each(|operation| document.apply(operation))?;
    Ok(document.text().to_owned())
}

/// Applies operations to one file of the sources.
///
/// # Errors
/// Returns an error if the file could be read only in part, or if an operation cannot be applied.
pub fn edit_file(sources: &Sources, file: FileId, operations: &[Operation]) -> Result<Sources, Refusal> {
    if !sources.is_whole(file) {
        return Err(Refusal::new("the file was read only in part"));
    }
    let text = edit(sources.text(file), operations)?;
    let mut sources = sources.clone();
    sources.set_text(file, text);
    Ok(sources)
}

impl Document {
    /// Applies an operation.
    ///
    /// # Errors
    /// Returns an error if the operation cannot be applied, or if the result would not be the
    /// requested one. The document is then unchanged.
    pub fn apply(&mut self, operation: &Operation) -> Result<(), Refusal> {
        let (changed, _) = self.changed(operation)?;
        *self = changed;
        Ok(())
    }

    /// Returns the edits of an operation, in order.
    ///
    /// # Errors
    /// Returns the same errors as [`apply`](Self::apply).
    pub fn edits(&self, operation: &Operation) -> Result<Vec<Edit>, Refusal> {
        self.changed(operation).map(|(_, edits)| edits)
    }

    fn changed(&self, operation: &Operation) -> Result<(Self, Vec<Edit>), Refusal> {
        let wanted = Tree::from(self.root()).after(operation)?;
        let edits = change::edits(self, operation)?;
        let changed = Self::parse(replaced(self.text(), &edits))?;
        if Tree::from(changed.root()) != wanted {
            return Err(Refusal::new("something else in the file would change"));
        }
        let may_lose = matches!(operation, Operation::Remove { comments: Comments::Remove, .. });
        if !may_lose && self.sorted_comments() != changed.sorted_comments() {
            return Err(Refusal::new("a comment would be lost"));
        }
        Ok((changed, edits))
    }
}
