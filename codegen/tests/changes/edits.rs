//! Random edits are reported as exactly these edits.

use errcat_build::unstable::diff::{Change, Gate, Step, changes};
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::ledger::{Ledger, next};
use proptest::prelude::*;

use super::state;

/// The facts of one error.
#[expect(clippy::struct_excessive_bools, reason = "each flag is a fact of its own")]
#[derive(Clone, Debug)]
struct Row {
    code: usize,
    name: String,
    message: String,
    status: Option<u16>,
    retry: bool,
    retired: bool,
    alias: bool,
    detail: bool,
    formerly: Option<String>,
}

const NAMES: [&str; 6] =
    ["CartEmpty", "PaymentFailed", "OrderLate", "VoucherUsed", "AgeUnknown", "StockGone"];
const TEXTS: [&str; 6] = [
    "Put something in before you pay.",
    "The bank declined your card.",
    "This order is on its way already.",
    "A voucher works only once.",
    "Say how old you are.",
    "The article is sold out.",
];

fn rows() -> Vec<Row> {
    let row = |at: usize| Row {
        code: at + 1,
        name: NAMES[at].to_owned(),
        message: TEXTS[at].to_owned(),
        status: Some(409),
        retry: true,
        retired: false,
        alias: true,
        detail: true,
        formerly: None,
    };
    (0..NAMES.len()).map(row).collect()
}

fn ledger(rows: &[Row]) -> Ledger {
    let line = |row: &Row| {
        let mut keys = vec![format!("name: {}", row.name), format!("message: '{}'", row.message)];
        keys.extend(row.status.map(|status| format!("status: {status}")));
        keys.extend(row.retry.then(|| "retry: never".to_owned()));
        keys.extend(row.retired.then(|| "retired: {}".to_owned()));
        keys.extend(row.alias.then(|| format!("aliases: [OLD-{}]", row.code)));
        keys.extend(row.detail.then(|| "details: { id: string }".to_owned()));
        keys.extend(row.formerly.as_ref().map(|name| format!("formerly: {name}")));
        format!("E-{}: {{ {} }}\n", row.code, keys.join(", "))
    };
    state("", &rows.iter().map(line).collect::<String>())
}

/// Makes an edit, and returns the rule that must report it.
fn edit(rows: &mut Vec<Row>, kind: usize, at: usize) -> &'static str {
    let row = &mut rows[at];
    match kind {
        0 => {
            row.message.push_str(" Thanks!");
            "text-changed"
        }
        1 => {
            row.status = Some(422);
            "status-changed"
        }
        2 => {
            row.retry = false;
            "retry-changed"
        }
        3 => {
            row.retired = true;
            "retired"
        }
        4 => {
            row.alias = false;
            "alias-removed"
        }
        5 => {
            row.detail = false;
            "param-removed"
        }
        6 => {
            row.formerly = Some(row.name.clone());
            row.name.push_str("Now");
            "name-changed"
        }
        7 => {
            row.name.push_str("Now");
            "name-changed"
        }
        8 => {
            rows.remove(at);
            "code-removed"
        }
        _ => {
            row.status = None;
            "status-changed"
        }
    }
}

const KINDS: usize = 10;

fn verdict(old: &Ledger, new: &Ledger) -> (Step, u8) {
    let changes = changes("shop", old, new);
    let gate = |gate: Gate| match gate {
        Gate::Free => 0,
        Gate::Say => 1,
        Gate::Never => 2,
    };
    let step = changes.iter().map(Change::step).max().unwrap_or(Step::Patch);
    (step, changes.iter().map(|change| gate(change.gate)).max().unwrap_or(0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_random_edit_is_reported_and_nothing_else(kind in 0..KINDS, at in 0..NAMES.len()) {
        let old = next(None, &ledger(&rows()));
        prop_assert!(changes("shop", &old, &ledger(&rows())).is_empty());
        let mut edited = rows();
        let code = format!("E-{}", edited[at].code);
        let rule = edit(&mut edited, kind, at);
        let found = changes("shop", &old, &ledger(&edited));
        prop_assert_eq!(found.len(), 1, "{:?}", found);
        prop_assert_eq!(found[0].rule.as_str(), rule);
        prop_assert_eq!(found[0].subject.as_ref().map(|(_, code)| code.as_str()), Some(code.as_str()));
    }

    #[test]
    fn a_longer_way_has_no_heavier_verdict(one in 0..KINDS, other in 0..KINDS, at in 0..3_usize, to in 3..6_usize) {
        let old = next(None, &ledger(&rows()));
        let mut edited = rows();
        // The later code first, because an edit can remove one.
        edit(&mut edited, other, to);
        let between = ledger(&edited);
        edit(&mut edited, one, at);
        let new = ledger(&edited);
        let direct = verdict(&old, &new);
        let first = verdict(&old, &between);
        let second = verdict(&next(Some(&old), &between), &new);
        prop_assert!(direct.0 >= first.0 && direct.0 >= second.0);
        prop_assert!(direct.1 >= first.1 && direct.1 >= second.1);
    }

    #[test]
    fn numbers_that_trade_places_are_never_released(at in 0..NAMES.len(), to in 0..NAMES.len()) {
        let mut edited = rows();
        let codes = (edited[at].code, edited[to].code);
        (edited[at].code, edited[to].code) = (codes.1, codes.0);
        let found = changes("shop", &next(None, &ledger(&rows())), &ledger(&edited));
        let never = found.iter().filter(|change| change.gate == Gate::Never).count();
        prop_assert!(if at == to { found.is_empty() } else { never >= 2 }, "{:?}", found);
    }
}
