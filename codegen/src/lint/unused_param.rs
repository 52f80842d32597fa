//! `unused-param`: a parameter that the message does not show.

use super::Report;
use crate::diag::{Finding, Rule};
use crate::format::vocabulary::Placeholders;
use crate::model::{Catalog, Error, Param, Segment};

const RULE: Rule = Rule::UnusedParam;

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        // A message that could not be read may show all of them.
        if entry.damaged && entry.message.is_none() {
            continue;
        }
        for (index, param) in entry.params.iter().flatten().enumerate() {
            let in_code = entry.carried.as_ref().is_some_and(|carried| carried.param == index);
            let used = in_code
                || entry.template.as_ref().is_some_and(|template| {
                    // A misspelt placeholder is reported on its own.
                    template.segments.contains(&Segment::Param(index)) || template.misspelt.contains(&index)
                });
            if !used {
                let name = &param.name.value;
                let message = format!("the parameter `{name}` does not appear in the message");
                let help = help(catalog.placeholders, entry, name);
                let finding = Finding::new(RULE, param.name.span, message).label("unused").help(help);
                report.about(entry, finding);
            }
        }
    }
}

fn help(syntax: Placeholders, entry: &Error, name: &str) -> String {
    // The location of a parameter that the catalog does not declare is the message.
    let is_declared = |param: &Param| entry.message.as_ref().is_none_or(|text| text.span != param.name.span);
    let is_plain = !name.is_empty() && !name.contains(['{', '}', '<', '>', '%']);
    let mark = match syntax {
        Placeholders::Printf | Placeholders::Indexed if entry.params.iter().flatten().all(is_declared) => {
            return "add a placeholder to `message`, or move the parameter to `details`".to_owned();
        }
        Placeholders::Printf | Placeholders::Indexed => {
            return format!(
                "write a list to name the placeholders in their order: `params: [{name}]`; or move the parameter to `details`"
            );
        }
        _ if !is_plain => {
            return "move the parameter to `details`; a placeholder cannot have this name".to_owned();
        }
        Placeholders::Braces => format!("{{{name}}}"),
        Placeholders::Angle => format!("<{name}>"),
        Placeholders::Percent => format!("%{name}%"),
        Placeholders::Mustache => format!("{{{{{name}}}}}"),
    };
    format!("add `{mark}` to `message`, or move the parameter to `details`")
}
