//! Where a fact stands in a response.

use super::form::Form;
use super::members::ProblemMembers;

/// A place in a response: a member of the body, or a header.
///
/// ```
/// use errcat::{Place, Step};
///
/// const CODE: Place<'static> = Place::steps(&[Step::Member("errors"), Step::Index(0), Step::Member("code")]);
/// const ID: Place<'static> = Place::header("x-request-id");
/// assert_ne!(CODE, ID);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place<'a> {
    path: Path<'a>,
    /// The name of the member of the body that the path starts with, if it starts with one.
    top: Option<&'a str>,
    /// The member of problem details that has this name, if any.
    problem_member: ProblemMembers,
    unit: Unit,
    form: Option<Form<'a>>,
    after: &'a str,
    before: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Path<'a> {
    /// A member of the body. Most paths are one, and they need no list of steps.
    Member(&'a str),
    /// Steps from the body.
    Steps(&'a [Step<'a>]),
    /// A header.
    Header(&'a str),
    /// A parameter of a header.
    Parameter(&'a str, &'a str),
}

/// A step of a path through a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Step<'a> {
    /// A member of an object.
    Member(&'a str),
    /// An item of a list.
    Index(usize),
    /// The first item of a list that has a member, given by its path, or that has this value there.
    First(&'a [&'a str], Option<&'a str>),
}

/// How a time to wait is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Unit {
    /// Whole seconds.
    Seconds,
    /// Whole milliseconds.
    Milliseconds,
    /// The time at which to try again.
    Date,
    /// A duration such as `3.5s` or `PT5S`.
    Duration,
}

/// The place that shows that a response is an error, whatever its status.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ErrorMark<'a> {
    /// The place.
    pub place: Place<'a>,
    /// The value of an error, as JSON, or `None` for any value except `null`.
    pub value: Option<&'a str>,
}

impl<'a> Place<'a> {
    /// Creates the place of a member of the body.
    #[inline]
    #[must_use]
    pub const fn member(name: &'a str) -> Self {
        Self::new(Path::Member(name))
    }

    /// Creates a place inside the body. Without steps, it is the body itself.
    #[inline]
    #[must_use]
    pub const fn steps(steps: &'a [Step<'a>]) -> Self {
        Self::new(Path::Steps(steps))
    }

    /// Creates the place of a header, whose name is in lower case.
    #[inline]
    #[must_use]
    pub const fn header(name: &'a str) -> Self {
        Self::new(Path::Header(name))
    }

    /// Creates the place of a parameter of a header, such as `error` of `www-authenticate`.
    #[inline]
    #[must_use]
    pub const fn parameter(header: &'a str, name: &'a str) -> Self {
        Self::new(Path::Parameter(header, name))
    }

    #[inline]
    const fn new(path: Path<'a>) -> Self {
        let top = match path {
            Path::Member(name) => Some(name),
            Path::Steps([Step::Member(name), ..]) => Some(*name),
            _ => None,
        };
        let problem_member = match top {
            Some(name) => ProblemMembers::named(name),
            None => ProblemMembers::NONE,
        };
        Self { path, top, problem_member, unit: Unit::Seconds, form: None, after: "", before: "" }
    }

    /// Returns the place with another unit.
    #[inline]
    #[must_use]
    pub const fn in_unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// Returns the place with another format than its slot.
    #[inline]
    #[must_use]
    pub const fn with_form(mut self, form: Form<'a>) -> Self {
        self.form = Some(form);
        self
    }

    /// Returns the place with a mark: clients read what follows its first occurrence.
    #[inline]
    #[must_use]
    pub const fn after(mut self, mark: &'a str) -> Self {
        self.after = mark;
        self
    }

    /// Returns the place with a mark: clients read what precedes its first occurrence.
    #[inline]
    #[must_use]
    pub const fn before(mut self, mark: &'a str) -> Self {
        self.before = mark;
        self
    }

    /// Returns `true` if the place is a header or a parameter of one.
    #[inline]
    pub(crate) const fn is_header(&self) -> bool {
        matches!(self.path, Path::Header(_) | Path::Parameter(..))
    }

    /// Returns the unit of a time to wait.
    #[inline]
    pub(crate) const fn unit(&self) -> Unit {
        self.unit
    }

    /// Returns the member of problem details that the path starts with, if it starts with one.
    #[inline]
    pub(crate) const fn problem_member(&self) -> ProblemMembers {
        self.problem_member
    }
}

#[cfg(feature = "alloc")]
impl<'a> Place<'a> {
    #[inline]
    pub(crate) const fn path(&self) -> Path<'a> {
        self.path
    }

    /// Returns the format, if it is another than that of the slot.
    #[inline]
    pub(crate) const fn form(&self) -> Option<Form<'a>> {
        self.form
    }

    /// Returns `true` if only a part of a text counts.
    #[inline]
    pub(crate) const fn has_marks(&self) -> bool {
        !self.after.is_empty() || !self.before.is_empty()
    }

    /// Returns the part of a text between the marks. A mark that does not occur is ignored.
    #[inline]
    pub(crate) fn cut<'t>(&self, text: &'t str) -> &'t str {
        let mut text = text;
        if !self.after.is_empty() {
            text = text.split_once(self.after).map_or(text, |(_, rest)| rest);
        }
        if !self.before.is_empty() {
            text = text.split_once(self.before).map_or(text, |(rest, _)| rest);
        }
        text
    }

    /// Returns the name of the member of the body that the path starts with.
    #[inline]
    pub(crate) const fn top(&self) -> Option<&'a str> {
        self.top
    }

    /// Returns the name of the member of `container` that the path goes through.
    #[inline]
    pub(crate) fn inside(&self, container: &Self) -> Option<&'a str> {
        let rest = match (container.path, self.path) {
            (Path::Steps([]), _) => return self.top(),
            (Path::Member(name), Path::Steps([Step::Member(first), rest @ ..])) if name == *first => rest,
            (Path::Steps(steps), Path::Steps(all)) => all.strip_prefix(steps)?,
            _ => return None,
        };
        match rest {
            [Step::Member(name), ..] => Some(name),
            _ => None,
        }
    }
}
