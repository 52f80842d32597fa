//! Emits the table of slots: the position and length of each spelling, and its code. The compiler
//! fills it from the codes.

use super::literal;

const TABLE: &str = "::errcat::table";

/// Returns numbers of spellings or rows as bytes, in the smallest size that fits.
pub(super) fn order_of(order: &[usize]) -> String {
    let bytes = if order.len() <= 1 << 16 { 2 } else { 4 };
    let each = |number: &usize| number.to_le_bytes().into_iter().take(bytes).collect::<Vec<u8>>();
    literal::bytes(&order.iter().flat_map(each).collect::<Vec<u8>>())
}

/// The type of a slot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
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
    /// The number of bits of the length in a [`Kind::Number`].
    bits: u32,
    kind: Kind,
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
        let kind = match spellings.len() {
            _ if small && longest < 1 << 8 && all <= 1 << 16 => Kind::Small,
            ..=MOST_CODES if longest < 1 << 16 => Kind::Large,
            _ if bits == 16 => Kind::Row,
            _ => Kind::Number,
        };
        Self { count: spellings.len(), bits, kind }
    }

    /// Returns the table with the spellings in this order. An empty order stands for that of the
    /// spellings.
    pub(super) fn table(&self, order: &[usize]) -> String {
        let order = if order.is_empty() { "&[]".to_owned() } else { order_of(order) };
        let (ty, function, more) = match self.kind {
            Kind::Small => (format!("{TABLE}::Slot16<Code>"), "slots16", ", Code::ALL".to_owned()),
            Kind::Large => (format!("{TABLE}::Slot32<Code>"), "slots32", ", Code::ALL".to_owned()),
            Kind::Row => (format!("{TABLE}::Slot32<u16>"), "rows32", String::new()),
            Kind::Number => ("u64".to_owned(), "slots64", format!(", {}", self.bits)),
        };
        format!(
            "static SLOTS: [{ty}; {}] = {TABLE}::{function}(&CODES, {order}, ALIASED{more});\n",
            self.count
        )
    }

    /// Returns `true` if slots contain codes instead of rows.
    pub(super) fn hold_codes(&self) -> bool {
        matches!(self.kind, Kind::Small | Kind::Large)
    }

    /// Returns the comparison of a key with the slot at `place`.
    pub(super) fn at(&self, place: &str, compare: &str) -> String {
        match self.kind {
            Kind::Small | Kind::Large => format!("SLOTS[{place}].code_of::<{compare}>(&CODES, key)"),
            Kind::Row => format!("SLOTS[{place}].code_in::<{compare}, _>(&CODES, key, Code::ALL)"),
            Kind::Number => format!(
                "{TABLE}::Slot::new(SLOTS[{place}], {}).code_of::<{compare}, _>(&CODES, key, Code::ALL)",
                self.bits
            ),
        }
    }
}
