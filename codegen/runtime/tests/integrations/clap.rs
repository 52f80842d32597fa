//! Tests of codes as arguments of a command.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(clippy::unwrap_used, reason = "a test may stop")]

#[path = "../common/mod.rs"]
mod common;
mod numeric;

use clap::builder::EnumValueParser;
use clap::{Arg, Command, ValueEnum};
use common::Code;

fn parse<C: ValueEnum + Send + Sync + 'static>(text: &str) -> Result<C, clap::Error> {
    let code = Arg::new("code").value_parser(EnumValueParser::<C>::new());
    let mut matches = Command::new("explain").arg(code).try_get_matches_from(["explain", text])?;
    Ok(matches.remove_one("code").unwrap())
}

#[test]
fn every_code_is_a_value() {
    assert_eq!(parse::<Code>("ERR-01-001").unwrap(), Code::NodeNotFound);
    assert_eq!(parse::<Code>("E3").unwrap(), Code::Secret);
    assert_eq!(parse::<Code>("GONE").unwrap(), Code::Gone);
    assert!(parse::<Code>("err-01-001").is_err());
    assert_eq!(parse::<Code>("node_not_found").unwrap(), Code::NodeNotFound, "an alias");
    let offered = parse::<Code>("nothing").unwrap_err();
    assert_eq!(offered.kind(), clap::error::ErrorKind::InvalidValue);
}

#[test]
fn retired_codes_are_accepted_but_hidden() {
    let hidden: Vec<_> = Code::value_variants()
        .iter()
        .filter(|code| code.to_possible_value().unwrap().is_hide_set())
        .collect();
    assert_eq!(hidden, [&Code::Gone]);
}

#[test]
fn a_code_of_several_families_is_never_guessed() {
    use numeric::Code;
    assert!(parse::<Code>("404").is_err());
    assert_eq!(parse::<Code>("nodes/404").unwrap(), Code::NoNode);
    assert_eq!(parse::<Code>("411").unwrap(), Code::NoUser, "an alias");
    assert_eq!(parse::<Code>("users/410").unwrap(), Code::NoUser, "an alias that is not unique");
    assert!(parse::<Code>("410").is_err());
    assert_eq!(parse::<Code>("-32700").ok(), None, "an argument that begins with - is an option");
    assert_eq!(<Code as ValueEnum>::from_str("-32700", false), Ok(Code::Parse));
    assert_eq!(<Code as ValueEnum>::from_str("USERS/404", true), Ok(Code::NoUser));
    assert_eq!(
        <Code as ValueEnum>::from_str("USERS/404", false),
        Err("`USERS/404` is not a code of num-eric".to_owned())
    );
}

#[test]
fn help_is_escaped_for_terminals() {
    let help = numeric::Code::NoUser.to_possible_value().unwrap().get_help().unwrap().to_string();
    assert_eq!(help, r"No such\u{1b}[31m user");
    let alias = <Code as ValueEnum>::from_str("node_not_found", false);
    assert_eq!(alias, Ok(Code::NodeNotFound));
}
