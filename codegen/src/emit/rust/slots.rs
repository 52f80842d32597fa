//! The table of slots: where each spelling is, how long it is, and whose.

use super::rows::{in_lines, integers};

const TABLE: &str = "::errcat::table";

/// What a slot of the table is in Rust.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Four bytes with the code.
    Small,
    /// Eight bytes with the code.
    Large,
    /// Eight bytes with the row of the code.
    Row,
    /// The same for more rows.
    Number,
}

/// The most slots that hold a code. rustc checks each of them by searching the variants one after the other, which takes it a tenth of a second for
/// twice as many.
const MOST_CODES: usize = 2_048;

/// The most codes that an enum keeps in one byte.
pub(super) const ONE_BYTE: usize = 256;

/// The numbers that tell where a spelling is, how long it is, and whose.
pub(super) struct Slots {
    numbers: Vec<u64>,
    /// Of how many bits the length is.
    pub(super) bits: u32,
    form: Form,
}

impl Slots {
    /// The slots of spellings and the rows that these belong to, in an enum of `count` codes or, where that is 0, of several enums.
    pub(super) fn new(spellings: &[&str], rows: Vec<usize>, count: usize) -> Self {
        let longest = spellings.iter().map(|spelling| spelling.len()).max().unwrap_or(0);
        // Two bytes for the length and two for the row are read the fastest; into the other form any catalog fits, as codes have at
        // most 1,024 bytes and catalogs 200,000 codes.
        let bits = if rows.iter().all(|&row| row < 1 << 16) { 16 } else { (longest + 1).ilog2() + 1 };
        let mut end = 0;
        let number = |(spelling, row): (&&str, usize)| {
            let number = (end as u64) << 32 | (row as u64) << bits | spelling.len() as u64;
            end += spelling.len();
            number
        };
        let numbers = spellings.iter().zip(rows).map(number).collect();
        let form = match spellings.len() {
            _ if (1..=ONE_BYTE).contains(&count) && longest < 1 << 8 && end <= 1 << 16 => Form::Small,
            ..=MOST_CODES if longest < 1 << 16 => Form::Large,
            _ if bits == 16 => Form::Row,
            _ => Form::Number,
        };
        Self { numbers, bits, form }
    }

    /// The table that has the spellings in this order.
    pub(super) fn table(&self, order: impl IntoIterator<Item = usize>) -> String {
        let (ty, function, codes) = match self.form {
            Form::Small => ("Slot16<super::Code>", "slots16", ", super::Code::ALL"),
            Form::Large => ("Slot32<super::Code>", "slots32", ", super::Code::ALL"),
            Form::Row => ("Slot32<u16>", "rows32", ""),
            Form::Number => return self.as_numbers(order),
        };
        let (count, bits) = (self.numbers.len(), self.bits);
        let numbers = in_lines(&mut self.in_order(order));
        format!(
            "pub(super) static SLOTS: [{TABLE}::{ty}; {count}] = {TABLE}::{function}(&[\n{numbers}], {bits}{codes});\n"
        )
    }

    /// The table of the numbers as they are.
    pub(super) fn as_numbers(&self, order: impl IntoIterator<Item = usize>) -> String {
        integers("SLOTS", "u64", self.in_order(order))
    }

    fn in_order(&self, order: impl IntoIterator<Item = usize>) -> impl Iterator<Item = String> {
        order.into_iter().map(|index| format!("{:#x}", self.numbers[index]))
    }

    /// Whether slots hold codes, not rows.
    pub(super) fn hold_codes(&self) -> bool {
        matches!(self.form, Form::Small | Form::Large)
    }

    /// What the slot at `place` has for a key, with these parameters of the comparison.
    pub(super) fn at(&self, place: &str, compare: &str) -> String {
        match self.form {
            Form::Small | Form::Large => format!("SLOTS[{place}].code_of::<{compare}>(&CODES, key)"),
            Form::Row => format!("SLOTS[{place}].code_in::<{compare}, _>(&CODES, key, super::Code::ALL)"),
            Form::Number => format!(
                "{TABLE}::Slot::new(SLOTS[{place}], {}).code_of::<{compare}, _>(&CODES, key, super::Code::ALL)",
                self.bits
            ),
        }
    }
}
