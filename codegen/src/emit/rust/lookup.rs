//! The plan of the one-probe lookup: which bytes tell the codes apart, and where each code's row is found.

use errcat_runtime::table::{add_length, back, bucket, flat, hash, mix, slot, window};

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
    /// Whether each window is turned before it is added, by more than the one before.
    pub(super) turned: bool,
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
    /// By how much the `nth` window is turned.
    pub(super) fn turn(&self, nth: u32) -> u32 {
        if self.turned { nth } else { 0 }
    }

    fn of(&self, spelling: &str) -> u64 {
        let key = spelling.as_bytes();
        let windows = self.windows.iter().map(|window| window.read(key)).zip(0..);
        let mixed = windows.fold(0, |sum, (window, nth)| mix(sum, window, self.turn(nth)));
        if self.length { add_length(mixed, key.len()) } else { mixed }
    }

    /// The numbers of the spellings, in order.
    fn sorted(&self, spellings: &[&str]) -> Vec<u64> {
        let mut numbers: Vec<u64> = spellings.iter().map(|spelling| self.of(spelling)).collect();
        numbers.sort_unstable();
        numbers
    }

    /// How many different numbers the spellings have.
    fn distinct(&self, spellings: &[&str]) -> usize {
        let mut numbers = self.sorted(spellings);
        numbers.dedup();
        numbers.len()
    }

    /// Whether no two spellings have the same number; a few are asked first, because most readings fail with those.
    fn tells_apart(&self, spellings: &[&str]) -> bool {
        let all_differ = |count| self.sorted(&spellings[..count]).is_sorted_by(|a, b| a < b);
        [spellings.len() / 64, spellings.len() / 8, spellings.len()].into_iter().all(all_differ)
    }

    /// The spellings that have the same number as another.
    fn alike<'s>(&self, spellings: &[&'s str]) -> Vec<&'s str> {
        let numbers = self.sorted(spellings);
        let shared = |&spelling: &&str| {
            let number = self.of(spelling);
            let first = numbers.partition_point(|&other| other < number);
            numbers.get(first + 1) == Some(&number)
        };
        spellings.iter().copied().filter(|spelling| shared(spelling)).collect()
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

/// The least that no two spellings agree in: one window, two, three or four, or as many as it takes when each next one is the best; each
/// time the length is added, and the windows are turned, where that is enough.
fn distinguishing(spellings: &[&str]) -> Option<Reading> {
    let lengths = || spellings.iter().map(|spelling| spelling.len());
    let candidates = Window::all(lengths().min()?, lengths().max()?);
    let few = &candidates[..candidates.len().min(MOST_WINDOWS)];
    let singles = candidates.iter().map(|&one| vec![one]);
    let mut small = singles.chain((2..=4).flat_map(|count| choices(few, count))).flat_map(|windows| {
        let ways = [(false, false), (true, false), (false, true), (true, true)];
        ways.map(|(length, turned)| Reading { windows: windows.clone(), length, turned })
    });
    small.find(|reading| reading.tells_apart(spellings)).or_else(|| greedy(spellings, &candidates))
}

/// Every choice of so many windows, those of the first ones first.
fn choices(windows: &[Window], count: usize) -> Vec<Vec<Window>> {
    let Some((&last, before)) = windows.split_last() else {
        return if count == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    let mut all = choices(before, count);
    if count > 0 {
        all.extend(
            choices(before, count - 1).into_iter().map(|choice| [choice.as_slice(), &[last]].concat()),
        );
    }
    all
}

/// The best window, then the best for those spellings that it leaves alike, and so on.
fn greedy(spellings: &[&str], candidates: &[Window]) -> Option<Reading> {
    let mut chosen = Reading { windows: Vec::new(), length: true, turned: true };
    let mut alike = spellings.to_vec();
    while chosen.windows.len() < MOST_WINDOWS {
        let with = |window: Window| Reading {
            windows: [chosen.windows.as_slice(), &[window]].concat(),
            ..chosen.clone()
        };
        let scored = candidates.iter().rev().map(|&window| (with(window).distinct(&alike), window));
        let (score, window) = scored.max_by_key(|&(score, _)| score)?;
        if score <= chosen.distinct(&alike) {
            return None;
        }
        chosen = with(window);
        alike = chosen.alike(spellings);
        if alike.is_empty() {
            let straight = Reading { turned: false, ..chosen.clone() };
            return Some(if straight.tells_apart(spellings) { straight } else { chosen });
        }
    }
    None
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
