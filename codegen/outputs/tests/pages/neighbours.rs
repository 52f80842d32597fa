//! Errors that are easily confused with each other.

use std::fmt::Write as _;

use super::{emit, model};

/// Returns a catalog with so many errors behind one mask.
fn catalog(count: usize) -> String {
    let mut text =
        "errcat: 1\ntitle: Shop\nerrors:\n  failed: { message: It failed., status: 500 }\n".to_owned();
    for at in 0..count {
        let _ = writeln!(text, "  cause_{at}: {{ message: It failed., status: 500, mask: failed }}");
    }
    text
}

/// Returns the page of a code, and the number of other errors that it names.
fn page(kind: &str, count: usize, code: &str, ending: &str) -> (String, usize) {
    let model = model(&[("catalogs/shop.yaml", &catalog(count))]);
    let tree = emit(kind, &model, &[]);
    let text = tree.get(&format!("shop/{code}{ending}")).unwrap().to_owned();
    let section = text.split_once("Easily confused with").map_or("", |(_, after)| after);
    let section = section.split("</section>").next().unwrap_or_default();
    let named = section.lines().filter(|line| line.contains("It failed.")).count();
    (text, named)
}

#[test]
fn a_page_names_a_few_errors_behind_the_same_mask_and_that_of_the_mask_all() {
    for (kind, ending) in [("markdown", ".md"), ("html", "/index.html")] {
        let (text, named) = page(kind, 3, "cause_1", ending);
        assert!(named == 3 && !text.contains("and others"), "{kind}: {named}: the mask and two others");
        let (few, named) = page(kind, 40, "cause_20", ending);
        assert!(named < 20 && few.contains("and others"), "{kind}: {named}");
        let (many, _) = page(kind, 400, "cause_20", ending);
        assert!(many.len() < few.len() + 100, "{kind}: {} and {}", few.len(), many.len());
        let (mask, named) = page(kind, 40, "failed", ending);
        assert!(named == 40 && !mask.contains("and others"), "{kind}: {named}");
    }
}
