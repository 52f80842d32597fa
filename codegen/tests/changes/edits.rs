//! Random edits of random catalogs are reported as exactly these edits.

use std::collections::BTreeSet;

use errcat_build::unstable::diff::{Gate, Step, changes, promises, since_release};
use errcat_build::unstable::ledger::{Ledger, next};
use proptest::prelude::*;

use super::edit::{Edit, KINDS, edit};
use super::random::{Catalog, catalog};
use super::table::State;

fn released(state: &State) -> Ledger {
    next(None, &state.now)
}

/// Returns the rows since a release, without the commands.
fn rows(new: &State, released: &Ledger) -> Vec<String> {
    let rows = changes("shop", released, &new.now).into_iter().map(|change| new.row(&change));
    let mut rows: Vec<String> =
        rows.map(|row| row.split(", errcat ").next().unwrap_or_default().to_owned()).collect();
    rows.sort();
    rows
}

/// Makes an edit of this kind, of the first error from a place on that allows it.
fn edited(catalog: &mut Catalog, kind: usize, from: usize, value: usize) -> Option<Edit> {
    let places = catalog.places();
    let made =
        (0..places.len()).find_map(|at| edit(catalog, kind, places[(from + at) % places.len()], value));
    catalog.fresh += 1;
    made
}

fn verdict(old: &Ledger, new: &Ledger) -> (Step, u8) {
    let changes = changes("shop", old, new);
    let gate = |gate: Gate| match gate {
        Gate::Free => 0,
        Gate::Say => 1,
        Gate::Never => 2,
    };
    let step = changes.iter().map(|change| change.wire.max(change.rust)).max().unwrap_or(Step::Patch);
    (step, changes.iter().map(|change| gate(change.gate)).max().unwrap_or(0))
}

/// Asserts that a ledger is read back as it was written, beside its catalog.
fn assert_read_back(state: &State, ledger: &Ledger) -> Result<(), TestCaseError> {
    let text = ledger.to_text();
    let analysis = state.with_ledger(&text);
    prop_assert!(!analysis.findings.has_errors(), "{:#?}\n{}", analysis.findings, text);
    let catalog = &analysis.model.catalogs[0];
    prop_assert_eq!(since_release(catalog), vec![], "{}", text);
    prop_assert_eq!(next(catalog.ledger.as_ref(), &promises(catalog)).to_text(), text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, max_shrink_iters: 200, failure_persistence: None, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn a_random_edit_is_reported_and_nothing_else(
        before in catalog(), kind in 0..KINDS, from in 0..8_usize, value in 0..8_usize,
    ) {
        let old = before.state();
        prop_assert_eq!(rows(&old, &released(&old)), Vec::<String>::new());
        let mut after = before.clone();
        let Some(Edit { mut expected, .. }) = edited(&mut after, kind, from, value) else {
            return Err(TestCaseError::reject("no error allows this edit"));
        };
        expected.sort();
        let new = after.state();
        prop_assert_eq!(rows(&new, &released(&old)), expected, "{}", new.text());
    }

    #[test]
    fn a_longer_way_has_no_heavier_verdict(
        start in catalog(),
        one in (0..KINDS, 0..8_usize, 0..8_usize),
        other in (0..KINDS, 0..8_usize, 0..8_usize),
    ) {
        let old = start.state();
        let mut catalog = start;
        let first = edited(&mut catalog, one.0, one.1, one.2);
        let between = catalog.state();
        let second = edited(&mut catalog, other.0, other.1, other.2);
        let new = catalog.state();
        let (Some(first), Some(second)) = (first, second) else {
            return Err(TestCaseError::reject("no error allows this edit"));
        };
        // An edit of what the one before it made is another way.
        prop_assume!(first.touched.is_disjoint(&second.touched));
        prop_assume!(!second.touched.iter().any(|(code, _)| first.made.as_ref() == Some(code)));
        // A tombstone ends a code, whatever else is changed at once.
        let ended = second.expected.iter().any(|row| row.starts_with("retired "));
        let is_ended = |code: &String| ended && second.touched.iter().any(|(other, _)| other == code);
        prop_assume!(!first.touched.iter().any(|(code, _)| is_ended(code)));
        let direct = verdict(&released(&old), &new.now);
        let way = verdict(&released(&old), &between.now);
        let step = verdict(&next(Some(&released(&old)), &between.now), &new.now);
        let story = || format!("{:?}\n{:?}\n{}\n{}\n{}", first, second, old.text(), between.text(), new.text());
        prop_assert!(direct.0 >= way.0.max(step.0), "{:?} {:?} {:?} {}", direct, way, step, story());
        prop_assert!(direct.1 >= way.1.max(step.1), "{:?} {:?} {:?} {}", direct, way, step, story());
    }

    #[test]
    fn ledgers_are_read_back_after_every_release(
        start in catalog(), edits in prop::collection::vec((0..KINDS, 0..8_usize, 0..8_usize), 0..5),
    ) {
        let mut catalog = start;
        let mut state = catalog.state();
        let mut ledger = released(&state);
        assert_read_back(&state, &ledger)?;
        for (kind, from, value) in edits {
            edited(&mut catalog, kind, from, value);
            state = catalog.state();
            let before = ledger;
            ledger = next(Some(&before), &state.now);
            assert_read_back(&state, &ledger)?;
            // Every spelling that was ever released stays known.
            let codes = |ledger: &Ledger| -> BTreeSet<String> {
                ledger.promises.iter().flat_map(|line| line.aliases.iter().chain([&line.code])).cloned().collect()
            };
            prop_assert!(codes(&ledger).is_superset(&codes(&before)), "{}\n{}", before.to_text(), ledger.to_text());
        }
    }
}

#[test]
fn every_kind_of_edit_is_made() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut left: BTreeSet<usize> = (0..KINDS).collect();
    for _ in 0..200 {
        let catalog = catalog().new_tree(&mut runner).map(|tree| tree.current());
        let Ok(catalog) = catalog else { continue };
        left.retain(|&kind| edited(&mut catalog.clone(), kind, 0, 1).is_none());
    }
    assert!(left.is_empty(), "{left:?}");
}
