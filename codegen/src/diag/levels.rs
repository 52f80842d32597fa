//! How much the rules weigh in one project.

use super::{Rule, Severity};
use crate::format::vocabulary::Level;

/// The weight of every rule: what the table of rules says, but for those that a project weighs otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// In the order of the rules.
    own: Vec<(Rule, Level)>,
}

impl Levels {
    /// Weighs a rule otherwise than the table of rules.
    pub fn set(&mut self, rule: Rule, level: Level) {
        match self.place(rule) {
            Ok(at) => self.own[at].1 = level,
            Err(at) => self.own.insert(at, (rule, level)),
        }
    }

    /// What a rule weighs.
    #[must_use]
    pub fn of(&self, rule: Rule) -> Level {
        self.place(rule).map_or_else(|_| Self::usual(rule), |at| self.own[at].1)
    }

    /// What a rule weighs where nobody says anything else.
    #[must_use]
    pub fn usual(rule: Rule) -> Level {
        let tags = rule.info().tags;
        if tags.contains(&"deny") {
            Level::Deny
        } else if tags.contains(&"warn") {
            Level::Warn
        } else {
            Level::Off
        }
    }

    /// What a finding of a rule weighs; nothing where the rule is switched off.
    #[must_use]
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        match self.of(rule) {
            Level::Off => None,
            Level::Warn => Some(Severity::Warning),
            Level::Deny => Some(Severity::Error),
        }
    }

    /// Where the weight of a rule is, or would be.
    fn place(&self, rule: Rule) -> Result<usize, usize> {
        self.own.binary_search_by(|(known, _)| known.cmp(&rule))
    }
}

/// Whether findings of a rule can only be mended, neither allowed nor made lighter.
#[must_use]
pub fn is_final(rule: Rule) -> bool {
    rule.info().tags.contains(&"final")
}
