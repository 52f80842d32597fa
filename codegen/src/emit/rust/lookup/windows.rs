//! Chooses the parts of a key that distinguish all codes, and computes a number from them.

use errcat::table::{add_length, back, mix, window};

/// The parts of a key that make its number.
#[derive(Clone)]
pub(super) struct KeyParts {
    pub(super) windows: Vec<Window>,
    pub(super) length: bool,
    /// Whether each window is rotated before it is added, by more than the one before.
    pub(super) turned: bool,
}

/// Eight bytes of a key, counted from its start or its end.
#[derive(Clone, Copy)]
pub(super) enum Window {
    Front(usize),
    Back(usize),
}

/// The maximum number of windows of a key.
const MOST_WINDOWS: usize = 8;

/// The number of windows up to which every combination is tried. More are chosen one by one.
const EVERY_CHOICE: usize = 4;

impl KeyParts {
    /// Returns the smallest choice of parts that distinguishes all spellings: as few windows as possible,
    /// and without length or rotation if that is enough.
    pub(super) fn distinguishing(spellings: &[&str]) -> Option<Self> {
        let mut all = AllWindows::read(spellings)?;
        let few = all.windows.len().min(MOST_WINDOWS);
        let singles = (0..all.windows.len()).map(|index| vec![index]);
        let small = singles.chain((2..=EVERY_CHOICE).flat_map(|count| choices(few, count)));
        for chosen in small {
            for (length, turned) in [(false, false), (true, false), (false, true), (true, true)] {
                let choice = Choice { windows: chosen.clone(), length, turned };
                if all.tells_apart(&choice) {
                    return Some(all.parts(&choice));
                }
            }
        }
        all.greedy()
    }

    /// Returns the rotation of the `nth` window.
    pub(super) fn turn(&self, nth: u32) -> u32 {
        if self.turned { nth } else { 0 }
    }

    /// Returns the number of a spelling.
    pub(super) fn of(&self, spelling: &str) -> u64 {
        let key = spelling.as_bytes();
        let windows = self.windows.iter().map(|window| window.read(key)).zip(0..);
        let mixed = windows.fold(0, |sum, (window, nth)| mix(sum, window, self.turn(nth)));
        if self.length { add_length(mixed, key.len()) } else { mixed }
    }
}

impl Window {
    /// Returns all windows of keys with these lengths, starting with those inside every key.
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

/// Returns every combination of `count` of the first `few` windows, preferring early ones.
fn choices(few: usize, count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let ending = |last| choices(last, count - 1).into_iter().map(move |choice| [choice, vec![last]].concat());
    (0..few).flat_map(ending).collect()
}

/// A choice of parts, with windows as indexes.
#[derive(Clone)]
struct Choice {
    windows: Vec<usize>,
    length: bool,
    turned: bool,
}

/// All windows of all spellings.
struct AllWindows {
    windows: Vec<(Window, Vec<u64>)>,
    lengths: Vec<usize>,
    seen: Seen,
}

impl AllWindows {
    fn read(spellings: &[&str]) -> Option<Self> {
        let lengths: Vec<usize> = spellings.iter().map(|spelling| spelling.len()).collect();
        let all = Window::all(*lengths.iter().min()?, *lengths.iter().max()?);
        let column = |window: Window| {
            (window, spellings.iter().map(|spelling| window.read(spelling.as_bytes())).collect())
        };
        let seen = Seen::for_up_to(spellings.len());
        Some(Self { windows: all.into_iter().map(column).collect(), lengths, seen })
    }

    fn parts(&self, choice: &Choice) -> KeyParts {
        let Choice { ref windows, length, turned } = *choice;
        KeyParts { windows: windows.iter().map(|&index| self.windows[index].0).collect(), length, turned }
    }

    fn number(&self, choice: &Choice, row: usize) -> u64 {
        let mut mixed = 0;
        let mut turn = 0;
        for &index in &choice.windows {
            mixed = mix(mixed, self.windows[index].1[row], turn);
            turn += u32::from(choice.turned);
        }
        if choice.length { add_length(mixed, self.lengths[row]) } else { mixed }
    }

    /// Returns `true` if all spellings have different numbers.
    fn tells_apart(&mut self, choice: &Choice) -> bool {
        self.seen.clear();
        for row in 0..self.lengths.len() {
            let number = self.number(choice, row);
            if !self.seen.insert(number) {
                return false;
            }
        }
        true
    }

    /// Returns the number of different numbers of these rows.
    fn distinct(&mut self, choice: &Choice, rows: &[usize]) -> usize {
        self.seen.clear();
        let mut count = 0;
        for &row in rows {
            let number = self.number(choice, row);
            count += usize::from(self.seen.insert(number));
        }
        count
    }

    /// Returns the rows whose spellings share a number with another.
    fn alike(&self, choice: &Choice) -> Vec<usize> {
        let mut rows: Vec<(u64, usize)> =
            (0..self.lengths.len()).map(|row| (self.number(choice, row), row)).collect();
        rows.sort_unstable();
        let groups = rows.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
        groups.flatten().map(|&(_, row)| row).collect()
    }

    /// Chooses the best window, then the best for the spellings that are still alike, and so on.
    fn greedy(&mut self) -> Option<KeyParts> {
        let mut chosen = Choice { windows: Vec::new(), length: true, turned: true };
        let mut alike: Vec<usize> = (0..self.lengths.len()).collect();
        while chosen.windows.len() < MOST_WINDOWS {
            let mut best = (self.distinct(&chosen, &alike), None);
            for index in 0..self.windows.len() {
                let with = Choice { windows: [&chosen.windows[..], &[index]].concat(), ..chosen.clone() };
                let score = self.distinct(&with, &alike);
                if score > best.0 {
                    best = (score, Some(with));
                }
            }
            chosen = best.1?;
            alike = self.alike(&chosen);
            if alike.is_empty() {
                let straight = Choice { turned: false, ..chosen.clone() };
                let enough = self.tells_apart(&straight);
                return Some(self.parts(if enough { &straight } else { &chosen }));
            }
        }
        None
    }
}

/// A set of numbers that can be cleared in constant time.
struct Seen {
    /// Each number with the round in which it was added. The length is a power of two.
    numbers: Vec<(u32, u64)>,
    round: u32,
}

impl Seen {
    fn for_up_to(count: usize) -> Self {
        Self { numbers: vec![(0, 0); (count * 2).next_power_of_two().max(2)], round: 0 }
    }

    fn clear(&mut self) {
        self.round += 1;
    }

    /// Adds a number and returns whether it is new.
    #[expect(clippy::cast_possible_truncation, reason = "the remaining bits fit the size of the table")]
    fn insert(&mut self, number: u64) -> bool {
        // Only the upper bits of a product depend on all bits of the number.
        let bits = self.numbers.len().trailing_zeros();
        let mut place = (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits)) as usize;
        while self.numbers[place].0 == self.round {
            if self.numbers[place].1 == number {
                return false;
            }
            place = (place + 1) % self.numbers.len();
        }
        self.numbers[place] = (self.round, number);
        true
    }
}
