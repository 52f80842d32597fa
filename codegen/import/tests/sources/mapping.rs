//! What the mapping makes of sources: families, tags, and code that is nested deeply.

use errcat_import::{Options, Source, import, slug};

use crate::common::imported;

/// Returns the reason why a source is refused.
fn refused(path: &str, text: &str) -> String {
    let source = Source { path, bytes: text.as_bytes() };
    import(&[source], "imported", &Options::default())
        .map_or_else(|failure| failure.to_string(), |_| String::new())
}

#[test]
fn ids_of_names_in_capitals() {
    for (text, id) in [
        ("BillingErrors", "billing-errors"),
        ("billingErrors", "billing-errors"),
        ("BILLING_ERRORS", "billing-errors"),
        ("HTTPErrors", "http-errors"),
        ("Billing errors", "billing-errors"),
        ("billing--errors ", "billing-errors"),
        ("LLM", "llm"),
        // One of the words would be a single letter.
        ("OAuth", "oauth"),
        // Words are separated already.
        ("Errors of GitHub", "errors-of-github"),
        ("", ""),
        ("!", ""),
    ] {
        assert_eq!(slug(text), id, "{text:?}");
    }
    let text =
        "pub enum BillingErrors {\n    CardExpired = 1,\n}\npub enum HTTPErrors {\n    Timeout = 2,\n}\n";
    let imported = imported("codes.rs", text, &Options::default());
    let paths: Vec<&str> = imported.files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["imported/catalog.yaml", "imported/billing-errors.yaml", "imported/http-errors.yaml"]);
}

#[test]
fn tags_are_declared() {
    let table =
        "code,message,tags\ncart_empty,Empty.,\"money, cart\"\ncart_full,Full.,cart\nuser_gone,Gone.,\n";
    let nested = r#"[{"code":"a","message":"A.","tags":["money"]},{"code":"b","message":"B."}]"#;
    for (path, text, declared, count) in [
        ("shop.csv", table, "tags: { money: money, cart: cart } # guessed: ", 2),
        ("shop.json", nested, "tags: { money: money } # guessed: ", 1),
        ("plain.csv", "code,message\na,A.\n", "", 0),
    ] {
        let imported = imported(path, text, &Options::default());
        assert_eq!(imported.mistakes, Vec::<String>::new(), "{path}");
        let head = &imported.files[0].1;
        assert!(head.contains(declared), "{head}");
        assert_eq!(head.contains("tags:"), count > 0, "{head}");
    }
}

#[test]
fn brackets_in_texts_and_comments_are_no_code() {
    let many = "([<".repeat(300);
    let text = format!(
        "// {many}{{\n/* {many}{{ */\npub enum E {{\n    /// {many}\n    #[error(\"{many}\")]\n    A = 1,\n\
         \x20   #[error(r#\"{many}\"#)]\n    B = 2,\n}}\npub static OPEN: char = '(';\npub static BYTE: u8 = b'{{';\n"
    );
    for path in ["codes.rs", "codes"] {
        let imported = imported(path, &text, &Options::default());
        let messages: Vec<&str> =
            imported.errors.iter().filter_map(|error| error["message"].as_str()).collect();
        assert_eq!(messages, [many.as_str(), many.as_str()], "{path}");
    }
    // Shifts, comparisons and arrows open nothing.
    let list = "1 << 3, if 2 < 3 { 1 } else { 0 }, ".repeat(100) + &"1 << 4, ".repeat(10_000);
    let text = format!("pub enum E {{ A = 1 }}\npub static LIST: &[u8] = &[{list}];\n");
    assert_eq!(refused("codes.rs", &text), "");
}

#[test]
fn code_that_is_nested_deeply_is_refused() {
    let deep = |open: &str, close: &str, times| {
        format!("pub enum E {{\n    A = {}1{},\n}}\n", open.repeat(times), close.repeat(times))
    };
    for (open, close) in [("(", ")"), ("{", "}"), ("[", "]"), ("-", ""), ("!", ""), ("&", "")] {
        for times in [300, 100_000] {
            let reason = refused("codes.rs", &deep(open, close, times));
            assert_eq!(reason, "the code is nested too deeply to be read", "{open} {times}");
        }
    }
    let types = format!("pub enum E {{ A({}u8{}) }}\n", "Box<".repeat(100_000), ">".repeat(100_000));
    assert_eq!(refused("codes.rs", &types), "the code is nested too deeply to be read");
    assert_eq!(refused("codes.rs", &deep("(", ")", 50)), "");
}

#[test]
fn what_is_cut_off_is_refused() {
    for (path, text, reason) in [
        ("a.csv", "code,message\n", "the table has a header, but no rows"),
        (
            "a.csv",
            "code,message\nE1,A.\nE2,\"B. \n",
            "line 3: the file ends inside a quoted text of this row; it seems to be cut off",
        ),
        (
            "a.tsv",
            "code\tmessage\nE1\t\"A",
            "line 2: the file ends inside a quoted text of this row; it seems to be cut off",
        ),
        (
            "a.rs",
            "pub enum E {\n    A = 1,\n",
            "this is not Rust: a bracket or a quotation mark is not closed",
        ),
        (
            "a.rs",
            "pub enum E {\n    #[error(\"A",
            "this is not Rust: a bracket or a quotation mark is not closed",
        ),
        ("a.rs", "pub enum E { A = 1 }\npub enum\n", "this is not Rust: "),
    ] {
        assert!(refused(path, text).starts_with(reason), "{path}: {}", refused(path, text));
    }
    // A quotation mark inside a text, and a text of two lines, are complete.
    for text in
        ["code,message\nE1,5\" pipe\n", "code,message\nE1,\"A\nB\"", "code,message\nE1,\"\"\"A\"\"\"\n"]
    {
        assert_eq!(refused("a.csv", text), "");
    }
    let deep = format!("a: {}", "[".repeat(1_000_000));
    assert_eq!(refused("a.yaml", &deep), "this is not YAML that can be read: it is nested too deeply");
}
