//! What the outputs say is imported again.

#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

use serde_json::Value;

use crate::folder::Folder;

const SETTINGS: &str = "\
outputs:
  json: { path: out/shop.json }
  markdown: { path: out/markdown }
  html: { path: out/html }
  openapi: { path: out/openapi.yaml }
  typescript: { path: out/typescript }
  python: { path: out/python }
  go: { path: out/go }
";

const CARTS: &str = r"title: Carts
errors:
  cart_empty:
    name: CartEmptyError
    message: The cart is empty.
    description: Nothing was put in. Put in something.
    status: 409
    help: [Put something in., Or go away.]
  cart_full:
    message: Only {left} of {article} are left.
    params: { left: u32, article: string }
    status: 409
    retry: never
    parent: cart_empty
";

const ORDERS: &str = r#"title: Orders
errors:
  ORD-1: { message: The order is gone., status: 410, deprecated: { since: 2.0.0, use: ORD-2 } }
  ORD-2: { name: Lost, message: "The order is \"lost\": 50 %.", description: "A `b`\n\nC <d> & 'e' | f", status: 404 }
"#;

/// An output: a file of it, and what it carries.
struct Output {
    file: &'static str,
    carries: &'static [&'static str],
    /// Fields that have another meaning in the output.
    other: &'static [&'static str],
}

const fn output(
    file: &'static str,
    carries: &'static [&'static str],
    other: &'static [&'static str],
) -> Output {
    Output { file, carries, other }
}

const OUTPUTS: [Output; 8] = [
    output("catalog.jsonl", &ALL, &[]),
    output("out/shop.json", &ALL, &[]),
    output(
        "out/markdown/shop/index.md",
        &["name", "message", "description", "status", "retry", "help", "family_title"],
        &["family", "deprecated"],
    ),
    output(
        "out/html/index.html",
        &["name", "message", "description", "status", "help", "family_title"],
        &["family", "deprecated"],
    ),
    // The names are those of constants.
    output("out/openapi.yaml", &["message", "status"], &["name", "family", "family_title"]),
    output("out/go/info.go", &INFO, &["family_title"]),
    output("out/typescript/info.ts", &INFO, &["family_title"]),
    output("out/python/info.py", &INFO, &["family_title"]),
];

/// What the table of a client has.
const INFO: [&str; 8] = ["family", "name", "message", "description", "status", "retry", "help", "deprecated"];

const ALL: [&str; 14] = [
    "family",
    "family_title",
    "name",
    "message",
    "description",
    "status",
    "retry",
    "help",
    "deprecated",
    "params",
    "parent",
    "visibility",
    "dynamic",
    "retired",
];

/// Returns the errors of the catalogs in a folder.
fn errors(folder: &Folder) -> Vec<Value> {
    let run = folder.run(&["print", "catalog", "--format", "jsonl"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn every_output_that_carries_a_field_brings_it_back() {
    let folder = Folder::with(&[
        ("errcat.yaml", SETTINGS),
        ("catalogs/shop/catalog.yaml", "errcat: 1\ntitle: Shop API\nfamilies: [cart, order]\n"),
        ("catalogs/shop/cart.yaml", CARTS),
        ("catalogs/shop/order.yaml", ORDERS),
    ]);
    let run = folder.run(&["gen"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let lines = folder.run(&["print", "catalog", "--format", "jsonl"]).stdout;
    folder.write("catalog.jsonl", &lines);
    let expected = errors(&folder);
    let mut wrong = Vec::new();
    for Output { file, carries, other } in OUTPUTS {
        let is_code = [".go", ".ts", ".py"].iter().any(|ending| file.ends_with(ending));
        if is_code && !cfg!(feature = "source-code") {
            continue;
        }
        let name = file.rsplit('/').next().expect("a name");
        let imported = Folder::with(&[(name, &folder.read(file))]);
        let run = imported.run(&["import", name, "-o", "catalogs/shop"]);
        assert_eq!(run.status, 0, "{file}: {}{}", run.stdout, run.stderr);
        let errors = errors(&imported);
        assert_eq!(errors.len(), expected.len(), "{file}: {errors:#?}");
        for (actual, expected) in errors.iter().zip(&expected) {
            let code = &expected["code"];
            assert_eq!(actual["code"], *code, "{file}");
            for field in ALL {
                let (actual, expected) = (&actual[field], &expected[field]);
                // What an output does not carry is not invented.
                let is_fine = if carries.contains(&field) {
                    actual == expected
                } else {
                    other.contains(&field) || actual.is_null() || actual == expected
                };
                if !is_fine {
                    wrong.push(format!("{file}: {code} {field}: {actual} instead of {expected}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
