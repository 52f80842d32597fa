//! The plan of the one-probe lookup: which bytes tell the codes apart, and where each code's row is found.

use errcat_runtime::table::{back, bucket, flat, hash, mix, mix_length, slot, window};

/// How a spelling is found.
pub(super) enum Plan {
    /// A few spellings: one table, mostly filled with a row that the comparison will refuse.
    Flat { reading: Reading, seed: u64, bits: u32, rows: Vec<usize> },
    /// Many: a bucket has a factor, which leads each of its spellings to a place of its own.
    Displaced { reading: Reading, seed: u64, bits: u32, factors: Vec<u32>, rows: Vec<usize> },
    /// A set that eight windows do not tell apart, or too few spellings for a table: halving a sorted list.
    Sorted,
}

/// What of a key makes its number.
#[derive(Clone)]
pub(super) struct Reading {
    pub(super) windows: Vec<Window>,
    pub(super) length: bool,
}

/// Eight bytes of a key, counted from its beginning or from its end.
#[derive(Clone, Copy)]
pub(super) enum Window {
    Front(usize),
    Back(usize),
}

impl Window {
    /// All that keys of these lengths have, those first that are in each key where they are in the others.
    fn all(shortest: usize, longest: usize) -> Vec<Self> {
        let inside = shortest / 8;
        let mut all: Vec<Self> =
            (0..inside).flat_map(|index| [Self::Front(index), Self::Back(index)]).collect();
        all.extend((inside..longest.div_ceil(8).max(1)).map(Self::Front));
        all
    }

    fn read(self, key: &[u8]) -> u64 {
        match self {
            Self::Front(index) => window(key, index),
            Self::Back(index) => back(key, index),
        }
    }
}

impl Reading {
    fn of(&self, spelling: &str) -> u64 {
        let key = spelling.as_bytes();
        let windows = self.windows.iter().map(|window| window.read(key)).zip(0..);
        let mixed = windows.fold(0, |sum, (window, nth)| mix(sum, window, nth));
        if self.length { mix_length(mixed, key.len()) } else { mixed }
    }
}

/// The most spellings that one flat table takes.
const FLAT: usize = 128;
/// The most windows that are read of a key.
const MOST_WINDOWS: usize = 8;
/// How many seeds are tried before the plan is given up.
const SEEDS: u64 = 20_000;

/// The plan for some spellings, no two of them equal. The same spellings always get the same plan.
pub(super) fn plan(spellings: &[&str]) -> Plan {
    let Some(reading) = distinguishing(spellings) else { return Plan::Sorted };
    let keys: Vec<u64> = spellings.iter().map(|spelling| reading.of(spelling)).collect();
    let flat = if spellings.len() <= FLAT { flat_table(&keys) } else { None };
    match flat.or_else(|| displaced(&keys)) {
        Some(Table::Flat { seed, bits, rows }) => Plan::Flat { reading, seed, bits, rows },
        Some(Table::Displaced { seed, bits, factors, rows }) => {
            Plan::Displaced { reading, seed, bits, factors, rows }
        }
        None => Plan::Sorted,
    }
}

enum Table {
    Flat { seed: u64, bits: u32, rows: Vec<usize> },
    Displaced { seed: u64, bits: u32, factors: Vec<u32>, rows: Vec<usize> },
}

/// The least that no two spellings agree in: one window, two, or as many as it takes when each next one is the best; each time the
/// length is added where that is enough.
fn distinguishing(spellings: &[&str]) -> Option<Reading> {
    let lengths = || spellings.iter().map(|spelling| spelling.len());
    let candidates = Window::all(lengths().min()?, lengths().max()?);
    let singles = candidates.iter().map(|&one| vec![one]);
    let few = &candidates[..candidates.len().min(MOST_WINDOWS)];
    let pairs = (1..few.len()).flat_map(|b| few[..b].iter().map(move |&a| vec![a, few[b]]));
    let readings = |windows: Vec<Window>| {
        let with_length = Reading { windows: windows.clone(), length: true };
        [Reading { windows, length: false }, with_length]
    };
    let mut small = singles.chain(pairs).flat_map(readings);
    small
        .find(|reading| distinct(spellings, reading) == spellings.len())
        .or_else(|| greedy(spellings, &candidates))
}

fn greedy(spellings: &[&str], candidates: &[Window]) -> Option<Reading> {
    let mut chosen = Reading { windows: Vec::new(), length: true };
    let mut told_apart = 0;
    while chosen.windows.len() < MOST_WINDOWS {
        let with = |window: Window| Reading {
            windows: [chosen.windows.as_slice(), &[window]].concat(),
            length: true,
        };
        let scored = candidates.iter().rev().map(|&window| (distinct(spellings, &with(window)), window));
        let (score, window) = scored.max_by_key(|&(score, _)| score)?;
        if score <= told_apart {
            return None;
        }
        chosen.windows.push(window);
        told_apart = score;
        if score == spellings.len() {
            return Some(chosen);
        }
    }
    None
}

/// How many different numbers the spellings give.
fn distinct(spellings: &[&str], reading: &Reading) -> usize {
    let mut keys: Vec<u64> = spellings.iter().map(|spelling| reading.of(spelling)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.len()
}

/// Odd numbers without a pattern, always the same ones (splitmix64).
fn seeds() -> impl Iterator<Item = u64> {
    (1..=SEEDS).map(|n| {
        let mut z = n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) | 1
    })
}

/// A table of four to eight places a key, in which no two keys meet.
fn flat_table(keys: &[u64]) -> Option<Table> {
    let bits = (keys.len() * 4).next_power_of_two().trailing_zeros();
    seeds().find_map(|seed| {
        let mut rows = vec![None; 1 << bits];
        for (row, &key) in keys.iter().enumerate() {
            let place = &mut rows[flat(key, seed, bits)];
            if place.is_some() {
                return None;
            }
            *place = Some(row);
        }
        let rows = rows.into_iter().map(|row| row.unwrap_or(0)).collect();
        Some(Table::Flat { seed, bits, rows })
    })
}

/// A table of exactly one place a key.
fn displaced(keys: &[u64]) -> Option<Table> {
    let count = u32::try_from(keys.len()).ok()?;
    let bits = (keys.len() * 2 / 5).max(2).next_power_of_two().trailing_zeros();
    seeds().take(64).find_map(|seed| {
        let hashes: Vec<u64> = keys.iter().map(|&key| hash(key, seed)).collect();
        let mut members = vec![Vec::new(); 1 << bits];
        for (row, &hash) in hashes.iter().enumerate() {
            members[bucket(hash, bits)].push(row);
        }
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_by_key(|&index| (std::cmp::Reverse(members[index].len()), index));
        let mut rows = vec![None; keys.len()];
        let mut factors = vec![0; members.len()];
        for index in order {
            let found = place(&members[index], &hashes, count, &rows)?;
            factors[index] = found;
            for &row in &members[index] {
                rows[slot(hashes[row], found, count)] = Some(row);
            }
        }
        let rows = rows.into_iter().map(|row| row.unwrap_or(0)).collect();
        Some(Table::Displaced { seed, bits, factors, rows })
    })
}

/// The first factor that leads all members of a bucket to free places.
fn place(members: &[usize], hashes: &[u64], count: u32, rows: &[Option<usize>]) -> Option<u32> {
    // Small sets fit into two bytes a bucket; the last free place of a large one may take many tries to hit.
    let limit = if count <= 8_192 { 0x1_0000 } else { count.saturating_mul(64) };
    let mut places = Vec::with_capacity(members.len());
    (0..limit).find(|&factor| {
        places.clear();
        members.iter().all(|&row| {
            let place = slot(hashes[row], factor, count);
            let free = rows[place].is_none() && !places.contains(&place);
            places.push(place);
            free
        })
    })
}
