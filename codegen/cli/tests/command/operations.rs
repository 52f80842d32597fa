//! Tests of the responses of operations in the output `openapi`.

use crate::folder::Folder;

const SHOP: &str = "errcat: 1
title: Shop API
errors:
  cart_missing: { message: There is no such cart., status: 404 }
  cart_banned: { message: There is no such cart., status: 404, mask: cart_missing, name: BannedCustomer }
  cart_full: { message: The cart is full., status: 409 }
  cart_audit: { message: A tamper alarm., visibility: internal, status: 500 }
  cart_old: { message: The cart is old., status: 410, retired: { use: cart_full } }
  cart_odd: The cart is odd.
";
const BANK: &str =
    "errcat: 1\ntitle: Bank API\nerrors:\n  card_lost: { message: The card is lost., status: 402 }\n";
const SETTINGS: &str = "outputs: { openapi: { path: api.yaml } }\n";

fn project(settings: &str, operations: &str) -> Folder {
    Folder::with(&[
        ("catalogs/shop.yaml", SHOP),
        ("catalogs/bank.yaml", BANK),
        ("errcat.yaml", settings),
        ("ops.yaml", operations),
    ])
}

/// Returns the part of a document about one response.
fn response(document: &str, name: &str) -> Option<String> {
    let start = document.find(&format!("\n    {name}:\n"))?;
    let rest = document.get(start + 1..)?;
    let lines = rest.lines().enumerate();
    let own = lines.take_while(|(at, line)| *at == 0 || line.starts_with("      ")).map(|(_, line)| line);
    Some(own.collect::<Vec<_>>().join("\n"))
}

#[test]
fn each_operation_has_a_response_per_status() {
    let operations = "getCart: [cart_missing, shop/cart_full, cart_odd]\npay.card: shop/shop/cart_full\nbank-card: [card_lost]\n";
    let folder = project(SETTINGS, operations);
    let run = folder.run(&["gen", "openapi", "--operations", "ops.yaml"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let document = folder.read("api.yaml");
    let own = |name: &str| response(&document, name).expect(name);
    assert!(own("getCart404").contains("There is no such cart."));
    assert!(!own("getCart404").contains("cart_full"));
    assert!(own("getCart409").contains("#/components/schemas/ShopError"));
    assert!(own("getCart4XX").contains("The cart is odd."));
    assert!(response(&document, "getCart5XX").is_some());
    assert!(own("pay.card409").contains("The cart is full."));
    assert!(own("bank-card402").contains("#/components/schemas/BankError"));
    assert!(response(&document, "Shop404").is_some(), "the responses of the catalog stay");
    assert_eq!(response(&document, "pay.card404"), None);
}

#[test]
fn outsiders_see_masks() {
    let folder = project(SETTINGS, "getCart: [cart_banned, cart_missing, cart_audit]\nban: cart_banned\n");
    for settings in [SETTINGS, "outputs: { openapi: { path: api.yaml, visibility: public } }\n"] {
        folder.write("errcat.yaml", settings);
        let run = folder.run(&["gen", "openapi", "--operations", "ops.yaml"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let document = folder.read("api.yaml");
        let responses = document.split("\n  responses:\n").nth(1).expect("responses");
        assert!(!responses.contains("cart_banned") && !responses.contains("Banned"), "{responses}");
        assert!(!responses.contains("cart_audit") && !responses.contains("getCart500"), "{responses}");
        for name in ["getCart404", "ban404"] {
            let own = response(&document, name).expect(name);
            assert_eq!(own.matches("summary: There is no such cart.").count(), 1, "{own}");
        }
    }
}

#[test]
fn mistakes_are_findings_with_their_places() {
    let operations = "getCart: [cart_mising, cart_old]\nShop: cart_full\nget cart: cart_full\npay: [cart_full, card_lost]\npay: cart_full\n";
    let folder = project(SETTINGS, operations);
    let run = folder.run(&["gen", "openapi", "--operations", "ops.yaml", "--format", "concise"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    for finding in [
        "ops.yaml:1:11: error[dangling-reference]: there is no code `cart_mising`",
        "ops.yaml:1:24: error[dangling-reference]: `cart_old` is retired",
        "ops.yaml:2:1: error[wrong-type]",
        "ops.yaml:3:1: error[wrong-type]",
        "ops.yaml:4:18: error[wrong-type]",
        "ops.yaml:5:1: error[duplicate-key]",
    ] {
        assert!(run.stdout.contains(finding), "{finding}\n{}", run.stdout);
    }
    assert!(!folder.files().contains(&"api.yaml".to_owned()));
}

#[test]
fn a_code_of_several_catalogs_needs_its_place() {
    let folder = project(SETTINGS, "pay: cart_full\n");
    folder.write("catalogs/bank.yaml", &BANK.replace("card_lost", "cart_full"));
    let arguments = ["gen", "openapi", "--operations", "ops.yaml"];
    let run = folder.run(&arguments);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("write `bank/bank/cart_full` or `shop/shop/cart_full`"), "{}", run.stdout);
    folder.write("ops.yaml", "pay: bank/cart_full\n");
    assert_eq!(folder.run(&arguments).status, 0);
    assert!(response(&folder.read("api.yaml"), "pay402").is_some());
}

#[test]
fn the_settings_can_name_the_file() {
    let folder =
        project("outputs: { openapi: { path: api.yaml, operations: ops.yaml } }\n", "pay: cart_full\n");
    assert_eq!(folder.run(&["gen"]).status, 0);
    assert!(response(&folder.read("api.yaml"), "pay409").is_some());
    assert_eq!(folder.run(&["check"]).status, 0);
    folder.write("ops.yaml", "pay: cart_missing\n");
    let check = folder.run(&["check", "--format", "concise"]);
    assert!(check.stdout.contains("api.yaml:1:1: error[stale-output]"), "{}", check.stdout);
    folder.write("ops.yaml", "pay: cart_mising\n");
    let check = folder.run(&["check", "--format", "concise"]);
    assert!(check.stdout.contains("ops.yaml:1:6: error[dangling-reference]"), "{}", check.stdout);
}

#[test]
fn operations_need_the_output_and_the_file() {
    let folder = project("outputs: { json: { path: catalog.json } }\n", "pay: cart_full\n");
    let run = folder.run(&["gen", "--operations", "ops.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("only for the output `openapi`"), "{}", run.stderr);
    let run = project(SETTINGS, "").run(&["gen", "openapi", "--operations", "missing.yaml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("missing.yaml"), "{}", run.stderr);
}

/// A pipe would never end.
#[cfg(unix)]
#[test]
fn only_a_regular_file_is_read() {
    let folder = project(SETTINGS, "");
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status().expect("mkfifo");
    assert!(made.success());
    let run = folder.run(&["gen", "openapi", "--operations", "pipe"]);
    assert!(run.stderr.contains("pipe: not a regular file"), "{}", run.stderr);
    assert_eq!(run.status, 2);
}
