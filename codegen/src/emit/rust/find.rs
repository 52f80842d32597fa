//! From a spelling to its row: the tables of a plan, and the function that reads them.

use super::lookup::{self, Plan, Reading, Window};
use super::rows::{in_lines, integers, smallest, texts};

/// The table `CODES` of `spellings`, and the function `find`. The last spellings are aliases: `aliased` gives the rows of `Code::ALL`
/// that they belong to. All others are the codes of `Code::ALL`, in its order.
pub(super) fn emit(spellings: &[&str], aliased: &[usize]) -> String {
    let texts = texts("CODES", spellings.iter().copied());
    let shape = Shape::of(spellings);
    let end = aliased.is_empty().then(|| shape.by_row());
    let (tables, steps) = match lookup::plan(spellings) {
        Plan::Flat { reading, seed, bits, rows } => {
            let place = format!("{TABLE}::flat(mixed, {seed:#x}, {bits})");
            match end {
                Some(end) => (codes(&rows), shape.probe(&reading, &place, &end)),
                None => {
                    let order = integers("ROWS", smallest(spellings.len()), &rows);
                    let tables = format!("{order}\n{}", slots(0..spellings.len(), aliased));
                    (tables, shape.probe(&reading, &place, &shape.by_slot("SLOTS[ROWS[place] as usize]")))
                }
            }
        }
        Plan::Displaced { reading, seed, bits, factors, rows } => {
            let (place, table) = displaced(seed, bits, factors, spellings.len());
            let (tables, end) = match end {
                Some(end) if shape.one_length() => (codes(&rows), end),
                _ => (slots(rows, aliased), shape.by_slot("SLOTS[place]")),
            };
            (format!("{table}\n{tables}"), shape.probe(&reading, &place, &end))
        }
        Plan::Sorted if spellings.is_empty() => {
            (String::new(), "    let _ = code;\n    ::core::option::Option::None\n".to_owned())
        }
        Plan::Sorted => {
            let mut order: Vec<usize> = (0..spellings.len()).collect();
            order.sort_by_key(|&index| spellings[index]);
            (slots(order, aliased), format!("    {TABLE}::search(&CODES, &SLOTS, code)\n"))
        }
    };
    format!(
        "{texts}\n{tables}\n#[inline]\n\
         pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {{\n{steps}}}\n"
    )
}

const TABLE: &str = "::errcat_runtime::table";

/// The table of a code for every place: of `rows`, which need not be part of the program.
fn codes(rows: &[usize]) -> String {
    let count = rows.len();
    let rows = in_lines(rows);
    format!("static ROWS: [super::Code; {count}] = {TABLE}::codes(\n&[\n{rows}],\nsuper::Code::ALL,\n);\n")
}

/// The table of a text and its code for every place: of the spellings in this order.
fn slots(order: impl IntoIterator<Item = usize>, aliased: &[usize]) -> String {
    let mut count = 0;
    let order = in_lines(order.into_iter().inspect(|_| count += 1));
    let aliased = in_lines(aliased);
    format!(
        "static SLOTS: [{TABLE}::Slot<super::Code>; {count}] = {TABLE}::slots(\n&CODES,\n&[\n{order}],\n&[\n{aliased}],\n\
         super::Code::ALL,\n);\n"
    )
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

    /// Refuses a key that is no code by its length alone: in one comparison, so it takes one side where it cannot have both.
    fn guard(&self) -> String {
        let refused = match (self.shortest, self.longest) {
            (shortest, longest) if shortest == longest => format!("!= {shortest}"),
            (shortest @ 8.., _) => format!("< {shortest}"),
            (_, longest @ ..8) => format!("> {longest}"),
            _ => return String::new(),
        };
        format!("    if key.len() {refused} {{\n        return ::core::option::Option::None;\n    }}\n")
    }

    /// The end of a lookup whose table has nothing but codes.
    fn by_row(&self) -> String {
        let (windows, wide) = self.compare;
        let test = if self.one_length() {
            let length = self.longest;
            format!("is_at::<{windows}, {wide}>(&CODES, found as usize * {length}, {length}, key)")
        } else {
            format!("is_row::<{windows}, {wide}>(&CODES, found as usize, key)")
        };
        format!(
            "    let found = ROWS[place];\n    \
             if {TABLE}::{test} {{\n        ::core::option::Option::Some(found)\n    }} else {{\n        \
             ::core::option::Option::None\n    }}\n"
        )
    }

    /// The end of a lookup whose table has the places of texts, too.
    fn by_slot(&self, slot: &str) -> String {
        let (windows, wide) = self.compare;
        format!("    {slot}.find::<{windows}, {wide}>(&CODES, key)\n")
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
        let guard = self.guard();
        format!(
            "    let key = code.as_bytes();\n{guard}    let mixed = {mixed};\n    let place = {place};\n{end}"
        )
    }
}
