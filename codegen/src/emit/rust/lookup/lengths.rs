//! The lengths of all spellings, which are known when code is generated.

use crate::emit::rust::pretty::indented;

/// The lengths of all spellings, and those that the main path of a lookup handles.
pub(in crate::emit::rust) struct Lengths {
    pub(super) shortest: usize,
    pub(super) longest: usize,
    /// The shortest and longest spelling of the main path.
    from: usize,
    to: usize,
    /// Whether the main path reads two windows at once.
    wide: bool,
}

/// The longest spelling that is compared without checking its length.
const LONGEST: usize = 128;

/// One of this many spellings may be too long for the main path. Mispredicting it is cheaper than
/// comparing more windows of every spelling.
const SELDOM: usize = 64;

impl Lengths {
    pub(in crate::emit::rust) fn of(spellings: &[&str]) -> Self {
        let lengths = || spellings.iter().map(|spelling| spelling.len());
        let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
        // Reading windows in pairs saves half of the decisions, but texts may be too short for a
        // pair.
        let narrow = lengths().filter(|&length| length < 16).count();
        let wide = longest > 16 && narrow <= spellings.len() / 16;
        let step = if wide { 16 } else { 8 };
        let enough =
            |&to: &usize| lengths().filter(|&length| length > to).count() <= spellings.len() / SELDOM;
        let to = (16..longest).step_by(step).find(enough).unwrap_or(longest);
        Self { shortest, longest, from: shortest.max(step), to, wide }
    }

    pub(super) fn one_length(&self) -> bool {
        self.shortest == self.longest
    }

    /// Returns the number of bytes that must follow the start of every spelling.
    pub(in crate::emit::rust) fn reach(&self) -> usize {
        reach(self.to).max(reach(self.longest))
    }

    /// Returns the function `find`. Common properties of the lengths are checked once, in advance.
    /// Short keys are read in another way than long ones, and the few very long keys have their own
    /// path.
    ///
    /// If `late` is set, the comparison rejects keys that are too long. The function must be
    /// compiled with its tables: LLVM needs their contents to remove checks.
    pub(super) fn functions(&self, found: &str, late: bool, steps: impl Fn(&str) -> String) -> String {
        const NONE: &str = "return ::core::option::Option::None;";
        let Self { shortest, longest, from, to, wide } = *self;
        let late = late && (8..=LONGEST).contains(&to);
        let (unlike, instead) = if self.one_length() && !late {
            (format!("key.len() != {longest}"), NONE)
        } else if longest < 8 {
            (format!("key.len() > {longest}"), NONE)
        } else {
            let instead = if shortest < from || to < longest { "return find_unusual(key);" } else { NONE };
            let too_long = if late { String::new() } else { format!(" || key.len() > {to}") };
            (format!("key.len() < {from}{too_long}"), instead)
        };
        let mut decide = steps(&format!("{}, {wide}", reach(to)));
        if late && to < longest {
            // A check before the comparison would make LLVM branch on its result, which is mispredicted
            // where hits and misses alternate.
            decide = format!(
                "    let found = {{\n{}    }};\n    if key.len() > {to} {{\n        {instead}\n    }}\n    found\n",
                indented(&decide, "    ")
            );
        }
        let find = format!(
            "#[inline(never)]\n\
             pub(super) const fn find(code: &str) -> {found} {{\n    let key = code.as_bytes();\n    \
             if {unlike} {{\n        {instead}\n    }}\n{decide}}}\n"
        );
        if instead == NONE {
            return find;
        }
        format!(
            "{find}\n#[cold]\n#[inline]\n\
             const fn find_unusual(key: &[u8]) -> {found} {{\n    \
             if key.len() > {longest} {{\n        {NONE}\n    }}\n{}}}\n",
            steps(&format!("{}, false", reach(longest)))
        )
    }
}

/// Returns the number of bytes that are compared if no text is longer than `longest`. Zero stands
/// for any length.
fn reach(longest: usize) -> usize {
    if longest > LONGEST { 0 } else { longest.max(8) }
}
