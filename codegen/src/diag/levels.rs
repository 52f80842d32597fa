//! The levels of rules in one project.

use super::{Rule, Severity};
use crate::format::vocabulary::Level;

/// The level of every rule: its default, unless the project overrides it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// The overrides, in the order of the rules.
    own: Vec<(Rule, Level)>,
}

impl Levels {
    /// Overrides the level of a rule.
    pub fn set(&mut self, rule: Rule, level: Level) {
        match self.place(rule) {
            Ok(at) => self.own[at].1 = level,
            Err(at) => self.own.insert(at, (rule, level)),
        }
    }

    /// Returns the level of a rule.
    #[must_use]
    pub fn of(&self, rule: Rule) -> Level {
        self.place(rule).map_or_else(|_| rule.level(), |at| self.own[at].1)
    }

    /// Returns the severity of findings of a rule, or `None` if the rule is off.
    #[must_use]
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        match self.of(rule) {
            Level::Off => None,
            Level::Warn => Some(Severity::Warning),
            Level::Deny => Some(Severity::Error),
        }
    }

    /// Returns the position of a rule in the overrides, or where it would be inserted.
    fn place(&self, rule: Rule) -> Result<usize, usize> {
        self.own.binary_search_by(|(known, _)| known.cmp(&rule))
    }
}
