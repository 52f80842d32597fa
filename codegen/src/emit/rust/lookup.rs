//! The plan of the one-probe lookup: which bytes tell the codes apart, and where each code's row is found.

use errcat_runtime::table::{bucket, flat, fold, mix, slot, window};

/// How a spelling is found.
pub(super) enum Plan {
    /// A few spellings: one table, mostly filled with a row that the comparison will refuse.
    Flat { windows: Vec<usize>, seed: u64, bits: u32, rows: Vec<usize> },
    /// Many: a bucket has a displacement, which leads each of its spellings to a place of its own.
    Displaced { windows: Vec<usize>, seed: u64, displacements: Vec<u32>, rows: Vec<usize> },
    /// A set that eight windows do not tell apart, or too few spellings for a table: halving a sorted list.
    Sorted,
}

/// The most spellings that one flat table takes.
const FLAT: usize = 64;
/// The most windows that are read of a key.
const MOST_WINDOWS: usize = 8;
/// How many seeds are tried before the plan is given up.
const SEEDS: u64 = 20_000;

/// The plan for some spellings, no two of them equal. The same spellings always get the same plan.
pub(super) fn plan(spellings: &[&str]) -> Plan {
    let Some(windows) = distinguishing(spellings) else { return Plan::Sorted };
    let keys: Vec<u64> = spellings.iter().map(|spelling| mixed(spelling, &windows)).collect();
    let plan = if spellings.len() <= FLAT { flat_table(&keys) } else { displaced(&keys) };
    match plan {
        Some(Table::Flat { seed, bits, rows }) => Plan::Flat { windows, seed, bits, rows },
        Some(Table::Displaced { seed, displacements, rows }) => {
            Plan::Displaced { windows, seed, displacements, rows }
        }
        None => Plan::Sorted,
    }
}

enum Table {
    Flat { seed: u64, bits: u32, rows: Vec<usize> },
    Displaced { seed: u64, displacements: Vec<u32>, rows: Vec<usize> },
}

fn mixed(spelling: &str, windows: &[usize]) -> u64 {
    let key = spelling.as_bytes();
    let window = |index: &usize| window(key, *index);
    windows.iter().map(window).zip(0..).fold(0, |sum, (window, nth)| mix(sum, window, nth))
}

/// A small set of windows that no two spellings agree in: one, two, or as many as it takes when each next one is the best.
fn distinguishing(spellings: &[&str]) -> Option<Vec<usize>> {
    let longest = spellings.iter().map(|spelling| spelling.len()).max()?;
    let candidates: Vec<usize> = (0..longest.div_ceil(8).max(1)).collect();
    let singles = candidates.iter().map(|&one| vec![one]);
    let few = if candidates.len() <= MOST_WINDOWS { candidates.as_slice() } else { &[] };
    let pairs = few.iter().flat_map(|&a| few.iter().filter(move |&&b| a < b).map(move |&b| vec![a, b]));
    let small = singles.chain(pairs).find(|windows| distinct(spellings, windows) == spellings.len());
    small.or_else(|| greedy(spellings, &candidates))
}

fn greedy(spellings: &[&str], candidates: &[usize]) -> Option<Vec<usize>> {
    let mut chosen = Vec::new();
    let mut told_apart = 0;
    while chosen.len() < MOST_WINDOWS {
        let with = |window: usize| [chosen.as_slice(), &[window]].concat();
        let scored = candidates.iter().map(|&window| (distinct(spellings, &with(window)), window));
        let (score, window) = scored.max_by_key(|&(score, window)| (score, std::cmp::Reverse(window)))?;
        if score <= told_apart {
            return None;
        }
        chosen.push(window);
        told_apart = score;
        if score == spellings.len() {
            return Some(chosen);
        }
    }
    None
}

/// How many different numbers the spellings give.
fn distinct(spellings: &[&str], windows: &[usize]) -> usize {
    let mut keys: Vec<u64> = spellings.iter().map(|spelling| mixed(spelling, windows)).collect();
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
    let buckets = count * 2 / 5 + 1;
    seeds().take(64).find_map(|seed| {
        let hashes: Vec<u64> = keys.iter().map(|&key| fold(key, seed)).collect();
        let mut members = vec![Vec::new(); buckets as usize];
        for (row, &hash) in hashes.iter().enumerate() {
            members[bucket(hash, buckets)].push(row);
        }
        let mut order: Vec<usize> = (0..members.len()).collect();
        order.sort_by_key(|&index| (std::cmp::Reverse(members[index].len()), index));
        let mut rows = vec![None; keys.len()];
        let mut displacements = vec![0; members.len()];
        for index in order {
            let found = place(&members[index], &hashes, count, &rows)?;
            displacements[index] = found;
            for &row in &members[index] {
                rows[slot(hashes[row], found, count)] = Some(row);
            }
        }
        let rows = rows.into_iter().map(|row| row.unwrap_or(0)).collect();
        Some(Table::Displaced { seed, displacements, rows })
    })
}

/// The first displacement that leads all members of a bucket to free places.
fn place(members: &[usize], hashes: &[u64], count: u32, rows: &[Option<usize>]) -> Option<u32> {
    // Small sets fit into two bytes a bucket; the last free place of a large one may take many tries to hit.
    let limit = if count <= 8_192 { 0x1_0000 } else { count.saturating_mul(64) };
    let mut places = Vec::with_capacity(members.len());
    (0..limit).find(|&displacement| {
        places.clear();
        members.iter().all(|&row| {
            let place = slot(hashes[row], displacement, count);
            let free = rows[place].is_none() && !places.contains(&place);
            places.push(place);
            free
        })
    })
}
