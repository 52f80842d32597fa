//! Hostile texts and codes come back from the parsers of readers.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};

use super::{emit, hostile, model};

/// Returns the hostile errors, and their files in an output.
fn hostile_files(kind: &str, ending: &str) -> (Vec<(String, [String; 2])>, Vec<String>) {
    let errors = hostile::errors();
    let model = model(&[("catalogs/hostile.yaml", &hostile::catalog(&errors))]);
    let tree = emit(kind, &model, &[]);
    let is_page = |path: &str| path.starts_with("hostile/") && path.ends_with(ending);
    let pages = tree.iter().filter(|(path, _)| is_page(path) && *path != "hostile/index.md");
    (errors, pages.map(|(_, text)| text.to_owned()).collect())
}

/// Returns a text as pages have it: they cannot have NUL.
fn shown(text: &str) -> String {
    text.replace('\0', "\\u{0}")
}

#[test]
fn an_html_parser_returns_every_text() {
    let (errors, pages) = hostile_files("html", "/index.html");
    let selector = |text: &str| Selector::parse(text).unwrap();
    let (code, lead, description, help) =
        (selector("h1 code"), selector(".lead"), selector(".d"), selector(".do .t"));
    let mut found = BTreeMap::new();
    for page in &pages {
        let page = Html::parse_document(page);
        assert!(page.select(&selector("script")).next().is_none());
        let texts = |selector: &Selector| {
            page.select(selector).map(|element| element.text().collect::<String>()).collect::<Vec<_>>()
        };
        let mut about = texts(&lead);
        about.extend(texts(&description));
        found.insert(texts(&code).concat(), (about, texts(&help)));
    }
    assert_eq!(found.len(), errors.len());
    for (code, [message, description]) in &errors {
        let (about, help) = &found[&shown(code)];
        let mut expected = vec![shown(message), shown(description)];
        expected.dedup();
        expected.retain(|text| !text.is_empty());
        assert_eq!(*about, expected, "{code}");
        let short = if message.len() < 900 { shown(message) } else { "short".to_owned() };
        assert!(help.concat() == short || message.len() >= 900, "{code}: {help:?}");
    }
}

#[test]
fn an_html_parser_returns_every_translation() {
    let errors = hostile::errors();
    let files = hostile::translated(&errors).map(|(path, text)| (format!("catalogs/{path}"), text));
    let files = files.each_ref().map(|(path, text)| (path.as_str(), text.as_str()));
    let tree = emit("html", &model(&files), &[]);
    let texts = Selector::parse("dd[lang=de] .t").unwrap();
    for (index, (_, expected)) in errors.iter().enumerate() {
        let page = Html::parse_document(tree.get(&format!("translated/text_{index}/index.html")).unwrap());
        let found = page.select(&texts).map(|element| element.text().collect::<String>());
        // An empty text translates nothing.
        let expected = expected.iter().filter(|text| !text.is_empty()).map(|text| shown(text));
        assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "text_{index}");
    }
}

/// Every dialect that a reader may use.
fn dialects() -> [Options; 3] {
    let github = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH;
    [Options::empty(), github, Options::all()]
}

#[test]
fn a_markdown_parser_returns_every_text() {
    let (errors, pages) = hostile_files("markdown", ".md");
    for options in dialects() {
        let mut found = BTreeMap::new();
        for page in &pages {
            let (code, text) = read(page, options);
            found.insert(code, text);
        }
        assert_eq!(found.len(), errors.len());
        for (code, [message, description]) in &errors {
            let mut expected = vec![shown(message), shown(description)];
            expected.dedup();
            expected.retain(|text| !text.is_empty());
            assert_eq!(found[code], expected.join("\n\n"), "{code} with {options:?}");
        }
    }
}

/// Returns the code in the heading of a page, and the paragraphs below it.
fn read(page: &str, options: Options) -> (String, String) {
    let (mut code, mut text) = (String::new(), String::new());
    let (mut heading, mut paragraphs, mut is_open) = (false, 0, false);
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => heading = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                heading = false;
                is_open = true;
            }
            Event::Code(span) if heading => code.push_str(&span),
            Event::Start(Tag::List(_) | Tag::Heading { .. }) => is_open = false,
            Event::Start(Tag::Paragraph) if is_open => {
                if paragraphs > 0 {
                    text.push_str("\n\n");
                }
                paragraphs += 1;
            }
            Event::Text(part) if is_open => text.push_str(&part),
            Event::HardBreak if is_open => text.push('\n'),
            Event::Start(Tag::Link { .. }) | Event::End(_) => {}
            other => assert!(!is_open, "{other:?} in\n{page}"),
        }
    }
    (code, text)
}

#[test]
fn the_whole_catalog_has_no_html_but_anchors() {
    let errors = hostile::errors();
    let model = model(&[("catalogs/hostile.yaml", &hostile::catalog(&errors))]);
    let tree = emit("markdown", &model, &[]);
    for path in ["hostile/index.md", "index.md", "summary.md", "llms.txt"] {
        let mut anchors = 0;
        for event in Parser::new_ext(tree.get(path).unwrap(), Options::all()) {
            if let Event::Html(html) | Event::InlineHtml(html) = event {
                assert!(html.starts_with("<a id=\"") || &*html == "</a>", "{path}: {html}");
                anchors += 1;
            }
        }
        assert_eq!(anchors > 0, path == "hostile/index.md", "{path}");
    }
}

/// An index of hostile texts has the parts that its template has.
#[test]
fn hostile_texts_add_no_elements_to_the_index() {
    let errors = hostile::errors();
    let model = model(&[("catalogs/hostile.yaml", &hostile::catalog(&errors))]);
    let tree = emit("html", &model, &[]);
    let page = Html::parse_document(tree.get("index.html").unwrap());
    let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!((count("article"), count("script"), count("style")), (errors.len(), 1, 1));
    assert_eq!(count("article h3 a[href]"), errors.len());
}
