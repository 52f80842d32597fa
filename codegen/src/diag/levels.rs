//! The level of each rule in one project.

use super::{Rule, Severity};
use crate::format::vocabulary::Level;

/// The level of every rule: the one in `rules.yaml`, unless the project sets another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// In the order of the rules.
    own: Vec<(Rule, Level)>,
}

impl Levels {
    /// Sets the level of a rule in this project.
    pub fn set(&mut self, rule: Rule, level: Level) {
        match self.place(rule) {
            Ok(at) => self.own[at].1 = level,
            Err(at) => self.own.insert(at, (rule, level)),
        }
    }

    /// The level of a rule.
    #[must_use]
    pub fn of(&self, rule: Rule) -> Level {
        self.place(rule).map_or_else(|_| rule.level(), |at| self.own[at].1)
    }

    /// The severity of a rule's findings, or `None` if the rule is off.
    #[must_use]
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        match self.of(rule) {
            Level::Off => None,
            Level::Warn => Some(Severity::Warning),
            Level::Deny => Some(Severity::Error),
        }
    }

    /// The place of a rule in the list, or where it would be inserted.
    fn place(&self, rule: Rule) -> Result<usize, usize> {
        self.own.binary_search_by(|(known, _)| known.cmp(&rule))
    }
}
