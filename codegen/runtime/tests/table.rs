//! Tests of the tables of generated code, including invalid indexes.

use core::fmt::{self, Display, Formatter};

use errcat::Retry;
use errcat::table::{self, Slot, Texts};

static TEXTS: Texts = Texts::new("abéc", &[0, 0, 1, 1, 4, 5]);
const CODES: Texts = Texts::new("abc--------", &[0, 1, 2, 3]);
const ALL: [char; 3] = ['x', 'y', 'z'];
/// The texts in the order c, a, b; the last text is an alias of the first.
const ORDER: [u8; 6] = [2, 0, 0, 0, 1, 0];

#[test]
fn works_in_constants() {
    const FOUND: [Option<char>; 6] = [
        table::slots16::<char, 3>(&CODES, &ORDER, &[0], &ALL)[0].code_of::<8, false>(&CODES, b"c"),
        table::slots32::<char, 3>(&CODES, &[], &[], &ALL)[1].code_of::<8, false>(&CODES, b"b"),
        table::rows32::<3>(&CODES, &ORDER, &[])[0].code_in::<8, false, _>(&CODES, b"c", &ALL),
        Slot::new(table::slots64::<3>(&CODES, &ORDER, &[], 11)[2], 11)
            .code_of::<8, false, _>(&CODES, b"b", &ALL),
        Slot::at(2, 1, 1).code_of::<0, false, _>(&CODES, b"c", &ALL),
        table::search(&CODES, &[], &[0], "c", &ALL),
    ];
    const SLOTS: [table::Slot16<char>; 3] = table::slots16(&CODES, &ORDER, &[0], &ALL);
    assert_eq!(FOUND, [Some('x'), Some('y'), Some('z'), Some('y'), Some('y'), Some('x')]);
    assert_eq!(SLOTS[1].code_of::<8, false>(&CODES, b"b"), None);
}

#[test]
fn texts_lie_between_their_ends() {
    let texts: Vec<_> = (0..5).map(|i| (TEXTS.get(i), TEXTS.some(i))).collect();
    let some = |text| (text, Some(text));
    assert_eq!(texts, [("", None), some("a"), ("", None), some("bé"), some("c")]);
}

#[test]
fn malformed_tables_do_not_panic() {
    for i in [5, usize::MAX / 4 + 1, usize::MAX] {
        assert_eq!(TEXTS.get(i), "", "{i}");
    }
    let texts = Texts::new("aé", &[0, 9, 2, 1]);
    assert_eq!([0, 1, 2].map(|i| texts.get(i)), [""; 3]);
    assert_eq!(Texts::new("a", &[]).get(0), "");
}

#[test]
fn lengths_are_added_up_and_checked() {
    assert_eq!(table::ends("abcd--", 2, [0, 1, 3]), [0, 1, 4]);
    assert!(std::panic::catch_unwind(|| table::ends("abcd", 0, [0, 1, 2])).is_err());
}

#[test]
fn rows_have_families_groups_and_masks() {
    assert_eq!(table::families8::<4>(&[0, 1, 1, 4]), [0, 2, 2, 2]);
    assert_eq!(table::groups16::<4>(&[&[3], &[0, 2]]), [2, 0, 2, 1]);
    assert_eq!(table::masks32::<4>(&[(1, 3)]), [0, 3, 2, 3]);
    assert_eq!(table::starts([0, 2, 3]), [0, 2, 5]);
}

#[test]
fn a_search_finds_every_text_and_no_other() {
    let texts = Texts::new("abéc", &[0, 1, 4, 5]);
    for key in ["a", "bé", "c"] {
        let found = table::search(&texts, &[], &[], key, &["a", "bé", "c"]);
        assert_eq!(found, Some(key));
        assert_eq!(table::search(&texts, &[], &[], &format!("{key}x"), &["a", "bé", "c"]), None);
    }
}

#[test]
fn numbers_are_found_and_no_others() {
    let (numbers, order) = ([7, -3, 12], [1, 0, 0, 0, 2, 0]);
    for (row, &number) in numbers.iter().enumerate() {
        assert_eq!(table::position_of_number(&numbers, &order, number), Some(row));
        assert_eq!(table::position_of_number(&numbers, &order, number + 1), None);
    }
    assert_eq!(table::position_of_number(&[1], &[1, 2], 1), None, "rows that are not there");
}

#[test]
fn a_search_goes_by_bytes() {
    let names = ["", "a", "ab", "B", "é", "z", "\u{ffff}", "\u{10000}", "a\0"].map(String::from);
    let texts = texts(&names);
    let mut rows: Vec<u16> = (0..9).collect();
    rows.sort_by_key(|&row| names[usize::from(row)].as_bytes());
    let order: Vec<u8> = rows.iter().flat_map(|row| row.to_le_bytes()).collect();
    let all: Vec<usize> = (0..9).collect();
    for (row, name) in names.iter().enumerate() {
        assert_eq!(table::search(&texts, &order, &[], name, &all), Some(row), "{name:?}");
    }
    for other in ["\0", "A", "b", "aa", "ab\0", "\u{fffe}", "\u{10ffff}", &"z".repeat(100_000)] {
        assert_eq!(table::search(&texts, &order, &[], other, &all), None, "{other:?}");
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

/// Checks that every kind of slot finds the code by the code itself alone.
fn check_equality<const LONGEST: usize, const WIDE: bool>(code: &str) {
    let codes = texts(&["before".to_owned(), code.to_owned(), "behind".to_owned(), "-".repeat(LONGEST)]);
    let second = [1, 0];
    let slots = table::slots32::<i32, 1>(&codes, &second, &[], &[7, 8, 9]);
    let rows = table::rows32::<1>(&codes, &second, &[]);
    let numbers = table::slots64::<1>(&codes, &second, &[], 11);
    let is = |key: &[u8]| {
        let found = slots[0].code_of::<LONGEST, WIDE>(&codes, key);
        assert!(matches!(found, None | Some(8)), "{code}");
        let slot = Slot::at(6, code.len(), 1);
        assert_eq!(slot.code_of::<LONGEST, WIDE, _>(&codes, key, &[7, 8]), found, "{code}");
        assert_eq!(slot.code_of::<LONGEST, WIDE, _>(&codes, key, &[7]), None, "{code}");
        let slot = Slot::new(numbers[0], 11);
        assert_eq!(slot.code_of::<LONGEST, WIDE, _>(&codes, key, &[7, 8]), found, "{code}");
        assert_eq!(rows[0].code_in::<LONGEST, WIDE, _>(&codes, key, &[7, 8]), found, "{code}");
        assert_eq!(rows[0].code_in::<LONGEST, WIDE, _>(&codes, key, &[7]), None, "{code}");
        if code.len() < 256 {
            let slots = table::slots16::<i32, 1>(&codes, &second, &[], &[7, 8, 9]);
            assert_eq!(slots[0].code_of::<LONGEST, WIDE>(&codes, key), found, "{code}");
        }
        found.is_some()
    };
    assert!(is(code.as_bytes()), "{code}");
    for at in 0..code.len() {
        assert!(!is(&code.as_bytes()[..at]), "{code}: the first {at} bytes");
        let mut other = code.as_bytes().to_vec();
        other[at] ^= 1 << (at % 8);
        assert!(!is(&other), "{code}: byte {at}");
    }
    // The bytes that follow the code in the table are not part of it.
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
fn slots_have_room_for_the_largest_catalog() {
    let texts = Texts::new("é".repeat(1_000).leak(), &[]);
    let (start, length) = (1_000_u64, 1_000_u64);
    for bits in [11, 12, 16] {
        let row = (1 << (32 - bits)) - 1;
        let number = start << 32 | (row as u64) << bits | length;
        let all: Vec<usize> = (0..=row).collect();
        let key = "é".repeat(500);
        let slot = Slot::new(number, bits);
        assert_eq!(slot.code_of::<0, false, _>(&texts, key.as_bytes(), &all), Some(row), "{bits}");
        assert_eq!(slot.code_of::<0, false, _>(&texts, key.as_bytes(), &all[..row]), None, "{bits}");
    }
}

#[test]
fn places_outside_of_the_texts_give_nothing() {
    let texts = Texts::new("abc", &[0, 2, 9, 1]);
    assert_eq!([0, 1, 2, usize::MAX].map(|i| texts.get(i)), ["ab", "", "", ""]);
    for (start, length, row) in
        [(0, 4, 0), (4, 0, 0), (usize::MAX, 1, 0), (2, usize::MAX, 0), (0, 1, 1), (0, 1, usize::MAX)]
    {
        let slot = Slot::at(start, length, row);
        assert_eq!(slot.code_of::<0, false, _>(&texts, b"a", &[0]), None, "{start} {length} {row}");
        assert_eq!(slot.code_of::<8, false, _>(&texts, b"a", &[0]), None, "{start} {length} {row}");
    }
    for number in [0, 1, 2_000 << 32 | 1, u64::MAX, u64::MAX << 32, 1 << 32 | 3] {
        let slot = Slot::new(number, 11);
        assert_eq!(slot.code_of::<0, true, _>(&texts, b"e", &[0]), None, "{number:#x}");
    }
    for key in ["", "a", "ab", "z"] {
        assert_eq!(table::search(&texts, &[255; 6], &[], key, &[0]), None, "{key:?}");
    }
    let alias = Texts::new("ab", &[0, 1, 2]);
    assert_eq!(table::search(&alias, &[], &[7], "b", &[0]), None, "an alias of a row that is not there");
}

fn texts(names: &[String]) -> Texts {
    let mut ends = vec![0];
    for name in names {
        ends.push(ends[ends.len() - 1] + u32::try_from(name.len()).unwrap_or(u32::MAX));
    }
    Texts::new(names.concat().leak(), ends.leak())
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
    for length in 0..150 {
        let (code, text): (&str, &str) = ("E".repeat(length).leak(), "größer🦀".repeat(length / 8).leak());
        assert_eq!(Shown(code, Some(text)).to_string(), format!("{code}: {text}"));
        assert_eq!(Shown("E1", Some(code)).to_string(), format!("E1: {code}"));
    }
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
