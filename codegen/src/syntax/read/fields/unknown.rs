//! Reports unknown keys, and guesses what they were meant to be.

use super::super::super::report;
use super::Fields;
use crate::diag::{Finding, Rule, Severity};
use crate::format::keys::{self, Map, Others};
use crate::format::synonyms;
use crate::source::Spanned;
use crate::text::nearest::nearest;

/// The number of unknown keys of a map that are compared with each other.
const MOST_RIVALS: usize = 16;

impl<'n> Fields<'n> {
    /// Returns `true` if a key that is left was probably meant to be `key`.
    pub(in crate::syntax::read) fn is_misspelt(&self, key: &str) -> bool {
        let left = self.entries.iter().map(|(name, _)| name.value);
        let mut unknown = left.filter(|name| self.declared(name).is_none() && !name.starts_with("x-"));
        unknown.any(|name| self.meaning(name) == Some(key))
    }

    /// Returns what an unknown key was probably meant to be.
    fn meaning(&self, key: &str) -> Option<&'n str> {
        let name = |meant: &'static str| meant.split(':').next().unwrap_or(meant);
        let known = synonyms::of_key(key).map(name).find(|name| self.names().any(|known| known == *name));
        known.or_else(|| nearest(key, self.names()).map(|near| near.word))
    }

    /// Returns what each of several unknown keys was probably meant to be.
    pub(super) fn meant(&self) -> Vec<&'n str> {
        let unknown = || {
            let keys = self.entries.iter().map(|(key, _)| key.value);
            keys.filter(|key| self.declared(key).is_none() && !key.starts_with("x-")).take(MOST_RIVALS)
        };
        if unknown().nth(1).is_none() {
            return Vec::new();
        }
        unknown().filter_map(|key| self.meaning(key)).collect()
    }

    /// Reports an unknown key. What an envelope can hold has a rule of its own.
    pub(super) fn unknown(&mut self, key: &Spanned<&str>) -> Finding {
        let finding = self.unknown_key(key);
        if self.map.name != keys::ENVELOPE.name {
            return finding;
        }
        let help = finding.help.map(|help| match finding.fix {
            None if !help.ends_with('?') => format!("{help}; {}", report::FIELDS_OF_OWN),
            _ => help,
        });
        Finding { rule: Rule::Envelope, severity: Severity::of(Rule::Envelope), help, ..finding }
    }

    fn unknown_key(&mut self, key: &Spanned<&str>) -> Finding {
        let is_of = |map: &Map| map.key(key.value).is_some();
        if self.map.name == keys::FAMILY.name && is_of(&keys::CATALOG) {
            let help = format!("`{}` belongs in `catalog.yaml`: move it there", key.value);
            return report::unknown_key(key.span, key.value, self.map.place).help(help);
        }
        let name = |meant: &'static str| meant.split(':').next().unwrap_or(meant);
        let is_valid = |meant: &&'static str| {
            let name = name(meant);
            self.names().any(|known| known == name) && !self.taken.contains(&name)
        };
        if let Some(meant) = synonyms::of_key(key.value).find(is_valid) {
            self.taken.extend(self.declared(name(meant)).map(|key| key.name));
            self.missing.retain(|key| key.name != name(meant));
            return report::synonym(key.span, key.value, self.map.place, meant);
        }
        // A word with a meaning of its own is not a misspelt one.
        let has_meaning = synonyms::of_key(key.value).next().is_some();
        let mut near = nearest(key.value, self.names())
            .filter(|near| !has_meaning || synonyms::are_forms_of_one(near.word, key.value));
        if let Some(near) = &mut near {
            // The fix would make it a duplicate key, now or after the next fix.
            let is_rival = |word: &&&str| **word == near.word;
            near.alone &= !self.taken.contains(&near.word) && self.rivals.iter().filter(is_rival).count() < 2;
        }
        match near {
            Some(near) => {
                // A misspelt key is not also reported as missing.
                self.taken.extend(self.declared(near.word).map(|key| key.name));
                self.missing.retain(|key| key.name != near.word);
                report::unknown_key(key.span, key.value, self.map.place).meant(key.span, near)
            }
            None => {
                let own = !matches!(self.map.others, Others::Refused);
                let names: Vec<&str> = self.names().collect();
                report::unknown_key(key.span, key.value, self.map.place).help(report::valid_keys(&names, own))
            }
        }
    }
}
