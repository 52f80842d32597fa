//! Source code in Go, TypeScript, JavaScript and Python, with the errors that it names.

use crate::common::{check, imported};
use errcat_import::Options;

/// Imports a text, and returns the files in one text.
fn written(path: &str, text: &str) -> String {
    imported(path, text, &Options::default()).files.into_iter().map(|(_, text)| text).collect()
}

/// Returns the notes about an import.
fn notes(path: &str, text: &str) -> Vec<String> {
    let imported = imported(path, text, &Options::default());
    imported.mapped.notes.into_iter().map(|note| note.text).collect()
}

const GO: &str = r#"// Package codes has codes.
package codes

import "net/http"

type Code int

const (
	// OK is no error.
	OK Code = iota
	Canceled // The caller went away.
	_
	NotFound
	// Deprecated: Use NotFound.
	Missing = NotFound
	maxCode = 17
)

var messages = map[Code]string{
	Canceled: "canceled",
	NotFound: "no such " + "thing",
}

func (c Code) HTTPStatus() int {
	switch c {
	case NotFound:
		return http.StatusNotFound
	}
	return 500
}
"#;

#[test]
fn go_constants_with_iota_and_tables() {
    check(
        "codes.go",
        "go",
        GO,
        &[
            ["0", "OK", "-", "OK is no error.", "-"],
            ["1", "Canceled", "canceled", "The caller went away.", "-"],
            ["3", "NotFound", "no such thing", "-", "404"],
        ],
    );
    let yaml = written("codes.go", GO);
    let names = "    names:\n      go: [NotFound, { name: Missing, deprecated: true }]\n";
    assert!(yaml.contains(names), "{yaml}");
    let notes = notes("codes.go", GO);
    assert!(
        notes[0].starts_with("the codes of `OK`, `Canceled`, `NotFound` follow from positions"),
        "{notes:?}"
    );
    assert!(notes.iter().any(|note| note.contains("`Missing` is another name of `NotFound`")), "{notes:?}");
}

#[test]
fn go_numbers_are_computed() {
    let go = "package codes\n\nconst base = 4000\n\nconst (\n\tErrA, Other = base + iota*10, 0x20\n\tErrB, _\n\tErrC = -(1 << 3)\n)\n";
    check(
        "codes.go",
        "go",
        go,
        &[
            ["4000", "ErrA", "-", "-", "-"],
            ["32", "Other", "-", "-", "-"],
            ["4010", "ErrB", "-", "-", "-"],
            ["-8", "ErrC", "-", "-", "-"],
        ],
    );
    // Codes of one length stay as they are written.
    let hex = "package ctap\n\nconst (\n\tSuccess = 0x00 // Fine.\n\tInvalid = 0x1a\n)\n";
    let expected = "code: { type: integer, format: hex, width: 2 }";
    assert!(written("ctap.go", hex).contains(expected), "{}", written("ctap.go", hex));
    assert!(written("ctap.go", hex).contains("  0x1A:\n    name: Invalid\n"));
}

#[test]
fn go_values_of_errors() {
    let go = r#"package shop

const ErrOld = "cart_old"

type Info struct {
	Status  int
	Message string
}

var infos = map[string]Info{
	ErrOld: {http.StatusGone, "The cart is old."},
}

var (
	// Nothing was put in.
	ErrEmpty = NewError("cart_empty", http.StatusConflict, "The cart is empty.")
	ErrFull  = &Error{Code: "cart_full", Message: "The cart is full.", HTTPStatus: 409}
	ErrGone  = errors.New("the cart is gone")
	ErrOther = compute()
)
"#;
    check(
        "errors.go",
        "go",
        go,
        &[
            ["cart_old", "ErrOld", "The cart is old.", "-", "410"],
            ["cart_empty", "ErrEmpty", "The cart is empty.", "Nothing was put in.", "409"],
            ["cart_full", "ErrFull", "The cart is full.", "-", "409"],
            ["ErrGone", "-", "the cart is gone", "-", "-"],
        ],
    );
    let notes = notes("errors.go", go);
    let has = |text: &str| notes.iter().any(|note| note.contains(text));
    assert!(has("their names are the codes: `ErrGone`"), "{notes:?}");
    assert!(has("does not write their values out: `ErrOther`"), "{notes:?}");
    let names = "package http2\n\nconst (\n\tErrCodeNo Code = 0x0\n\tErrCodeProtocol Code = 0x1\n)\n\nvar names = map[Code]string{\n\tErrCodeNo: \"NO_ERROR\",\n\tErrCodeProtocol: \"PROTOCOL_ERROR\",\n}\n";
    assert!(
        written("http2.go", names)
            .contains("  1:\n    name: PROTOCOL_ERROR\n    names: { go: ErrCodeProtocol }\n")
    );
}

#[test]
fn typescript_enums() {
    let text = "export enum Code {\n  Unset,\n  /** No account. */\n  UnknownAccount = 10_001,\n  /**\n   * Slow down.\n   * @deprecated Use X\n   */\n  Slow, // not this one\n  Last = -5,\n  Same = Last,\n}\n";
    check(
        "codes.ts",
        "typescript",
        text,
        &[
            ["0", "Unset", "-", "-", "-"],
            ["10001", "UnknownAccount", "-", "No account.", "-"],
            ["10002", "Slow", "-", "Slow down.\n@deprecated Use X", "-"],
            ["-5", "Last", "-", "-", "-"],
        ],
    );
    let yaml = written("codes.ts", text);
    assert!(yaml.contains("    deprecated: { note: Use X }\n"), "{yaml}");
    assert!(yaml.contains("typescript: [Last, Same]"), "{yaml}");
    let texts = "enum Code {\n  CartEmpty = 'cart_empty',\n  CartFull = \"cart.full\",\n}\n\nconst messages: Record<Code, string> = {\n  [Code.CartEmpty]: `Nothing.`,\n  [Code.CartFull]: 'It\\u2019s ' + 'full.',\n};\nconst statuses = { cart_empty: 409, 'cart.full': HttpStatus.CONFLICT };\n";
    check(
        "codes.ts",
        "typescript",
        texts,
        &[
            ["cart_empty", "CartEmpty", "Nothing.", "-", "409"],
            ["cart.full", "CartFull", "It\u{2019}s full.", "-", "409"],
        ],
    );
}

#[test]
fn typescript_objects_classes_and_unions() {
    let object = "export const ERRORS = {\n  CART_EMPTY: { code: 'cart_empty', message: \"The cart is empty.\", status: 409 },\n  // Nobody knows.\n  CART_GONE: { code: 'cart_gone', message: 'It\\'s gone.' },\n} as const satisfies Errors;\n";
    check(
        "errors.ts",
        "typescript",
        object,
        &[
            ["cart_empty", "CART_EMPTY", "The cart is empty.", "-", "409"],
            ["cart_gone", "CART_GONE", "It's gone.", "Nobody knows.", "-"],
        ],
    );
    let keyed = "module.exports = Object.freeze({\n  1001: 'Empty.',\n  1002: { text: 'Full of things', httpStatus: 409 },\n});\n";
    check(
        "errors.js",
        "typescript",
        keyed,
        &[["1001", "-", "Empty.", "-", "-"], ["1002", "-", "Full of things", "-", "409"]],
    );
    let constants = "export const Codes = { A: 'a_1', B: 'b_1' } as const;\nexport const errors = [new ApiError('c_1', 'Three.', 400), new ApiError('d_1', 'Four.', 401)];\nclass ApiError extends Error {\n  constructor(readonly slug: string, text: string, public status: number) { super(text); }\n}\n";
    check(
        "codes.ts",
        "typescript",
        constants,
        &[
            ["a_1", "A", "-", "-", "-"],
            ["b_1", "B", "-", "-", "-"],
            ["c_1", "-", "Three.", "-", "400"],
            ["d_1", "-", "Four.", "-", "401"],
        ],
    );
    let classes = "/** Nothing there. */\nexport class Missing extends ApiError {\n  static readonly code = 'missing';\n  readonly statusCode = 404;\n}\nexport type Code =\n  | 'a_b'\n  | 'c_d'\n  | 'e_f';\n";
    check(
        "codes.ts",
        "typescript",
        classes,
        &[
            ["missing", "Missing", "-", "Nothing there.", "404"],
            ["a_b", "-", "-", "-", "-"],
            ["c_d", "-", "-", "-", "-"],
            ["e_f", "-", "-", "-", "-"],
        ],
    );
}

#[test]
fn python_enums() {
    let text = "from enum import Enum, IntEnum, StrEnum, auto\n\n\nclass Code(Enum):\n    \"\"\"Codes.\"\"\"\n\n    CART_EMPTY = \"cart_empty\"  # The cart is empty.\n\n    # Full.\n    CART_FULL = \"cart_full\"\n    OLD = CART_FULL  # deprecated: use CART_FULL\n\n\nclass Number(IntEnum):\n    ONE = auto()\n    \"\"\"The first.\"\"\"\n    TEN = 0x0A\n    NEXT = auto()\n\n\nclass Word(StrEnum):\n    CART_LOST = auto()\n";
    check(
        "codes.py",
        "python",
        text,
        &[
            ["cart_empty", "CART_EMPTY", "-", "The cart is empty.", "-"],
            ["cart_full", "CART_FULL", "-", "Full.", "-"],
            ["1", "ONE", "-", "The first.", "-"],
            ["10", "TEN", "-", "-", "-"],
            ["11", "NEXT", "-", "-", "-"],
            ["cart_lost", "CART_LOST", "-", "-", "-"],
        ],
    );
    let tuples = "from http import HTTPStatus\n\nclass Code(Enum):\n    EMPTY = (\"cart_empty\", \"The cart is empty.\", HTTPStatus.CONFLICT)\n    FULL = \"cart_full\", (\n        \"The cart \"\n        \"is full.\"\n    ), 409\n\n    def __init__(self, code: str, message: str, status=500):\n        self.code = code\n";
    check(
        "codes.py",
        "python",
        tuples,
        &[
            ["cart_empty", "EMPTY", "The cart is empty.", "-", "409"],
            ["cart_full", "FULL", "The cart is full.", "-", "409"],
        ],
    );
}

#[test]
fn python_calls_classes_and_dictionaries() {
    let calls = "from typing import Final\n\nclass ErrorCode:\n    def __init__(self, code: str, description: str, category: str, default_enabled: bool = True, sub_code_of=None):\n        self.code = code\n\nATTR_DEFINED: Final = ErrorCode(\"attr-defined\", \"Check that attribute exists\", \"General\")\nCALL_ARG = ErrorCode(\n    \"call-arg\", \"Check number, names\", \"General\", default_enabled=False, sub_code_of=ATTR_DEFINED\n)\n";
    check(
        "errorcodes.py",
        "python",
        calls,
        &[
            ["attr-defined", "ATTR_DEFINED", "-", "Check that attribute exists", "-"],
            ["call-arg", "CALL_ARG", "-", "Check number, names", "-"],
        ],
    );
    let yaml = written("errorcodes.py", calls);
    assert!(yaml.contains("    default_enabled: false\n    sub_code_of: attr-defined\n"), "{yaml}");
    let classes = "from rest_framework import status\n\nclass CartEmpty(APIException):\n    \"\"\"Nothing was put in.\"\"\"\n    status_code = status.HTTP_409_CONFLICT\n    default_code = \"cart_empty\"\n    default_detail = \"The cart is empty.\"\n\nMESSAGES = {\n    # Gone for ever.\n    \"cart_gone\": {\"message\": \"The cart is gone.\", \"status\": 410},\n    \"cart_lost\": {\"message\": \"The cart is lost.\"},\n}\n";
    check(
        "errors.py",
        "python",
        classes,
        &[
            ["cart_empty", "CartEmpty", "The cart is empty.", "Nothing was put in.", "409"],
            ["cart_gone", "-", "The cart is gone.", "Gone for ever.", "410"],
            ["cart_lost", "-", "The cart is lost.", "-", "-"],
        ],
    );
}

#[test]
fn files_with_mistakes() {
    let broken = "package codes\n\nconst (\n\tErrA = \"a_1\"\n\tErrB = = \"b_1\"\n)\n";
    assert!(notes("codes.go", broken).iter().any(|note| note.contains("this is not go; what follows")));
    let classes: Vec<String> = (0..500).map(|at| format!("{}class A:", " ".repeat(at))).collect();
    let nested = classes.join("\n");
    for (path, text) in [
        ("prose.go", "package codes\n"),
        ("prose.ts", "export const x = f();\n"),
        ("prose.py", "from x import y\n\n\ndef f():\n    pass\n"),
        ("deep.py", &"(".repeat(50_000)),
        ("sum.ts", &format!("const a = {}'x';", "'x' + ".repeat(50_000))),
        ("nested.py", &nested),
    ] {
        let source = errcat_import::Source { path, bytes: text.as_bytes() };
        let failure = errcat_import::import(&[source], "x", &Options::default()).map(|_| ());
        assert!(
            failure.is_err_and(|failure| failure.reason.starts_with("no error codes found in this")),
            "{path}"
        );
    }
}
