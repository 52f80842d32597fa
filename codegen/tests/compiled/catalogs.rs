//! Catalogs with forms that few catalogs need, for `compiled.rs`.

use errcat_build::unstable::source::Sources;

/// Adds all of these catalogs.
pub(crate) fn add(sources: &mut Sources) {
    refined(sources);
    carried(sources);
    declared(sources);
    roles(sources);
    translated(sources);
}

/// Adds errors that refine others: in one enum, and in one enum per family.
fn refined(sources: &mut Sources) {
    let head = "errcat: 1\ntitle: Refined\ncode: { separator: '.' }\ntags: { money: Money., card: A card. }\n\
        classes: [{ name: Fatal, when: { code: present } }, { name: Other, when: any }]\n\
        defaults: { retry: never, status: 500, tags: [money] }\nfamilies: [payments, carts, nothing]\n";
    let payments = "title: Payments\ndefaults: { status: 402 }\nerrors:\n\
        \x20 expired: { message: Expired., parent: declined }\n\
        \x20 declined:\n    message: Declined.\n    retry: backoff\n    class: Other\n    tags: [card]\n    sub:\n\
        \x20     stolen: Stolen.\n      limit:\n        status: 429\n        sub: { daily: , weekly: { retry: immediately, tags: [] } }\n\
        \x20 lost: { message: Lost. }\n";
    let carts = "title: Carts\ndefaults: { status: 409 }\nerrors:\n\
        \x20 late: { message: Late., parent: X }\n  full: { message: Full., parent: X.limit }\n\
        \x20 X: { message: X., status: 410, sub: { limit: { message: Limit. } } }\n";
    for (id, unique, other) in [("refined", "catalog", "declined"), ("refined-families", "family", "X")] {
        sources.add(format!("catalogs/{id}/catalog.yaml"), format!("{head}unique: {unique}\n"));
        sources.add(format!("catalogs/{id}/payments.yaml"), payments);
        sources.add(
            format!("catalogs/{id}/carts.yaml"),
            carts.replace("parent: X }\n  f", &format!("parent: {other} }}\n  f")),
        );
        sources.add(format!("catalogs/{id}/nothing.yaml"), "title: Nothing\n");
    }
}

/// Adds codes that carry values: in one enum, and in one enum per family.
fn carried(sources: &mut Sources) {
    let head = "errcat: 1\ntitle: Carried\ndocs: https://example.com/errors/{code}\n\
        envelope: { code: error.code, message: { path: error.text, as: '{code}: {message}' }, params: error.values }\n";
    let errors = "errors:\n\
        \x20 FLOOD_WAIT_{seconds}: { message: 'Wait {seconds} seconds.', status: 420, params: { seconds: u32 }, aliases: [FLOOD] }\n\
        \x20 FLOOD_WAIT_0: { message: Go on., status: 421 }\n\
        \x20 FILE_{name}_GONE: { message: 'It is gone since {at}.', status: 410, params: { name: string, at: u64 } }\n\
        \x20 BIG_{n}: { message: '{n}', params: { n: u64 } }\n  SMALL_{n}: { message: '{n}', params: { n: i64 } }\n\
        \x20 MID_{n}: { message: '{n}', params: { n: i32 } }\n\
        \x20 MASKED_{seconds}: { message: 'Wait {seconds} seconds.', status: 420, params: { seconds: u32 }, mask: 'FLOOD_WAIT_{seconds}' }\n\
        \x20 plain_{braces}: Plain.\n";
    sources.add("catalogs/carried.yaml", format!("{head}{errors}"));
    sources.add(
        "catalogs/carried-families/catalog.yaml",
        format!("{head}unique: family\nfamilies: [one, two, three, none]\n"),
    );
    sources.add("catalogs/carried-families/one.yaml", format!("title: One\n{errors}"));
    let waits = "title: Two\nerrors:\n  FLOOD_WAIT_{minutes}: { message: 'Wait.', params: { minutes: u32 } }\n  TWO_{n}: { message: '{n}', params: { n: u32 } }\n";
    sources.add("catalogs/carried-families/two.yaml", waits);
    sources.add("catalogs/carried-families/three.yaml", "title: Three\nerrors:\n  BIG_7:\n  THREE:\n");
    sources.add("catalogs/carried-families/none.yaml", "title: None\n");
}

/// Adds declared facts of every kind, in one enum and in families.
fn declared(sources: &mut Sources) {
    let facts = "facts:\n\
        \x20 severity: { values: [success, warning, ERROR, '3D', '*/ \"x\"'], default: ERROR, error: [ERROR, '3D'], lookup: many }\n\
        \x20 option: { values: [none, some] }\n\
        \x20 sqlstate: { type: string, pattern: '[0-9A-Z]{5}', lookup: many }\n\
        \x20 text: { type: string, default: \"\\\"*/ \\u2028\", lookup: many }\n\
        \x20 number: { type: i64, lookup: one }\n\
        \x20 large: { type: u64, lookup: many }\n\
        \x20 small: { type: i8, default: -128 }\n\
        \x20 value: { type: u16, lookup: one }\n\
        \x20 throttling: { type: bool, lookup: many }\n\
        \x20 usual: { type: bool, default: true }\n\
        \x20 unsaid: string\n\
        \x20 constant: { type: u8, default: 7, lookup: many }\n\
        \x20 name: { lookup: one }\n";
    let errors = [
        "one: { name: First, ident: One, severity: warning, option: some, sqlstate: 01000, number: -9223372036854775808, large: 18446744073709551615 }",
        "two: { name: Second, ident: Two, severity: success, sqlstate: 42K04, text: '', number: 0, large: 0, small: 127, value: 65535 }",
        "three: { severity: 3D, option: none, sqlstate: 42K04, number: 7, large: 9223372036854775808, throttling: true, usual: false }",
        "four: { severity: '*/ \"x\"', text: \"a\\nb\", value: 0 }",
        "five: { deprecated: {} }",
    ];
    let all = errors.map(|error| format!("  {error}\n")).concat();
    sources.add("catalogs/declared.yaml", format!("errcat: 1\ntitle: T\n{facts}errors:\n{all}"));
    let head = format!("errcat: 1\ntitle: T\nunique: family\nfamilies: [first, second, third]\n{facts}");
    sources.add("catalogs/declared-families/catalog.yaml", head);
    let [one, two, rest @ ..] = errors.map(|error| format!("  {error}\n"));
    sources.add("catalogs/declared-families/first.yaml", format!("title: T\nerrors:\n{one}{two}"));
    let inherited = "title: T\ndefaults: { throttling: true, sqlstate: ZZZZZ }\nerrors:\n";
    sources.add("catalogs/declared-families/second.yaml", format!("{inherited}{}", rest.concat()));
    sources.add("catalogs/declared-families/third.yaml", "title: T\n");
    let note = "facts: { kind: { values: [note], error: [] } }\n";
    sources.add(
        "catalogs/declared-notes.yaml",
        format!("errcat: 1\ntitle: T\n{note}errors:\n  a: {{ kind: note }}\n  b:\n"),
    );
    let empty = format!("errcat: 1\ntitle: T\n{facts}");
    sources.add("catalogs/declared-nothing.yaml", empty);
}

/// Adds a complete enum of a server, and the enums of a client.
fn roles(sources: &mut Sources) {
    let errors = "errors:\n  one: { message: '{n}', params: { n: u8 }, details: { d: string } }\n  two:\n";
    let own = "errcat: 1\ntitle: T\nexhaustive: true\nrole: server\nlanguage: en\ninternal: two\n";
    sources.add("catalogs/own.yaml", format!("{own}facts: {{ kind: {{ values: [a, b] }} }}\n{errors}"));
    let families = "errcat: 1\ntitle: T\nexhaustive: true\nunique: family\nrole: client\nfamilies: [a, b]\n";
    sources.add("catalogs/theirs/catalog.yaml", families);
    for family in ["a", "b"] {
        sources.add(format!("catalogs/theirs/{family}.yaml"), format!("title: T\n{errors}"));
    }
}

/// Adds translations: in one enum, in one enum per family, and with another notation of parameters.
fn translated(sources: &mut Sources) {
    let head = "errcat: 1\ntitle: Translated\nlanguage: en\n";
    let mut add = |id: &str, files: &[(&str, &str)]| {
        for (path, text) in files {
            let text = if *path == "catalog" { format!("{head}{text}") } else { (*text).to_owned() };
            sources.add(format!("catalogs/{id}/{path}.yaml"), text);
        }
    };
    add(
        "translated",
        &[
            ("catalog", "families: [items]\n"),
            (
                "items",
                "title: Items\nerrors:\n  many_items: { message: '{count} items of {limit}', params: { count: u32, limit: u32 }, status: 409 }\n\
                 \x20 odd: { message: Odd., description: Send an even one. }\n  mute:\n  plain: { message: Quite plain., status: 404 }\n\
                 \x20 hidden: { message: Quite plain., status: 404, mask: plain }\n",
            ),
            (
                "locales/de",
                "errors:\n  many_items: Von {limit} sind es {count}.\n  odd: { description: Nimm ein gerades. }\n\
                 \x20 plain: 'Ganz \"schlicht\".'\n  hidden: Geheim.\n",
            ),
            ("locales/de-CH", "errors:\n  many_items: '{count}/{limit}, gäll.'\n"),
            ("locales/pt-BR", "errors:\n  mute: Mudo.\n"),
        ],
    );
    add(
        "translated-families",
        &[
            ("catalog", "unique: family\nfamilies: [items, others, none]\n"),
            ("items", "title: I\nerrors:\n  gone: Not there.\n"),
            ("others", "title: O\nerrors:\n  gone: Neither.\n"),
            ("none", "title: N\n"),
            ("locales/de", "errors:\n  items/gone: Gibt es nicht.\n  others/gone: Auch nicht.\n"),
        ],
    );
    add(
        "shapes-translated",
        &[
            ("catalog", "placeholders: printf\nfamilies: [things]\n"),
            ("things", "title: Things\nerrors:\n  lost: '%s was lost %d times'\n"),
            ("locales/de", "errors:\n  lost: '%2$d-mal: %1$s'\n"),
        ],
    );
}
