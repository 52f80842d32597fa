//! `check --fix`: applies every fix that can be applied without asking, and proves it by reading
//! the files again.

use errcat_build::unstable::diag::{Finding, Findings, Fix, Rule};
use errcat_build::unstable::source::{FileId, Sources, Span};
use errcat_build::unstable::syntax::MOST_MISTAKES;

use crate::replace::apply;

/// The result of fixing some files.
#[derive(Debug)]
pub struct Outcome {
    /// The files, some of them with a new text.
    pub sources: Sources,
    /// The applied fixes, in order. Locations are those before the fix.
    pub fixed: Vec<Fixed>,
    /// The fixes that were not applied, because they would cause another mistake.
    pub left: Vec<Fixed>,
}

/// One fix, applied or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The path of the file.
    pub path: String,
    /// The location as `line:column`, in the text before.
    pub place: String,
    /// The rule.
    pub rule: Rule,
    /// A short description of the change.
    pub message: String,
}

/// The maximum number of times that files are parsed to try single fixes, if all fixes together
/// cannot be applied.
const ATTEMPTS: usize = 64;

/// The maximum number of rounds. A fix can reveal another fixable finding.
const ROUNDS: usize = 64;

/// Applies the fixes of the findings that `read` reports, until nothing fixable is left. A file
/// that was read only in part stays as it is.
///
/// A fix is kept if its finding is gone and there is no new finding that could have been reported
/// before.
pub fn fix(sources: &Sources, read: impl Fn(&Sources) -> Findings) -> Outcome {
    let mut outcome = Outcome { sources: sources.clone(), fixed: Vec::new(), left: Vec::new() };
    let mut findings = read(&outcome.sources);
    let mut attempts = ATTEMPTS;
    for _ in 0..ROUNDS {
        let fixable = outcome.fixable(&findings);
        if fixable.is_empty() {
            break;
        }
        let all = outcome.attempt(&findings, &fixable, &read);
        let (sources, reported, applied) = match all {
            Some(success) => success,
            None => {
                let mut success = None;
                for finding in &fixable {
                    // A single fix was already tried.
                    if attempts > 0 && fixable.len() > 1 {
                        attempts -= 1;
                        success = outcome.attempt(&findings, &[finding], &read);
                    }
                    if success.is_some() {
                        break;
                    }
                    let left = outcome.fixed_at(finding);
                    outcome.left.push(left);
                }
                match success {
                    Some(success) => success,
                    None => break,
                }
            }
        };
        let done: Vec<Fixed> = applied.iter().map(|finding| outcome.fixed_at(finding)).collect();
        outcome.fixed.extend(done);
        outcome.sources = sources;
        findings = reported;
    }
    outcome
}

type Success<'f> = (Sources, Findings, Vec<&'f Finding>);

impl Outcome {
    /// Returns the fixable findings that were not tried without success.
    fn fixable<'f>(&self, findings: &'f Findings) -> Vec<&'f Finding> {
        let is_tried = |finding: &Finding| {
            let path = self.sources.path(finding.primary.span.file);
            self.left.iter().any(|left| {
                left.rule == finding.rule
                    && left.path == path
                    && Some(&left.message) == finding.fix.as_ref().map(|fix| &fix.message)
            })
        };
        findings
            .iter()
            .filter(|finding| finding.fix.is_some() && !is_tried(finding))
            .filter(|finding| self.sources.is_whole(finding.primary.span.file))
            .collect()
    }

    /// Returns the sources with the fixes of `findings` applied, except overlapping ones, if that
    /// is an improvement.
    fn attempt<'f>(
        &self,
        before: &Findings,
        findings: &[&'f Finding],
        read: &impl Fn(&Sources) -> Findings,
    ) -> Option<Success<'f>> {
        let file = |finding: &Finding| finding.primary.span.file;
        let mut findings = findings.to_vec();
        findings.sort_by_key(|finding| file(finding));
        let mut sources = self.sources.clone();
        let mut applied = Vec::new();
        for list in findings.chunk_by(|a, b| file(a) == file(b)) {
            let file = file(list[0]);
            let fixable = list.iter().filter_map(|finding| Some((*finding, finding.fix.as_ref()?)));
            let (list, fixes): (Vec<&Finding>, Vec<&Fix>) = fixable.unzip();
            let (text, done) = apply(file, self.sources.text(file), &fixes);
            sources.set_text(file, text);
            applied.extend(list.into_iter().zip(done).filter(|(_, done)| *done).map(|(finding, _)| finding));
        }
        let after = read(&sources);
        improves(&self.sources, before, &after, &applied).then_some((sources, after, applied))
    }

    fn fixed_at(&self, finding: &Finding) -> Fixed {
        let Span { file, .. } = finding.primary.span;
        Fixed {
            path: self.sources.path(file).to_owned(),
            place: self.sources.start(finding.primary.span).to_string(),
            rule: finding.rule,
            message: finding.fix.as_ref().map(|fix| fix.message.clone()).unwrap_or_default(),
        }
    }
}

/// Returns `true` if every fixed finding is gone and none is new, except those that the fixed ones
/// hid.
fn improves(sources: &Sources, before: &Findings, after: &Findings, applied: &[&Finding]) -> bool {
    // The increase in number of each finding, and the number of those that were fixed.
    let mut counted: Vec<(&Finding, isize, isize)> = Vec::new();
    counted.extend(after.iter().map(|finding| (finding, 1, 0)));
    counted.extend(before.iter().map(|finding| (finding, -1, 0)));
    counted.extend(applied.iter().map(|finding| (*finding, 0, 1)));
    counted.retain(|(finding, ..)| finding.rule != Rule::Syntax);
    let identity =
        |finding: &Finding| (finding.rule, sources.path(finding.primary.span.file), finding.message.clone());
    counted.sort_by_cached_key(|(finding, ..)| identity(finding));
    let shallowest = applied.iter().map(|finding| depth(finding.rule)).min().unwrap_or(MEANING);
    let is_better = |same: &[(&Finding, isize, isize)]| {
        let balance: isize = same.iter().map(|(_, balance, _)| balance).sum();
        let fixed: isize = same.iter().map(|(.., fixed)| fixed).sum();
        (fixed == 0 || -balance >= fixed) && (balance <= 0 || depth(same[0].0.rule) > shallowest)
    };
    !applied.is_empty()
        && sources.ids().all(|file| reads_better(sources, file, [before, after], applied))
        && counted.chunk_by(|(a, ..), (b, ..)| identity(a) == identity(b)).all(is_better)
}

/// Whether the fixed syntax errors of a file are gone and there is no new one. There may be more
/// after the last one that was reported.
fn reads_better(
    sources: &Sources,
    file: FileId,
    [before, after]: [&Findings; 2],
    applied: &[&Finding],
) -> bool {
    let here = |finding: &&Finding| finding.rule == Rule::Syntax && finding.primary.span.file == file;
    let line = |finding: &Finding| sources.start(finding.primary.span).line;
    let reported = before.iter().filter(here).count();
    let last = before.iter().filter(here).map(line).max().unwrap_or(0);
    let all = reported < MOST_MISTAKES;
    let fixed = applied.iter().copied().filter(here).count();
    after.iter().filter(here).filter(|finding| all || line(finding) <= last).count() + fixed <= reported
}

/// The depth of rules about meaning. Findings of one depth hide none of the same depth.
const MEANING: u8 = 2;

/// How deep a rule looks. An entry that cannot be parsed hides its keys, an unknown key hides its
/// meaning, and codes whose variants collide are not compared any further.
fn depth(rule: Rule) -> u8 {
    match rule {
        Rule::Syntax => 0,
        Rule::UnknownKey | Rule::DuplicateKey | Rule::WrongType => 1,
        Rule::CodeDiffersByCase => MEANING + 1,
        _ => MEANING,
    }
}
