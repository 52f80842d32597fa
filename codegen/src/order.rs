//! Sorting. A build script compiles the standard sort again for every type and comparison, which
//! together is a twentieth of its compile time, so only positions are sorted.

use std::cmp::Ordering;

/// Sorts a list. Equal items keep their order.
pub(crate) fn sort<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = positions(list.len(), &|a, b| compare(&list[a], &list[b]));
    let mut items: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    for at in order {
        list.extend(items[at].take());
    }
}

/// Returns the positions from 0 to below `count` in the order of `compare`. Equal ones keep their
/// order.
pub(crate) fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Inserts an item into a sorted list, unless it is there.
pub(crate) fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}
