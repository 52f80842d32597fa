//! Emits the function that finds the row of a text, and its tables.

use super::lengths::Lengths;
use super::plan::{self, Plan};
use super::slots::{ONE_BYTE, Slots};
use super::windows::{KeyParts, Window};
use crate::emit::rust::literal;
use crate::order;

/// A note for reviewers of the generated file.
const HEAD: &str = "// Hash plan: regenerate, do not review.\n\n";

/// The start of the module, up to the texts of the codes.
const USES: &str = "use super::{Code, __errcat};\n\nconst CODES: &__errcat::table::Texts = ";

/// Returns the module `lookup` of an enum. `spellings` are its codes, followed by the aliases of
/// the rows `aliased`.
pub(in crate::emit::rust) fn emit(spellings: &[&str], aliased: &[&str]) -> String {
    let count = spellings.len() - aliased.len();
    let rows = aliased.iter().map(|ident| format!("Code::{ident} as usize")).collect::<Vec<_>>();
    let tables = format!("{USES}Code::CODES;\nconst ALIASED: &[usize] = &[{}];\n", rows.join(", "));
    let slots = Slots::new(spellings, count, (1..=ONE_BYTE).contains(&count));
    format!("{HEAD}{tables}{}", tables_and_find(spellings, count, &slots))
}

/// Returns the module `lookup` of an enum over others. Spelling `i` belongs to the row `rows[i]`.
pub(in crate::emit::rust) fn emit_over(spellings: &[&str], rows: &[usize]) -> String {
    let mut codes = format!("{USES}__errcat::texts! {{\n    [] ");
    literal::push_with_length(&mut codes, &"-".repeat(Lengths::of(spellings).reach()));
    for line in spellings.chunks(4) {
        codes.push_str("\n   ");
        for spelling in line {
            codes.push(' ');
            literal::push_with_length(&mut codes, spelling);
        }
    }
    let rows_of: Vec<String> = rows.iter().map(usize::to_string).collect();
    codes.push_str(&format!("\n}};\nconst ALIASED: &[usize] = &[{}];\n", rows_of.join(", ")));
    let rows = rows.iter().max().map_or(0, |largest| largest + 1);
    format!("{HEAD}{codes}{}", tables_and_find(spellings, 0, &Slots::new(spellings, rows, false)))
}

/// Returns the tables of a plan and the function `find`. The first `count` spellings have one row
/// each.
fn tables_and_find(spellings: &[&str], count: usize, slots: &Slots) -> String {
    let lengths = Lengths::of(spellings);
    let by_row = count == spellings.len() && lengths.one_length();
    // On x86-64, LLVM makes a branch of the choice between a code of two bytes and none unless
    // something is computed in between.
    let late = count > ONE_BYTE && (by_row || slots.hold_codes());
    let (tables, functions) = match plan::plan(spellings) {
        Plan::Flat { parts, seed, bits, rows } => {
            let place = format!("{TABLE}::flat(mixed, {seed:#x}, {bits})");
            let find = |end: &dyn Fn(&str) -> String| probe(&lengths, &parts, &place, late, end);
            let table = below("ROWS", spellings.len(), &rows);
            if by_row {
                (table, find(&|compare| at_row(lengths.longest, compare)))
            } else {
                let tables = format!("{table}{}", slots.table(&[]));
                (tables, find(&|compare| slots.at("ROWS[place] as usize", compare)))
            }
        }
        Plan::Displaced { parts, seed, bits, factors, rows } => {
            let (place, table) = displaced(seed, bits, &factors, spellings.len());
            let find = |end: &dyn Fn(&str) -> String| probe(&lengths, &parts, &place, late, end);
            let (rows, find) = if by_row {
                (below("ROWS", spellings.len(), &rows), find(&|compare| at_row(lengths.longest, compare)))
            } else {
                (slots.table(&rows), find(&|compare| slots.at("place", compare)))
            };
            (format!("{table}{rows}"), find)
        }
        Plan::Sorted => {
            let order = order::positions(spellings.len(), &|a, b| spellings[a].cmp(spellings[b]));
            let table = format!("static ORDER: &[u8] = {};\n", literal::positions(&order));
            let search = format!("{TABLE}::search(CODES, ORDER, ALIASED, code, Code::ALL)");
            let find = format!("pub(super) const fn find(code: &str) -> {FOUND} {{\n    {search}\n}}\n");
            (table, find)
        }
    };
    format!("{tables}\n{functions}")
}

const FOUND: &str = "::core::option::Option<Code>";
const TABLE: &str = "__errcat::table";

/// Returns a table of numbers below `count`, in the smallest type.
fn below(name: &str, count: usize, numbers: &[usize]) -> String {
    let length = numbers.len();
    if count <= 0x100 {
        let bytes = numbers.iter().map(|number| number.to_le_bytes()[0]).collect::<Vec<u8>>();
        return format!("static {name}: [u8; {length}] = *{};\n", literal::bytes(&bytes));
    }
    let ty = if count <= 0x1_0000 { "u16" } else { "u32" };
    let mut table = format!("static {name}: [{ty}; {length}] = [\n");
    for line in numbers.chunks(16) {
        let line: Vec<String> = line.iter().map(usize::to_string).collect();
        table.push_str(&format!("    {},\n", line.join(", ")));
    }
    table.push_str("];\n");
    table
}

/// Returns the expression of a slot's position and the table that it reads.
fn displaced(seed: u64, bits: u32, factors: &[u32], count: usize) -> (String, String) {
    let largest = factors.iter().max().map_or(0, |&largest| largest as usize);
    let place = format!(
        "{{\n        let hash = {TABLE}::hash(mixed, {seed:#x});\n        \
         let factor = FACTORS[{TABLE}::bucket(hash, {bits})] as u32;\n        \
         {TABLE}::slot(hash, factor, {count})\n    }}"
    );
    let factors: Vec<usize> = factors.iter().map(|&factor| factor as usize).collect();
    (place, below("FACTORS", largest + 1, &factors))
}

/// Returns the comparison with the row at `place` if all texts have the same length.
fn at_row(length: usize, compare: &str) -> String {
    format!(
        "{{\n        let row = ROWS[place] as usize;\n        \
         {TABLE}::Slot::at(row * {length}, {length}, row).code_of::<{compare}, _>(CODES, key, Code::ALL)\n    }}"
    )
}

/// Returns a lookup that reads parts of the key and compares it with one slot.
fn probe(
    lengths: &Lengths,
    parts: &KeyParts,
    place: &str,
    late: bool,
    end: &dyn Fn(&str) -> String,
) -> String {
    let windows = parts.windows.iter().zip(0..);
    let mut mixed = windows.fold("0".to_owned(), |mixed, (window, nth): (_, u32)| {
        let window = match window {
            Window::Front(index) => format!("window(key, {index})"),
            Window::Back(index) => format!("back(key, {index})"),
        };
        format!("{TABLE}::mix({mixed}, {TABLE}::{window}, {})", parts.turn(nth))
    });
    if parts.length {
        mixed = format!("{TABLE}::add_length({mixed}, key.len())");
    }
    lengths.functions(FOUND, late, |compare| {
        format!("    let mixed = {mixed};\n    let place = {place};\n    {}\n", end(compare))
    })
}
