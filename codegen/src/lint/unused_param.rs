//! A parameter that the message does not show.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::model::{Catalog, Segment};

const RULE: Rule = Rule::UnusedParam;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        // A message that could not be read may show them all.
        if entry.damaged && entry.message.is_none() {
            continue;
        }
        for (index, param) in entry.params.iter().flatten().enumerate() {
            let used = entry.template.as_ref().is_some_and(|template| {
                // One mistake is told once: a misspelt placeholder is reported already.
                template.segments.contains(&Segment::Param(index)) || template.misspelt.contains(&index)
            });
            if !used {
                let name = &param.name.value;
                let message = format!("the message does not show the parameter `{name}`");
                let finding = Finding::new(RULE, param.name.span, message)
                    .label("unused")
                    .help(format!("write `{{{name}}}` in `message`, or move it to `details`"));
                report.about(entry, finding);
            }
        }
    }
}
