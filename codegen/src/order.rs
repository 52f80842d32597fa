//! Sorting. There is only one generic sort, because each instance is thousands of lines for build
//! scripts to compile.

use std::cmp::Ordering;

/// Sorts a list. The sort is stable.
pub(crate) fn sort<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    if list.len() < 2 {
        return;
    }
    let order = positions(list.len(), &|a, b| compare(&list[a], &list[b]));
    for (a, b) in swaps(&order) {
        list.swap(a, b);
    }
}

/// Returns the positions from 0 to `count` in the order of `compare`. The sort is stable.
pub(crate) fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Inserts `item` into a sorted list without duplicates, unless it is there already.
pub(crate) fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}

/// Returns the swaps that move the item at `order[n]` to position `n`.
fn swaps(order: &[usize]) -> Vec<(usize, usize)> {
    let mut goals = vec![0; order.len()];
    for (goal, &from) in order.iter().enumerate() {
        goals[from] = goal;
    }
    let mut swaps = Vec::new();
    for at in 0..goals.len() {
        while goals[at] != at {
            let goal = goals[at];
            swaps.push((at, goal));
            goals.swap(at, goal);
        }
    }
    swaps
}
