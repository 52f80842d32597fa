//! Emits the table of slots: the position and length of each spelling, and its code. The compiler
//! fills it from the codes.

use crate::emit::rust::literal;

const TABLE: &str = "__errcat::table";

/// The type of a slot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SlotType {
    /// Four bytes with the code.
    Small,
    /// Eight bytes with the code.
    Large,
    /// Eight bytes with the row of the code.
    Row,
    /// Eight bytes with the row of the code, for more rows.
    Number,
}

/// The maximum number of slots that contain a code. rustc checks each of them with a linear search
/// of the variants.
const MOST_CODES: usize = 2_048;

/// The maximum number of codes that fit into one byte.
pub(super) const ONE_BYTE: usize = 256;

/// The slots of spellings.
pub(super) struct Slots {
    count: usize,
    /// The number of bits of the length in a [`SlotType::Number`].
    bits: u32,
    slot_type: SlotType,
}

impl Slots {
    /// Creates slots for spellings whose rows are below `rows`. If `small` is set, the enum has one
    /// byte.
    pub(super) fn new(spellings: &[&str], rows: usize, small: bool) -> Self {
        let longest = spellings.iter().map(|spelling| spelling.len()).max().unwrap_or(0);
        let all: usize = spellings.iter().map(|spelling| spelling.len()).sum();
        // Two bytes for the length and two for the row are the fastest to read. The other kind fits
        // every catalog, because codes have at most 1,024 bytes and catalogs at most 200,000 codes.
        let bits = if rows <= 1 << 16 { 16 } else { (longest + 1).ilog2() + 1 };
        let slot_type = match spellings.len() {
            _ if small && longest < 1 << 8 && all <= 1 << 16 => SlotType::Small,
            ..=MOST_CODES if longest < 1 << 16 => SlotType::Large,
            _ if bits == 16 => SlotType::Row,
            _ => SlotType::Number,
        };
        Self { count: spellings.len(), bits, slot_type }
    }

    /// Returns the table with the spellings in this order. An empty order stands for that of the
    /// spellings.
    pub(super) fn table(&self, order: &[usize]) -> String {
        let order = if order.is_empty() { "&[]".to_owned() } else { literal::positions(order) };
        let (ty, function, more) = match self.slot_type {
            SlotType::Small => (format!("{TABLE}::Slot16<Code>"), "slots16", ", Code::ALL".to_owned()),
            SlotType::Large => (format!("{TABLE}::Slot32<Code>"), "slots32", ", Code::ALL".to_owned()),
            SlotType::Row => (format!("{TABLE}::Slot32<u16>"), "rows32", String::new()),
            SlotType::Number => ("u64".to_owned(), "slots64", format!(", {}", self.bits)),
        };
        format!(
            "static SLOTS: [{ty}; {}] = {TABLE}::{function}(CODES, {order}, ALIASED{more});\n",
            self.count
        )
    }

    /// Returns `true` if slots contain codes instead of rows.
    pub(super) fn hold_codes(&self) -> bool {
        matches!(self.slot_type, SlotType::Small | SlotType::Large)
    }

    /// Returns the comparison of a key with the slot at `place`.
    pub(super) fn at(&self, place: &str, compare: &str) -> String {
        match self.slot_type {
            SlotType::Small | SlotType::Large => format!("SLOTS[{place}].code_of::<{compare}>(CODES, key)"),
            SlotType::Row => format!("SLOTS[{place}].code_in::<{compare}, _>(CODES, key, Code::ALL)"),
            SlotType::Number => format!(
                "{TABLE}::Slot::new(SLOTS[{place}], {}).code_of::<{compare}, _>(CODES, key, Code::ALL)",
                self.bits
            ),
        }
    }
}
