//! The keys to look up, in an unpredictable order.

use crate::candidate::Set;
use crate::sets::Random;

/// The kinds of keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Codes of the set.
    Hits,
    /// Codes of the set with one byte changed.
    Misses,
    /// Either of the two at random.
    Mixed,
}

impl Kind {
    /// All variants.
    pub(crate) const ALL: [Self; 3] = [Self::Hits, Self::Misses, Self::Mixed];

    /// Returns the kind with this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Returns the name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Hits => "hits",
            Self::Misses => "misses",
            Self::Mixed => "mixed",
        }
    }
}

/// Keys that follow each other in memory, like received texts.
pub(crate) struct Queries {
    text: String,
    ends: Vec<usize>,
}

impl Queries {
    /// Generates `count` keys for a set.
    pub(crate) fn new(set: &Set, kind: Kind, count: usize, random: &mut Random) -> Self {
        let known: std::collections::HashSet<&str> = set.codes.iter().copied().collect();
        let mut queries = Self { text: String::new(), ends: Vec::with_capacity(count) };
        while queries.ends.len() < count {
            let code = set.codes[random.below(set.codes.len())];
            let hit = kind == Kind::Hits || kind == Kind::Mixed && random.below(2) == 0;
            if hit {
                queries.push(code);
            } else {
                let other = changed(code, random);
                if !known.contains(other.as_str()) {
                    queries.push(&other);
                }
            }
        }
        queries
    }

    fn push(&mut self, key: &str) {
        self.text.push_str(key);
        self.ends.push(self.text.len());
    }

    /// Returns the keys.
    pub(crate) fn keys(&self) -> Vec<&str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.text[start..end]).collect()
    }
}

/// Returns the code with one byte changed.
fn changed(code: &str, random: &mut Random) -> String {
    let at = random.below(code.len());
    let new = random.pick(&["a", "e", "r", "s", "_", "0", "1", "7", "E", "X"]);
    format!("{}{new}{}", &code[..at], &code[at + 1..])
}
