//! Semantic versions.

use std::cmp::Ordering;
use std::fmt;

/// A semantic version. Two versions that differ only in their build are equal.
#[derive(Clone, Debug)]
pub struct Version {
    numbers: [u64; 3],
    /// The parts of the pre-release, or none.
    pre: Vec<String>,
}

impl Version {
    /// Parses a version such as `1.2.0` or `2.0.0-rc.1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.split_once('+').map_or(text, |(version, _)| version);
        let (core, pre) = text.split_once('-').map_or((text, None), |(core, pre)| (core, Some(pre)));
        let mut parts = core.split('.').map(|part| part.parse::<u64>().ok());
        let numbers = [parts.next()??, parts.next()??, parts.next()??];
        let pre = pre.map(|pre| pre.split('.').map(str::to_owned).collect()).unwrap_or_default();
        parts.next().is_none().then_some(Self { numbers, pre })
    }

    /// Returns `true` if the API is stable from this version on: it is 1.0.0 or later.
    #[must_use]
    pub fn is_stable(&self) -> bool {
        self.numbers[0] > 0
    }

    /// Returns the lowest version that may have a change of this size: 0 for one that programs do
    /// not notice, 1 for an addition, 2 for one that breaks them. Before 1.0, a step is one number
    /// further to the right. The final version of a pre-release may have what its number announces.
    #[must_use]
    pub fn after(&self, step: usize) -> Self {
        let step = if self.is_stable() { step } else { step.saturating_sub(1) };
        let [major, minor, patch] = self.numbers;
        let announced = match (minor, patch) {
            (0, 0) if major > 0 => 2,
            (_, 0) => 1,
            _ => 0,
        };
        let numbers = match step {
            step if !self.pre.is_empty() && step <= announced => self.numbers,
            0 => [major, minor, patch.saturating_add(1)],
            1 => [major, minor.saturating_add(1), 0],
            _ => [major.saturating_add(1), 0, 0],
        };
        Self { numbers, pre: Vec::new() }
    }

    /// Returns `true` if this version, or the one that it is a pre-release of, is at least `other`.
    #[must_use]
    pub fn reaches(&self, other: &Self) -> bool {
        self >= other || (!self.pre.is_empty() && other.pre.is_empty() && self.numbers >= other.numbers)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}")?;
        if self.pre.is_empty() { Ok(()) } else { write!(f, "-{}", self.pre.join(".")) }
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let pre = || match (self.pre.is_empty(), other.pre.is_empty()) {
            (false, false) => {
                let parts = self.pre.iter().zip(&other.pre).map(|(a, b)| part(a, b));
                parts.fold(Ordering::Equal, Ordering::then).then(self.pre.len().cmp(&other.pre.len()))
            }
            // A pre-release precedes its version.
            (own, others) => own.cmp(&others),
        };
        self.numbers.cmp(&other.numbers).then_with(pre)
    }
}

/// Compares two parts of pre-releases. Numbers precede words.
fn part(a: &str, b: &str) -> Ordering {
    match (a.parse::<u64>(), b.parse::<u64>()) {
        (Ok(a), Ok(b)) => a.cmp(&b),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => a.cmp(b),
    }
}
