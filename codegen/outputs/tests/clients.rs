//! Tests of the outputs for programs: names are those of the language, and no template has a mistake.
//!
//! `.ci/typescript`, `.ci/python` and `.ci/go` run the
//! tools of each language.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "../../../tests/hostile/mod.rs"]
#[expect(dead_code, reason = "other tests write a program with these texts")]
mod hostile;

use errcat_build::unstable::analyze;
use errcat_build::unstable::emit::Settings;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::value::Value;
use errcat_build::{Model, Tree};
use errcat_outputs::OUTPUTS;

const CLIENTS: [&str; 4] = ["typescript", "python", "go", "openapi"];

fn model(files: &[(&str, &str)]) -> Model {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(*path, *text);
    }
    let analysis = analyze(&sources);
    let first = analysis.findings.iter().next().map(|found| &found.message);
    assert!(!analysis.findings.has_errors(), "{first:?}");
    analysis.model
}

fn emit(kind: &str, model: &Model, settings: &[(&'static str, Value)]) -> Tree {
    let output = OUTPUTS.iter().find(|output| output.keys().name == kind).unwrap();
    let path = ("path", Value::from("errors.yaml"));
    let settings = settings.iter().cloned().chain([path]).collect();
    let tree = output.emit(model, &Settings::new(settings));
    for (path, text) in tree.iter() {
        assert!(output.is_own(text), "{kind}: {path} does not begin like a generated file");
        assert!(!text.contains("template error"), "{kind}: {path}: {text}");
    }
    tree
}

#[test]
fn hostile_catalogs_have_clients() {
    let errors = hostile::errors();
    let model = model(&[("catalogs/hostile.yaml", &hostile::catalog(&errors))]);
    for kind in CLIENTS {
        let tree = emit(kind, &model, &[]);
        assert!(tree.iter().all(|(_, text)| !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')));
        assert_eq!(tree, emit(kind, &model, &[]), "{kind} writes other bytes the second time");
    }
}

#[test]
fn an_openapi_document_has_every_code_and_text() {
    let errors = hostile::errors();
    let model = model(&[("catalogs/hostile.yaml", &hostile::catalog(&errors))]);
    for version in ["3.0", "3.1"] {
        let tree = emit("openapi", &model, &[("version", Value::from(version))]);
        let document: serde_yaml::Value = serde_yaml::from_str(tree.get("errors.yaml").unwrap()).unwrap();
        let codes = &document["components"]["schemas"]["HostileErrorCode"];
        let texts = |key: &str| -> Vec<String> {
            codes[key].as_sequence().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(texts("enum"), errors.iter().map(|(code, _)| code.clone()).collect::<Vec<_>>());
        let expected =
            errors.iter().map(
                |(_, [message, description])| {
                    if message.is_empty() { description.clone() } else { message.clone() }
                },
            );
        assert_eq!(texts("x-enum-descriptions"), expected.collect::<Vec<_>>());
    }
}

#[test]
fn names_are_those_of_the_language() {
    let model = model(&[(
        "catalogs/cloud.yaml",
        "errcat: 1\ntitle: Cloud\ninitialisms: [CVM]\nerrors:\n  cvm_ids_gone: The machines are gone.\n  error: Something failed.\n",
    )]);
    for (kind, path, lines) in [
        (
            "typescript",
            "codes.ts",
            ["export const CvmIdsGone = \"cvm_ids_gone\";", "export const Error = \"error\";"],
        ),
        ("python", "error_codes.py", ["CVM_IDS_GONE: Final = \"cvm_ids_gone\"", "ERROR: Final = \"error\""]),
        (
            "go",
            "codes.go",
            [
                "\tCVMIDsGone Code = \"cvm_ids_gone\" // The machines are gone.",
                "\tErrorCode  Code = \"error\"        // Something failed.",
            ],
        ),
    ] {
        let tree = emit(kind, &model, &[]);
        let text = tree.get(path).unwrap();
        for line in lines {
            assert!(text.lines().any(|known| known == line), "{line} is not in\n{text}");
        }
    }
}

#[test]
fn former_names_are_deprecated_constants() {
    let model = model(&[(
        "catalogs/shop.yaml",
        "errcat: 1\ntitle: Shop\nstrip: [Error]\nerrors:\n  E-1: { name: CartIsEmptyError, formerly: [CartEmptyError, CartVoid], message: Put something in. }\n  E-2: { name: Other, formerly: ClassError, message: M, names: { typescript: Another } }\n  E-3: { name: CartVoid2, ident: CartVoid, message: N }\n",
    )]);
    let codes = |kind: &str, path: &str| emit(kind, &model, &[]).get(path).unwrap().to_owned();
    let script = codes("typescript", "codes.ts");
    let expected = "/** @deprecated use {@link CartIsEmpty} */\nexport const CartEmpty = \"E-1\";\n";
    assert!(script.contains(expected), "{script}");
    assert!(!script.contains("Class"), "the published name has another history: {script}");
    assert_eq!(script.matches("export const CartVoid ").count(), 1, "another error has the name: {script}");
    let python = codes("python", "error_codes.py");
    let expected = "    CART_EMPTY = \"E-1\"\n    \"\"\"Deprecated: use CART_IS_EMPTY";
    assert!(python.contains(expected), "{python}");
    let go = codes("go", "codes.go");
    let expected = "\t// Deprecated: use CartIsEmpty.\n\tCartEmpty Code = \"E-1\" // Put something in.\n";
    assert!(go.contains(expected), "{go}");
    assert!(go.contains("\t// Deprecated: use Other.\n\tClassCode Code = \"E-2\""), "{go}");
}

#[test]
fn names_that_meet_are_findings() {
    let model = model(&[(
        "catalogs/cloud.yaml",
        "errcat: 1\ntitle: Cloud\nerrors:\n  api_gone: The machines are gone.\n  other: { message: Something failed., names: { go: APIGone, typescript: class } }\n",
    )]);
    let found = |kind: &str| -> Vec<String> {
        let output = OUTPUTS.iter().find(|output| output.keys().name == kind).unwrap();
        output.findings(&model, &Settings::default()).into_iter().map(|finding| finding.message).collect()
    };
    assert_eq!(found("go"), ["`api_gone` and `other` both become the Go constant `APIGone`"]);
    assert_eq!(found("typescript"), ["`class` is a reserved word in TypeScript"]);
    assert_eq!(found("python"), Vec::<String>::new());
}
