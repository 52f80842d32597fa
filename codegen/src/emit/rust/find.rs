//! From a spelling to its row: the tables of a plan, and the function that reads them.

use super::lookup::{self, Plan, Reading, Window};
use super::rows::{integers, smallest, texts};

/// The table `CODES` of `spellings`, and the function `find`. The first `count` spellings are a row each, the others belong to the rows, of
/// `rows`, that `aliased` gives.
pub(super) fn emit(
    spellings: &[&str],
    count: usize,
    rows: usize,
    aliased: impl Iterator<Item = usize>,
) -> String {
    let shape = Shape::of(spellings);
    let (tables, steps) = match lookup::plan(spellings) {
        Plan::Flat { reading, seed, bits, rows } => {
            let place = format!("{TABLE}::flat(mixed, {seed:#x}, {bits})");
            let rows = integers("ROWS", smallest(spellings.len()), rows);
            (rows, shape.probe(&reading, &place, &shape.by_row()))
        }
        Plan::Displaced { reading, seed, bits, factors, rows } => {
            let (place, table) = displaced(seed, bits, factors, spellings.len());
            let (spans, test) = shape.by_place(spellings, &rows);
            let rows = integers("ROWS", smallest(spellings.len()), rows);
            (format!("{table}\n{spans}{rows}"), shape.probe(&reading, &place, &test))
        }
        Plan::Sorted => {
            let mut order: Vec<usize> = (0..spellings.len()).collect();
            order.sort_by_key(|&index| spellings[index]);
            (integers("SORTED", "u32", order), format!("    {TABLE}::position(&CODES, &SORTED, code)\n"))
        }
    };
    let codes = texts("CODES", spellings.iter().copied());
    let function = function(&steps, count, rows, aliased.collect());
    format!("{codes}\n{tables}\n{function}")
}

const TABLE: &str = "::errcat_runtime::table";

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

    /// The comparison with the spelling of `row`.
    fn by_row(&self) -> String {
        let (windows, wide) = self.compare;
        if self.one_length() {
            let length = self.longest;
            format!("is_at::<{windows}, {wide}>(&CODES, row * {length}, {length}, key)")
        } else {
            format!("is_row::<{windows}, {wide}>(&CODES, row, key)")
        }
    }

    /// The comparison with the spelling of `place`, which is told without its row, and the table that tells it.
    fn by_place(&self, spellings: &[&str], rows: &[usize]) -> (String, String) {
        if self.one_length() {
            return (String::new(), self.by_row());
        }
        let total: usize = spellings.iter().map(|spelling| spelling.len()).sum();
        let (ty, bits) = if total < 1 << 24 && self.longest < 1 << 8 { ("u32", 8) } else { ("u64", 32) };
        let starts: Vec<usize> = spellings
            .iter()
            .scan(0, |end, spelling| {
                let start = *end;
                *end += spelling.len();
                Some(start)
            })
            .collect();
        let spans = rows.iter().map(|&row| (starts[row] as u64) << bits | spellings[row].len() as u64);
        let (windows, wide) = self.compare;
        let mask = (1_u64 << bits) - 1;
        let test = format!(
            "{{\n        let span = SPANS[place];\n        \
             {TABLE}::is_at::<{windows}, {wide}>(&CODES, (span >> {bits}) as usize, (span & {mask:#x}) as usize, key)\n    }}"
        );
        (format!("{}\n", integers("SPANS", ty, spans)), test)
    }

    /// The body of a lookup that reads a little of the key and looks at one place.
    fn probe(&self, reading: &Reading, place: &str, test: &str) -> String {
        let mut mixed =
            reading.windows.iter().zip(0..).fold("0".to_owned(), |mixed, (window, nth): (_, u32)| {
                let window = match window {
                    Window::Front(index) => format!("window(key, {index})"),
                    Window::Back(index) => format!("back(key, {index})"),
                };
                format!("{TABLE}::mix({mixed}, {TABLE}::{window}, {nth})")
            });
        if reading.length {
            mixed = format!("{TABLE}::mix_length({mixed}, key.len())");
        }
        let guard = self.guard();
        let (row, test) = match test.strip_prefix("is_") {
            Some(_) => ("    let row = ROWS[place] as usize;\n", format!("{TABLE}::{test}")),
            None => ("", test.to_owned()),
        };
        let found = if row.is_empty() { "ROWS[place] as usize" } else { "row" };
        format!(
            "    let key = code.as_bytes();\n{guard}    let mixed = {mixed};\n    let place = {place};\n{row}    \
             if {test} {{\n        ::core::option::Option::Some({found})\n    }} else {{\n        \
             ::core::option::Option::None\n    }}\n"
        )
    }
}

/// The function around the steps; the spellings from `count` on are aliases.
fn function(steps: &str, count: usize, rows: usize, owners: Vec<usize>) -> String {
    let signature = |name: &str| format!("const fn {name}(code: &str) -> ::core::option::Option<usize>");
    if owners.is_empty() {
        return format!("#[inline]\npub(super) {} {{\n{steps}}}\n", signature("find"));
    }
    let aliases = integers("ALIASED", smallest(rows), owners);
    if count == 0 {
        return format!(
            "{aliases}\n\
             #[inline]\n\
             pub(super) {} {{\n\
             \x20   match spelling(code) {{\n\
             \x20       ::core::option::Option::Some(index) => ::core::option::Option::Some(ALIASED[index] as usize),\n\
             \x20       ::core::option::Option::None => ::core::option::Option::None,\n\
             \x20   }}\n\
             }}\n\n\
             #[inline]\n\
             {} {{\n{steps}}}\n",
            signature("find"),
            signature("spelling"),
        );
    }
    format!(
        "{aliases}\n\
         #[inline]\n\
         pub(super) {} {{\n\
         \x20   match spelling(code) {{\n\
         \x20       ::core::option::Option::Some(index) if index >= {count} => {{\n\
         \x20           ::core::option::Option::Some(ALIASED[index - {count}] as usize)\n\
         \x20       }}\n\
         \x20       found => found,\n\
         \x20   }}\n\
         }}\n\n\
         #[inline]\n\
         {} {{\n{steps}}}\n",
        signature("find"),
        signature("spelling"),
    )
}
