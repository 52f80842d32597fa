//! Tests that the documents for contributors name files that exist.

use std::fs;
use std::path::Path;

#[test]
fn every_path_in_the_documents_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in ["CONTRIBUTING.md", "docs/architecture.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        let mut seen = 0;
        for path in code_spans(&text).filter(|span| is_path(span)) {
            let exists = match path.strip_prefix('/') {
                Some(path) => root.join(path).exists(),
                None => {
                    ["", "codegen", "codegen/src"].iter().any(|folder| root.join(folder).join(path).exists())
                }
            };
            assert!(exists, "{document}: there is no `{path}`");
            seen += 1;
        }
        assert!(seen > 20, "{document}: only {seen} paths found");
    }
}

#[test]
fn the_page_about_the_architecture_is_short() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md")).unwrap();
    assert!(text.lines().count() <= 120);
}

/// Returns the texts between backquotes on one line, without those of code blocks.
fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(str::lines).flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Whether a code span looks like a path.
fn is_path(span: &str) -> bool {
    let plain = span.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    let ending = Path::new(span)
        .extension()
        .is_some_and(|ending| ["rs", "md", "yaml", "toml"].iter().any(|known| ending == *known));
    plain && (ending || span.contains('/'))
}
