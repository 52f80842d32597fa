//! `--fix`: the texts with everything mended that can be mended without asking, proven by reading them again.

use crate::diag::{Finding, Findings, Fix, Rule, apply};
use crate::order;
use crate::source::{FileId, Sources, Span};
use crate::syntax::MOST_MISTAKES;

/// What came of mending some files.
#[derive(Debug)]
pub struct Mended {
    /// The files, some of them with another text.
    pub sources: Sources,
    /// What was mended, in the order in which it was: each place as it was found.
    pub fixed: Vec<Fixed>,
    /// What could have been mended but for another mistake that it would have made.
    pub left: Vec<Fixed>,
}

/// One finding that was mended, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The path of the file.
    pub path: String,
    /// The place as `line:column`, in the text before.
    pub place: String,
    /// The rule.
    pub rule: Rule,
    /// What was done.
    pub message: String,
}

/// How often texts are read again to see what a single fix does, when all of them together cannot be made.
const ATTEMPTS: usize = 64;

/// How many times over; a fix can bring to light what can be mended in turn.
const ROUNDS: usize = 64;

/// Makes the fixes of the findings that `read` tells, again and again until nothing is left to mend. What was read in part only, such as the
/// end of a file, is left as it is.
///
/// A fix is kept if its finding is gone and nothing else is told that could be told before.
pub fn mend(sources: &Sources, read: impl Fn(&Sources) -> Findings) -> Mended {
    let mut mended = Mended { sources: sources.clone(), fixed: Vec::new(), left: Vec::new() };
    let mut findings = read(&mended.sources);
    let mut attempts = ATTEMPTS;
    for _ in 0..ROUNDS {
        let offers = mended.offers(&findings);
        if offers.is_empty() {
            break;
        }
        let all = mended.attempt(&findings, &offers, &read);
        let (sources, told, made) = match all {
            Some(success) => success,
            None => {
                let mut success = None;
                for offer in &offers {
                    // One offer alone was tried just now.
                    if attempts > 0 && offers.len() > 1 {
                        attempts -= 1;
                        success = mended.attempt(&findings, &[offer], &read);
                    }
                    if success.is_some() {
                        break;
                    }
                    let left = mended.fixed_at(offer);
                    mended.left.push(left);
                }
                match success {
                    Some(success) => success,
                    None => break,
                }
            }
        };
        let done: Vec<Fixed> = made.iter().map(|finding| mended.fixed_at(finding)).collect();
        mended.fixed.extend(done);
        mended.sources = sources;
        findings = told;
    }
    mended
}

type Success<'f> = (Sources, Findings, Vec<&'f Finding>);

impl Mended {
    /// The findings that can be mended and have not been tried in vain.
    fn offers<'f>(&self, findings: &'f Findings) -> Vec<&'f Finding> {
        let tried = |finding: &Finding| {
            let path = self.sources.path(finding.primary.span.file);
            self.left.iter().any(|left| {
                left.rule == finding.rule
                    && left.path == path
                    && Some(&left.message) == finding.fix.as_ref().map(|fix| &fix.message)
            })
        };
        findings
            .iter()
            .filter(|finding| finding.fix.is_some() && !tried(finding))
            .filter(|finding| self.sources.is_whole(finding.primary.span.file))
            .collect()
    }

    /// The sources with the fixes of `offers` made, as far as they do not get into each other's way, if that is an improvement.
    fn attempt<'f>(
        &self,
        before: &Findings,
        offers: &[&'f Finding],
        read: &impl Fn(&Sources) -> Findings,
    ) -> Option<Success<'f>> {
        let file = |finding: &Finding| finding.primary.span.file;
        let mut offers = offers.to_vec();
        order::sort(&mut offers, &|a, b| file(a).cmp(&file(b)));
        let mut sources = self.sources.clone();
        let mut made = Vec::new();
        for list in offers.chunk_by(|a, b| file(a) == file(b)) {
            let file = file(list[0]);
            let mendable = list.iter().filter_map(|finding| Some((*finding, finding.fix.as_ref()?)));
            let (list, fixes): (Vec<&Finding>, Vec<&Fix>) = mendable.unzip();
            let (text, done) = apply(file, self.sources.text(file), &fixes);
            sources.set_text(file, text);
            made.extend(list.into_iter().zip(done).filter(|(_, done)| *done).map(|(finding, _)| finding));
        }
        let after = read(&sources);
        improves(&self.sources, before, &after, &made).then_some((sources, after, made))
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

/// Whether every finding that was mended is gone, and none came that the mended ones had not kept from being seen.
fn improves(sources: &Sources, before: &Findings, after: &Findings, made: &[&Finding]) -> bool {
    // What each finding adds to those that came or went, and to those that were mended.
    let mut told: Vec<(&Finding, isize, isize)> = Vec::new();
    told.extend(after.iter().map(|finding| (finding, 1, 0)));
    told.extend(before.iter().map(|finding| (finding, -1, 0)));
    told.extend(made.iter().map(|finding| (*finding, 0, 1)));
    told.retain(|(finding, ..)| finding.rule != Rule::Syntax);
    let identity = |finding: &Finding| (finding.rule, sources.path(finding.primary.span.file));
    let compare =
        |a: &Finding, b: &Finding| identity(a).cmp(&identity(b)).then_with(|| a.message.cmp(&b.message));
    order::sort(&mut told, &|(a, ..), (b, ..)| compare(a, b));
    let hidden = made.iter().map(|finding| depth(finding.rule)).min().unwrap_or(MEANING);
    let is_better = |same: &[(&Finding, isize, isize)]| {
        let balance: isize = same.iter().map(|(_, balance, _)| balance).sum();
        let gone: isize = same.iter().map(|(.., gone)| gone).sum();
        (gone == 0 || -balance >= gone) && (balance <= 0 || depth(same[0].0.rule) > hidden)
    };
    !made.is_empty()
        && sources.ids().all(|file| reads_better(sources, file, [before, after], made))
        && told.chunk_by(|(a, ..), (b, ..)| compare(a, b).is_eq()).all(is_better)
}

/// Whether a file has lost the mistakes of form that were mended in it, and got no other one. Behind the last one that was told there may be more.
fn reads_better(sources: &Sources, file: FileId, [before, after]: [&Findings; 2], made: &[&Finding]) -> bool {
    let here = |finding: &&Finding| finding.rule == Rule::Syntax && finding.primary.span.file == file;
    let line = |finding: &Finding| sources.start(finding.primary.span).line;
    let told = before.iter().filter(here).count();
    let last = before.iter().filter(here).map(line).max().unwrap_or(0);
    let all = told < MOST_MISTAKES;
    let mended = made.iter().copied().filter(here).count();
    after.iter().filter(here).filter(|finding| all || line(finding) <= last).count() + mended <= told
}

/// What stands in the text, and what it means: nothing can be hidden by mistakes of its own depth.
const MEANING: u8 = 2;

/// How deep a rule looks. What cannot be parsed keeps its keys from being read, and a key that is not known keeps its meaning from being
/// judged.
fn depth(rule: Rule) -> u8 {
    match rule {
        Rule::Syntax => 0,
        Rule::UnknownKey | Rule::DuplicateKey | Rule::WrongType => 1,
        _ => MEANING,
    }
}
