//! Tests of `Info`, `Link` and `Notice` in statics.

use errcat::{Info, Link, Notice};

static FULL: Info = Info::new()
    .with_exit(0)
    .with_tags(&["a", "b"])
    .with_help(&["try this"])
    .with_links(&[Link::new("docs", "https://example.com")])
    .with_since("1")
    .with_deprecated(Notice::new(Some("2"), Some("B"), Some("soon")))
    .with_retired(Notice::new(None, None, None))
    .with_dynamic()
    .with_internal()
    .with_class("Quota")
    .with_aliases(&["Full"]);

#[test]
fn every_fact_is_read_back() {
    assert_eq!(FULL.exit, Some(0));
    assert_eq!(FULL.tags, ["a", "b"]);
    assert_eq!(FULL.help, ["try this"]);
    assert_eq!(FULL.links, [Link::new("docs", "https://example.com")]);
    assert_eq!(FULL.since, Some("1"));
    assert_eq!(FULL.deprecated, Some(Notice::new(Some("2"), Some("B"), Some("soon"))));
    assert_eq!(FULL.retired, Some(Notice::new(None, None, None)));
    assert!(FULL.dynamic && FULL.internal);
    assert_eq!(FULL.class, Some("Quota"));
    assert_eq!(FULL.aliases, ["Full"]);
}

#[test]
fn every_fact_is_absent_by_default() {
    let info = Info::new();
    assert_eq!((info.exit, info.since, info.class), (None, None, None));
    assert!(info.tags.is_empty() && info.help.is_empty() && info.links.is_empty() && info.aliases.is_empty());
    assert!(info.deprecated.is_none() && info.retired.is_none());
    assert!(!info.dynamic && !info.internal);
}

#[test]
fn each_builder_sets_one_fact() {
    const LINK: Link = Link::new("a", "a");
    let none = Info::new();
    let notice = Notice::new(None, None, None);
    let infos = [
        none,
        none.with_exit(1),
        none.with_tags(&["a"]),
        none.with_help(&["a"]),
        none.with_links(&[LINK]),
        none.with_since("a"),
        none.with_deprecated(notice),
        none.with_retired(notice),
        none.with_dynamic(),
        none.with_internal(),
        none.with_class("a"),
        none.with_aliases(&["a"]),
    ];
    for (i, left) in infos.iter().enumerate() {
        for (j, right) in infos.iter().enumerate() {
            assert_eq!(left == right, i == j, "{i} {j}");
        }
    }
}
