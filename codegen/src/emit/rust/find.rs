//! From a spelling to its row: the tables of a plan, and the function that reads them.

use super::lookup::{self, Plan};
use super::reading::{Reading, Window};
use super::rows::{below, padded_texts};
use super::shape::Shape;
use super::slots::{ONE_BYTE, Slots};
use crate::order;

/// The table `CODES` of `spellings`, and the function `find`. The first `count` spellings have a row each, in order; the rows that the
/// others belong to, which are aliases, are `aliased`.
pub(super) fn emit(spellings: &[&str], count: usize, aliased: impl Iterator<Item = usize>) -> String {
    let shape = Shape::of(spellings);
    let plan = lookup::plan(spellings);
    let reach = if matches!(plan, Plan::Sorted) { 0 } else { shape.reach() };
    let texts = padded_texts("CODES", spellings.iter().copied(), reach);
    let slots = Slots::new(spellings, (0..count).chain(aliased).collect(), count);
    let by_row = count == spellings.len() && shape.one_length();
    // Where nothing stands between reading a code of two bytes and choosing between it and none, LLVM makes a branch of the choice on x86-64.
    let late = count > ONE_BYTE && (by_row || slots.hold_codes());
    let rows = |rows: Vec<usize>| below("ROWS", spellings.len(), rows);
    let (tables, functions) = match plan {
        Plan::Flat { reading, seed, bits, rows: order } => {
            let place = format!("{TABLE}::flat(mixed, {seed:#x}, {bits})");
            let find = |end: &dyn Fn(&str) -> String| probe(&shape, &reading, &place, late, end);
            if by_row {
                (rows(order), find(&|compare| at_row(shape.longest, compare)))
            } else {
                let tables = format!("{}\n{}", rows(order), slots.table(0..spellings.len()));
                (tables, find(&|compare| slots.at("ROWS[place] as usize", compare)))
            }
        }
        Plan::Displaced { reading, seed, bits, factors, rows: order } => {
            let (place, table) = displaced(seed, bits, factors, spellings.len());
            let find = |end: &dyn Fn(&str) -> String| probe(&shape, &reading, &place, late, end);
            let (rows, find) = if by_row {
                (rows(order), find(&|compare| at_row(shape.longest, compare)))
            } else {
                (slots.table(order), find(&|compare| slots.at("place", compare)))
            };
            (format!("{table}\n{rows}"), find)
        }
        Plan::Sorted => {
            let order = order::positions(spellings.len(), &|a, b| spellings[a].cmp(spellings[b]));
            let search = format!("{TABLE}::search(&CODES, &SLOTS, {}, code, super::Code::ALL)", slots.bits);
            let find = format!("pub(super) const fn find(code: &str) -> {FOUND} {{\n    {search}\n}}\n");
            (slots.as_numbers(order), find)
        }
    };
    format!("{texts}\n{tables}\n{functions}")
}

const FOUND: &str = "::core::option::Option<super::Code>";
const TABLE: &str = "::errcat::table";

/// The expression of a place, and the table it reads.
fn displaced(seed: u64, bits: u32, factors: Vec<u32>, count: usize) -> (String, String) {
    let largest = factors.iter().max().map_or(0, |&largest| largest as usize);
    let place = format!(
        "{{\n        let hash = {TABLE}::hash(mixed, {seed:#x});\n        \
         let factor = FACTORS[{TABLE}::bucket(hash, {bits})] as u32;\n        \
         {TABLE}::slot(hash, factor, {count})\n    }}"
    );
    (place, below("FACTORS", largest + 1, factors.into_iter().map(|factor| factor as usize)))
}

/// What the row at `place` has for a key, where all texts have one length.
fn at_row(length: usize, compare: &str) -> String {
    format!(
        "{{\n        let row = ROWS[place] as usize;\n        \
         {TABLE}::Slot::at(row * {length}, {length}, row).code_of::<{compare}, _>(&CODES, key, super::Code::ALL)\n    }}"
    )
}

/// A lookup that reads a little of the key and looks at one place.
fn probe(shape: &Shape, reading: &Reading, place: &str, late: bool, end: &dyn Fn(&str) -> String) -> String {
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
    shape.functions(FOUND, late, |compare| {
        format!("    let mixed = {mixed};\n    let place = {place};\n    {}\n", end(compare))
    })
}
