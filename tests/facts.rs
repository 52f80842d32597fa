//! Tests that all 300 codes have the published facts.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

mod published;

use std::collections::BTreeMap;
use std::fmt::Display;

use errcat::ErrorCode;
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

use crate::published::{CSGHUB, Facts, NOVITA, NSROCKS, PHALA_CLOUD, Section, answers, assert_same};

const TRANSCRIPTS: [&str; 4] = [
    include_str!("facts/phala-cloud.tsv"),
    include_str!("facts/csghub.tsv"),
    include_str!("facts/nsrocks.tsv"),
    include_str!("facts/novita.tsv"),
];

/// Parses a table with tab-separated fields.
fn transcribed(table: &str) -> Vec<Facts> {
    let mut lines = table.lines();
    let head = "family\tindex\tcode\tname\tstatus\tmessage\tdescription\tdynamic\tmask";
    assert_eq!(lines.next(), Some(head));
    lines.map(row).collect()
}

fn row(line: &str) -> Facts {
    let fields: Vec<&str> = line.split('\t').collect();
    let [family, index, code, name, status, message, description, dynamic, mask] =
        <[&str; 9]>::try_from(fields).unwrap();
    let text = |field: &str| (!field.is_empty()).then(|| field.to_owned());
    assert!(matches!(dynamic, "" | "yes"), "{line}");
    Facts {
        family: family.to_owned(),
        index: index.parse().unwrap(),
        code: code.to_owned(),
        name: text(name),
        status: text(status).map(|status| status.parse().unwrap()),
        message: text(message),
        description: text(description),
        dynamic: dynamic == "yes",
        mask: text(mask),
    }
}

/// Compares an enum with the published facts, and checks that each code can be parsed.
fn check<C: ErrorCode>(catalog: &str, published: &[Facts]) {
    assert_eq!(C::CATALOG, catalog);
    assert_same(&answers::<C>(), published);
    let mut count = BTreeMap::new();
    for code in C::ALL {
        *count.entry(code.code()).or_insert(0) += 1;
    }
    for &code in C::ALL {
        let unique = (count[code.code()] == 1).then_some(code);
        assert_eq!(C::from_code(code.code()), unique, "{}", code.code());
    }
}

/// Checks the enum of families: their ids, titles and codes.
fn check_families<F: Copy + Display, C: ErrorCode>(
    families: &[F],
    id: fn(F) -> &'static str,
    title: fn(F) -> &'static str,
    codes: fn(F) -> &'static [C],
    published: &[Section],
) {
    assert_eq!(families.len(), published.len());
    let mut all = Vec::new();
    for (&family, section) in families.iter().zip(published) {
        assert_eq!((id(family), title(family)), (section.id, section.title));
        assert_eq!(family.to_string(), section.title);
        assert_eq!(codes(family).len(), section.count, "{}", section.id);
        for code in codes(family) {
            assert_eq!((code.family_id(), code.family_title()), (section.id, section.title));
        }
        all.extend_from_slice(codes(family));
    }
    assert_eq!(all, C::ALL, "the families together are all codes, in published order");
}

#[test]
fn phala_cloud_codes() {
    use phala_cloud::{Code, Family};

    check::<Code>("phala-cloud", &transcribed(TRANSCRIPTS[0]));
    check_families(Family::ALL, Family::id, Family::title, Family::codes, PHALA_CLOUD);
    assert!(Code::ALL.iter().all(|code| Family::codes(code.family()).contains(code)));
}

#[test]
fn csghub_codes() {
    use csghub::{Code, Family};

    check::<Code>("csghub", &transcribed(TRANSCRIPTS[1]));
    check_families(Family::ALL, Family::id, Family::title, Family::codes, CSGHUB);
    assert!(Code::ALL.iter().all(|code| Family::codes(code.family()).contains(code)));
}

#[test]
fn nsrocks_codes() {
    use nsrocks::{Code, Family};

    check::<Code>("nsrocks", &transcribed(TRANSCRIPTS[2]));
    check_families(Family::ALL, Family::id, Family::title, Family::codes, NSROCKS);
    assert!(Code::ALL.iter().all(|code| Family::codes(code.family()).contains(code)));
}

#[test]
fn novita_codes() {
    use novita::{Code, Family};

    check::<Code>("novita", &transcribed(TRANSCRIPTS[3]));
    check_families(Family::ALL, Family::id, Family::title, Family::codes, NOVITA);
    assert!(Code::ALL.iter().all(|code| Family::codes(code.family()).contains(code)));
}

#[test]
fn novita_codes_of_each_family() {
    let all = transcribed(TRANSCRIPTS[3]);
    let of =
        |family: &str| -> Vec<Facts> { all.iter().filter(|facts| facts.family == family).cloned().collect() };
    check::<novita::image_video_audio::Code>("novita", &of("image-video-audio"));
    check::<novita::llm::Code>("novita", &of("llm"));
    check::<novita::gpu::Code>("novita", &of("gpu"));
    check::<novita::billing::Code>("novita", &of("billing"));
}

/// Checks totals of the transcripts.
#[test]
fn transcripts() {
    let all: Vec<Facts> = TRANSCRIPTS.iter().flat_map(|table| transcribed(table)).collect();
    let codes = |wanted: fn(&Facts) -> bool| -> Vec<&str> {
        all.iter().filter(|facts| wanted(facts)).map(|facts| facts.code.as_str()).collect()
    };
    assert_eq!(all.len(), 300);
    assert_eq!(codes(|facts| facts.status.is_none()).len(), 193);
    assert_eq!(codes(|facts| facts.dynamic), ["ERR-01-004", "ERR-05-001", "ERR-05-002"]);
    assert_eq!(codes(|facts| facts.mask.is_some()), ["ERR-03-004", "ERR-03-005"]);
    assert_eq!(codes(|facts| facts.description.is_none()), ["REQ-ERR-4", "REQ-ERR-7", "REQ-ERR-8"]);
    let sections = [PHALA_CLOUD, CSGHUB, NSROCKS, NOVITA].concat();
    assert_eq!(sections.len(), 29, "28 families with codes, and one without");
    assert_eq!(sections.iter().map(|section| section.count).sum::<usize>(), 300);
}
