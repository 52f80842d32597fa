//! Tests of translations, run inside the crate that `compiled.rs` writes.

use errcat::{ErrorCode, Params, Problem, Response};

use crate::open::translated::{Code, ManyItems};
use crate::open::{shapes_translated, translated_families};

#[test]
fn texts_are_those_of_the_language() {
    assert_eq!(Code::LANGUAGES, ["de", "de-CH", "pt-BR"]);
    let many = Code::ManyItems;
    for (language, expected) in [
        ("de", "Von {limit} sind es {count}."),
        ("de-AT", "Von {limit} sind es {count}."),
        ("DE-ch", "{count}/{limit}, gäll."),
        ("de-CH-1996", "{count}/{limit}, gäll."),
        ("pt", "{count} items of {limit}"),
        ("en", "{count} items of {limit}"),
        ("", "{count} items of {limit}"),
        ("-", "{count} items of {limit}"),
    ] {
        assert_eq!(many.message_in(language), Some(expected), "{language}");
        assert_eq!(ErrorCode::message_in(many, language), Some(expected), "{language}");
    }
    assert_eq!(Code::Odd.description_in("de-CH"), Some("Nimm ein gerades."));
    assert_eq!(Code::Odd.description_in("fr"), Some("Send an even one."));
    assert_eq!(Code::Odd.message_in("de"), Some("Odd."), "the catalog has only its description in German");
    assert_eq!(Code::Mute.message_in("de"), None);
    assert_eq!(Code::Mute.message_in("pt-BR"), Some("Mudo."));
}

#[test]
fn parameters_travel_into_translations() {
    let many = ManyItems { count: 7, limit: 5 };
    assert_eq!(many.to_message(), "7 items of 5");
    assert_eq!(many.to_message_in("de-AT"), "Von 5 sind es 7.");
    assert_eq!(many.to_message_in("de-CH"), "7/5, gäll.");
    assert_eq!(many.to_message_in("fr"), "7 items of 5");
}

#[test]
fn servers_answer_in_the_language_of_the_reader() {
    let body = |header: &str| crate::open::translated::Error::from(ManyItems { count: 7, limit: 5 }).accept_language(header).body();
    let english = "7 items of 5";
    let german = "Von 5 sind es 7.";
    for (header, expected) in [
        ("de", german),
        ("de-AT, en;q=0.5", german),
        ("fr, de ; q=0.8, en;q=0.7", german),
        ("en, de", english),
        ("en-GB, de", english),
        ("de;q=0.3, en;q=0.4", english),
        ("de;q=0", english),
        ("de;q=0.000, *;q=0.1", english),
        ("*, de;q=0.9", english),
        ("de;q=2, fr", english),
        ("de;q=x", english),
        ("", english),
        (",;,q=1", english),
        ("x-klingon, DE-ch;Q=1.000", "7/5, gäll."),
    ] {
        assert!(body(header).contains(expected), "{header}: {}", body(header));
    }
    // Without anything else, too, and as problem details.
    let odd = || crate::open::translated::Error::from(Code::Plain).accept_language("de");
    assert!(odd().body().contains("Ganz \\\"schlicht\\\"."), "{}", odd().body());
    assert!(Response::from(Problem::from(odd())).body().contains("Ganz \\\"schlicht\\\"."));
    // Logs and texts of the server stay.
    assert_eq!(odd().to_string(), "plain: Quite plain.");
    assert!(odd().with_message("So.").body().contains("So."));
    // Outsiders get the translation of the mask.
    let hidden = crate::open::translated::Error::from(Code::Hidden).accept_language("de");
    assert!(hidden.body().contains("Ganz \\\"schlicht\\\".") && !hidden.body().contains("hidden"), "{}", hidden.body());
}

#[test]
fn responses_name_their_language() {
    let chosen = |error: crate::open::translated::Error| {
        let response = Response::from(error);
        let header = |name: &str| {
            let found = response.headers().find(|(known, _)| *known == name).map(|(_, value)| value.into_owned());
            found.unwrap_or_default()
        };
        (header("content-language"), header("vary"))
    };
    let pair = |language: &str, vary: &str| (language.to_owned(), vary.to_owned());
    let plain = |header: &str| crate::open::translated::Error::from(Code::Plain).accept_language(header);
    assert_eq!(chosen(plain("de-AT")), pair("de", "accept-language"));
    assert_eq!(chosen(plain("fr")), pair("en", "accept-language"), "the language of the catalog");
    assert_eq!(chosen(plain("")), pair("en", "accept-language"), "it depends on what was not sent, too");
    assert_eq!(chosen(crate::open::translated::Error::from(Code::Plain)), pair("", ""), "not asked");
    // Only the description is translated, and the message is what readers get.
    let odd = crate::open::translated::Error::from(Code::Odd).accept_language("de");
    assert_eq!(chosen(odd), pair("en", "accept-language"));
    assert_eq!(chosen(plain("de").with_message("So.")), pair("", "accept-language"), "a text of the server");
    let many = crate::open::translated::Error::from(ManyItems { count: 7, limit: 5 }).accept_language("de-CH");
    assert_eq!(chosen(many), pair("de-CH", "accept-language"));
    // A mask cannot be told apart from what it stands for.
    let hidden = || crate::open::translated::Error::from(Code::Hidden).accept_language("de");
    errcat::assert_indistinguishable(plain("de"), hidden());
    errcat::assert_indistinguishable(plain("de"), hidden().with_message("So."));
    assert_eq!(chosen(hidden()), pair("de", "accept-language"));
}

#[test]
fn families_have_their_own_translations() {
    use translated_families::{Code, items, none, others};
    assert_eq!(Code::LANGUAGES, ["de"]);
    assert_eq!(none::Code::LANGUAGES, ["de"]);
    let texts = Code::ALL.iter().map(|code| code.message_in("de-AT").unwrap_or_default());
    assert_eq!(texts.collect::<Vec<_>>(), ["Gibt es nicht.", "Auch nicht."]);
    assert_eq!(items::Code::Gone.message_in("de"), Some("Gibt es nicht."));
    assert_eq!(others::Code::Gone.message_in("fr"), Some("Neither."));
}

#[test]
fn hostile_translations_arrive_exactly() {
    use crate::open::hostile_translated::Code;
    let texts = Code::ALL.iter().map(|code| (code.message_in("de-AT"), code.description_in("de")));
    let mut expected = crate::TEXTS.map(|text| (Some(text), Some(text)));
    // An empty text is no translation.
    expected[0] = (Some("Plain 0."), Some("About 0."));
    assert_eq!(crate::TEXTS[0], "");
    assert_eq!(texts.collect::<Vec<_>>(), expected);
}

#[test]
fn marks_of_other_notations_are_filled_in() {
    let lost = shapes_translated::Lost { arg1: "a.txt".to_owned(), arg2: 3 };
    assert_eq!(lost.to_message_in("de"), "3-mal: a.txt");
}
