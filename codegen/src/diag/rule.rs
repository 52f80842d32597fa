//! The rules: the name, level and texts of each, as `rules.yaml` declares them.

use std::fmt;

use crate::format::vocabulary::Level;

/// What the table says about one rule.
struct Row {
    rule: Rule,
    code: &'static str,
    level: Level,
    is_final: bool,
    message: &'static str,
    description: &'static str,
    help: &'static [&'static str],
}

/// Makes the enum and the rows, in the same order.
macro_rules! rules {
    ($(
        $rule:ident $code:literal $level:ident $($final:ident)?:
        $message:literal
        $description:literal
        [$($help:literal),+ $(,)?]
    )+) => {
        /// A rule that a finding is about. `errcat explain RULE` prints examples.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $(
                #[doc = concat!("`", $code, "`: ", $message)]
                #[doc = ""]
                #[doc = $description]
                #[doc = ""]
                #[doc = concat!("Help:" $(, " ", $help)+)]
                $rule,
            )+
        }

        impl Rule {
            /// Every rule, in the order of `rules.yaml`.
            pub const ALL: &'static [Self] = &[$(Self::$rule),+];
        }

        static ROWS: &[Row] = &[$(
            Row {
                rule: Rule::$rule,
                code: $code,
                level: Level::$level,
                is_final: rules!(@is_final $($final)?),
                message: $message,
                description: $description,
                help: &[$($help),+],
            },
        )+];
    };
    (@is_final Final) => { true };
    (@is_final) => { false };
}

// The rows are written from `rules.yaml` by `UPDATE=1 cargo test -p errcat-build --test rules`.
rules! {
    Syntax "syntax" Deny Final:
        "The file is not in the YAML that catalogs are written in."
        "Two YAML readers can make two different things of one file. Catalogs therefore use the part of YAML that all readers agree on, without anchors, aliases, tags, directives, tabs or second documents."
        ["Put quotes around a text that holds a colon and a space, or that begins with a sign such as `{`, `[`, `*`, `&` or `@`.", "Write a value out where it is needed instead of referring to it with an alias."]

    UnknownKey "unknown-key" Deny Final:
        "The format has no such key in this place."
        "If a misspelt key were skipped, what stands under it would be missing from everything that is generated, and nobody would notice."
        ["Correct the spelling, or move the key to where it belongs.", "If the key is an extension of your own, begin its name with `x-`."]

    DuplicateKey "duplicate-key" Deny Final:
        "One map has the same key twice."
        "Only one of the two values could be kept, and YAML readers differ in which one they keep."
        ["Remove one of the two, or join what they say."]

    WrongType "wrong-type" Deny Final:
        "A value has the wrong shape, or one that has to be there is missing."
        "Each key takes one kind of value, such as a text, a list, or one word out of a few. A guess at what another kind may mean could end up in the API."
        ["Write the kind of value that the finding names.", "Add the key that it says is missing."]

    DuplicateCode "duplicate-code" Deny Final:
        "Two errors have the same code."
        "A response often carries nothing but the code. If two errors share it, a client cannot tell which of them it got."
        ["Give one of the two another code.", "If codes of this API are unique only within their family, say `unique: family` in catalog.yaml."]

    AmbiguousCode "ambiguous-code" Deny Final:
        "An alias is also the code or an alias of another error."
        "Clients look up aliases in the same way as codes, so a spelling that leads to two errors leads to neither."
        ["Keep the alias on the error that it stands for, and remove it from the other one."]

    ReusedCode "reused-code" Deny Final:
        "A code is given to an error although it is reserved or was published with another meaning."
        "Clients that know the code from before would take the new error for the old one. That is why a code is never given away twice."
        ["Take a code that was never used."]

    CodeFormat "code-format" Deny:
        "A code does not look the way the codes of its catalog look."
        "A typing mistake in a code can no longer be corrected once clients compare with it, so the form is checked before that."
        ["Correct the code.", "If it is published in just this form, list it under `allow_codes` in catalog.yaml."]

    IdentCollision "ident-collision" Deny Final:
        "Two names of the catalog become one name in Rust."
        "Rust names have no dashes, dots or spaces, so texts that differ on the wire can be the same in code. One enum cannot have a variant twice."
        ["Give one of the two errors an `ident` of its own; its code stays as it is."]

    ReservedIdent "reserved-ident" Deny Final:
        "A name cannot be used in Rust."
        "Every error becomes a variant of an enum, and the name of a variant may be neither a keyword of Rust, nor the name of an item that errcat generates, nor empty."
        ["Give the error an `ident` in UpperCamelCase; its code stays as it is.", "If the name comes from a file or folder, rename that."]

    UnknownParam "unknown-param" Deny Final:
        "A text has a placeholder that nothing fills, or a brace that stands alone."
        "Without a value for it, the placeholder itself would be shown to the people who use the API."
        ["Declare the parameter under `params`, or correct the name in the text.", "For a brace that is meant as a brace, write it twice."]

    UnusedParam "unused-param" Deny:
        "The message does not show one of its parameters."
        "Code that raises the error has to supply a value for every parameter. A value that is not shown is lost, and the work of finding it is wasted."
        ["Write the parameter in braces into `message`.", "If the value travels beside the message, move it to `details`."]

    InvalidStatus "invalid-status" Deny Final:
        "This is not an HTTP status, or the catalog has no statuses."
        "A status has three digits and lies between 100 and 599; a server cannot send any other. A catalog that says `status: none` has no place for one either."
        ["Write the status as a plain number.", "If errors of the catalog do have statuses, say `status: optional` in catalog.yaml."]

    MissingStatus "missing-status" Deny Final:
        "An error has no status although its catalog requires one."
        "With `status: required`, generated code returns a plain number for every error, so there must be a number for every error."
        ["Add the status to the error, or to `defaults`.", "If some errors have none, say `status: optional` in catalog.yaml."]

    DanglingReference "dangling-reference" Deny Final:
        "The catalog refers to something that it does not have."
        "A code, class or family can be referred to from another place. If nothing is there, readers of the documentation and users of the generated code are sent nowhere."
        ["Correct the spelling, or add what is missing."]

    MaskDiffers "mask-differs" Deny:
        "An error differs from the one that is to hide it."
        "Outsiders get the mask instead of the error, so that they do not learn that a thing exists. A difference in status or message tells them."
        ["Give both errors the same status and the same message."]

    UnlistedFamily "unlisted-family" Deny Final:
        "A family file is not listed in catalog.yaml."
        "The list `families` gives the order in which families are published. A file that is missing from it would have no place, and a file left behind by mistake would be published."
        ["Add the name of the file, without its ending, to `families`, or remove the file."]

    UndeclaredTag "undeclared-tag" Deny:
        "An error has a tag that the catalog does not declare."
        "Tags sort errors into groups, and each group has a meaning that is written down once. A misspelt tag would make a group of its own."
        ["Correct the spelling, or declare the tag and its meaning under `tags` in catalog.yaml."]

    StaleOutput "stale-output" Deny Final:
        "A generated file is not what the catalogs say now."
        "Generated files are kept in the repository so that they can be reviewed. If one was edited by hand, or not written again after a change, it describes another API than the catalogs do."
        ["Run `errcat gen` and commit what it writes.", "Change the catalog, never the generated file."]

    StaleAcceptance "stale-acceptance" Deny Final:
        "An accepted change is no longer made."
        "The ledger keeps the changes that somebody accepted, each with a reason. One that accepts nothing any more could let a later change pass that nobody has looked at."
        ["Remove the acceptance from the ledger."]

    UnusedAllow "unused-allow" Deny Final:
        "An `allow` silences nothing."
        "The reason for the exception is gone, or the name of the rule is misspelt. If it stayed, it would hide the next mistake of its kind."
        ["Remove it, or correct the name of the rule."]

    UnreachableClass "unreachable-class" Deny Final:
        "No response can reach a class."
        "Classes are tried from top to bottom, and the first one that fits is taken. Behind a class that asks for less, a class is never taken."
        ["Move the class up, or let the ones above it ask for more."]

    UnregisteredStatus "unregistered-status" Warn:
        "The status is not in the registry of HTTP statuses."
        "Proxies and libraries do not know what the server means by it. They treat 465 like 400 and show no words for it."
        ["Take the registered status that comes closest, and let the code tell the rest.", "If the status is already published, allow the rule and say so."]

    MissingText "missing-text" Warn:
        "An error has neither a message nor a description."
        "People who look up the code find only the code again. Nobody but the author knows what happened."
        ["Write a `message` for those who use the API, or a `description` for its documentation.", "Where many codes follow one scheme, add a `derive` rule to catalog.yaml."]

    TextRestatesCode "text-restates-code" Warn:
        "The text of an error only repeats its code."
        "Whoever reads the text has read the code already. What helps is what happened, to what, and what to do next."
        ["Say what the code does not say, such as a limit, a cause or a way out."]

    DuplicateMessage "duplicate-message" Warn:
        "Two errors have the same message."
        "People see the message and not the code, so to them the two errors are one. This may be the wish, to hide that a thing exists; then the catalog should say it."
        ["Tell the two apart.", "If one error is to look like the other, write its code under `mask`."]

    NameStatusMismatch "name-status-mismatch" Warn:
        "The name of an error says something else than its status."
        "Programs that do not know the code go by the status. Where `cart_not_found` comes with status 400, they look for a mistake in the request instead of a missing cart."
        ["Take the status that the name stands for.", "If the API already answers this way, allow the rule and say so."]

    CodeDiffersByCase "code-differs-by-case" Warn:
        "Two codes differ only in capital and small letters."
        "Logs, databases and people often do not keep the case of letters, and then one error is taken for the other."
        ["Give one of the two another code."]

    RetryWithoutHint "retry-without-hint" Warn:
        "A client is told to wait, but not where to read for how long."
        "With `retry: retry-after` the response says when to try again. A client that does not know where the response says it can only guess."
        ["Name the place under `envelope` in catalog.yaml, as `retry_after`.", "If the response does not say it, write `retry: backoff`."]

    TranslationMissing "translation-missing" Warn:
        "A translation lacks the text of an error."
        "People who chose the language would meet one text in another language among all the translated ones."
        ["Add the text to the file of that language under `locales`."]

    TranslationParams "translation-params" Warn:
        "A translated message shows other parameters than the original."
        "Both messages are filled with the same values. A placeholder that is missing keeps something from the reader, and one that is misspelt is never filled."
        ["Use each placeholder of the original in the translation, with the same name; the order is free."]

    YamlCutText "yaml-cut-text" Warn Final:
        "YAML takes the end of a text for a comment."
        "Outside of quotes, a space and a number sign begin a comment. What follows is not part of the text, although it looks like it."
        ["Put the text in quotes if all of it is meant.", "If it is a comment, write it on a line of its own."]

    MissingHelp "missing-help" Off:
        "An error does not say what to do about it."
        "Who knows what went wrong often does not know what comes next. One sentence in the documentation saves a question to support."
        ["Add `help` with one or two sentences about what to do."]

    NumberGap "number-gap" Off:
        "A number is missing between the codes of a family."
        "A gap may be left by a code that was published and then deleted, which clients can still receive. A retired code that keeps its entry shows that the number is taken."
        ["If the number was published, add its entry again and mark it as `retired`.", "If it never was, use it for the next error or reserve it with a reason."]
}

impl Rule {
    /// The name, as catalogs, `errcat.yaml` and findings write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The rule with this name, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.code == code).map(|row| row.rule)
    }

    /// The level of the rule unless `errcat.yaml` sets another.
    #[must_use]
    pub fn level(self) -> Level {
        self.row().level
    }

    /// Whether findings of the rule can only be fixed: no catalog may allow them and no project may
    /// lower their level.
    #[must_use]
    pub fn is_final(self) -> bool {
        self.row().is_final
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(self) -> &'static str {
        self.row().message
    }

    /// Why the rule exists.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.row().description
    }

    /// What to do about a finding.
    #[must_use]
    pub fn help(self) -> &'static [&'static str] {
        self.row().help
    }

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
