//! Plans lookups: which bytes distinguish the codes, and which slot each code has.

use errcat::table::{bucket, flat, hash, slot};

use super::windows::KeyParts;

/// The plan of a lookup.
pub(super) enum Plan {
    /// For few spellings: a single table. Empty slots contain a row that the comparison rejects.
    Flat { parts: KeyParts, seed: u64, bits: u32, rows: Vec<usize> },
    /// For many spellings: a hash table with buckets. The factor of a bucket leads each of its
    /// spellings to its own slot.
    Displaced { parts: KeyParts, seed: u64, bits: u32, factors: Vec<u32>, rows: Vec<usize> },
    /// For spellings that eight windows do not distinguish, or too few for a table: binary search
    /// in a sorted list.
    Sorted,
}

/// The maximum number of spellings for one flat table.
const FLAT: usize = 128;
/// The number of seeds that are tried.
const SEEDS: u32 = 20_000;

/// Plans a lookup for distinct spellings. The same spellings always get the same plan.
pub(super) fn plan(spellings: &[&str]) -> Plan {
    let Some(parts) = KeyParts::distinguishing(spellings) else { return Plan::Sorted };
    let keys: Vec<u64> = spellings.iter().map(|spelling| parts.of(spelling)).collect();
    let flat = if spellings.len() <= FLAT { flat_table(&keys) } else { None };
    match flat.or_else(|| displaced(&keys)) {
        Some(Table::Flat { seed, bits, rows }) => Plan::Flat { parts, seed, bits, rows },
        Some(Table::Displaced { seed, bits, factors, rows }) => {
            Plan::Displaced { parts, seed, bits, factors, rows }
        }
        None => Plan::Sorted,
    }
}

enum Table {
    Flat { seed: u64, bits: u32, rows: Vec<usize> },
    Displaced { seed: u64, bits: u32, factors: Vec<u32>, rows: Vec<usize> },
}

/// Returns a fixed sequence of pseudorandom odd numbers (splitmix64).
fn seeds() -> impl Iterator<Item = u64> {
    (1..=SEEDS).map(|n| {
        let mut z = u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) | 1
    })
}

/// Returns a table of two to six slots per key, or up to eight if no smaller one is found, without
/// collisions.
fn flat_table(keys: &[u64]) -> Option<Table> {
    let roomy = (keys.len() * 4).next_power_of_two().trailing_zeros();
    let tight = roomy - 1;
    // Smaller tables need many more seeds, so they are tried only if that is worth it.
    let is_wanted = 1 << roomy > keys.len() * 6 && is_likely(keys.len(), tight);
    let tight = if is_wanted { flat_table_of(keys, tight) } else { None };
    tight.or_else(|| flat_table_of(keys, roomy))
}

/// Returns `true` if a table of `2 ^ bits` slots needs, on average, at most half of the seeds for
/// this number of keys.
fn is_likely(keys: usize, bits: u32) -> bool {
    let places = f64::from(1_u32 << bits);
    let free = |(taken, _)| 1.0 - f64::from(taken) / places;
    let chance: f64 = (0_u32..).zip(0..keys).map(free).product();
    chance * f64::from(SEEDS) >= 2.0
}

/// Returns a table of `2 ^ bits` slots.
fn flat_table_of(keys: &[u64], bits: u32) -> Option<Table> {
    // Each try has a number. A slot is taken if it contains the number of the current try.
    let mut taken = vec![0; 1 << bits];
    let (seed, _) = seeds().zip(1..).find(|&(seed, attempt)| {
        keys.iter().all(|&key| {
            let place = &mut taken[flat(key, seed, bits)];
            let free = *place != attempt;
            *place = attempt;
            free
        })
    })?;
    let mut rows = vec![0; 1 << bits];
    for (row, &key) in keys.iter().enumerate() {
        rows[flat(key, seed, bits)] = row;
    }
    Some(Table::Flat { seed, bits, rows })
}

/// Returns a table of exactly one slot per key.
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

/// Returns the first factor that leads all members of a bucket to free slots.
fn place(members: &[usize], hashes: &[u64], count: u32, rows: &[Option<usize>]) -> Option<u32> {
    // Small sets fit into two bytes per bucket. In large ones, the last free slot may need many
    // tries.
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
