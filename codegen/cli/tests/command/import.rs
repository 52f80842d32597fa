//! Tests of `errcat import`.

use crate::folder::Folder;

const TABLE: &str = "\
Error Code,Name,Message,HTTP Status,Severity
E1001,CartEmpty,The cart is empty.,409,low
E1002,CartFull,The cart is full.,400 409,high
E1003,CartLost,The cart of %s was lost.,,high
";

#[test]
fn a_table_becomes_a_catalog_with_its_guesses() {
    let folder = Folder::with(&[("shop.csv", TABLE)]);
    let run = folder.run(&["import", "shop.csv"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    for part in [
        "read shop.csv (csv, recognised): 3 rows, 3 errors in 1 family",
        "Error Code   code                3",
        "Severity     fact severity       3",
        "(otherwise: `--placeholders SYNTAX`)",
        "status            2 of 3",
        "`E1002` has 2 statuses, so none is taken: 400 409",
    ] {
        assert!(run.stdout.contains(part), "{part}\n{}", run.stdout);
    }
    assert_eq!(folder.files(), ["catalogs/shop/catalog.yaml", "catalogs/shop/shop.yaml", "shop.csv"]);
    assert_eq!(
        folder.read("catalogs/shop/catalog.yaml"),
        "errcat: 1\n\
         title: Shop # guessed: from the name of the file\n\
         placeholders: printf # guessed: 1 message has placeholders of `printf`\n\
         facts: { severity: string }\n\
         families: [shop]\n"
    );
    let family = folder.read("catalogs/shop/shop.yaml");
    let first = "title: Shop\nerrors:\n  E1001:\n    name: CartEmpty\n    message: The cart is empty.\n    status: 409\n    severity: low\n";
    assert!(family.starts_with(first), "{family}");
    assert!(run.stderr.ends_with("next: errcat init\n"), "{}", run.stderr);
    assert!(folder.run(&["gen", "--out", "generated"]).status == 0);

    let settings = "outputs: { rust: { path: src/errors } }\n";
    let configured = Folder::with(&[("errcat.yaml", settings), ("shop.csv", TABLE)]);
    assert!(configured.run(&["import", "shop.csv"]).stderr.ends_with("next: errcat gen\n"));
    let again = configured.run(&["import", "shop.csv", "--force"]);
    assert!(!again.stderr.contains("next:"), "{}", again.stderr);
}

#[test]
fn options_decide_otherwise() {
    let folder = Folder::with(&[("shop.csv", TABLE)]);
    let run = folder.run(&[
        "import",
        "shop.csv",
        "-o",
        "-",
        "--map",
        "code=Name,name=Error Code,level=Severity",
        "--placeholders",
        "none",
        "--family-by",
        "level",
        "--unique",
        "family",
        "--from",
        "csv",
    ]);
    assert_eq!(run.status, 2, "there is no column `level`");
    let run = folder.run(&[
        "import",
        "shop.csv",
        "-o",
        "-",
        "--map",
        "code=Name,name=\"Error Code\"",
        "--placeholders",
        "none",
        "--family-by",
        "Severity",
        "--unique",
        "family",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("# -/low.yaml") || run.stdout.contains("low.yaml"), "{}", run.stdout);
    assert!(
        run.stdout.contains("unique: family\n") && !run.stdout.contains("placeholders"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("  CartEmpty:\n    name: E1001\n"), "{}", run.stdout);
    assert_eq!(folder.files(), ["shop.csv"]);
}

#[test]
fn an_existing_catalog_is_updated_in_place_and_only_with_force() {
    let folder = Folder::with(&[("shop.csv", TABLE)]);
    assert_eq!(folder.run(&["import", "shop.csv"]).status, 0);
    let path = "catalogs/shop/shop.yaml";
    let edited = folder
        .read(path)
        .replace("  E1001:\n", "  # Clients show a picture.\n  E1001:\n    retry: never # by hand\n");
    folder.write(path, &edited);
    let again = folder.run(&["import", "shop.csv"]);
    assert!(again.stderr.contains("catalogs/shop is up to date"), "{}{}", again.stdout, again.stderr);
    assert_eq!(folder.read(path), edited);

    let newer = TABLE
        .replace("The cart is empty.", "Nothing is in the cart.")
        .replace("E1002,CartFull,The cart is full.,400 409,high\n", "")
        + "E1004,CartOld,The cart is old.,410,low\n";
    folder.write("shop.csv", &newer);
    let dry = folder.run(&["import", "shop.csv"]);
    assert_eq!(folder.read(path), edited, "nothing is written without --force");
    assert!(dry.stderr.contains("nothing was written"), "{}", dry.stderr);
    assert!(dry.stdout.contains("+    message: Nothing is in the cart."), "{}", dry.stdout);
    let run = folder.run(&["import", "shop.csv", "--force"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("codes that the source no longer has, kept:\n  E1002\n"), "{}", run.stdout);
    let expected = edited.replace("The cart is empty.", "Nothing is in the cart.")
        + "  E1004:\n    name: CartOld\n    message: The cart is old.\n    status: 410\n    severity: low\n";
    let updated = folder.read(path);
    for line in expected.lines() {
        assert!(updated.contains(line), "{line}\n{updated}");
    }
    let last = folder.run(&["import", "shop.csv", "--force"]);
    assert!(last.stderr.contains("up to date"), "{}{}", last.stdout, last.stderr);
    assert_eq!(folder.read(path), updated);
}

#[test]
fn a_source_without_codes_gets_a_clear_error_and_nothing_is_written() {
    let prose = "Our API answers with errors.\nThey are described elsewhere.\n";
    let sources: [(&str, &[u8], &str); 7] = [
        ("binary.csv", b"code\0\x01\x02", "the file is binary, not text"),
        ("latin.csv", b"code,message\nE1,caf\xe9\n", "line 2: the file is not UTF-8 text from here"),
        ("empty.csv", b"  \n", "the file is empty"),
        ("cut.json", b"[{\"code\": \"E1\", ", "the JSON ends too early"),
        ("prose.txt", prose.as_bytes(), "no error codes found"),
        ("page.html", b"<html><body><p>No table here.</p></body></html>", "no error codes found"),
        ("bad.yaml", b"openapi: 3.1.0\ninfo: { title: X }\npaths: {}\n", "no error codes found"),
    ];
    for (name, bytes, reason) in sources {
        let folder = Folder::with(&[]);
        std::fs::write(folder.path().join(name), bytes).unwrap();
        let run = folder.run(&["import", name]);
        assert_eq!(run.status, 2, "{name}");
        assert!(run.stderr.contains(reason), "{name}: {}", run.stderr);
        assert_eq!(folder.files(), [name]);
    }
    let folder = Folder::with(&[]);
    std::fs::File::create(folder.path().join("large.csv")).unwrap().set_len(100 << 20).unwrap();
    let run = folder.run(&["import", "large.csv"]);
    assert!(run.status == 2 && run.stderr.contains("larger than 32 MiB"), "{}", run.stderr);
}

#[cfg(feature = "source-code")]
#[test]
fn a_large_file_of_source_code_is_refused_at_once() {
    let text = format!("package codes\n\n{}", "const A = \"a\"\n".repeat(200_000));
    let folder = Folder::with(&[("codes.go", &text)]);
    let run = folder.run(&["import", "codes.go"]);
    assert!(run.status == 2 && run.stderr.contains("up to 2 MiB"), "{}", run.stderr);
}

#[test]
fn equal_names_get_identifiers() {
    let folder =
        Folder::with(&[("shop.csv", "Code,Name,Message\nE1,Lost,It is lost.\nE2,Lost,It is gone.\n")]);
    let run = folder.run(&["import", "shop.csv"]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("doubled names:\n  Lost: E1, E2\n"), "{}", run.stdout);
    assert!(folder.read("catalogs/shop/shop.yaml").contains("    name: Lost\n    ident: E2\n"));
}

#[test]
fn source_code_is_read_with_a_feature() {
    let go = "package codes\n\nconst (\n\tCartEmpty = iota + 100\n\tCartFull\n)\n";
    let folder = Folder::with(&[("codes.go", go)]);
    let run = folder.run(&["import", "codes.go"]);
    if cfg!(feature = "source-code") {
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(run.stdout.contains("the codes of `CartEmpty`, `CartFull` follow from positions"));
        assert!(folder.read("catalogs/codes/codes.yaml").contains("  101:\n    name: CartFull\n"));
    } else {
        assert_eq!(run.status, 2);
        let help = "`cargo install --locked errcat-cli --features source-code` installs one that can";
        assert!(run.stderr.contains(help), "{}", run.stderr);
        assert_eq!(folder.files(), ["codes.go"]);
    }
}
