//! What the outputs say is imported again.

#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

use serde_json::Value;

use crate::folder::Folder;

const SETTINGS: &str = "\
outputs:
  rust: { path: out/rust }
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

const OUTPUTS: [Output; 9] = [
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
    output(
        "out/rust/RUST.rs",
        &["name", "message", "description", "status", "retry"],
        &["family", "family_title", "dynamic"],
    ),
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

/// Returns `true` if an output shows a field of an error otherwise than its catalog says it.
fn is_shown_otherwise(file: &str, field: &str, actual: &Value, expected: &Value) -> bool {
    let is_document = [".md", ".html", ".yaml"].iter().any(|ending| file.ends_with(ending));
    match field {
        // A description that follows from a rule for the whole catalog is not one of the error.
        "description" if expected["description_derived"] == true => actual[field].is_null(),
        // Outsiders never see what a mask hides.
        _ if file.ends_with("openapi.yaml") && !expected["mask"].is_null() => true,
        // The description of an error without a message stands where messages stand.
        "message" | "description" if is_document && expected["message"].is_null() => {
            let is_all = actual["message"] == expected["description"] && actual["description"].is_null();
            is_all || (actual["message"].is_null() && actual["description"] == expected["description"])
        }
        _ => false,
    }
}

/// Returns the files that have all codes: the file itself, or one per family, in their order.
fn files(folder: &Folder, file: &str) -> Vec<String> {
    let module = file.strip_suffix(".rs").filter(|_| !folder.read(file).contains("rows! {"));
    let Some(module) = module else { return vec![file.to_owned()] };
    let mut families: Vec<String> = Vec::new();
    for error in errors(folder) {
        let family = error["family"].as_str().expect("a family").replace('-', "_");
        let file = format!("{module}/{family}.rs");
        if !families.contains(&file) {
            families.push(file);
        }
    }
    families
}

/// Imports every output of the one catalog in a folder, and compares what came back.
fn compare(folder: &Folder, id: &str) -> Vec<String> {
    let settings = SETTINGS.replace("out/shop.json", &format!("out/{id}.json"));
    folder.write("errcat.yaml", &settings);
    let run = folder.run(&["gen"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let lines = folder.run(&["print", "catalog", "--format", "jsonl"]).stdout;
    folder.write("catalog.jsonl", &lines);
    let expected = errors(folder);
    let mut wrong = Vec::new();
    for Output { file, carries, other } in OUTPUTS {
        let file = file.replace("shop", id).replace("RUST", &id.replace('-', "_"));
        let is_code = [".go", ".ts", ".py"].iter().any(|ending| file.ends_with(ending));
        if is_code && !cfg!(feature = "source-code") {
            continue;
        }
        let imported = Folder::with(&[]);
        let target = format!("catalogs/{id}");
        let names = files(folder, &file);
        let mut arguments = vec!["import", "-o", &target];
        for name in &names {
            let short = name.rsplit('/').next().expect("a name");
            imported.write(short, &folder.read(name));
            arguments.push(short);
        }
        let run = imported.run(&arguments);
        assert_eq!(run.status, 0, "{file}: {}{}", run.stdout, run.stderr);
        let errors = errors(&imported);
        // An API description has each code once, also if several families have it.
        let is_once = file.ends_with("openapi.yaml");
        let others = |code: &Value| expected.iter().filter(|error| error["code"] == *code).count();
        let expected = expected.iter().filter(|error| !is_once || others(&error["code"]) == 1);
        let expected: Vec<&Value> = expected.collect();
        let errors = errors.iter().filter(|error| !is_once || others(&error["code"]) == 1);
        let errors: Vec<&Value> = errors.collect();
        assert_eq!(errors.len(), expected.len(), "{file}");
        for (actual, expected) in errors.iter().zip(&expected) {
            let code = &expected["code"];
            assert_eq!(actual["code"], *code, "{file}");
            for field in ALL {
                let (found, wanted) = (&actual[field], &expected[field]);
                // What an output does not carry is not invented.
                let is_fine = found == wanted
                    || is_shown_otherwise(&file, field, actual, expected)
                    || (!carries.contains(&field) && (other.contains(&field) || found.is_null()));
                if !is_fine {
                    wrong.push(format!("{file}: {code} {field}: {found} instead of {wanted}"));
                }
            }
        }
    }
    wrong
}

#[test]
fn every_output_that_carries_a_field_brings_it_back() {
    let folder = Folder::with(&[
        ("catalogs/shop/catalog.yaml", "errcat: 1\ntitle: Shop API\nfamilies: [cart, order]\n"),
        ("catalogs/shop/cart.yaml", CARTS),
        ("catalogs/shop/order.yaml", ORDERS),
    ]);
    let wrong = compare(&folder, "shop");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_shipped_catalogs_come_back() {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogs");
    let (mut count, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(shipped).expect("the shipped catalogs") {
        let entry = entry.expect("a folder");
        let id = entry.file_name().into_string().expect("an id");
        let folder = Folder::with(&[]);
        for file in std::fs::read_dir(entry.path()).expect("a catalog") {
            let file = file.expect("a file").path();
            // Translations are no part of what the other outputs carry.
            if file.is_file() {
                let name = file.file_name().expect("a name").to_string_lossy();
                let text = std::fs::read_to_string(&file).expect("text");
                folder.write(&format!("catalogs/{id}/{name}"), &text);
            }
        }
        wrong.extend(compare(&folder, &id));
        count += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 4, "{count} catalogs");
}
