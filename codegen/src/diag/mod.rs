//! Diagnostics: findings, rules, levels and report formats.

mod concise;
#[cfg(feature = "json")]
mod fingerprint;
mod fix;
mod floods;
mod github;
#[cfg(feature = "json")]
mod gitlab;
#[cfg(feature = "human")]
mod human;
#[cfg(feature = "json")]
mod json;
mod junit;
mod levels;
mod page;
#[cfg(feature = "json")]
mod rdjson;
mod rule;
#[cfg(feature = "json")]
mod sarif;

pub use concise::concise;
pub use fix::{Edit, Fix, Proposal};
pub use floods::{Line, more, summed_up};
pub use github::github;
#[cfg(feature = "json")]
pub use gitlab::gitlab;
#[cfg(feature = "human")]
pub use human::{Human, human};
#[cfg(feature = "json")]
pub use json::json;
pub use junit::junit;
pub use levels::Levels;
pub use page::page;
#[cfg(feature = "json")]
pub use rdjson::rdjson;
pub use rule::Rule;
#[cfg(feature = "json")]
pub use sarif::sarif;

use crate::format::vocabulary::{ChangeRule, Level, Term};
use crate::order;
use crate::source::{Sources, Span};
use crate::text::nearest::Near;
use crate::text::quote::scalar;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated until the finding is fixed.
    Error,
    /// Worth fixing, but the generated code is correct.
    Warning,
}

impl Severity {
    /// Returns the default severity of findings of a rule.
    #[must_use]
    pub fn of(rule: Rule) -> Self {
        if rule.level() == Level::Deny { Self::Error } else { Self::Warning }
    }

    /// Returns `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A location with a short text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The location.
    pub span: Span,
    /// A few words about the location.
    pub message: String,
}

/// The error that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The id of the catalog.
    pub catalog: String,
    /// The id of the family.
    pub family: String,
    /// The code.
    pub code: String,
}

/// One of several errors with the same mistake.
#[derive(Clone, Debug)]
pub struct Member {
    /// The error.
    pub about: About,
    /// The location.
    pub span: Span,
    /// One sentence, which begins with the code in backquotes.
    pub message: String,
}

/// A mistake in a catalog: the rule, the location, and how to fix it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: Rule,
    /// One sentence about what is wrong.
    pub message: String,
    /// The location of the mistake.
    pub primary: Label,
    /// Related locations.
    pub related: Vec<Label>,
    /// How to fix it.
    pub help: Option<String>,
    /// A fix that a program may apply without asking.
    pub fix: Option<Fix>,
    /// A key that would fix it, which is a [`Fix`] once its place in the file is known.
    pub proposal: Option<Proposal>,
    /// The severity.
    pub severity: Severity,
    /// The kind of change that `errcat diff` reports, instead of a rule of `errcat check`.
    pub change: Option<ChangeRule>,
    /// The error.
    pub about: Option<About>,
    /// All errors with this mistake, if there are several.
    pub members: Vec<Member>,
    /// The number of such a group in this run.
    pub group: Option<usize>,
}

impl Finding {
    /// Creates a finding of `rule` at `span`.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
            primary: Label { span, message: String::new() },
            related: Vec::new(),
            help: None,
            fix: None,
            proposal: None,
            severity: Severity::of(rule),
            change: None,
            about: None,
            members: Vec::new(),
            group: None,
        }
    }

    /// Sets the error that the finding is about.
    #[must_use]
    pub fn about(mut self, catalog: &str, family: &str, code: &str) -> Self {
        let [catalog, family, code] = [catalog, family, code].map(str::to_owned);
        self.about = Some(About { catalog, family, code });
        self
    }

    /// Makes it one finding about several errors.
    #[must_use]
    pub fn grouped(mut self, members: Vec<Member>) -> Self {
        self.members = members;
        self
    }

    /// Returns the name of the rule or of the change.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.change.map_or_else(|| self.rule.code(), Term::as_str)
    }

    /// Sets the label of the primary location.
    #[must_use]
    pub fn label(mut self, message: impl Into<String>) -> Self {
        self.primary.message = message.into();
        self
    }

    /// Adds a related location.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Label { span, message: message.into() });
        self
    }

    /// Sets the help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets the help, if any.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// Sets the fix.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Sets the key that would fix it.
    #[must_use]
    pub fn propose(mut self, proposal: Proposal) -> Self {
        self.proposal = Some(proposal);
        self
    }

    /// Suggests the word that the scalar at `span` was probably meant to be. Adds a fix if the word
    /// is the only candidate.
    #[must_use]
    pub fn meant(mut self, span: Span, near: Near<'_>) -> Self {
        self.help = Some(format!("did you mean `{}`?", near.word));
        if near.alone {
            self.fix = Some(Fix::replace(format!("write `{}`", near.word), span, scalar(near.word)));
        }
        self
    }

    /// Returns the prefix of the message: `[*] ` if `--fix` can fix the finding, else nothing.
    #[must_use]
    pub fn mark(&self) -> &'static str {
        if self.fix.is_some() { "[*] " } else { "" }
    }

    /// Returns the severity.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }
}

/// The maximum number of errors reported per run. A file that is not a catalog may have millions.
pub const MOST_FINDINGS: usize = 10_000;

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
    errors: usize,
}

impl Findings {
    /// Adds a finding. Errors beyond [`MOST_FINDINGS`] are only counted.
    pub fn push(&mut self, finding: Finding) {
        if finding.severity() == Severity::Error {
            self.errors += 1;
            if self.errors > MOST_FINDINGS {
                return;
            }
        }
        self.list.push(finding);
    }

    /// Sorts the findings by file and location, and removes duplicates. A mistake in a default
    /// would otherwise be reported for every error that inherits it.
    pub fn sort(&mut self) {
        fn key(finding: &Finding) -> (Span, &str, &str) {
            (finding.primary.span, finding.rule.code(), &finding.message)
        }
        order::sort(&mut self.list, &|a, b| key(a).cmp(&key(b)));
        self.list.dedup_by(|a, b| key(a) == key(b));
    }

    /// Numbers the groups.
    pub(crate) fn number_groups(&mut self) {
        let groups = self.list.iter_mut().filter(|finding| !finding.members.is_empty());
        for (number, finding) in (1..).zip(groups) {
            finding.group = Some(number);
        }
    }

    /// Returns `true` if a finding is an error, which prevents generating anything.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|finding| finding.severity() == Severity::Error)
    }

    /// Adds a final finding if there were more errors than [`MOST_FINDINGS`].
    pub(crate) fn report_limit(&mut self, sources: &Sources) {
        if let (true, Some(file)) = (self.errors > MOST_FINDINGS, sources.ids().last()) {
            let message = format!("too many errors; only the first {MOST_FINDINGS} are reported");
            self.list.push(Finding::new(Rule::Syntax, Span::top(file), message).help("fix these first"));
        }
    }

    /// Returns the number of findings of `severity`.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// Returns the number of findings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns `true` if there are no findings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the number of findings that have a fix.
    #[must_use]
    pub fn fixable(&self) -> usize {
        self.list.iter().filter(|finding| finding.fix.is_some()).count()
    }

    /// Keeps the findings for which `keep` returns true, and lets it modify them.
    pub fn retain(&mut self, keep: impl FnMut(&mut Finding) -> bool) {
        self.list.retain_mut(keep);
    }

    /// Iterates over the findings in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.list.iter()
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = std::slice::Iter<'f, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}
