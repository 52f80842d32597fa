//! What the lengths of all spellings are like: what is known before needs no deciding while a program runs.

/// The lengths of all spellings, and those that the straight way through a lookup is made for.
pub(super) struct Shape {
    pub(super) shortest: usize,
    pub(super) longest: usize,
    /// The shortest and the longest spelling of the straight way.
    from: usize,
    to: usize,
    /// Whether it reads two windows at once.
    wide: bool,
}

/// The longest spelling that is compared without asking for its length.
const LONGEST: usize = 128;

/// One spelling in so many may be too long for the straight way: guessing wrong that seldom costs less than the windows that all spellings would
/// be compared in.
const SELDOM: usize = 64;

impl Shape {
    pub(super) fn of(spellings: &[&str]) -> Self {
        let lengths = || spellings.iter().map(|spelling| spelling.len());
        let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
        // Reading windows in pairs spares half of the deciding where a text ends, but not for a text too short for a pair.
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

    /// How many bytes have to follow every beginning of a spelling.
    pub(super) fn reach(&self) -> usize {
        reach(self.to).max(reach(self.longest))
    }

    /// The function `find`, of steps that are given the parameters of the comparison. What the lengths of all codes have in common is asked in
    /// one comparison before. Short keys are read in another way than long ones, and few are very long: these go their own way.
    ///
    /// That a key is too long can be left to the comparison, which is `late`. The function is compiled beside its tables: where LLVM does not see
    /// what they hold, a lookup takes ten instructions more.
    pub(super) fn functions(&self, found: &str, late: bool, steps: impl Fn(&str) -> String) -> String {
        const NONE: &str = "return ::core::option::Option::None;";
        let Self { shortest, longest, from, to, wide } = *self;
        let late = late && to == longest && (8..=LONGEST).contains(&longest);
        let (unlike, instead) = if self.one_length() && !late {
            (format!("key.len() != {longest}"), NONE)
        } else if longest < 8 {
            (format!("key.len() > {longest}"), NONE)
        } else {
            let instead = if shortest < from || to < longest { "return find_unusual(key);" } else { NONE };
            let too_long = if late { String::new() } else { format!(" || key.len() > {to}") };
            (format!("key.len() < {from}{too_long}"), instead)
        };
        let find = format!(
            "#[inline(never)]\n\
             pub(super) const fn find(code: &str) -> {found} {{\n    let key = code.as_bytes();\n    \
             if {unlike} {{\n        {instead}\n    }}\n{}}}\n",
            steps(&format!("{}, {wide}", reach(to)))
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

/// How many bytes of a text are looked at if none is longer than that; 0 is as many as it has.
fn reach(longest: usize) -> usize {
    if longest > LONGEST { 0 } else { longest.max(8) }
}
