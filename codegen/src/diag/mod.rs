//! What the generator has to say about a catalog: findings, and the ways to tell them.

mod concise;
#[cfg(feature = "json")]
mod fingerprint;
mod fix;
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
pub use fix::{Edit, Fix, apply};
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

use crate::format::vocabulary::Level;
use crate::order;
use crate::source::{Sources, Span};
use crate::text::nearest::Near;
use crate::text::quote::scalar;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated until it is mended.
    Error,
    /// Worth mending; the output is sound.
    Warning,
}

impl Severity {
    /// What findings of a rule weigh where nobody says anything else.
    #[must_use]
    pub fn of(rule: Rule) -> Self {
        if rule.level() == Level::Deny { Self::Error } else { Self::Warning }
    }

    /// `error` or `warning`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What stands there, in a few words.
    pub message: String,
}

/// One mistake, told: which rule, where, and what to do about it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that was broken.
    pub rule: Rule,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where it is wrong.
    pub primary: Label,
    /// Other places that have to do with it.
    pub related: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// What mends it, where a program may do that without asking.
    pub fix: Option<Fix>,
    /// What it weighs.
    pub severity: Severity,
}

impl Finding {
    /// A finding of `rule` at `span`.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
            primary: Label { span, message: String::new() },
            related: Vec::new(),
            help: None,
            fix: None,
            severity: Severity::of(rule),
        }
    }

    /// Says what stands at the place of the finding.
    #[must_use]
    pub fn label(mut self, message: impl Into<String>) -> Self {
        self.primary.message = message.into();
        self
    }

    /// Names another place.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Label { span, message: message.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what to do, where that is known.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// Says what mends it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Suggests the word that was probably meant by the scalar at `span`, and offers to write it where it can be no other.
    #[must_use]
    pub fn meant(mut self, span: Span, near: Near<'_>) -> Self {
        self.help = Some(format!("did you mean `{}`?", near.word));
        if near.alone {
            self.fix = Some(Fix::replace(format!("write `{}`", near.word), span, scalar(near.word)));
        }
        self
    }

    /// What a message begins with where `--fix` can mend it.
    #[must_use]
    pub fn mark(&self) -> &'static str {
        if self.fix.is_some() { "[*] " } else { "" }
    }

    /// What the finding weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }
}

/// How many errors of a run are told. A file that is no catalog at all may have millions.
pub const MOST_FINDINGS: usize = 10_000;

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
    errors: usize,
}

impl Findings {
    /// Adds one; of errors, no more than [`MOST_FINDINGS`].
    pub fn push(&mut self, finding: Finding) {
        if finding.severity() == Severity::Error {
            self.errors += 1;
            if self.errors > MOST_FINDINGS {
                return;
            }
        }
        self.list.push(finding);
    }

    /// Puts them into the order people read, by file and by place, and keeps one of those that say the same of the same place: a mistake
    /// in a default would be told for every error that inherits it.
    pub fn sort(&mut self) {
        fn key(finding: &Finding) -> (Span, &str, &str) {
            (finding.primary.span, finding.rule.code(), &finding.message)
        }
        order::sort(&mut self.list, &|a, b| key(a).cmp(&key(b)));
        self.list.dedup_by(|a, b| key(a) == key(b));
    }

    /// Whether one of them forbids to generate anything.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|finding| finding.severity() == Severity::Error)
    }

    /// Says so, last, where there were more errors than are told.
    pub(crate) fn tell_of_more(&mut self, sources: &Sources) {
        if let (true, Some(file)) = (self.errors > MOST_FINDINGS, sources.ids().last()) {
            let message =
                format!("there are more errors; the first {MOST_FINDINGS} that were found are told");
            self.list.push(Finding::new(Rule::Syntax, Span::top(file), message).help("mend these first"));
        }
    }

    /// How many findings weigh `severity`.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many of them a program may mend without asking.
    #[must_use]
    pub fn fixable(&self) -> usize {
        self.list.iter().filter(|finding| finding.fix.is_some()).count()
    }

    /// Keeps the findings of which `keep` is true, and lets it change them.
    pub fn retain(&mut self, keep: impl FnMut(&mut Finding) -> bool) {
        self.list.retain_mut(keep);
    }

    /// One after another.
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
