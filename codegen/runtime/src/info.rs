//! Less common facts about a code.

/// The facts of a code other than its texts, status and retry advice.
///
/// Absent facts are `None`, `false` or empty slices. Generated code contains these values as
/// constants:
///
/// ```
/// use errcat::{Info, Link};
///
/// static INFO: Info = Info::new()
///     .with_exit(69)
///     .with_tags(&["network"])
///     .with_links(&[Link::new("Status page", "https://status.example.com")])
///     .with_since("1.2");
///
/// assert_eq!(INFO.exit, Some(69));
/// assert_eq!(INFO.links[0].label, "Status page");
/// assert!(INFO.help.is_empty());
/// assert!(INFO.deprecated.is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[non_exhaustive]
pub struct Info {
    /// The exit code of a program that stops because of this error.
    pub exit: Option<u8>,
    /// Tags, which group codes across families.
    pub tags: &'static [&'static str],
    /// Sentences about what to do about the error.
    pub help: &'static [&'static str],
    /// Links to further information.
    pub links: &'static [Link],
    /// The version or date that introduced the code.
    pub since: Option<&'static str>,
    /// Set if the code is deprecated but still sent.
    pub deprecated: Option<Notice>,
    /// Set if the code is no longer sent. It remains known so that old logs can be read, and it is
    /// never reused.
    pub retired: Option<Notice>,
    /// Whether the server writes the message, so that the message in the catalog is only its start.
    pub dynamic: bool,
    /// Whether the message has placeholders, which only the parameters of the code can fill in.
    pub placeholders: bool,
    /// Whether outsiders should not see the code.
    pub internal: bool,
    /// The class that the API sends in addition to the code, if any.
    pub class: Option<&'static str>,
    /// The constant of the code, if it is not the variant in capitals.
    pub constant: Option<&'static str>,
    /// Other spellings, which are understood but never sent.
    pub aliases: &'static [&'static str],
}

impl Info {
    /// Creates a value without any facts.
    ///
    /// ```
    /// use errcat::Info;
    ///
    /// assert_eq!(Info::new(), Info::default());
    /// ```
    #[inline]
    #[must_use]
    pub const fn new() -> Self {
        Self {
            exit: None,
            tags: &[],
            help: &[],
            links: &[],
            since: None,
            deprecated: None,
            retired: None,
            dynamic: false,
            placeholders: false,
            internal: false,
            class: None,
            constant: None,
            aliases: &[],
        }
    }

    /// Sets [`exit`](Self::exit).
    #[inline]
    #[must_use]
    pub const fn with_exit(mut self, exit: u8) -> Self {
        self.exit = Some(exit);
        self
    }

    /// Sets [`tags`](Self::tags).
    #[inline]
    #[must_use]
    pub const fn with_tags(mut self, tags: &'static [&'static str]) -> Self {
        self.tags = tags;
        self
    }

    /// Sets [`help`](Self::help).
    #[inline]
    #[must_use]
    pub const fn with_help(mut self, help: &'static [&'static str]) -> Self {
        self.help = help;
        self
    }

    /// Sets [`links`](Self::links).
    #[inline]
    #[must_use]
    pub const fn with_links(mut self, links: &'static [Link]) -> Self {
        self.links = links;
        self
    }

    /// Sets [`since`](Self::since).
    #[inline]
    #[must_use]
    pub const fn with_since(mut self, since: &'static str) -> Self {
        self.since = Some(since);
        self
    }

    /// Sets [`deprecated`](Self::deprecated).
    #[inline]
    #[must_use]
    pub const fn with_deprecated(mut self, notice: Notice) -> Self {
        self.deprecated = Some(notice);
        self
    }

    /// Sets [`retired`](Self::retired).
    #[inline]
    #[must_use]
    pub const fn with_retired(mut self, notice: Notice) -> Self {
        self.retired = Some(notice);
        self
    }

    /// Sets [`dynamic`](Self::dynamic).
    #[inline]
    #[must_use]
    pub const fn with_dynamic(mut self) -> Self {
        self.dynamic = true;
        self
    }

    /// Sets [`placeholders`](Self::placeholders).
    #[inline]
    #[must_use]
    pub const fn with_placeholders(mut self) -> Self {
        self.placeholders = true;
        self
    }

    /// Sets [`internal`](Self::internal).
    #[inline]
    #[must_use]
    pub const fn with_internal(mut self) -> Self {
        self.internal = true;
        self
    }

    /// Sets [`constant`](Self::constant).
    #[inline]
    #[must_use]
    pub const fn with_constant(mut self, constant: &'static str) -> Self {
        self.constant = Some(constant);
        self
    }

    /// Sets [`aliases`](Self::aliases).
    #[inline]
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Sets [`class`](Self::class).
    #[inline]
    #[must_use]
    pub const fn with_class(mut self, class: &'static str) -> Self {
        self.class = Some(class);
        self
    }
}

/// A link to further information about a code.
///
/// ```
/// use errcat::Link;
///
/// const LINK: Link = Link::new("Quotas", "https://docs.example.com/quotas");
///
/// assert_eq!((LINK.label, LINK.url), ("Quotas", "https://docs.example.com/quotas"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Link {
    /// The label of the link.
    pub label: &'static str,
    /// The address.
    pub url: &'static str,
}

impl Link {
    /// Creates a link to `url` with the label `label`.
    #[inline]
    #[must_use]
    pub const fn new(label: &'static str, url: &'static str) -> Self {
        Self { label, url }
    }
}

/// A notice that a code is deprecated or retired.
///
/// ```
/// use errcat::{Info, Notice};
///
/// const NOTICE: Notice = Notice::new(Some("2.0"), Some("ERR-01-002"), None);
/// const INFO: Info = Info::new().with_deprecated(NOTICE);
///
/// assert_eq!(INFO.deprecated.and_then(|notice| notice.instead), Some("ERR-01-002"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Notice {
    /// The version or date since when.
    pub since: Option<&'static str>,
    /// The replacement.
    pub instead: Option<&'static str>,
    /// Additional information.
    pub note: Option<&'static str>,
}

impl Notice {
    /// Creates a notice. All facts are optional.
    #[inline]
    #[must_use]
    pub const fn new(
        since: Option<&'static str>,
        instead: Option<&'static str>,
        note: Option<&'static str>,
    ) -> Self {
        Self { since, instead, note }
    }
}
