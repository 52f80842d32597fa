//! Makes operations, and proves each of them by reading the text again.

use errcat_build::diag::Edit;
use errcat_build::source::{FileId, Sources};

use crate::change;
use crate::document::Document;
use crate::operation::{Comments, Operation};
use crate::refusal::Refusal;
use crate::replace::replaced;
use crate::tree::Tree;

/// The text with all operations made, one after the other.
///
/// # Errors
/// The text cannot be read, or one of the operations cannot be made.
pub fn edit(text: &str, operations: &[Operation]) -> Result<String, Refusal> {
    let mut document = Document::parse(text)?;
    operations.iter().try_for_each(|operation| document.apply(operation))?;
    Ok(document.text().to_owned())
}

/// The sources with all operations made in one file.
///
/// # Errors
/// The file was read only in part, or one of the operations cannot be made.
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
    /// Makes an operation.
    ///
    /// # Errors
    /// The operation cannot be made, or the text would not read as the operation asks. The document
    /// stays as it is.
    pub fn apply(&mut self, operation: &Operation) -> Result<(), Refusal> {
        let (changed, _) = self.changed(operation)?;
        *self = changed;
        Ok(())
    }

    /// What an operation replaces in the text, in order.
    ///
    /// # Errors
    /// As for [`apply`](Self::apply).
    pub fn edits(&self, operation: &Operation) -> Result<Vec<Edit>, Refusal> {
        self.changed(operation).map(|(_, edits)| edits)
    }

    fn changed(&self, operation: &Operation) -> Result<(Self, Vec<Edit>), Refusal> {
        let wanted = Tree::from(self.root()).after(operation)?;
        let edits = change::edits(self, operation)?;
        let changed = Self::parse(replaced(self.text(), &edits))?;
        if Tree::from(changed.root()) != wanted {
            return Err(Refusal::new("something else of the file would read differently"));
        }
        let may_lose = matches!(operation, Operation::Remove { comments: Comments::Remove, .. });
        if !may_lose && self.sorted_comments() != changed.sorted_comments() {
            return Err(Refusal::new("a comment would be lost"));
        }
        Ok((changed, edits))
    }
}
