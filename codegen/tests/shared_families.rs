//! Property tests of families that catalogs list by path.

use std::collections::BTreeSet;

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::concise;
use errcat_build::unstable::source::Sources;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Entries, and the files that they name, seen from `catalogs/shop` and from `catalogs/desk`.
const ENTRIES: [(&str, Option<&str>); 16] = [
    ("../common/auth", Some("catalogs/common/auth.yaml")),
    ("../common/../common/./auth", Some("catalogs/common/auth.yaml")),
    ("..//common/auth", Some("catalogs/common/auth.yaml")),
    ("../common/limits", Some("catalogs/common/limits.yaml")),
    ("../../shared/auth", Some("shared/auth.yaml")),
    ("../../catalogs/common/limits", Some("catalogs/common/limits.yaml")),
    ("../common/auht", None),
    ("../common/auth.yaml", None),
    ("../common/", None),
    ("../common", None),
    ("../../../shared/auth", None),
    ("/catalogs/common/auth", None),
    ("../mail", None),
    ("../shop/catalog", None),
    ("nowhere/auth", None),
    ("../..", None),
];

fn sources(lists: &[Vec<(&str, Option<&str>)>; 2]) -> Sources {
    let mut sources = Sources::default();
    for (id, list) in ["shop", "desk"].iter().zip(lists) {
        let list: Vec<String> = list.iter().map(|(entry, _)| format!("'{entry}'")).collect();
        let head = format!("errcat: 1\ntitle: T\nfamilies: [{}]\n", list.join(", "));
        sources.add(format!("catalogs/{id}/catalog.yaml"), head);
    }
    sources.add("catalogs/mail.yaml", "errcat: 1\ntitle: T\nerrors:\n  mail: M\n");
    for (number, path) in
        ["catalogs/common/auth.yaml", "catalogs/common/limits.yaml", "shared/auth.yaml"].iter().enumerate()
    {
        sources.add(*path, format!("title: T\nerrors:\n  code-{number}: C\n"));
    }
    sources
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_names_exactly_its_files(
        shop in vec(select(&ENTRIES[..]), 0..4),
        desk in vec(select(&ENTRIES[..]), 0..4),
    ) {
        let lists = [shop, desk];
        let sources = sources(&lists);
        let analysis = analyze(&sources);
        let lines: Vec<String> =
            analysis.findings.iter().map(|finding| concise(&sources, finding)).collect();
        prop_assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "{:#?}", lines);
        for (id, list) in ["shop", "desk"].iter().zip(&lists) {
            // The first file of an id stays, and every other entry is a mistake.
            let mut files: Vec<&str> = Vec::new();
            for file in list.iter().filter_map(|(_, file)| *file) {
                let name = |path: &str| path.rsplit('/').next().unwrap().to_owned();
                if !files.iter().any(|known| name(known) == name(file)) {
                    files.push(file);
                }
            }
            let catalog = analysis.model.catalogs.iter().find(|catalog| catalog.id == *id).unwrap();
            let found: Vec<&str> = catalog.families.iter().map(|family| family.path.as_str()).collect();
            prop_assert_eq!(&found, &files);
            prop_assert_eq!(catalog.errors.len(), files.len());
            let head = format!("catalogs/{id}/catalog.yaml:");
            let mistakes = lines.iter().filter(|line| line.starts_with(&head) && line.contains("error["));
            prop_assert_eq!(mistakes.count(), list.len() - files.len(), "{:#?}", lines);
        }
    }
}
