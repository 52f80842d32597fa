//! Tests of `UnknownCode` with arbitrary texts.

use core::error::Error;

use errcat::UnknownCode;

#[test]
fn names_its_catalog() {
    let error = UnknownCode::new("example", "X");
    assert_eq!(error.catalog(), "example");
    assert_eq!(error, error.clone());
    assert_ne!(error, UnknownCode::new("other", "X"));
    let error: Box<dyn Error + Send + Sync> = Box::new(error);
    assert!(error.source().is_none());
}

#[cfg(not(feature = "alloc"))]
#[test]
fn keeps_nothing_without_an_allocator() {
    let error = UnknownCode::new("example", "X");
    assert_eq!(error.text(), None);
    assert_eq!(error.to_string(), "not a code of example");
    assert_eq!(error, UnknownCode::new("example", "Y"));
}

#[cfg(feature = "alloc")]
mod with_text {
    use super::UnknownCode;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        let error = UnknownCode::new("example", text);
        assert_eq!(error.to_string(), format!("`{shown}` is not a code of example"));
        assert_eq!(error.text(), Some(text));
    }

    #[test]
    fn shows_the_text() {
        check("ERR-99-999", "ERR-99-999");
        check("", "");
        check("it's \"größer\" 日本語 🦀", "it's \"größer\" 日本語 🦀");
    }

    #[test]
    fn escapes_hidden_characters() {
        check("a\n\r\t\0\u{1b}[2J\u{7f}\u{9b}", r"a\n\r\t\0\u{1b}[2J\u{7f}\u{9b}");
        check("\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}", r"\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}");
        check("a\u{200b}\u{200d}\u{feff}\u{2060}\u{ad}", r"a\u{200b}\u{200d}\u{feff}\u{2060}\u{ad}");
        check("\u{a0}\u{2028}\u{2029}\u{e000}\u{fe0f}", r"\u{a0}\u{2028}\u{2029}\u{e000}\u{fe0f}");
        check("\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}", r"\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}");
        check("e\u{301}\u{e0041}", r"e\u{301}\u{e0041}");
    }

    #[test]
    fn the_text_cannot_end_the_quotation() {
        check("` is a code", r"\` is a code");
        check(r"\u{202e}", r"\\u{202e}");
    }

    #[test]
    fn keeps_whole_characters_up_to_the_limit() {
        for c in ["a", "é", "日", "🦀"] {
            for length in [127, 128] {
                check(&c.repeat(length), &c.repeat(length));
            }
            for length in [129, 100_000] {
                let error = UnknownCode::new("example", &c.repeat(length));
                assert_eq!(error.text(), Some(c.repeat(128).as_str()));
                let shown = format!("`{}…` is not a code of example", c.repeat(128));
                assert_eq!(error.to_string(), shown);
            }
        }
        // With mixed widths, the limit falls on every byte of a character.
        for shift in 0..4 {
            let text = "a".repeat(shift) + &"🦀".repeat(200);
            let error = UnknownCode::new("example", &text);
            assert!(error.text().is_some_and(|kept| text.starts_with(kept)));
        }
    }

    #[test]
    fn a_cut_off_text_differs_from_a_complete_one() {
        let whole = UnknownCode::new("example", &"a".repeat(128));
        let cut = UnknownCode::new("example", &"a".repeat(129));
        assert_ne!(whole, cut);
        assert_eq!(cut, UnknownCode::new("example", &"a".repeat(130)));
    }
}
