//! Formats findings as requested.

use std::io::IsTerminal;

use anstream::{AutoStream, ColorChoice};
use errcat_build::unstable::diag::{self, Finding, Findings, Human, Line, Severity};
use errcat_build::unstable::source::Sources;

use crate::args::Format;
use crate::output::count;
use crate::repository;

/// Formats all findings.
pub(crate) fn findings(sources: &Sources, findings: &Findings, format: Format) -> String {
    let style = style();
    let each = |format: &dyn Fn(&Finding) -> String| findings.iter().map(format).collect();
    match format {
        Format::Human => human(sources, findings, style),
        Format::Concise => each(&|finding| format!("{}\n", diag::concise(sources, finding))),
        Format::Json => each(&|finding| format!("{}\n", diag::json(sources, finding))),
        Format::Github => diag::github(&repository::relative(sources), findings),
        Format::Gitlab => diag::gitlab(&repository::relative(sources), findings),
        Format::Sarif => diag::sarif(&repository::relative(sources), findings),
        Format::Rdjson => diag::rdjson(sources, findings),
        Format::Junit => diag::junit(sources, findings),
    }
}

/// Formats findings for people: of each rule, the first three per file and the number of the others.
fn human(sources: &Sources, findings: &Findings, style: Human) -> String {
    let lines = diag::summed_up(findings).into_iter().map(|line| match line {
        Line::Finding(finding) => format!("{}\n\n", diag::human(sources, finding, style)),
        Line::More(rule, file, count) => {
            format!("{} (`--format concise` lists all)\n\n", diag::more(sources, rule, file, count))
        }
    });
    lines.collect()
}

/// Returns the style for the terminal. Output that is not a terminal is ASCII.
fn style() -> Human {
    let stdout = std::io::stdout();
    let color = AutoStream::choice(&stdout) != ColorChoice::Never;
    Human {
        color,
        unicode: stdout.is_terminal() && supports_unicode::on(supports_unicode::Stream::Stdout),
        links: color && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
    }
}

/// Returns the number of findings, and how many of them `--fix` can fix.
pub(crate) fn summary(findings: &Findings) -> String {
    match findings.fixable() {
        0 => counts(findings),
        fixable => format!("{}; `errcat check --fix` can fix {fixable} [*]", counts(findings)),
    }
}

fn counts(findings: &Findings) -> String {
    let errors = findings.count(Severity::Error);
    let warnings = findings.count(Severity::Warning);
    match (errors, warnings) {
        (0, 0) => "no findings".to_owned(),
        (_, 0) => count(errors, "error", "errors"),
        (0, _) => count(warnings, "warning", "warnings"),
        _ => format!("{}, {}", count(errors, "error", "errors"), count(warnings, "warning", "warnings")),
    }
}
