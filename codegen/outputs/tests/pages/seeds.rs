//! Every published fact of the shipped catalogs is on their pages, which are small.

use std::fs;
use std::path::Path;

use errcat_build::unstable::analyze;
use errcat_build::unstable::project::find;
use scraper::{Html, Selector};

use super::emit;

fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Returns the text of a page, with blanks between its parts.
fn text(page: &str) -> String {
    let page = Html::parse_document(page);
    let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
    main.text().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_fact_of_the_published_pages_is_on_a_page() {
    let found = find(repository(), &["catalogs".into()]).unwrap();
    let model = analyze(&found.sources).model;
    let (html, markdown) = (emit("html", &model, &[]), emit("markdown", &model, &[]));
    let mut facts = 0;
    for catalog in ["csghub", "novita", "nsrocks", "phala-cloud"] {
        let rows = fs::read_to_string(repository().join(format!("tests/facts/{catalog}.tsv"))).unwrap();
        for row in rows.lines().skip(1) {
            let row: Vec<&str> = row.split('\t').collect();
            let (family, code) = (row[0], row[2]);
            let path = if catalog == "novita" { format!("{family}/{code}") } else { code.to_owned() };
            let page = text(html.get(&format!("{catalog}/{path}/index.html")).unwrap());
            let plain = markdown.get(&format!("{catalog}/{path}.md")).unwrap().replace('\\', "");
            // Code, name, status, message and description.
            for fact in row[2..7].iter().filter(|fact| !fact.is_empty()) {
                assert!(page.contains(fact), "{catalog}/{path}: {fact}");
                assert!(plain.contains(fact), "{catalog}/{path}.md: {fact}\n{plain}");
                facts += 1;
            }
        }
    }
    assert!(facts > 700, "only {facts} facts");
}

#[test]
fn pages_are_small() {
    let found = find(repository(), &["catalogs".into()]).unwrap();
    let tree = emit("html", &analyze(&found.sources).model, &[]);
    for (path, text) in tree.iter() {
        let most = match path.rsplit_once('/').map_or(path, |(_, name)| name) {
            "index.html" if path == "index.html" => 150_000,
            "index.html" => 12_000,
            _ => continue,
        };
        assert!(text.len() <= most, "{path} has {} bytes", text.len());
    }
}
