//! A parameter that the message does not show.

use super::{Lint, Report};
use crate::diag::{Finding, Rule, Severity};
use crate::model::{Catalog, Segment};

pub(super) static LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    id: "unused-param",
    severity: Severity::Error,
    why: "Whoever raises the error must give every parameter, so each must be of use. \
          What travels beside the message belongs under `details`.",
};

fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        for (index, param) in entry.params.iter().flatten().enumerate() {
            let used = entry
                .template
                .as_ref()
                .is_some_and(|template| template.segments.contains(&Segment::Param(index)));
            if !used {
                let name = &param.name.value;
                let message = format!("the message does not show the parameter `{name}`");
                let finding = Finding::new(&RULE, param.name.span, message)
                    .label("unused")
                    .help(format!("write `{{{name}}}` in `message`, or move it to `details`"));
                report.about(entry, finding);
            }
        }
    }
}
