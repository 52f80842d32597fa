//! `unused-param`: a parameter that the message does not show.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Segment};

const RULE: Rule = Rule::UnusedParam;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        // A message that could not be read may show all of them.
        if entry.damaged && entry.message.is_none() {
            continue;
        }
        for (index, param) in entry.params.iter().flatten().enumerate() {
            let used = entry.template.as_ref().is_some_and(|template| {
                // A misspelt placeholder is reported on its own.
                template.segments.contains(&Segment::Param(index)) || template.misspelt.contains(&index)
            });
            if !used {
                let name = &param.name.value;
                let message = format!("the parameter `{name}` does not appear in the message");
                let help = if name.is_empty() || name.contains(['{', '}']) {
                    "move the parameter to `details`; a placeholder cannot have this name".to_owned()
                } else {
                    format!("add `{{{name}}}` to `message`, or move the parameter to `details`")
                };
                let finding = Finding::new(RULE, param.name.span, message).label("unused").help(help);
                report.about(entry, finding);
            }
        }
    }
}
