//! The kinds of syntax errors, and what each means in the words of the format.

use crate::format::limits::DEEPEST;

/// The cause of a syntax error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// Lists and maps are nested too deep.
    Deep,
    /// A line starts with `%`.
    Directive,
    /// The value of the document is followed by something else.
    AfterValue,
    /// The line continues after the mark that ends a document.
    AfterEnd,
    /// A quoted text is not closed, or goes on in a line that is not indented.
    OpenQuote,
    /// The closing quote is followed by text.
    AfterQuotes,
    /// The bracket that closes a list or map is followed by text.
    AfterBracket,
    /// A backslash in double quotes starts no escape.
    Escape,
    /// A tab is in the place of spaces.
    Tab,
    /// A text starts with a character that YAML reserves.
    Start,
    /// A colon follows a text that already is a value.
    Colon,
    /// A colon in brackets has no space after it.
    NoSpace,
    /// A line is neither a key nor part of a text.
    NoKey,
    /// A text starts with `? `.
    Question,
    /// A list or map in brackets is not closed.
    OpenBracket,
    /// A bracket is closed by one of the other kind.
    OtherBracket,
    /// A bracket closes nothing.
    ClosingBracket,
    /// A comma or a closing bracket is missing.
    NoComma,
    /// A value in brackets is missing.
    NoValue,
    /// A list item with `-` is in brackets.
    ItemInBrackets,
    /// A list item starts in the line of its key.
    ItemInLine,
    /// A line among list items is none.
    NoItem,
    /// A single `-` is a value in brackets.
    Dash,
    /// A block text starts in the line of its mark.
    BlockMark,
    /// A blank line above a block text is longer than its indentation.
    BlockBlanks,
    /// A comment has no space before it.
    CommentSpace,
    /// A character that is not allowed, which has been reported.
    Character,
    Other,
}

impl Cause {
    /// Returns what the mistake is.
    pub(super) const fn meaning(self) -> &'static str {
        match self {
            Self::Deep => "lists and maps are nested more than 128 levels deep",
            Self::Directive => "catalogs cannot use YAML directives",
            Self::AfterValue => "the object is followed by something else",
            Self::AfterEnd => "`...` ends the file here",
            Self::OpenQuote => "the quote is not closed",
            Self::AfterQuotes => "text after the closing quote",
            Self::AfterBracket => "text after the closing bracket or brace",
            Self::Escape => "the quotes contain an unknown escape",
            Self::Tab => "a tab cannot be here",
            Self::Start => "a text cannot start like this",
            Self::Colon => "a colon cannot be here",
            Self::NoSpace => "a space is missing after the colon",
            Self::NoKey => "the line is neither `key: value` nor part of a text",
            Self::Question => "a text cannot start with `? `",
            Self::OpenBracket => "a bracket or brace is not closed",
            Self::OtherBracket => "a bracket is closed by a brace, or a brace by a bracket",
            Self::ClosingBracket => "a bracket or brace closes nothing",
            Self::NoComma => "a bracket or brace is not closed, or a comma is missing",
            Self::NoValue => "nothing stands before the comma",
            Self::ItemInBrackets => "a list in brackets cannot have items with `-`",
            Self::ItemInLine => "a list with `-` cannot start in the line of its key",
            Self::NoItem => "the line is not an item of the list above it",
            Self::Dash => "`-` needs quotes in brackets",
            Self::BlockMark => "a text after `|` or `>` starts in the same line",
            Self::BlockBlanks => "a blank line is indented more than the text below it",
            Self::CommentSpace => "a comment needs a space before its `#`",
            Self::Character => "a character cannot be here",
            Self::Other => "this is not valid YAML",
        }
    }

    /// Returns what to do about it.
    pub(super) const fn help(self) -> &'static str {
        match self {
            Self::Deep => "use fewer levels; no key of the format needs that many",
            Self::Directive => "remove the line; a text that starts with `%` needs quotes",
            Self::AfterValue | Self::AfterEnd => "remove what follows, or move it to its own file",
            Self::OpenQuote => "close it at the end of the text",
            Self::AfterQuotes => "put the whole text in quotes",
            Self::AfterBracket => "remove it, or put the whole text in quotes; a comment starts with ` #`",
            Self::Escape => "write `\\\\` for a backslash, or use single quotes",
            Self::Tab => "use spaces",
            Self::Start | Self::Question => "put the text in quotes",
            Self::Colon => "quote the text if the colon belongs to it",
            Self::NoSpace => "write `key: value` with a space after the colon",
            Self::NoKey => {
                "write `key: value` with a space after the colon; indent the further lines of a text, or quote it"
            }
            Self::OpenBracket | Self::OtherBracket => "close it, or quote the text that it belongs to",
            Self::ClosingBracket => "remove it, or quote the text that it belongs to",
            Self::NoComma => "close it, separate the entries with commas, and quote texts with brackets",
            Self::NoValue => "remove the comma, or write the missing value",
            Self::ItemInBrackets => {
                "write `[a, b]`, or remove the brackets and write each item in a line of its own"
            }
            Self::ItemInLine => "start the list in the next line, or quote the text if it is one",
            Self::NoItem => "start it with `- `, or indent it like the key that it belongs below",
            Self::Dash => "write `\"-\"`, or leave the value out",
            Self::BlockMark => "start the text in the next line, and indent it; or quote it",
            Self::BlockBlanks => "remove the blanks of that line",
            Self::CommentSpace => "put a space before the `#`, or quote the text that it belongs to",
            Self::Character => "remove it",
            Self::Other => "write `key: value`, indent keys like their siblings, and quote special texts",
        }
    }
}

const _: () = assert!(DEEPEST == 128, "`Cause::Deep` names the limit");
