//! The generated codes for benchmarks, which are the same in every run.

/// The numbers of codes for lookups.
pub(crate) const SIZES: [usize; 4] = [60, 250, 1_000, 10_000];

/// The total length of a code and its message.
const TEXT: usize = 74;

const WORDS: [&str; 48] = [
    "access",
    "account",
    "agent",
    "backup",
    "balance",
    "bucket",
    "build",
    "cluster",
    "compose",
    "credential",
    "dataset",
    "device",
    "domain",
    "endpoint",
    "export",
    "file",
    "gateway",
    "host",
    "image",
    "instance",
    "invoice",
    "issue",
    "job",
    "key",
    "license",
    "login",
    "member",
    "model",
    "mount",
    "network",
    "node",
    "policy",
    "profile",
    "project",
    "quota",
    "rate",
    "record",
    "region",
    "request",
    "role",
    "sandbox",
    "session",
    "snapshot",
    "storage",
    "task",
    "template",
    "token",
    "volume",
];

const ENDS: [&str; 16] = [
    "blocked",
    "conflict",
    "corrupt",
    "denied",
    "duplicate",
    "empty",
    "exceeded",
    "expired",
    "failed",
    "in_use",
    "invalid",
    "locked",
    "missing",
    "not_found",
    "timeout",
    "unavailable",
];

/// A pseudorandom number generator (splitmix64).
pub(crate) struct Random(u64);

impl Random {
    /// Creates a generator from a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns a number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) >> 33).unwrap_or(0) % end
    }

    /// Returns one of `choices`.
    pub(crate) fn pick<'c>(&mut self, choices: &[&'c str]) -> &'c str {
        choices[self.below(choices.len())]
    }
}

/// The styles of codes.
#[derive(Clone, Copy)]
pub(crate) enum Style {
    /// `volume_mount_credential_issue_failed`
    Words,
    /// `ERR-01-001`
    Short,
}

impl Style {
    /// All variants and their names.
    pub(crate) const ALL: [(Self, &'static str); 2] = [(Self::Words, "words"), (Self::Short, "short")];

    /// Generates `count` distinct codes.
    pub(crate) fn codes(self, count: usize) -> Vec<String> {
        match self {
            Self::Words => words(count),
            Self::Short => short(count),
        }
    }
}

/// Returns the sets for lookups and their names.
pub(crate) fn all() -> Vec<(String, Vec<String>)> {
    let mut sets = Vec::new();
    for (style, name) in Style::ALL {
        for size in SIZES {
            sets.push((format!("{name}_{size}"), style.codes(size)));
        }
    }
    // One code is much longer than all others.
    let mut outlier = words(1_000);
    outlier.push(["storage"; 20].join("_"));
    sets.push(("outlier_1000".to_owned(), outlier));
    sets.push(("tiny_500".to_owned(), tiny(500)));
    sets
}

fn words(count: usize) -> Vec<String> {
    let mut random = Random::new(1);
    let mut known = std::collections::HashSet::new();
    let mut codes = Vec::with_capacity(count);
    while codes.len() < count {
        let mut parts: Vec<&str> = (0..2 + random.below(3)).map(|_| random.pick(&WORDS)).collect();
        parts.push(random.pick(&ENDS));
        let code = parts.join("_");
        if known.insert(code.clone()) {
            codes.push(code);
        }
    }
    codes
}

fn short(count: usize) -> Vec<String> {
    let family = count.div_ceil(99).max(20);
    (0..count).map(|n| format!("ERR-{:02}-{:03}", n / family + 1, n % family + 1)).collect()
}

/// Returns codes of two to six bytes.
fn tiny(count: usize) -> Vec<String> {
    let mut random = Random::new(5);
    let mut known = std::collections::BTreeSet::new();
    while known.len() < count {
        let letters =
            (0..2 + random.below(5)).map(|_| random.pick(&["A", "C", "E", "K", "R", "S", "T", "X"]));
        known.insert(letters.collect::<String>());
    }
    known.into_iter().collect()
}

/// Returns a message for a code. Together they have a fixed length.
pub(crate) fn message(code: &str, n: usize) -> String {
    let mut random = Random::new(n as u64);
    let mut message = format!("No. {n}:");
    while code.len() + message.len() < TEXT {
        message.push(' ');
        message.push_str(random.pick(&WORDS));
    }
    message.truncate(TEXT.saturating_sub(code.len()));
    let end = message.trim_end().len();
    message.replace_range(end.., &".".repeat(message.len() - end));
    message
}

/// Returns an HTTP status for a code that breaks no lint rule.
pub(crate) fn status(code: &str) -> u16 {
    let status = |end: &str| match end {
        "denied" => 403,
        "not_found" => 404,
        "conflict" => 409,
        "timeout" => 504,
        "unavailable" => 503,
        _ => 400,
    };
    ENDS.iter().find(|end| code.ends_with(**end)).map_or(500, |end| status(end))
}

/// Returns a catalog of these codes.
pub(crate) fn yaml(title: &str, codes: &[String]) -> String {
    let entry = |(n, code): (usize, &String)| {
        format!("  {code}: {{ message: \"{}\", status: {} }}\n", message(code, n), status(code))
    };
    let entries: String = codes.iter().enumerate().map(entry).collect();
    format!("errcat: 1\ntitle: {title}\nerrors:\n{entries}")
}

/// A catalog of errors with and without parameters, for the benchmark of bodies.
pub(crate) const BODIES: &str = "\
errcat: 1
title: Bodies
docs: https://errors.example.com/{code}
errors:
  out_of_stock: { message: The article is not in stock., status: 409 }
  duplicate_name:
    message: A machine with the name '{name}' exists in {region}.
    description: Conflict
    params: { name: string, region: string }
    status: 409
";
