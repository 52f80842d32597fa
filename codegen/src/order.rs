//! Sorting: one sort for all that has to be in order, since each further type of it is thousands of lines for a build script to compile.

use std::cmp::Ordering;

/// Sorts a list; what is equal stays in the order it has.
pub(crate) fn sort<T>(list: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    if list.len() < 2 {
        return;
    }
    let order = positions(list.len(), &|a, b| compare(&list[a], &list[b]));
    for (a, b) in swaps(&order) {
        list.swap(a, b);
    }
}

/// The positions from 0 to below `count` in the order that `compare` gives them; what is equal stays in order.
pub(crate) fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Puts `item` into a list in which every item stands once and in order, unless it is there already.
pub(crate) fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}

/// The exchanges that bring what stands at `order[n]` to the place `n`.
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
