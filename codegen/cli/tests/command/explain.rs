//! Tests of `errcat explain` and `errcat print`.

use crate::folder::Folder;

#[test]
fn a_built_in_code_is_explained_without_a_project() {
    let folder = Folder::with(&[]);
    for query in
        ["ERR-05-002", "err_05_002", "phala-cloud/ERR-05-002", "TokenRateLimitError", "token_rate_limit"]
    {
        let run = folder.run(&["explain", query]);
        assert_eq!(run.status, 0, "{query}: {}", run.stdout);
        let first = run.stdout.lines().next().unwrap_or_default();
        assert_eq!(
            first,
            "ERR-05-002  TokenRateLimitError                          phala-cloud · Credentials"
        );
        assert!(run.stdout.contains("Raised when token creation rate limit is exceeded"), "{}", run.stdout);
        assert!(run.stdout.contains("phala_cloud::Code::TokenRateLimit"), "{}", run.stdout);
    }
}

/// Checks go on after a name that could not be made, with one that is made up. Nobody sees it.
#[test]
fn a_code_without_a_valid_name_is_explained_without_one() {
    let errors =
        "  \"---\": The dashes.\n  \"+++\": The pluses.\n  \"???\": { name: \"!!!\", message: The marks. }\n";
    let shop = format!("errcat: 1\ntitle: Shop API\nerrors:\n{errors}");
    let folder = Folder::with(&[("catalogs/shop.yaml", shop.as_str())]);
    for code in ["---", "+++", "???"] {
        let run = folder.run(&["explain", "--", code]);
        assert!(run.stdout.starts_with(code), "{}", run.stdout);
        assert!(!run.stdout.contains("Unnamed") && !run.stdout.contains("Rust"), "{}", run.stdout);
        let run = folder.run(&["explain", "--format", "json", "--", code]);
        assert!(run.stdout.contains("\"ident\":null"), "{}", run.stdout);
    }
    let run = folder.run(&["check", "--format", "json"]);
    assert!(run.stdout.contains("reserved-ident") && !run.stdout.contains("Unnamed"), "{}", run.stdout);
}

#[test]
fn an_ambiguous_code_lists_all_matches() {
    let folder = Folder::with(&[]);
    let run = folder.run(&["explain", "INVALID_API_KEY"]);
    let expected = "\
2 codes match `INVALID_API_KEY`:
  novita/image-video-audio  403  API Key validation failed
  novita/llm                403  API Key not provided
choose one, for example: errcat explain novita/llm/INVALID_API_KEY
";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 1));
    let run = folder.run(&["explain", "novita/llm/INVALID_API_KEY"]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("API Key not provided"));
}

/// The page of a code of one family among several has the family in its address, in every output.
#[test]
fn the_address_of_a_page_has_its_family() {
    let head = "errcat: 1\ntitle: Shop\nunique: family\ndocs: 'https://x.example/{family}/{code}'\nfamilies: [cart, user]\n";
    let family = |title: &str| format!("title: {title}\nerrors:\n  'not found': {title} is gone.\n");
    let folder = Folder::with(&[
        ("errcat.yaml", "outputs: { rust: { path: src/errors }, html: { path: site } }\n"),
        ("catalogs/shop/catalog.yaml", head),
        ("catalogs/shop/cart.yaml", &family("Cart")),
        ("catalogs/shop/user.yaml", &family("User")),
    ]);
    let page = "https://x.example/user/not%20found";
    let run = folder.run(&["explain", "shop/user/not found"]);
    assert!(run.stdout.contains(page), "{}", run.stdout);
    assert_eq!(folder.run(&["gen"]).status, 0);
    assert!(folder.read("src/errors/shop/user.rs").contains(page));
    let html = folder.read("site/shop/user/not~20found/index.html");
    assert!(html.contains(&format!("rel=\"canonical\" href=\"{page}\"")), "{html}");
}

#[test]
fn parents_and_children_are_shown() {
    let text = "errcat: 1\ntitle: Shop\ncode: { separator: '.' }\nerrors:\n  card:\n    message: Declined.\n    sub:\n      stolen: Stolen.\n      lost: Lost.\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", text)]);
    let line = |code: &str, label: &str| {
        let run = folder.run(&["explain", code]);
        assert_eq!(run.status, 0, "{}", run.stdout);
        let found = run.stdout.lines().find_map(|line| line.strip_prefix(&format!("  {label} ")));
        found.map(|text| text.trim().to_owned())
    };
    assert_eq!(line("card", "children").as_deref(), Some("card.stolen, card.lost"));
    assert_eq!(line("card", "parent"), None);
    assert_eq!(line("card.lost", "parent").as_deref(), Some("card"));
    assert_eq!(line("card.lost", "source").as_deref(), Some("catalogs/shop.yaml:9"));
    let lines = folder.run(&["print", "catalog", "--format", "jsonl"]).stdout;
    let parents = lines.lines().map(|line| line.contains("\"parent\":\"card\""));
    assert_eq!(parents.collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn an_unknown_code_exits_with_1_and_a_suggestion() {
    let run = Folder::with(&[]).run(&["explain", "snapshot_not_fuond"]);
    let expected = "no code matches `snapshot_not_fuond`; did you mean `snapshot_not_found`";
    assert!(run.stdout.starts_with(expected), "{}", run.stdout);
    assert_eq!(run.status, 1);
}

#[test]
fn project_catalogs_replace_built_in_ones_of_the_same_id() {
    let own = "errcat: 1\ntitle: Ours\nerrors:\n  invalid_request: Ours.\n  only_ours: { message: M., mask: invalid_request }\n";
    let folder = Folder::with(&[("catalogs/nsrocks.yaml", own)]);
    let run = folder.run(&["explain", "invalid_request"]);
    assert_eq!(run.status, 0);
    assert!(run.stdout.contains("catalogs/nsrocks.yaml:4"), "{}", run.stdout);
    let run = folder.run(&["explain", "snapshot_not_found"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    // The built-in catalogs answer only with their id.
    assert_eq!(folder.run(&["explain", "ERR-01-001"]).status, 1);
    assert_eq!(folder.run(&["explain", "phala-cloud/ERR-01-001"]).status, 0);
}

#[test]
fn print_catalog_has_the_documented_keys_in_order() {
    let text = r#"errcat: 1
title: Shop
tags: { money: About money. }
errors:
  paid:
    name: AlreadyPaid
    message: "{order} is paid."
    params: { order: string, at: { type: timestamp, optional: true } }
    details: { ids: [u64], Parts: [{ id: uuid, type: { type: string, optional: true, field: kind } }], at: { type: { host: string } } }
    status: 409
    tags: [money]
    links: [{ label: Help, url: "https://example.com" }]
    aliases: [was_paid]
    deprecated: { since: 1.2.0, use: open }
    x-team: billing
  open:
"#;
    let folder = Folder::with(&[("catalogs/shop.yaml", &text.replace("{order} is", "{order} {at} is"))]);
    let run = folder.run(&["print", "catalog", "--format", "jsonl"]);
    assert_eq!((run.stderr.as_str(), run.status), ("", 0), "{}", run.stdout);
    let rows: Vec<serde_json::Map<String, serde_json::Value>> =
        run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let expected = "catalog family family_title code ident name names status message description description_derived dynamic retry class \
                    params details help links tags mask visibility transport exit since deprecated retired aliases placeholders index";
    let expected: Vec<&str> = expected.split_whitespace().collect();
    // New keys may come between them.
    let keys: Vec<&str> = rows[1].keys().map(String::as_str).filter(|key| expected.contains(key)).collect();
    assert_eq!(keys, expected);
    assert_eq!(rows[0]["params"]["at"]["type"], "timestamp");
    assert_eq!(rows[0]["details"]["ids"]["type"], serde_json::json!(["u64"]));
    let [id, kind] = [("uuid", false), ("string", true)].map(|(ty, optional)| {
        serde_json::json!({ "type": ty, "optional": optional, "sensitive": false, "description": null })
    });
    let mut kind = kind;
    kind["field"] = "kind".into();
    assert_eq!(rows[0]["details"]["Parts"]["type"], serde_json::json!([{ "id": id, "type": kind }]));
    assert_eq!(rows[0]["details"]["at"]["type"]["host"]["type"], "string");
    let explained = folder.run(&["explain", "paid"]).stdout;
    let details =
        "ids (list of u64), Parts (list of { id: uuid, type: optional string }), at ({ host: string })";
    assert!(explained.contains(details), "{explained}");
    assert_eq!(rows[0]["deprecated"], serde_json::json!({ "since": "1.2.0", "use": "open", "note": null }));
    assert_eq!(rows[0]["x-team"], "billing");
    assert_eq!(
        (&rows[1]["help"], &rows[1]["status"], &rows[1]["index"]),
        (&().into(), &().into(), &2.into())
    );
}

#[test]
fn print_catalog_reports_the_findings_of_a_broken_catalog() {
    let folder = Folder::with(&[("catalogs/shop.yaml", "errcat: 1\n")]);
    let run = folder.run(&["print", "catalog"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("error[wrong-type]: a catalog must have the key `title`"), "{}", run.stdout);
}

#[test]
fn built_in_catalogs_answer_beside_unreadable_ones() {
    for files in [&[("catalogs/readme.txt", "")][..], &[("catalogs/shop.yaml", "{")], &[("errcat.yaml", "{")]]
    {
        let run = Folder::with(files).run(&["explain", "phala-cloud/ERR-01-001"]);
        assert_eq!(run.status, 0, "{files:?}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn a_rule_is_explained_with_its_examples() {
    let run = Folder::with(&[]).run(&["explain", "missing-text"]);
    assert_eq!(run.status, 0);
    for part in ["rule · warn", "Bad:", "Good:", "allow: { missing-text: the reason }"] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    assert!(!Folder::with(&[]).run(&["explain", "duplicate-code"]).stdout.contains("allow: {"));
}

#[test]
fn a_key_is_explained_in_every_map_that_has_it() {
    let folder = Folder::with(&[]);
    let run = folder.run(&["explain", "params"]);
    assert_eq!(run.status, 0);
    let headings: Vec<&str> = run.stdout.lines().filter(|line| line.contains(" key of ")).collect();
    let maps: Vec<&str> = headings.iter().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(maps, ["error.params", "envelope.params", "release.params", "remains.params"]);

    let run = folder.run(&["explain", "param.type"]);
    let expected = "\
param.type                                               key of a parameter

  The type of the value; in brackets, a list of such values.

  A map is an object: the type of each member by its name, as in `{ host: string, port: u16 }`. A member may be a map with the keys of a parameter, too.

  type         a parameter type, one in brackets, or a map of them
  words        string, bool, i8, i16, i32, i64, u8, u16, u32, u64, float, duration, timestamp, url, uuid
  required     yes
  since        format version 1

  Example:
      type: string
";
    assert_eq!((run.stdout.as_str(), run.status), (expected, 0));
    let run = folder.run(&["explain", "notice"]);
    assert!(run.stdout.contains("  use            The code that takes its place.\n"), "{}", run.stdout);
    assert_eq!(folder.run(&["explain", "error.errcat"]).status, 1);
}

#[test]
fn a_map_is_explained_before_the_keys_of_its_name() {
    let folder = Folder::with(&[]);
    for (name, key_of_map, key) in [
        ("error", "message", "fact.error"),
        ("code", "pattern", "catalog.code"),
        ("envelope", "request_id", "catalog.envelope"),
        ("rust", "features", "outputs.rust"),
    ] {
        let text = folder.run(&["explain", name]).stdout;
        assert!(text.contains(&format!("{name:<56} map\n")), "{name}: {text}");
        let key = text.find(&format!("\n{key} ")).expect("the key");
        let in_map = text.find(&format!("\n  {key_of_map} ")).expect("a key of the map");
        assert!(in_map < key, "{name}: {text}");
    }
    // A value can be one such map or a list of them.
    let text = folder.run(&["explain", "outputs.rust"]).stdout;
    assert_eq!(text.matches("\n  keys ").count(), 1, "{text}");
}

#[test]
fn a_code_wins_over_a_key_of_the_same_name() {
    let own = "errcat: 1\ntitle: Ours\nerrors:\n  status: It has no status.\n";
    let run = Folder::with(&[("catalogs/ours.yaml", own)]).run(&["explain", "status"]);
    assert!(run.stdout.contains("It has no status."), "{}", run.stdout);
}

#[test]
fn the_schema_is_one_document_or_one_kind_of_file() {
    let folder = Folder::with(&[]);
    let schema = |arguments: &[&str]| -> serde_json::Value {
        let run = folder.run(arguments);
        assert_eq!((run.stderr.as_str(), run.status), ("", 0));
        serde_json::from_str(&run.stdout).expect("JSON")
    };
    let all = schema(&["print", "schema"]);
    assert_eq!(all["$schema"], "http://json-schema.org/draft-07/schema#");
    for file in ["catalog", "family", "locale", "config"] {
        assert!(all["definitions"][file]["properties"].is_object(), "{file}");
        let one = schema(&["print", "schema", file]);
        assert_eq!(one["definitions"][file], all["definitions"][file]);
        assert_eq!(one["allOf"][0]["$ref"], format!("#/definitions/{file}"));
    }
    assert!(schema(&["print", "schema", "locale"])["definitions"]["rust"].is_null());
    assert_eq!(all["definitions"]["param"]["properties"]["optional"]["default"], false);
}

#[test]
fn all_variants_of_a_code_are_shown() {
    let text = "errcat: 1\ntitle: Storage\nerrors:\n  Denied:\n    status: 403\n    variants:\n    \
                - { name: NoAccess, message: You may not read it. }\n    - { name: Disabled, message: The account was closed., status: 400 }\n";
    let folder = Folder::with(&[("catalogs/storage.yaml", text)]);
    let explained = folder.run(&["explain", "Denied"]);
    assert_eq!(explained.status, 0, "{}", explained.stdout);
    for part in ["Denied  NoAccess", "You may not read it.", "403", "Denied  Disabled", "400"] {
        assert!(explained.stdout.contains(part), "{part}: {}", explained.stdout);
    }
    let one = folder.run(&["explain", "disabled"]).stdout;
    assert!(one.contains("Disabled") && !one.contains("NoAccess"), "{one}");
    let lines = folder.run(&["print", "catalog", "--format", "jsonl"]).stdout;
    assert!(lines.contains("\"index\":1") && lines.contains("\"index\":2"), "{lines}");
    // The ledger has a line for each of them.
    let release = text.replace("title: Storage", "title: Storage\nversion: 0.1.0");
    let folder = Folder::with(&[("catalogs/storage.yaml", release.as_str())]);
    let released = folder.run(&["release"]);
    assert_eq!(released.status, 0, "{}", released.stdout);
    let ledger = folder.read("catalogs/storage.lock");
    assert_eq!(ledger.matches("\"code\":\"Denied\"").count(), 2, "{ledger}");
    assert_eq!(folder.run(&["check"]).status, 0);
}

/// A catalog with integers, an envelope and a class.
const BANK: &str = r"errcat: 1
title: Bank API
version: 1.0.0
code: { type: integer }
envelope: { code: error.errno, message: error.text }
classes: [{ name: MoneyError, when: { status: 402 } }, { name: BankError, when: any }]
errors:
  4021: { message: The account is empty., status: 402, details: { wait: duration } }
  4022: { message: The card is blocked., status: 402, retired: { since: 1.0.0 } }
  4040: There is no such account.
";

#[test]
fn bodies_and_lines_of_logs_are_understood() {
    let folder = Folder::with(&[("catalogs/bank.yaml", BANK)]);
    for pasted in [
        r#"{"error":{"errno":4021,"text":"Something else"},"n":4040}"#,
        "2026-01-02T03:04:05 WARN payment failed: 4021 (account 12)",
    ] {
        let runs = [folder.run(&["explain", pasted]), folder.run_with_input(&["explain", "-"], pasted)];
        for run in runs {
            assert_eq!(run.status, 0, "{pasted}: {}", run.stdout);
            assert!(run.stdout.starts_with("4021 "), "{pasted}: {}", run.stdout);
        }
    }
    let run = folder.run(&["explain", "nothing known here, 12 times"]);
    assert_eq!((run.stdout.as_str(), run.status), ("no known code is in the text\n", 1));
    let built_in = Folder::with(&[]);
    let body = r#"{"error_code":"ERR-05-002","message":"Too many"}"#;
    let run = built_in.run(&["explain", body]);
    assert!(run.stdout.starts_with("ERR-05-002 "), "{}", run.stdout);
    // Two families have the code.
    let body = r#"{"code":403,"reason":"INVALID_API_KEY","message":"API Key not provided"}"#;
    let run = built_in.run(&["explain", body]);
    assert!(run.stdout.starts_with("2 codes match the text:\n"), "{}", run.stdout);
    assert!(run.stdout.contains("  novita/llm "), "{}", run.stdout);
    let line = r#"level=warn code=snapshot_not_found msg="gone""#;
    assert!(built_in.run(&["explain", line]).stdout.starts_with("snapshot_not_found "));
}

#[test]
fn a_part_of_a_code_finds_it_or_lists_the_codes() {
    let folder = Folder::with(&[]);
    let run = folder.run_with_input(&["explain", "-"], &"[".repeat(100_000));
    assert_eq!((run.stdout, run.status), (format!("no code matches `{}…`\n", "[".repeat(80)), 1));
    let run = folder.run(&["explain", "05-002"]);
    assert!(run.stdout.starts_with("ERR-05-002 "), "{}", run.stdout);
    let run = folder.run(&["explain", "ERR-05"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("\n  phala-cloud/ERR-05-001  "), "{}", run.stdout);
}

#[test]
fn everything_about_an_error_is_shown() {
    let folder = Folder::with(&[("catalogs/bank.yaml", BANK)]);
    let run = folder.run(&["explain", "4021"]);
    for line in ["status       402", "details      wait (duration)", "class        MoneyError (by rule)"] {
        assert!(run.stdout.contains(line), "{line}: {}", run.stdout);
    }
    let retired = folder.run(&["explain", "4022"]).stdout;
    assert!(retired.contains("retired      1.0.0"), "{retired}");
    let json = folder.run(&["explain", "4021", "--format", "json"]);
    let row: serde_json::Value = serde_json::from_str(&json.stdout).expect("one line of JSON");
    assert_eq!((row["code"].as_i64(), json.status), (Some(4021), 0));
}

#[test]
fn removed_codes_are_explained_by_the_ledger() {
    let folder = Folder::with(&[("catalogs/bank.yaml", BANK)]);
    assert_eq!(folder.run(&["release", "--first"]).status, 0);
    let without = BANK.replace("  4040: There is no such account.\n", "");
    folder.write("catalogs/bank.yaml", &without);
    let run = folder.run(&["explain", "4040"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert!(run.stdout.contains("There is no such account."), "{}", run.stdout);
    assert!(run.stdout.contains("removed      no longer in the catalog"), "{}", run.stdout);
}

#[test]
fn three_near_codes_are_suggested() {
    let text = "errcat: 1\ntitle: Shop\nerrors:\n  cart_full: One.\n  cart_fall: Two.\n  cart_fell: Three.\n  cart_fill: Four.\n";
    let folder = Folder::with(&[("catalogs/shop.yaml", text)]);
    let run = folder.run(&["explain", "cart_foll"]);
    assert_eq!(run.status, 1);
    assert_eq!(run.stdout.matches("`cart_f").count(), 4, "{}", run.stdout);
    assert!(run.stdout.contains(" or `cart_f"), "{}", run.stdout);
}
