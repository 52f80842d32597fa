//! Random catalogs with envelopes, and random errors.

use std::fmt::Write as _;
use std::time::Duration;

use errcat_build::unstable::text::quote::double_quoted;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// The values of one occurrence of an error.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    pub(crate) code: usize,
    pub(crate) message: Option<String>,
    pub(crate) details: Vec<(String, String)>,
    pub(crate) field: Option<String>,
    pub(crate) field_errors: Vec<(String, String)>,
    pub(crate) request_id: Option<String>,
    pub(crate) delay: Option<Duration>,
}

pub(crate) fn said() -> impl Strategy<Value = Said> {
    let field =
        select(&["title", "a.0.b", "0", "name", "code", "message", "x y"][..]).prop_map(str::to_owned);
    let delay = (0..100_000_u64, prop_oneof![Just(0), 0..1_000_000_000_u32]);
    (
        0..3_usize,
        option::weighted(0.3, text()),
        vec((names(), text()), 0..3),
        option::of(text()),
        vec((field, text()), 0..3),
        option::of(text()),
        option::of(delay.prop_map(|(seconds, nanos)| Duration::new(seconds, nanos))),
    )
        .prop_map(|(code, message, details, field, field_errors, request_id, delay)| {
            let mut once: Vec<(String, String)> = Vec::new();
            for (name, value) in details {
                if once.iter().all(|(known, _)| *known != name) {
                    once.push((name, value));
                }
            }
            Said { code, message, details: once, field, field_errors, request_id, delay }
        })
}

/// Short names, which often are those of other facts.
fn names() -> impl Strategy<Value = String> {
    select(&["a", "b", "code", "message", "error", "x", "limit", "title", "0", "\"q\"", "é.b"][..])
        .prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z]{1,8}",
        2 => "[ -~]{0,12}",
        1 => "[\u{0}-\u{20}\"\\\\é:#=,;.]{0,6}",
        1 => any::<String>(),
        1 => Just(String::new()),
    ]
}

/// Returns a catalog of three errors.
pub(crate) fn catalog() -> impl Strategy<Value = String> {
    (any::<bool>(), vec(error(), 3), envelope(), option::weighted(0.3, docs())).prop_map(
        |(numeric, errors, envelope, docs)| {
            let mut yaml = String::from("errcat: 1\ntitle: Made up\n");
            let docs = docs.map(|docs| format!("docs: {}\n", double_quoted(docs))).unwrap_or_default();
            let kind = if numeric { "code: { type: integer }\n" } else { "" };
            // Writing to a string does not fail.
            let _ = writeln!(yaml, "{docs}{kind}{envelope}errors:");
            for (index, Made { code, message, status, help, links }) in errors.iter().enumerate() {
                let number = [-32700, 0, 404][index].to_string();
                let code = format!("{code}{}", ["", "#1", ":2"][index]);
                let code = if numeric { number } else { double_quoted(&code) };
                let _ = write!(yaml, "  {code}: {{ ident: E{index}, status: {status}");
                if let Some(message) = message {
                    let _ = write!(yaml, ", message: {}", double_quoted(message));
                }
                let help: Vec<String> = help.iter().map(|help| double_quoted(help)).collect();
                let _ = write!(yaml, ", help: [{}], links: [", help.join(", "));
                for label in links {
                    let _ = write!(yaml, "{{ label: {}, url: https://x.example }},", double_quoted(label));
                }
                yaml.push_str("] }\n");
            }
            yaml
        },
    )
}

#[derive(Clone, Debug)]
struct Made {
    code: String,
    message: Option<String>,
    status: u16,
    help: Vec<String>,
    links: Vec<String>,
}

fn error() -> impl Strategy<Value = Made> {
    let code = prop_oneof![4 => "[a-z]{1,4}", 1 => "[ -~]{1,5}", 1 => "[a-zé\"\u{9}.]{1,4}"];
    let visible = || "[a-zA-Z é,.:'\"\\\\]{0,10}";
    let status = select(&[400_u16, 401, 404, 429, 503][..]);
    (code, option::weighted(0.8, visible()), status, vec(visible(), 0..2), vec(visible(), 0..2))
        .prop_map(|(code, message, status, help, links)| Made { code, message, status, help, links })
}

fn docs() -> impl Strategy<Value = &'static str> {
    select(&["https://x.example/errors/{code}", "https://x.example/{code}.html", "https://x.example/"][..])
}

/// Beginnings of paths that agree with each other.
const STYLES: [&[&str]; 5] = [
    &["", "", "", "error.", "error.", "error.inner.", r"odata\.error."],
    &["", "", "errors.0.", "errors.0.", "errors.1.", "errors.0.extensions.", "lists.0.0.", "lists.0.1."],
    &["", "errors[code].", "errors[extensions.code].extensions.", "errors[extensions.code].", "error."],
    &[
        "",
        "",
        "data[@type=type.example/Info].",
        "data[@type=type.example/Info].inner.",
        "data[@type=b].",
        "data[kind=b].",
    ],
    &["0.", "0.", "0.0.", "1.", "0.error."],
];

/// Returns an envelope that is often sound.
fn envelope() -> impl Strategy<Value = String> {
    (0..STYLES.len()).prop_flat_map(envelope_in)
}

fn envelope_in(style: usize) -> impl Strategy<Value = String> {
    let fact = |name: &'static str, weight: f64| {
        option::weighted(weight, place_of(name, style)).prop_map(move |places| (name, places))
    };
    let facts = [
        fact("code", 0.99),
        fact("message", 0.9),
        fact("details", 0.5),
        fact("suggestions", 0.2),
        fact("links", 0.2),
        fact("request_id", 0.6),
        fact("retry_after", 0.4),
        fact("status", 0.2),
        fact("field_errors", 0.3),
        fact("own", 0.2),
    ];
    let mark = prop_oneof![
        4 => Just(""),
        1 => Just("  is_error: { path: ok, value: false }\n"),
        1 => Just("  is_error: { path: errors }\n"),
        1 => Just("  is_error: { path: 'header:x-error', value: \"1\" }\n"),
    ];
    let media_type = prop_oneof![3 => Just(""), 1 => Just("  media_type: application/problem+json\n")];
    (facts, mark, media_type, any::<u64>()).prop_map(|(facts, mark, media_type, order)| {
        let mut facts = Vec::from(facts);
        // The order of the facts is that of the body.
        let turn = usize::try_from(order % 10).unwrap_or(0);
        facts.rotate_left(turn);
        let mut yaml = String::from("envelope:\n");
        for (name, places) in facts {
            let Some(places) = places else { continue };
            let _ = match name {
                "own" => writeln!(yaml, "  fields: {{ own: {places} }}"),
                _ => writeln!(yaml, "  {name}: {places}"),
            };
        }
        yaml + mark + media_type
    })
}

/// Returns the places of a fact as YAML.
fn place_of(name: &'static str, style: usize) -> impl Strategy<Value = String> {
    let form = match name {
        "details" => prop_oneof![2 => Just(""), 1 => Just(", as: map"), 2 => Just(", as: fields")].boxed(),
        "message" => prop_oneof![
            4 => Just(""),
            1 => Just(", as: \"{code}: {message}\""),
            1 => Just(", as: \"{message} ({code})\""),
            1 => Just(", as: \"<{message}>\""),
            1 => Just(", after: ':'"),
        ]
        .boxed(),
        "field_errors" => select(&["", ", as: map", ", as: list", ", as: loc", ", as: pointer"][..]).boxed(),
        "retry_after" => {
            select(&["", "", ", unit: s", ", unit: ms", ", unit: date", ", unit: duration"][..]).boxed()
        }
        "code" | "request_id" => prop_oneof![
            5 => Just(""),
            1 => Just(", after: '#'"),
            1 => Just(", before: ':'"),
            1 => Just(", after: '#', before: ':'"),
        ]
        .boxed(),
        _ => Just("").boxed(),
    };
    let places = prop_oneof![2 => Just(1_usize), 1 => 1..4_usize];
    places.prop_flat_map(move |count| vec((path_of(name, style), form.clone()), count)).prop_map(|places| {
        let places: Vec<String> =
            places.into_iter().map(|(path, form)| format!("{{ path: '{path}'{form} }}")).collect();
        match places.as_slice() {
            [one] => one.clone(),
            many => format!("[{}]", many.join(", ")),
        }
    })
}

fn path_of(name: &'static str, style: usize) -> impl Strategy<Value = String> {
    let own = match name {
        "details" => "more",
        "request_id" => "id",
        name => name,
    };
    let shared = select(&["a", "code", "message", "error", "title", "detail"][..]);
    let leaf = prop_oneof![16 => Just(own), 1 => shared];
    let headers: &[&str] = match name {
        "code" => &["header:x-code", "header:www-authenticate#error", "header:x-d#a"],
        "message" => &["header:x-message", "header:www-authenticate#realm", "header:x-d#b"],
        "retry_after" => &["header:retry-after", "header:x-wait"],
        "details" | "suggestions" | "links" | "field_errors" | "own" => &[".", "errors", "error"],
        _ => &["header:x-id", "header:x-code", "errors.0"],
    };
    let outer = select(STYLES[style]);
    prop_oneof![
        6 => (outer, leaf).prop_map(|(outer, leaf)| format!("{outer}{leaf}")),
        1 => select(headers).prop_map(str::to_owned),
    ]
}
