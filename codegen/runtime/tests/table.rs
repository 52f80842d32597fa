//! Tests of the tables of generated code, including invalid indexes.

#[path = "common/packed.rs"]
mod packed;

use core::fmt::{self, Display, Formatter};

use errcat::Retry;
use errcat::table::{self, Slot, SomeTexts, Texts};
use packed::packed;

static TEXTS: Texts = Texts::new("abéc", &packed::<6, 24>([0, 0, 1, 1, 4, 5]));
static SOME: SomeTexts = SomeTexts::new("abéc", &packed::<10, 40>([0, 2, 2, 2, 5, 0, 0, u32::MAX, 1, 3]));

const THIRD: &str = TEXTS_IN_CONST.get(2);
const TEXTS_IN_CONST: Texts = Texts::new("abc--------", &packed::<4, 16>([0, 1, 2, 3]));
const SLOTS: [u64; 3] = [slot(0, 1, 2), slot(1, 1, 0), slot(2, 1, 1)];
const FOUND: [Option<char>; 7] = [
    Slot::new(SLOTS[1], BITS).code_of::<8, false, _>(&TEXTS_IN_CONST, b"b", &ALL),
    Slot::new(SLOTS[1], BITS).code_of::<8, false, _>(&TEXTS_IN_CONST, b"a", &ALL),
    Slot::at(2, 1, 1).code_of::<0, false, _>(&TEXTS_IN_CONST, b"c", &ALL),
    table::slots16(&SLOTS, BITS, &ALL)[2].code_of::<8, false>(&TEXTS_IN_CONST, b"c"),
    table::slots32(&SLOTS, BITS, &ALL)[1].code_of::<8, false>(&TEXTS_IN_CONST, b"b"),
    table::rows32(&SLOTS, BITS)[0].code_in::<8, false, _>(&TEXTS_IN_CONST, b"a", &ALL),
    table::search(&TEXTS_IN_CONST, &SLOTS, BITS, "a", &ALL),
];
const ALL: [char; 3] = ['x', 'y', 'z'];
const ABSENT: Option<&str> = SomeTexts::new("", &packed::<2, 8>([0, SomeTexts::ABSENT])).get(0);
const FACTS: (Option<u16>, Option<Retry>) = (table::status(&[404], 0), table::retry(&[3], 0));

const BITS: u32 = 11;

/// Packs a slot like the generator.
const fn slot(start: usize, length: usize, row: usize) -> u64 {
    (start as u64) << 32 | (row as u64) << BITS | length as u64
}

#[test]
fn works_in_constants() {
    assert_eq!((THIRD, ABSENT), ("c", None));
    assert_eq!(FOUND, [Some('x'), None, Some('y'), Some('y'), Some('x'), Some('z'), Some('z')]);
    assert_eq!(FACTS, (Some(404), Some(Retry::Backoff)));
}

#[test]
fn texts_lie_between_their_ends() {
    let texts: Vec<_> = (0..5).map(|i| TEXTS.get(i)).collect();
    assert_eq!(texts, ["", "a", "", "bé", "c"]);
}

#[test]
fn some_texts_are_absent_and_some_are_empty() {
    let texts: Vec<_> = (0..5).map(|i| SOME.get(i)).collect();
    assert_eq!(texts, [Some("ab"), Some("é"), Some(""), None, Some("bé")]);
}

#[test]
fn malformed_tables_do_not_panic() {
    for i in [5, usize::MAX / 8 + 1, usize::MAX / 4 + 1, usize::MAX] {
        assert_eq!((TEXTS.get(i), SOME.get(i)), ("", None), "{i}");
    }
    // Beyond the end, inside a character, and reversed.
    let texts = Texts::new("aé", &const { packed::<4, 16>([0, 9, 2, 1]) });
    assert_eq!([texts.get(0), texts.get(1), texts.get(2)], ["", "", ""]);
    let some = SomeTexts::new("aé", &const { packed::<8, 32>([0, 9, 2, 1, 0, 2, u32::MAX, u32::MAX - 1]) });
    assert_eq!([0, 1, 2, 3].map(|i| some.get(i)), [Some(""); 4]);
    assert_eq!((Texts::new("", b"").get(0), Texts::new("", b"\0\0\0\0\0\0\0").get(0)), ("", ""));
    for (start, length) in [(0, 4), (4, 0), (usize::MAX, 1), (2, usize::MAX)] {
        let slot = Slot::at(start, length, 0);
        assert_eq!(slot.code_of::<0, false, _>(&texts, b"a", &[0]), None, "{start} {length}");
        assert_eq!(slot.code_of::<8, false, _>(&texts, b"a", &[0]), None, "{start} {length}");
        assert_eq!(Slot::at(0, 1, start.max(1)).code_of::<0, false, _>(&texts, b"a", &[0]), None, "{start}");
    }
}

#[test]
fn texts_are_compared_as_a_whole() {
    for length in (0..=70).chain([127, 128, 129, 300]) {
        let code: String = ('!'..='~').cycle().skip(length).take(length).collect();
        check_equality::<0, false>(&code);
        check_equality::<0, true>(&code);
        match length {
            0..=8 => check_equality::<8, false>(&code),
            9..=16 => check_equality::<16, false>(&code),
            17..=40 => check_equality::<40, false>(&code),
            _ => {}
        }
        if length <= 45 {
            check_equality::<45, false>(&code);
            check_equality::<45, true>(&code);
            check_equality::<48, true>(&code);
        }
        check_equality::<300, true>(&code);
    }
}

/// Checks that a code equals only itself, for every kind of slot.
fn check_equality<const LONGEST: usize, const WIDE: bool>(code: &str) {
    let codes = texts(&["before".to_owned(), code.to_owned(), "behind".to_owned(), "-".repeat(LONGEST)]);
    let number = slot(6, code.len(), 1);
    let slots = table::slots32(&[number], BITS, &[7, 8, 9]);
    let rows = table::rows32(&[number], BITS);
    let is = |key: &[u8]| {
        let found = Slot::new(number, BITS).code_of::<LONGEST, WIDE, _>(&codes, key, &[7, 8, 9]);
        assert!(matches!(found, None | Some(8)), "{code}");
        assert_eq!(
            Slot::at(6, code.len(), 1).code_of::<LONGEST, WIDE, _>(&codes, key, &[7, 8]),
            found,
            "{code}"
        );
        assert_eq!(slots[0].code_of::<LONGEST, WIDE>(&codes, key), found, "{code}");
        assert_eq!(rows[0].code_in::<LONGEST, WIDE, _>(&codes, key, &[7, 8]), found, "{code}");
        assert_eq!(rows[0].code_in::<LONGEST, WIDE, _>(&codes, key, &[7]), None, "{code}");
        if code.len() < 256 {
            let slots = table::slots16(&[number], BITS, &[7, 8, 9]);
            assert_eq!(slots[0].code_of::<LONGEST, WIDE>(&codes, key), found, "{code}");
        }
        found.is_some()
    };
    assert!(is(code.as_bytes()), "{code}");
    for at in 0..code.len() {
        assert!(!is(&code.as_bytes()[..at]), "{code}: the first {at}");
        let mut other = code.as_bytes().to_vec();
        other[at] ^= 1 << (at % 8);
        assert!(!is(&other), "{code}: byte {at}");
    }
    // The bytes after the code are not part of it.
    for more in ["b", "behind", "behind--", "\0"] {
        assert!(!is(format!("{code}{more}").as_bytes()), "{code}: and {more}");
    }
}

#[test]
fn a_text_is_as_long_as_its_slot_says() {
    let codes = texts(&["code_code".to_owned(), "-".repeat(600)]);
    for length in [0, 1, 3, 5, 8, 9, 259, 260, 512 + 4] {
        let slot = Slot::at(0, length, 0);
        for end in 0..=9 {
            let found = slot.code_of::<600, false, _>(&codes, &b"code_code"[..end], &[()]);
            assert_eq!(found.is_some(), end == length, "{length}: {end}");
        }
    }
}

#[test]
fn windows_hold_what_they_are_named_after() {
    let word = |text: &[u8; 8]| u64::from_le_bytes(*text);
    let key = b"0123456789abcdefghij";
    let front = [0, 1, 2, 3, 9].map(|i| table::window(key, i));
    let last = word(b"cdefghij");
    assert_eq!(front, [word(b"01234567"), word(b"89abcdef"), last, last, last]);
    let back = [0, 1, 2, 3, 9].map(|i| table::back(key, i));
    let first = word(b"01234567");
    assert_eq!(back, [last, word(b"456789ab"), first, first, first]);
}

#[test]
fn short_keys_differ_in_their_windows() {
    let letters = [0, b'a', b'b'];
    let mut keys = vec![Vec::new()];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(key) = keys.pop() {
        for i in [0, 1, 7] {
            assert_eq!(table::window(&key, i), table::window(&key, 0));
            assert_eq!(table::back(&key, i), table::window(&key, 0));
        }
        assert!(seen.insert(table::window(&key, 0)), "{key:?}");
        if key.len() < 7 {
            keys.extend(letters.map(|letter| [key.as_slice(), &[letter]].concat()));
        }
    }
}

#[test]
fn slots_have_room_for_the_largest_catalog() {
    let texts = Texts::new("é".repeat(1_000).leak(), &[]);
    let length = 1_000_u64;
    for bits in [11, 12, 16] {
        let row = (1 << (32 - bits)) - 1;
        let number = length << 32 | (row as u64) << bits | length;
        let all: Vec<usize> = (0..=row).collect();
        let key = "é".repeat(500);
        let found = Slot::new(number, bits).code_of::<0, false, _>(&texts, key.as_bytes(), &all);
        assert_eq!(found, Some(row), "{bits}");
        let missing = Slot::new(number, bits).code_of::<0, false, _>(&texts, key.as_bytes(), &all[..row]);
        assert_eq!(missing, None, "{bits}");
    }
    for number in [0, 1, slot(2_000, 1, 0), u64::MAX, u64::MAX << 32, slot(1, 3, 0)] {
        assert_eq!(Slot::new(number, BITS).code_of::<0, true, _>(&texts, b"e", &[0]), None, "{number:#x}");
        assert_eq!(table::search(&texts, &[number; 3], BITS, "e", &[0]), None, "{number:#x}");
    }
}

#[test]
fn a_search_finds_every_text_and_no_other() {
    for count in [0, 1, 2, 3, 7, 8, 100] {
        let names: Vec<_> = (0..count).map(|i| format!("CODE_{}", i * 7 % 101)).collect();
        let search = searching(&names);
        for (i, name) in names.iter().enumerate() {
            assert_eq!(search(name), Some(i));
            for other in [&name[1..], &format!("{name}\0"), &name.to_lowercase()] {
                assert_eq!(search(other), None);
            }
        }
        for text in ["", "\0", "CODE_", "CODE_999", "é", "\u{10ffff}", &"CODE_".repeat(200_000)] {
            assert_eq!(search(text), None);
        }
    }
}

#[test]
fn a_search_goes_by_bytes() {
    let names = ["", "a", "ab", "B", "é", "z", "\u{ffff}", "\u{10000}", "a\0"].map(String::from);
    let search = searching(&names);
    for (i, name) in names.iter().enumerate() {
        assert_eq!(search(name), Some(i), "{name:?}");
    }
}

/// Returns a search for names, in which the row is the index of the name.
fn searching(names: &[String]) -> impl Fn(&str) -> Option<usize> {
    let texts = texts(names);
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&i| names[i].as_bytes());
    let start = |i: usize| names[..i].iter().map(String::len).sum();
    let slots: Vec<u64> = order.iter().map(|&i| slot(start(i), names[i].len(), i)).collect();
    let all: Vec<usize> = (0..names.len()).collect();
    move |key| table::search(&texts, &slots, BITS, key, &all)
}

#[test]
fn numbers_are_found_and_no_others() {
    for count in [0_i64, 1, 2, 3, 8, 99] {
        // Unordered, with both ends of the range.
        let number = |i: i64| (i * 37 % 101 - 50).saturating_mul(i64::MAX / 50);
        let numbers: Vec<i64> = (0..count).map(number).collect();
        let mut order: Vec<u32> = (0..).take(numbers.len()).collect();
        order.sort_by_key(|&row| numbers[row as usize]);
        for (row, &wanted) in numbers.iter().enumerate() {
            assert_eq!(table::position_of_number(&numbers, &order, wanted), Some(row));
            let other = wanted ^ 1;
            assert_eq!(table::position_of_number(&numbers, &order, other), None);
        }
        for wanted in [i64::MIN, -1, 1, i64::MAX] {
            assert_eq!(table::position_of_number(&numbers, &order, wanted), None, "{count}");
        }
    }
    assert_eq!(table::position_of_number(&[1], &[1, 2], 1), None, "rows that are not there");
}

#[test]
fn places_outside_of_the_texts_give_nothing() {
    assert_eq!(TEXTS.get(usize::MAX), "");
    let texts = Texts::new("abc", &const { packed::<4, 16>([0, 2, 9, 1]) });
    assert_eq!([texts.get(0), texts.get(1), texts.get(2)], ["ab", "", ""]);
}

fn texts(names: &[String]) -> Texts {
    let mut end = 0;
    let mut ends = vec![0; 4];
    for name in names {
        end += name.len();
        ends.extend(u32::try_from(end).unwrap_or(u32::MAX).to_le_bytes());
    }
    Texts::new(names.concat().leak(), ends.leak())
}

#[test]
fn zero_is_no_fact() {
    let status = [404, 0, 599];
    assert_eq!([0, 1, 2, 3].map(|i| table::status(&status, i)), [Some(404), None, Some(599), None]);
    let all = [Some(Retry::Never), Some(Retry::Immediately), Some(Retry::Backoff), Some(Retry::RetryAfter)];
    assert_eq!([1, 2, 3, 4].map(|i| table::retry(&[0, 1, 2, 3, 4], i)), all);
    assert_eq!([0, 5, 6].map(|i| table::retry(&[0, 1, 2, 3, 4, 5], i)), [None; 3]);
}

struct Shown(&'static str, Option<&'static str>);

impl Display for Shown {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        table::display(f, self.0, self.1)
    }
}

#[test]
fn shows_the_code_and_what_it_means() {
    assert_eq!(Shown("E1", Some("lost")).to_string(), "E1: lost");
    assert_eq!(Shown("E1", Some("")).to_string(), "E1: ");
    assert_eq!(Shown("E1", None).to_string(), "E1");
}

#[test]
fn pads_and_cuts_as_a_string_does() {
    for (shown, text) in [
        (Shown("É1", Some("größer")), "É1: größer"),
        (Shown("E1", Some("")), "E1: "),
        (Shown("É1", None), "É1"),
    ] {
        for width in 0..16 {
            assert_eq!(format!("{shown:width$}"), format!("{text:width$}"));
            assert_eq!(format!("{shown:*<width$}"), format!("{text:*<width$}"));
            assert_eq!(format!("{shown:é>width$}"), format!("{text:é>width$}"));
            assert_eq!(format!("{shown:^width$}"), format!("{text:^width$}"));
            for precision in 0..16 {
                let expected = format!("{text:-^width$.precision$}");
                assert_eq!(format!("{shown:-^width$.precision$}"), expected);
            }
        }
    }
}
