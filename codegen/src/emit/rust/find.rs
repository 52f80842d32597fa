//! From a spelling to its row: the tables of a plan, and the function that reads them.

use super::lookup::{self, Plan};
use super::reading::{Reading, Window};
use super::rows::{integers, smallest, texts};

/// The table `CODES` of `spellings`, and the function `find`. The first `count` spellings have a row each, in order; the rows that the
/// others belong to, which are aliases, are `aliased`.
pub(super) fn emit(spellings: &[&str], count: usize, aliased: impl Iterator<Item = usize>) -> String {
    let texts = texts("CODES", spellings.iter().copied());
    let slots = Slots::new(spellings, (0..count).chain(aliased).collect());
    let shape = Shape::of(spellings);
    let by_row = count == spellings.len();
    let (tables, functions) = match lookup::plan(spellings) {
        Plan::Flat { reading, seed, bits, rows } => {
            let place = format!("{TABLE}::flat(mixed, {seed:#x}, {bits})");
            let rows = integers("ROWS", smallest(spellings.len()), rows);
            if by_row {
                (rows, shape.probe(&reading, &place, &shape.by_row()))
            } else {
                let end = shape.by_slot("SLOTS[ROWS[place] as usize]", &slots);
                (format!("{rows}\n{}", slots.table(0..spellings.len())), shape.probe(&reading, &place, &end))
            }
        }
        Plan::Displaced { reading, seed, bits, factors, rows } => {
            let (place, table) = displaced(seed, bits, factors, spellings.len());
            let (rows, end) = if by_row && shape.one_length() {
                (integers("ROWS", smallest(spellings.len()), rows), shape.by_row())
            } else {
                (slots.table(rows), shape.by_slot("SLOTS[place]", &slots))
            };
            (format!("{table}\n{rows}"), shape.probe(&reading, &place, &end))
        }
        Plan::Sorted => {
            let mut order: Vec<usize> = (0..spellings.len()).collect();
            order.sort_by_key(|&index| spellings[index]);
            let search = format!("{TABLE}::search(&CODES, &SLOTS, {}, code, super::Code::ALL)", slots.bits);
            (
                slots.table(order),
                format!("pub(super) const fn find(code: &str) -> {FOUND} {{\n    {search}\n}}\n"),
            )
        }
    };
    format!("{texts}\n{tables}\n{functions}")
}

const FOUND: &str = "::core::option::Option<super::Code>";
const TABLE: &str = "::errcat_runtime::table";

/// The numbers that tell where a spelling is, how long it is, and whose.
struct Slots {
    numbers: Vec<u64>,
    /// Of how many bits the length is.
    bits: u32,
}

impl Slots {
    fn new(spellings: &[&str], rows: Vec<usize>) -> Self {
        let longest = spellings.iter().map(|spelling| spelling.len()).max().unwrap_or(0);
        // Two bytes for the length and two for the row are read the fastest; any catalog fits into the other form.
        let bits = if rows.iter().all(|&row| row < 1 << 16) { 16 } else { (longest + 1).ilog2() + 1 };
        let mut start = 0;
        let number = |(spelling, row): (&&str, usize)| {
            let number = (start as u64) << 32 | (row as u64) << bits | spelling.len() as u64;
            start += spelling.len();
            number
        };
        Self { numbers: spellings.iter().zip(rows).map(number).collect(), bits }
    }

    /// The table that has the spellings in this order.
    fn table(&self, order: impl IntoIterator<Item = usize>) -> String {
        let numbers = order.into_iter().map(|index| format!("{:#x}", self.numbers[index]));
        integers("SLOTS", "u64", numbers)
    }
}

/// The expression of a place, and the table it reads.
fn displaced(seed: u64, bits: u32, factors: Vec<u32>, count: usize) -> (String, String) {
    let largest = factors.iter().max().map_or(0, |&largest| largest as usize);
    let place = format!(
        "{{\n        let hash = {TABLE}::hash(mixed, {seed:#x});\n        \
         let factor = FACTORS[{TABLE}::bucket(hash, {bits})] as u32;\n        \
         {TABLE}::slot(hash, factor, {count})\n    }}"
    );
    (place, integers("FACTORS", smallest(largest + 1), factors))
}

/// What the lengths of all spellings are like: what is known before needs no deciding while a program runs.
struct Shape {
    shortest: usize,
    longest: usize,
    /// The parameters of a comparison: how many windows a text has at most, and whether to read two at once.
    compare: (usize, bool),
}

/// The most windows that are compared without asking for the length.
const MOST_WINDOWS: usize = 16;

impl Shape {
    fn of(spellings: &[&str]) -> Self {
        let lengths = || spellings.iter().map(|spelling| spelling.len());
        let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
        let windows = match longest.div_ceil(8).max(1) {
            few @ 1..=MOST_WINDOWS => few,
            _ => 0,
        };
        // Reading windows in pairs spares half of the deciding where a text ends, and costs a wrong guess with a text too short
        // for a pair.
        let narrow = lengths().filter(|&length| length < 16).count();
        let wide = longest > 16 && narrow <= spellings.len() / 16;
        Self { shortest, longest, compare: (windows, wide) }
    }

    fn one_length(&self) -> bool {
        self.shortest == self.longest
    }

    /// The end of a lookup whose table has rows.
    fn by_row(&self) -> String {
        let (windows, wide) = self.compare;
        if self.one_length() {
            let length = self.longest;
            return format!(
                "    let row = ROWS[place] as usize;\n    \
                 {TABLE}::Slot::at(row * {length}, {length}, row).find::<{windows}, {wide}, _>(&CODES, key, super::Code::ALL)\n"
            );
        }
        format!(
            "    {TABLE}::find_row::<{windows}, {wide}, _>(&CODES, ROWS[place] as usize, key, super::Code::ALL)\n"
        )
    }

    /// The end of a lookup whose table has slots.
    fn by_slot(&self, number: &str, slots: &Slots) -> String {
        let (windows, wide) = self.compare;
        let bits = slots.bits;
        format!(
            "    {TABLE}::Slot::new({number}, {bits}).find::<{windows}, {wide}, _>(&CODES, key, super::Code::ALL)\n"
        )
    }

    /// The body of a lookup that reads a little of the key and looks at one place.
    fn probe(&self, reading: &Reading, place: &str, end: &str) -> String {
        let windows = reading.windows.iter().zip(0..);
        let mut mixed = windows.fold("0".to_owned(), |mixed, (window, nth): (_, u32)| {
            let window = match window {
                Window::Front(index) => format!("window(key, {index})"),
                Window::Back(index) => format!("back(key, {index})"),
            };
            format!("{TABLE}::mix({mixed}, {TABLE}::{window}, {})", reading.turn(nth))
        });
        if reading.length {
            mixed = format!("{TABLE}::add_length({mixed}, key.len())");
        }
        self.functions(&format!("    let mixed = {mixed};\n    let place = {place};\n{end}"))
    }

    /// The function `find` of these steps. What the lengths of all codes have in common is asked in one comparison before: on one side,
    /// where it cannot be on both. Short keys are read in another way than long ones; where there are both, the short ones go theirs.
    fn functions(&self, steps: &str) -> String {
        let none = "return ::core::option::Option::None;";
        let (unlike, instead) = match (self.shortest, self.longest) {
            (shortest, longest) if shortest == longest => (format!("!= {shortest}"), none),
            (shortest @ 8.., _) => (format!("< {shortest}"), none),
            (_, longest @ ..8) => (format!("> {longest}"), none),
            _ => ("< 8".to_owned(), "return find_short(key);"),
        };
        let find = format!(
            "#[inline]\n\
             pub(super) const fn find(code: &str) -> {FOUND} {{\n    let key = code.as_bytes();\n    \
             if key.len() {unlike} {{\n        {instead}\n    }}\n{steps}}}\n"
        );
        if instead == none {
            return find;
        }
        format!(
            "{find}\n#[cold]\n\
             const fn find_short(key: &[u8]) -> {FOUND} {{\n    \
             if key.len() >= 8 {{\n        {none}\n    }}\n{steps}}}\n"
        )
    }
}
