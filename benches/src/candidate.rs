//! Sets of codes, and the candidates that look codes up in them.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::hint::black_box;

use rustc_hash::FxBuildHasher;

/// The sets of `build.rs`, and the lookups of the peers.
#[allow(clippy::all, clippy::pedantic, reason = "generated")]
pub(crate) mod sets {
    include!(concat!(env!("OUT_DIR"), "/peers.rs"));
}

/// Codes and their candidates. The first one is errcat.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) codes: &'static [&'static str],
    pub(crate) candidates: Vec<Candidate>,
}

/// A way to look up a code.
pub(crate) struct Candidate {
    pub(crate) name: &'static str,
    find_all: FindAll,
    knows: Box<dyn Fn(&str) -> bool>,
}

type FindAll = Box<dyn Fn(&[&str])>;

impl Candidate {
    /// The name of the candidate that looks nothing up.
    pub(crate) const NOTHING: &str = "(a call alone)";

    /// Creates a candidate that calls `find` without inlining it.
    pub(crate) fn new<R: 'static>(
        name: &'static str,
        find: impl Fn(&str) -> Option<R> + Copy + 'static,
    ) -> Self {
        let find_all = move |keys: &[&str]| {
            for key in keys {
                black_box(call(&find, black_box(key)));
            }
        };
        Self { name, find_all: Box::new(find_all), knows: Box::new(move |key| find(key).is_some()) }
    }

    /// Returns the candidates with hash maps, which are filled at startup.
    pub(crate) fn maps(codes: &'static [&'static str]) -> Vec<Self> {
        let fx: &'static _ = Box::leak(Box::new(filled(hashbrown::HashMap::default(), codes)));
        let std: &'static _ = Box::leak(Box::new(codes.iter().copied().zip(0_u16..).collect::<Std>()));
        let fx: &'static hashbrown::HashMap<&str, u16, FxBuildHasher> = fx;
        vec![
            Self::new("hashbrown + fx", move |key| fx.get(key).copied()),
            Self::new("std HashMap", move |key| std.get(key).copied()),
        ]
    }

    /// Returns the candidate that measures only the loop and the call.
    pub(crate) fn nothing() -> Self {
        Self::new(Self::NOTHING, |key| u16::try_from(key.len()).ok())
    }

    /// Looks up every key and drops the results.
    pub(crate) fn find_all(&self, keys: &[&str]) {
        (self.find_all)(keys);
    }

    /// Returns `true` if a key is found.
    pub(crate) fn knows(&self, key: &str) -> bool {
        (self.knows)(key)
    }
}

type Std = HashMap<&'static str, u16, RandomState>;

fn filled<S: BuildHasher>(
    mut map: hashbrown::HashMap<&'static str, u16, S>,
    codes: &[&'static str],
) -> hashbrown::HashMap<&'static str, u16, S> {
    map.extend(codes.iter().copied().zip(0_u16..));
    map
}

#[inline(never)]
fn call<R>(find: &impl Fn(&str) -> Option<R>, key: &str) -> Option<R> {
    find(key)
}
