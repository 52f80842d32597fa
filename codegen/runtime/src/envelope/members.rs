//! The members of problem details (RFC 9457).

use super::fact::MEMBERS;
use crate::table::is_equal;

/// A set of members of problem details.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ProblemMembers(u16);

impl ProblemMembers {
    /// No member.
    pub(crate) const NONE: Self = Self(0);

    /// Returns the set of the member with this name, which is empty for another name.
    #[inline]
    pub(crate) const fn named(name: &str) -> Self {
        let mut at = 0;
        while at < MEMBERS.len() {
            if is_equal(MEMBERS[at], name) {
                return Self(1 << at);
            }
            at += 1;
        }
        Self::NONE
    }

    /// Returns the members of either set.
    #[inline]
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[cfg(feature = "alloc")]
impl ProblemMembers {
    pub(crate) const TYPE: Self = Self::named("type");
    pub(crate) const TITLE: Self = Self::named("title");
    pub(crate) const STATUS: Self = Self::named("status");
    pub(crate) const DETAIL: Self = Self::named("detail");
    pub(crate) const INSTANCE: Self = Self::named("instance");
    /// The members that RFC 9457 defines.
    pub(crate) const STANDARD: Self =
        Self::TYPE.or(Self::TITLE).or(Self::STATUS).or(Self::DETAIL).or(Self::INSTANCE);

    /// Returns `true` if the sets have a member in common.
    #[inline]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
