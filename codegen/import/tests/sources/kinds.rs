//! Sources of every kind, with the errors that they name.

use errcat_import::Options;
use serde_json::Value;

use crate::common::{check, imported};

#[test]
fn markdown_tables_and_headings() {
    let table = "# Shop\n\n## Carts\n\n| Code | HTTP status | Meaning |\n|---|---|---|\n\
        | `cart_empty` | 409 | The cart is *empty*. |\n| `cart_full` | 409 Conflict | Use `DELETE` \\| `PATCH`. |\n\n\
        ## Users\n\n| Code | HTTP status | Meaning |\n|:--|--:|---|\n| `user_gone` | | The user `id` is gone. |\n";
    check(
        "shop.md",
        "markdown",
        table,
        &[
            ["cart_empty", "-", "-", "The cart is empty.", "409"],
            ["cart_full", "-", "-", "Use `DELETE` | `PATCH`.", "409"],
            ["user_gone", "-", "-", "The user `id` is gone.", "-"],
        ],
    );
    let headings = "## bind_invalid\n\n> Cannot bind to %name%\n\nUse a variable.\n\n## each_key\n\n> Each key must be unique\n";
    check(
        "svelte.md",
        "markdown",
        headings,
        &[
            ["bind_invalid", "-", "Cannot bind to %name%", "Use a variable.", "-"],
            ["each_key", "-", "Each key must be unique", "-", "-"],
        ],
    );
    let labelled = "# Errors\n\n## Account\n\n### ACT-ERR-0\n\n- **Error Code:** `ACT-ERR-0`\n- **Error Name:** `noFunds`\n- **Description:** The balance is `0`.\n\n\
        ### ACT-ERR-1\n\n- **Error Code:** `ACT-ERR-1`\n- **Error Name:** `noUser`\n- **Description:** There is no user.\n";
    check(
        "labels.md",
        "markdown",
        labelled,
        &[
            ["ACT-ERR-0", "noFunds", "-", "The balance is `0`.", "-"],
            ["ACT-ERR-1", "noUser", "-", "There is no user.", "-"],
        ],
    );
}

#[test]
fn html_tables() {
    let page = "<!DOCTYPE html><html><head><title>Errors</title><style>td { color: red }</style></head><body><h1>Errors</h1>\
        <h2>Carts</h2><table><thead><tr><th>Code</th><th>Status</th><th>Message</th></tr></thead><tbody>\
        <tr><td><code>cart_empty</code></td><td>409</td><td>The cart is &lt;empty&gt; &amp;\n done.</td></tr>\
        <tr><td>cart_full</td><td></td><td>Full<br>cart</td></tr></tbody></table>\
        <script>let x = '<table>';</script></body></html>";
    check(
        "shop.html",
        "html",
        page,
        &[
            ["cart_empty", "-", "The cart is <empty> & done.", "-", "409"],
            ["cart_full", "-", "Full\ncart", "-", "-"],
        ],
    );
}

#[test]
fn texts_with_columns_and_lines() {
    let columns = "# errcodes.txt\n#\n# The fields are\n#\n#   sqlstate, kind, errcode_macro_name, spec_name\n#\n\nSection: Class 00 - Successful Completion\n\n\
        00000    S    ERRCODE_SUCCESSFUL_COMPLETION    successful_completion\n\nSection: Class 01 - Warning\n\n\
        # do not use this class\n01000    W    ERRCODE_WARNING    warning\n0100C    W    ERRCODE_WARNING_DYNAMIC    dynamic_result\n";
    check(
        "errcodes.txt",
        "text",
        columns,
        &[
            ["00000", "ERRCODE_SUCCESSFUL_COMPLETION", "-", "-", "-"],
            ["01000", "ERRCODE_WARNING", "-", "-", "-"],
            ["0100C", "ERRCODE_WARNING_DYNAMIC", "-", "-", "-"],
        ],
    );
    let lines = "E1001 - The cart is empty\nE1002 - The cart is full\nE1003 - The cart is gone\n";
    check(
        "lines.txt",
        "text",
        lines,
        &[
            ["E1001", "-", "The cart is empty", "-", "-"],
            ["E1002", "-", "The cart is full", "-", "-"],
            ["E1003", "-", "The cart is gone", "-", "-"],
        ],
    );
}

#[test]
fn texts_of_several_lines_end_with_text() {
    let expected = [["E1", "-", "The cart\nis empty.", "-", "-"], ["E2", "-", "Full.", "-", "-"]];
    let toml = "[E1]\nmessage = '''\nThe cart\nis empty.\n'''\n[E2]\nmessage = \"Full.\"\n";
    check("codes.toml", "toml", toml, &expected);
    let yaml = "E1:\n  message: |\n    The cart\n    is empty.\nE2: { message: Full. }\n";
    check("codes.yaml", "yaml", yaml, &expected);
}

#[test]
fn nested_conditions() {
    let json = r#"{
        "CART_FULL": { "message": ["The cart <cart> is full.", "Remove something."], "sqlState": "42K01",
            "subClass": { "BOOKS": { "message": ["No more books."] } } },
        "CART_GONE": { "message": ["Gone."] }
    }"#;
    check(
        "conditions.json",
        "json",
        json,
        &[
            ["CART_FULL", "-", "The cart <cart> is full.\nRemove something.", "-", "-"],
            ["CART_FULL.BOOKS", "-", "No more books.", "-", "-"],
            ["CART_GONE", "-", "Gone.", "-", "-"],
        ],
    );
    let yaml = "carts:\n  cart_empty: { message: The cart is empty., status: 409 }\n  cart_full: { message: \"Full: no\" }\nusers:\n  \"0123\": { message: Gone. }\n";
    check(
        "groups.yaml",
        "yaml",
        yaml,
        &[
            ["cart_empty", "-", "The cart is empty.", "-", "409"],
            ["cart_full", "-", "Full: no", "-", "-"],
            ["0123", "-", "Gone.", "-", "-"],
        ],
    );
}

#[test]
fn conditions_below_conditions() {
    let json = r#"[
        { "errorCode": "CART", "message": "A cart.", "sub": {
            "FULL": { "message": "It is full.", "sub": { "BOOKS": "No more books.", "PENS": null } },
            "GONE": "It is gone."
        } },
        { "errorCode": "USER", "message": "A user." }
    ]"#;
    check(
        "deep.json",
        "json",
        json,
        &[
            ["CART", "-", "A cart.", "-", "-"],
            ["CART.FULL", "-", "It is full.", "-", "-"],
            ["CART.FULL.BOOKS", "-", "No more books.", "-", "-"],
            ["CART.FULL.PENS", "-", "-", "-", "-"],
            ["CART.GONE", "-", "It is gone.", "-", "-"],
            ["USER", "-", "A user.", "-", "-"],
        ],
    );
}

#[test]
fn columns_and_sections_with_similar_names() {
    let table = "code,message,状态,说明,Next step,next_step\nE1,One.,a1,b1,c1,d1\nE2,Two.,a2,b2,c2,d2\n";
    let imported = imported("table.csv", table, &Options::default());
    let facts: Vec<&Value> = imported.errors.iter().map(|error| &error["facts"]).collect();
    let expected = serde_json::json!([
        { "column": "a1", "column_2": "b1", "next_step": "c1", "next_step_2": "d1" },
        { "column": "a2", "column_2": "b2", "next_step": "c2", "next_step_2": "d2" },
    ]);
    assert_eq!(serde_json::json!(facts), expected);
    assert_eq!(imported.mistakes, Vec::<String>::new());

    // Ids of families are cut, here before a hyphen.
    let long = "a".repeat(59);
    let page = [("b", 1), ("c", 2), ("错误", 3)]
        .map(|(end, code)| format!("## {long} {end}\n\n| Code |\n|---|\n| E_{code} |\n\n"));
    let imported = self::imported("page.md", &page.concat(), &Options::default());
    let paths: Vec<&str> = imported.files[1..].iter().map(|(path, _)| path.as_str()).collect();
    let expected = ["", "-2", "-3"].map(|end| format!("imported/{long}{end}.yaml"));
    assert_eq!(paths, expected);
    assert_eq!(imported.mistakes, Vec::<String>::new());
}

const RESPONSES: &str = "
      responses:
        \"200\": { description: OK }
        \"409\":
          description: Conflict
          content:
            application/json:
              examples:
                empty: { value: { code: cart_empty, message: The cart is empty. } }
                full: { $ref: '#/components/examples/full' }
        \"404\": { $ref: '#/components/responses/Missing' }
";

#[test]
fn openapi_of_three_versions() {
    let expected = [
        ["cart_empty", "-", "The cart is empty.", "-", "409"],
        ["cart_full", "-", "The cart is full.", "-", "409"],
        ["cart_gone", "-", "Gone.", "-", "404"],
    ];
    for version in ["3.0.3", "3.1.0", "3.2.0"] {
        let text = format!(
            "openapi: {version}\ninfo: {{ title: Shop, version: \"1\" }}\npaths:\n  /cart:\n    get:{RESPONSES}components:\n  examples:\n    full: {{ value: {{ code: cart_full, message: The cart is full. }} }}\n  responses:\n    Missing:\n      description: Missing\n      content:\n        application/problem+json:\n          example: {{ error: {{ code: cart_gone, message: Gone. }} }}\n"
        );
        check("api.yaml", "openapi", &text, &expected);
    }
    let two = r##"{ "swagger": "2.0", "info": { "title": "Shop" }, "paths": { "/cart": { "get": { "responses": {
        "409": { "description": "x", "examples": { "application/json": { "code": "cart_empty", "message": "The cart is empty." } } },
        "404": { "description": "x", "schema": { "$ref": "#/definitions/Error" } } } } } },
        "definitions": { "Error": { "properties": { "code": { "type": "string", "enum": ["cart_gone", "cart_old"],
            "x-enum-descriptions": ["The cart is gone.", "The cart is old."] } } } } }"##;
    check(
        "api.json",
        "openapi",
        two,
        &[
            ["cart_empty", "-", "The cart is empty.", "-", "409"],
            ["cart_gone", "-", "-", "The cart is gone.", "404"],
            ["cart_old", "-", "-", "The cart is old.", "404"],
        ],
    );
    let table = "openapi: 3.1.0\ninfo: { title: Shop }\npaths: {}\nx-error-codes:\n  - { code: E1, description: One., status: 400 }\n  - { code: E2, description: Two. }\n";
    check("table.yaml", "openapi", table, &[["E1", "-", "-", "One.", "400"], ["E2", "-", "-", "Two.", "-"]]);
}

#[test]
fn rust_enums_and_constants() {
    let strum = "#[derive(Debug, thiserror::Error, strum::Display)]\n#[strum(serialize_all = \"snake_case\")]\npub enum Error {\n    /// Nothing was put in.\n    #[error(\"The cart is empty.\")]\n    CartEmpty,\n    #[strum(serialize = \"cart.full\")]\n    #[error(\"{left} of {article} are left\")]\n    CartFull { left: u32, article: String },\n}\n";
    check(
        "error.rs",
        "rust",
        strum,
        &[
            ["cart_empty", "CartEmpty", "The cart is empty.", "Nothing was put in.", "-"],
            ["cart.full", "CartFull", "{left} of {article} are left", "-", "-"],
        ],
    );
    let numbers =
        "#[repr(i32)]\npub enum Code {\n    /// Unknown.\n    Unknown = -1,\n    None,\n    Late = 7,\n}\n";
    check(
        "codes.rs",
        "rust",
        numbers,
        &[
            ["-1", "Unknown", "-", "Unknown.", "-"],
            ["0", "None", "-", "-", "-"],
            ["7", "Late", "-", "-", "-"],
        ],
    );
    let constants = "impl SqlState {\n    /// 00000\n    pub const OK: SqlState = SqlState(\"00000\");\n}\npub const LATE: &str = \"late\";\n";
    check(
        "state.rs",
        "rust",
        constants,
        &[["00000", "OK", "-", "00000", "-"], ["late", "LATE", "-", "-", "-"]],
    );
}

#[test]
fn codes_named_like_keys() {
    let table = "code,message\ncart_gone,\nstatus,The status is unknown.\nmessage,The message is empty.\n";
    check(
        "shop.csv",
        "csv",
        table,
        &[
            ["cart_gone", "-", "-", "-", "-"],
            ["status", "-", "The status is unknown.", "-", "-"],
            ["message", "-", "The message is empty.", "-", "-"],
        ],
    );
}

#[test]
fn empty_lists_with_long_keys() {
    let key = "k".repeat(120);
    let text = format!(r#"[{{"code":"cart_empty","message":"Empty.","{key}":[]}}]"#);
    let imported = imported("shop.json", &text, &Options::default());
    let all: String = imported.files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(all.contains(&format!("x-{key}: []\n")), "{all}");
}

#[test]
fn keys_that_yaml_reads_only_after_a_question_mark() {
    let key = "k".repeat(1_100);
    let text = format!(r#"[{{"code":"cart_empty","message":"Empty.","about":{{"{key}":1,"x":2}}}}]"#);
    let imported = imported("shop.json", &text, &Options::default());
    assert_eq!(imported.mistakes, Vec::<String>::new());
    assert_eq!(imported.errors.len(), 1);
    let all: String = imported.files.iter().map(|(_, text)| text.as_str()).collect();
    assert!(all.contains(&key));
}
