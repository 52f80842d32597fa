//! The forms that texts of the format have.

use super::kind::{Form, Kind};

/// The one version of the format that this errcat reads.
pub(super) const FORMAT_VERSION: Kind =
    Kind::Form(&Form { what: "format version 1", pattern: "^1$", numbers: Some((1, 1)) });

/// An HTTP status.
pub(super) const STATUS: Kind =
    Kind::Form(&Form { what: "an HTTP status", pattern: "^[1-5][0-9]{2}$", numbers: Some((100, 599)) });

/// An HTTP status, or all that begin with the same digit.
pub(super) const STATUSES: Kind = Kind::Form(&Form {
    what: "an HTTP status or a class of them, such as `5xx`",
    pattern: "^[1-5]([0-9]{2}|xx)$",
    numbers: Some((100, 599)),
});

/// The address of a page.
pub(super) const PAGE: Kind = Kind::Form(&Form {
    what: "the address of a page",
    pattern: r#"^https?://[A-Za-z0-9\[{\u0080-\uffff][^\s<>"`\\^|]*$"#,
    numbers: None,
});

/// The address of a page, or of a mailbox.
pub(super) const ADDRESS: Kind = Kind::Form(&Form {
    what: "the address of a page or of a mailbox",
    pattern: r#"^(https?://|mailto:[^\s<>"`\\^|@]+@)[A-Za-z0-9\[{\u0080-\uffff][^\s<>"`\\^|]*$"#,
    numbers: None,
});

/// A semantic version.
pub(super) const VERSION: Kind = Kind::Form(&Form {
    what: "a semantic version",
    pattern: concat!(
        r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)",
        r"(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?",
        r"(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$",
    ),
    numbers: None,
});

/// A path below the folder of the project.
pub(super) const PATH: Kind = Kind::Form(&Form {
    what: PATH_NAME,
    pattern: r"^(?!/)(?!(.*/)?\.\.(/|$))(?!(\.?/)*\.?$)[^\\:]*$",
    numbers: None,
});

/// What such a path is called.
pub(super) const PATH_NAME: &str = "a path below the project, with `/`";

/// The name of the root file of generated Rust.
pub(super) const ROOT: Kind = Kind::Word { what: "`lib.rs` or `mod.rs`", words: &["lib.rs", "mod.rs"] };

/// What a text with a reason holds: anything but blanks.
pub(super) const REASON: Kind = Kind::Form(&Form { what: "a reason", pattern: "\\S", numbers: None });
