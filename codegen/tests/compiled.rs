//! Tests that generated Rust compiles in a user's crate of either edition without warnings of
//! rustc, clippy or rustdoc, and returns what the catalogs contain.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "compiled/catalogs.rs"]
mod catalogs;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::concise;
use errcat_build::unstable::emit::rust::{Layout, emit};
use errcat_build::unstable::project::find;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::text::quote::double_quoted;

/// Texts that end literals, comments or Markdown early.
const TEXTS: [&str; 24] = [
    "",
    " ",
    "\"quoted\" \\ and \\n",
    "*/ \"# // /* ///",
    "[0, n) and <key> and [`Code`] and [link](nowhere)",
    "see https://example.com/a_b?c=[d]&e, or http://x.",
    "```rust\nnot rust at all\n```\n    indented\n\ttabbed",
    "#[doc = \"x\"]\n#![forbid(x)]\n# heading\n- item\n1. item\n> quote\n===\n---",
    "a\r\nb\rc\u{0}\u{7}\u{1b}[31m\u{7f}\u{85}\u{2028}",
    "\u{202e}bidi\u{2066} \u{200b}\u{feff}\u{e0001}",
    "\u{a0}no-break space first",
    "\u{3000}ideographic space first",
    "{} {name} {{ }} %s $x$ ^a^ ~~a~~ |a|b|",
    "日本語 שלום 🦀 e\u{301}",
    "trailing backslash \\",
    "&amp; &#x202E; <!-- x --> <script>",
    "\n\nblank lines first and last\n\n",
    "_a_ __b__ *c* **d** a_b",
    "``` `` `",
    "[^1] [x]: y",
    "<b>never closed",
    "::core::compile_error!(\"x\")",
    "\u{2003}em space\u{2003}",
    "'Bearer {token}'",
];

/// The groups of clippy lints that the strictest users deny.
const CLIPPY: &str = "#[deny(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]\n\
    #[expect(clippy::blanket_clippy_restriction_lints, reason = \"some do\")]\n";

/// Lints that strict crates forbid, so that no part of them may allow any.
const FORBIDDEN: &str = "missing_debug_implementations, missing_docs, trivial_casts, trivial_numeric_casts, \
    unsafe_code, unused_extern_crates, unused_lifetimes, unused_results, \
    clippy::allow_attributes_without_reason, clippy::dbg_macro, clippy::exit, clippy::expect_used, \
    clippy::float_arithmetic, clippy::get_unwrap, clippy::mem_forget, clippy::panic, clippy::print_stderr, \
    clippy::print_stdout, clippy::string_slice, clippy::todo, clippy::undocumented_unsafe_blocks, \
    clippy::unimplemented, clippy::unreachable, clippy::unwrap_in_result, clippy::unwrap_used";

/// Adds three hundred errors in three families.
fn many(sources: &mut Sources) {
    let head = "errcat: 1\ntitle: Many errors\nstrip: Error\nfamilies: [cart, order, user]\n\
        derive: [{ match: 'err-*', description: 'The code is err {words}.' }]\n";
    sources.add("catalogs/many/catalog.yaml", head);
    for (number, family) in ["cart", "order", "user"].into_iter().enumerate() {
        let mut text = format!("title: The {family}\nerrors:\n");
        for index in number * 100..number * 100 + 100 {
            let mut keys = format!("name: CartProblem{index:03}Error");
            let mut add = |wanted: bool, key: String| {
                if wanted {
                    keys.push_str(", ");
                    keys.push_str(&key);
                }
            };
            add(index % 3 != 0, format!("message: Problem {index}"));
            add(index % 5 == 0, format!("description: What {index} means"));
            add(index % 2 == 0, format!("status: {}", 400 + index % 100));
            add(index % 7 == 0, "retry: retry-after".to_owned());
            add(index % 10 == 0, format!("aliases: [alias-{index}]"));
            writeln!(text, "  ERR-{number:02}-{:03}: {{ {keys} }}", index % 100 + 1).unwrap();
        }
        sources.add(format!("catalogs/many/{family}.yaml"), text);
    }
}

/// Adds names of the language as variants, every kind of fact, and every hostile text.
fn hostile(sources: &mut Sources) {
    let mut text = String::from(
        "errcat: 1\ntitle: '*/ [Hostile] <b>API'\ndescription: |\n  ```\n  [nowhere] </div>\nhomepage: https://example.com/(x)\n\
         docs: https://example.com/errors/{code}\nstatus: optional\ntags: { t: tag }\nerrors:\n\
         \x20 ok: { status: 404, exit: 69, tags: [t], help: ['Do [this].', ''], links: [{ label: '[l]', url: 'https://example.com/a_(b)' }] }\n",
    );
    for name in
        ["none", "some", "string", "option", "box", "error", "result", "default", "all", "code", "family"]
    {
        writeln!(text, "  {name}:").unwrap();
    }
    text.push_str(
        "  err: { names: { constant: [NOT_OK, { name: NOT_FINE, deprecated: true }, ERR] }, status: 404, retry: never }\n\
         \x20 self: { ident: SelfItself }\n\
         \x20 api: { ident: API }\n\
         \x20 22003: { aliases: ['22_003', 'a \"b\"', 'é💥', 'a b', '\"', '\\', '{}', '#'] }\n\
         \x20 old: { deprecated: { since: 1.2.0, use: ok, note: 'use \"ok\"' } }\n\
         \x20 gone: { retired: { since: 'some day', use: none } }\n\
         \x20 secret: { visibility: internal, message: Secret }\n\
         \x20 masked: { mask: ok, since: 1.0.0, status: 404 }\n\
         \x20 \"it's\": { ident: Its, name: '\"quoted\" name' }\n\
         \x20 \"a`b``c\": { ident: Ticks }\n",
    );
    let texts = TEXTS.iter().enumerate().map(|(index, text)| {
        let text = double_quoted(text);
        format!("  text-{index}: {{ message: {text}, description: {text} }}\n")
    });
    sources.add("catalogs/hostile.yaml", texts.fold(text, |all, one| all + &one));
    // Every hostile text as a translation.
    let head = "errcat: 1\ntitle: Hostile translations\nlanguage: en\nfamilies: [texts]\n";
    sources.add("catalogs/hostile-translated/catalog.yaml", head);
    let (mut errors, mut german) = ("title: Texts\nerrors:\n".to_owned(), "errors:\n".to_owned());
    for (index, text) in TEXTS.iter().enumerate() {
        errors += &format!("  text_{index}: {{ message: Plain {index}., description: About {index}. }}\n");
        let text = double_quoted(text);
        german += &format!("  text_{index}: {{ message: {text}, description: {text} }}\n");
    }
    sources.add("catalogs/hostile-translated/texts.yaml", errors);
    sources.add("catalogs/hostile-translated/locales/de.yaml", german);
}

/// Adds families named like types and crates, one of which is empty.
fn traps(sources: &mut Sources) {
    let families = ["str", "u16", "core", "std", "codes", "lookup", "type", "errcat", "option", "empty"];
    let head = format!(
        "errcat: 1\ntitle: Traps\nunique: family\nstatus: required\ndefaults: {{ status: 404 }}\nfamilies: [{}]\n",
        families.join(", ")
    );
    sources.add("catalogs/traps/catalog.yaml", head);
    for family in families {
        let errors = match family {
            "empty" => "",
            "core" => "errors:\n  SAME: The same.\n  ONLY_CORE: { message: The same., mask: SAME }\n",
            _ => "errors:\n  SAME: The same.\n",
        };
        sources.add(format!("catalogs/traps/{family}.yaml"), format!("title: '{family}'\n{errors}"));
    }
}

/// Adds codes of one to seven bytes, codes of one to three hundred bytes of which some differ only
/// in length, codes of one length, and long codes with an alias each.
fn shapes(sources: &mut Sources) {
    let head = "errcat: 1\ntitle: T\n";
    let mut add = |id: &str, entries: Vec<String>| {
        let entries = entries.join("\n  ");
        sources.add(format!("catalogs/{id}.yaml"), format!("{head}errors:\n  {entries}\n"));
    };
    let short = (0..7).flat_map(|end| ["A", "B", "C"].map(|first| format!("{first}{}:", &"yzyyzz"[..end])));
    add("short", short.collect());
    // Names that are valid as files of the documentation.
    let spread =
        |length| format!("{}: {{ ident: S{length}, names: {{ constant: S{length} }} }}", "a".repeat(length));
    add("spread", (1..=300).map(spread).collect());
    add("even", (0..500).map(|number| format!("code-{:07}:", number * number)).collect());
    let long = (0..200).map(|number| {
        let code = format!("volume_of_{}_{number}_not_found", "mount_".repeat(number % 9));
        format!("{code}: {{ aliases: [alias-{code}] }}")
    });
    add("long", long.collect());
    // A code takes two bytes. A few codes are too short or too long for the main path, and the
    // others fill the slots with rows.
    let words = |number: usize| {
        let words = ["account", "delivery", "gift", "mount", "of_yesterday"];
        format!("{}_{}_{number}_gone:", words[number % 5], words[number / 5 % 5])
    };
    add("hundreds", (0..300).map(words).chain(["x:".to_owned(), "gone:".to_owned()]).collect());
    add(
        "aliased",
        (0..300).map(|number| format!("codes-{number:04}: {{ aliases: [alias-{number:04}] }}")).collect(),
    );
    // All spellings together have the maximum length for offsets of two bytes.
    let brim = |number: usize| {
        let (code, alias) = (format!("code-{number:03}{}", "-x".repeat(123)), "-x".repeat(122));
        match number {
            ..7 => format!("{code}-: {{ aliases: [alias-{number:05}{alias}] }}"),
            _ => format!("{code}-:"),
        }
    };
    add("brim", (0..250).map(brim).chain(["z:".to_owned()]).collect());
    let unusual =
        ["x".to_owned(), "gone".to_owned(), "not_found".to_owned(), "far_".repeat(25), "too_".repeat(40)];
    add("thousands", (0..2_100).map(words).chain(unusual.map(|code| format!("{code}:"))).collect());
    sources
        .add("catalogs/shaped/catalog.yaml", "errcat: 1\ntitle: T\nunique: family\nfamilies: [few, more]\n");
    sources.add("catalogs/shaped/few.yaml", "title: T\nerrors:\n  a1: { aliases: [alias-1] }\n  both:\n");
    sources.add("catalogs/shaped/more.yaml", "title: T\nerrors:\n  a2: { aliases: [alias-2] }\n  both:\n");
}

fn catalogs() -> Sources {
    let mut sources = Sources::default();
    shapes(&mut sources);
    many(&mut sources);
    hostile(&mut sources);
    traps(&mut sources);
    catalogs::add(&mut sources);
    let head = "errcat: 1\ntitle: A title\n";
    let one = "errors:\n  A: x\n";
    sources.add(
        "catalogs/numbers.yaml",
        format!(
            "{head}code: {{ type: integer }}\nerrors:\n  404: {{ ident: NotFound }}\n  -5: {{ ident: MinusFive }}\n  0: {{ ident: Nought }}\n\
             \x20 9223372036854775807: {{ ident: Largest }}\n  -9223372036854775808: {{ ident: Smallest }}\n  22003:\n"
        ),
    );
    let numbers = "  1: { ident: One }\n";
    sources.add(
        "catalogs/number-families.yaml",
        format!("{head}unique: family\ncode: {{ type: integer }}\nerrors:\n{numbers}"),
    );
    sources.add(
        "catalogs/errno.yaml",
        format!("{head}code: {{ type: integer }}\nerrors:\n  11: {{ name: EAGAIN, aliases: [35, -11] }}\n  -1: {{ name: EPERM }}\n  1:\n"),
    );
    sources.add(
        "catalogs/hex.yaml",
        format!(
            "{head}code: {{ type: integer, format: hex, width: 8 }}\nerrors:\n  0x00000000: {{ name: Success, message: Done. }}\n\
             \x20 0xC0000005: {{ name: AccessViolation, status: 500, aliases: [0x0000000a, 998] }}\n  0x0000ABCD:\n"
        ),
    );
    for unique in ["catalog", "family"] {
        let folder = format!("catalogs/mixed-by-{unique}");
        let catalog = format!("{head}unique: {unique}\nfamilies: [words, numbers, windows]\n");
        sources.add(format!("{folder}/catalog.yaml"), catalog);
        sources.add(format!("{folder}/words.yaml"), "title: W\nerrors:\n  '7': { message: Text }\n  gone:\n");
        let code = "code: { type: integer, pattern: '[0-9]+' }";
        let numbers = "404: { name: NotFound, message: Number, aliases: [410] }\n  16:\n";
        sources.add(format!("{folder}/numbers.yaml"), format!("title: N\n{code}\nerrors:\n  {numbers}"));
        let code = "code: { type: integer, format: hex, width: 4 }";
        sources.add(format!("{folder}/windows.yaml"), format!("title: H\n{code}\nerrors:\n  0x80FF:\n"));
    }
    let denied = "AccessDenied:\n    status: 403\n    aliases: [denied]\n    variants:\n    \
        - { name: ErrAccessDenied, message: Access denied. }\n    \
        - { name: ErrKeyDisabled, message: The key is disabled., status: 400 }\n    \
        - { ident: KeyExpired, message: The key has expired., status: 400, params: {} }\n  \
        Gone: { status: 410 }\n";
    sources.add("catalogs/variants.yaml", format!("{head}errors:\n  Other:\n  {denied}"));
    sources.add(
        "catalogs/variants-by-family/catalog.yaml",
        format!("{head}unique: family\nfamilies: [plain, keys, none]\n"),
    );
    sources.add("catalogs/variants-by-family/plain.yaml", "title: P\nerrors:\n  Gone:\n  Here:\n");
    sources.add("catalogs/variants-by-family/keys.yaml", format!("title: K\nerrors:\n  {denied}"));
    sources.add("catalogs/variants-by-family/none.yaml", "title: N\n");
    let numbers = "5:\n    variants: [{ name: Five, status: 500 }, { name: OtherFive, status: 503 }]\n  4: { name: Four, aliases: [6] }\n";
    sources.add(
        "catalogs/variants-of-numbers.yaml",
        format!("{head}code: {{ type: integer }}\nerrors:\n  {numbers}"),
    );
    for (id, families) in [("sharing", "own, ../common/auth"), ("sharing-too", "../common/auth")] {
        let keys = format!("unique: family\nfamilies: [{families}]\n");
        sources.add(format!("catalogs/{id}/catalog.yaml"), format!("{head}{keys}"));
    }
    sources.add("catalogs/sharing/own.yaml", format!("title: Own\n{one}"));
    sources.add("catalogs/common/auth.yaml", format!("title: Authentication\n{one}"));
    sources.add("catalogs/statusless.yaml", format!("{head}status: none\n{one}"));
    sources.add("catalogs/lonely.yaml", format!("{head}unique: family\n{one}"));
    sources.add("catalogs/empty.yaml", head);
    sources.add("catalogs/void/catalog.yaml", head);
    sources.add("catalogs/void-families/catalog.yaml", format!("{head}unique: family\n"));
    sources
        .add("catalogs/empty-numbers.yaml", format!("{head}code: {{ type: integer }}\nstatus: required\n"));
    // All variants have the same prefix, which clippy reports in handwritten code.
    sources.add(
        "catalogs/alike.yaml",
        format!("{head}errors:\n  vm_one:\n  vm_two:\n  vm_three:\n  vm_four:\n"),
    );
    for id in ["core", "std", "type", "str", "errcat", "alloc"] {
        sources.add(format!("catalogs/{id}.yaml"), format!("{head}{one}"));
    }
    // Parameters, details, classes, masks and families: the shipped catalogs and those of the user's crate.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for folder in ["", "tests/user-crate"] {
        let found = find(&root.join(folder), &["catalogs".into()]).unwrap().sources;
        for file in found.ids() {
            sources.add(found.path(file), found.text(file));
        }
    }
    sources
}

/// Writes a crate that includes the generated file twice: in a public module, and in a private
/// module as in the documentation.
fn write_crate(edition: &str) -> PathBuf {
    let sources = catalogs();
    let compiled = analyze(&sources);
    let told: Vec<String> = compiled.findings.iter().map(|finding| concise(&sources, finding)).collect();
    assert!(!compiled.findings.has_errors(), "{told:#?}");
    let tree = emit(&compiled.model, &Layout::File("errcat.rs".to_owned()));

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("compiled-{edition}"));
    let source = folder.join("src");
    fs::create_dir_all(&source).unwrap();
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
    let manifest = format!(
        "[package]\nname = \"compiled-{edition}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
         [dependencies]\nerrcat = {{ path = {:?} }}\n\n[workspace]\n",
        runtime.to_str().unwrap()
    );
    let lints = allowed_by_default().join(", ");
    let lib = format!(
        "//! The generated code in the crate of the strictest user.\n#![deny(warnings)]\n\
         #![cfg_attr(not(test), forbid({FORBIDDEN}))]\n\
         // Some of the lints exist on nightly only.\n\
         #![allow(unknown_lints, reason = \"older releases do not know all of them\")]\n\
         #![cfg_attr(not(test), deny({lints}))]\n\n\
         /// Everything, for everybody.\n{CLIPPY}pub mod open {{\n    include!(\"errcat.rs\");\n}}\n\n\
         /// Everything, for the crate alone.\n{CLIPPY}mod closed {{\n    include!(\"errcat.rs\");\n}}\n\n\
         /// What the crate does with its private module.\n#[must_use]\npub fn first() -> &'static str {{\n    closed::many::Code::CartProblem000.code()\n}}\n\n\
         #[cfg(test)]\nmod carried;\n\n#[cfg(test)]\nmod declared;\n\n#[cfg(test)]\nmod facts;\n\n#[cfg(test)]\nmod numbers;\n\n#[cfg(test)]\nmod refined;\n\n#[cfg(test)]\nmod roles;\n\n#[cfg(test)]\nmod shapes;\n\n#[cfg(test)]\nmod translations;\n\n#[cfg(test)]\nmod variants;\n\n#[cfg(test)]\nconst TEXTS: [&str; {}] = {TEXTS:?};\n",
        TEXTS.len()
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(source.join("lib.rs"), lib).unwrap();
    fs::write(source.join("declared.rs"), include_str!("compiled/declared.rs")).unwrap();
    fs::write(source.join("facts.rs"), include_str!("compiled/facts.rs")).unwrap();
    fs::write(source.join("numbers.rs"), include_str!("compiled/numbers.rs")).unwrap();
    fs::write(source.join("carried.rs"), include_str!("compiled/carried.rs")).unwrap();
    fs::write(source.join("refined.rs"), include_str!("compiled/refined.rs")).unwrap();
    fs::write(source.join("variants.rs"), include_str!("compiled/variants.rs")).unwrap();
    fs::write(source.join("roles.rs"), include_str!("compiled/roles.rs")).unwrap();
    fs::write(source.join("translations.rs"), include_str!("compiled/translations.rs")).unwrap();
    fs::write(source.join("shapes.rs"), include_str!("compiled/shapes.rs")).unwrap();
    fs::write(source.join("errcat.rs"), tree.get("errcat.rs").unwrap()).unwrap();
    folder
}

/// Returns the lints of rustc that are off by default, except those that a module cannot set: about
/// messages of the linker, and about fields such as `größe`.
fn allowed_by_default() -> Vec<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["-W", "help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let lints = help.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let name = words.next()?.replace('-', "_");
        let settable = !matches!(name.as_str(), "linker_messages" | "non_ascii_idents");
        (words.next() == Some("allow") && settable).then_some(name)
    });
    let lints: Vec<String> = lints.collect();
    assert!(lints.len() > 40, "{help}");
    lints
}

/// Runs cargo in the crate. Both editions share the built runtime.
fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for variable in
        ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "CLIPPY_ARGS"]
    {
        command.env_remove(variable);
    }
    command
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .args(arguments)
        .output()
        .unwrap()
}

/// Runs cargo and asserts that it prints nothing.
fn quiet(folder: &Path, arguments: &[&str]) {
    let output = cargo(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    let shown = said.lines().take(120).collect::<Vec<_>>().join("\n");
    assert!(output.status.success(), "cargo {}:\n{shown}", arguments.join(" "));
    assert!(!said.contains("warning"), "cargo {}:\n{shown}", arguments.join(" "));
}

fn goes_through(edition: &str) {
    let folder = write_crate(edition);
    quiet(&folder, &["check", "--offline", "--quiet"]);
    quiet(&folder, &["clippy", "--offline", "--quiet", "--", "-Dwarnings"]);
    quiet(&folder, &["doc", "--offline", "--quiet", "--no-deps"]);
    quiet(&folder, &["test", "--offline", "--quiet"]);
}

#[test]
fn generated_code_goes_through_in_edition_2021() {
    goes_through("2021");
}

#[test]
fn generated_code_goes_through_in_edition_2024() {
    goes_through("2024");
}
