//! The rules, with the names, levels and texts of `rules.yaml`.

use std::fmt;

use crate::format::vocabulary::Level;

/// The declaration of a rule.
struct Row {
    rule: Rule,
    code: &'static str,
    level: Level,
    is_final: bool,
    message: &'static str,
    description: &'static str,
    help: &'static [&'static str],
}

/// Defines the enum and the rows, in the same order.
macro_rules! rules {
    ($(
        $rule:ident $code:literal $level:ident $($final:ident)?:
        $message:literal
        $description:literal
        [$($help:literal),+ $(,)?]
    )+) => {
        /// The rule of a finding. `errcat explain RULE` shows examples.
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

// `UPDATE=1 cargo test -p errcat-build --test rules` updates the rows from `rules.yaml`.
rules! {
    Syntax "syntax" Deny Final:
        "The file is not valid YAML, or uses a YAML feature that catalogs do not allow."
        "YAML parsers disagree about parts of the language. Catalogs therefore use only the part that all parsers read in the same way, without anchors, aliases, tags, directives, tabs or multiple documents."
        ["Quote a text that contains a colon followed by a space, or that begins with a character such as `{`, `[`, `*`, `&` or `@`.", "Repeat a value instead of referring to it with an alias."]

    UnknownKey "unknown-key" Deny Final:
        "The key does not exist here."
        "If misspelt keys were ignored, their values would silently be missing from everything that is generated."
        ["Correct the spelling, or move the key to the place where it is valid.", "If the key is an extension of your own, start its name with `x-`."]

    DuplicateKey "duplicate-key" Deny Final:
        "A map has the same key twice."
        "Only one of the two values can be kept, and YAML parsers differ in which one they keep."
        ["Remove one of the two, or merge their values."]

    WrongType "wrong-type" Deny Final:
        "A value has the wrong type, or a required key is missing."
        "Each key takes one type of value, such as a text, a list, or one of a few words. Guessing what another type might mean could publish something wrong."
        ["Write the type of value that the finding names.", "Add the missing key."]

    Envelope "envelope" Deny Final:
        "An envelope contradicts itself, or a client would not read what a server writes."
        "Servers write each fact to its first place, and clients try all places in order. That works only if one body can have all first places, and if nothing else stands where a client looks for a fact."
        ["Write the fact or the path that the finding names.", "Change the first path of one of two facts that contradict each other.", "Put a member that only this API has under `fields`."]

    DuplicateCode "duplicate-code" Deny Final:
        "Two errors have the same code."
        "Often the code is all that a client gets. If two errors share it, the client cannot know which one it received."
        ["Give one of the two another code.", "If the codes of this API are unique only within a family, set `unique: family` in catalog.yaml."]

    AmbiguousCode "ambiguous-code" Deny Final:
        "An alias is also the code or an alias of another error."
        "Clients look up aliases like codes. A spelling that belongs to two errors identifies neither of them."
        ["Keep the alias on one of the two errors, and remove it from the other."]

    ReusedCode "reused-code" Deny Final:
        "A code is reserved, or was already published with another meaning."
        "Existing clients would mistake the new error for the old one. A published code is therefore never reused."
        ["Use a code that was never used before."]

    CodeFormat "code-format" Deny:
        "A code does not match the form that its catalog requires."
        "A typo in a code can no longer be corrected once clients depend on it. The form is therefore checked before a code is published."
        ["Correct the code.", "If the code is already published in this form, list it under `allow_codes` in catalog.yaml."]

    IdentCollision "ident-collision" Deny Final:
        "Two names in the catalog become the same name in Rust."
        "Rust names cannot contain dashes, dots or spaces, so codes that differ on the wire can become the same identifier. An enum cannot have two variants with one name."
        ["Give one of the two errors its own `ident`. Its code does not change."]

    ReservedIdent "reserved-ident" Deny Final:
        "A name is not usable in Rust."
        "Every error becomes an enum variant. The name of a variant cannot be empty, a Rust keyword, or the name of an item that errcat generates."
        ["Give the error an `ident` in UpperCamelCase. Its code does not change.", "If the name comes from a file or folder, rename it."]

    UnknownParam "unknown-param" Deny Final:
        "A text contains an undeclared placeholder or an unmatched brace."
        "An undeclared placeholder has no value, so users of the API would see the placeholder itself."
        ["Declare the parameter under `params`, or correct the name in the text.", "To write a literal brace, double it."]

    UnusedParam "unused-param" Deny:
        "A parameter does not appear in the message."
        "Code that raises the error has to supply a value for every parameter. A value that the message does not show is lost."
        ["Add the parameter in braces to `message`.", "If the value is sent separately from the message, move it to `details`."]

    DuplicateFact "duplicate-fact" Deny Final:
        "Two codes have the same value of a fact that finds one code."
        "With `lookup: one`, programs ask for the one code with a value, for example by its vendor number. If two codes have the value, the answer could be the wrong one."
        ["Correct the value of one of the two errors.", "If several codes may have the value, write `lookup: many`."]

    InvalidStatus "invalid-status" Deny Final:
        "A status is not an HTTP status, or the catalog does not have statuses."
        "A server can only send statuses from 100 to 599. A catalog with `status: none` does not have statuses at all."
        ["Write the status as a plain number.", "If the errors of the catalog do have statuses, set `status: optional` in catalog.yaml."]

    MissingStatus "missing-status" Deny Final:
        "An error has no status although its catalog requires one."
        "With `status: required`, the generated method returns a number for every error, so every error needs one."
        ["Add a status to the error, or to `defaults`.", "If some errors have no status, set `status: optional` in catalog.yaml."]

    DanglingReference "dangling-reference" Deny Final:
        "The catalog refers to something that does not exist."
        "Catalogs refer to codes, classes and families by name. A reference to a missing one would leave readers of the documentation and users of the generated code with a dead end."
        ["Correct the spelling, or add the missing item."]

    MaskDiffers "mask-differs" Deny:
        "An error can be told apart from its mask."
        "A mask is sent in place of an error to hide, for example, that something exists. A difference in status, message or parameters reveals what the mask should hide. So does a message that the server writes, or details, or a time to wait, if only one of them sends it."
        ["Give both errors the same status, message and parameters.", "Give neither of them `dynamic`, `details`, or a `retry` of `retry-after`."]

    UnlistedFamily "unlisted-family" Deny Final:
        "A family file is not listed in catalog.yaml."
        "The list `families` defines the order in which families are published. An unlisted file has no position in that order, and it may have been left in the folder by mistake."
        ["Add the file name, without its extension, to `families`, or remove the file."]

    UnreadFile "unread-file" Deny:
        "A file looks like a part of a catalog, but is not read."
        "Families stand next to catalog.yaml, translations in its folder `locales`, and catalogs at most one folder deep. A file that is deeper, or whose name does not end in `.yaml`, is skipped, and its errors would silently be missing. So is a file whose name has control characters, a backslash, or bytes that are not UTF-8."
        ["Move the file to where it is read, or rename it.", "If it is not meant to be read, move it out of the folder of catalogs."]

    UndeclaredTag "undeclared-tag" Deny:
        "An error has a tag that the catalog does not declare."
        "Tags sort errors into groups, and the catalog declares the meaning of each group once. A misspelt tag would silently create a new group."
        ["Correct the spelling, or declare the tag and its meaning under `tags` in catalog.yaml."]

    StaleOutput "stale-output" Deny Final:
        "A generated file is out of date."
        "Generated files are committed so that they can be reviewed. A file that was edited by hand, or not regenerated after a change, no longer matches the catalogs."
        ["Run `errcat gen` and commit the result.", "Edit the catalog, never the generated file."]

    MeaningDoubtful "meaning-doubtful" Deny Final:
        "A released code seems to mean something else."
        "Name and texts have nothing in common with the released ones. If it is another error, existing clients would mistake it for the old one."
        ["If it is the same error, add its old name to `formerly`, or accept the change with a reason.", "If it is another error, use a code that was never used, and restore the released error."]

    VanishedCode "vanished-code" Deny Final:
        "A released code has no entry any more."
        "Servers and clients that are in use still know the code. Without its entry nothing says so, and a later error could take it."
        ["Keep the entry with `retired`, as a tombstone.", "If the removal is intended, accept it with a reason, or give the catalog a new major version."]

    StaleAcceptance "stale-acceptance" Deny Final:
        "The ledger accepts a change that the catalog does not make."
        "The ledger records accepted changes, each with a reason. An acceptance that matches no change could let a later change pass that nobody has reviewed."
        ["Remove the acceptance from the ledger."]

    UnusedAllow "unused-allow" Deny Final:
        "An `allow` has no effect."
        "The finding that it silenced is gone, or the name of the rule is misspelt. If it stayed, it could hide the next mistake of the same kind."
        ["Remove the `allow`, or correct the name of the rule."]

    UnreachableClass "unreachable-class" Deny Final:
        "A class can never be chosen."
        "Classes are tried from top to bottom, and the first match wins. A class after a more general one never matches."
        ["Move the class up, or narrow the conditions of the classes above it."]

    LedgerRewritten "ledger-rewritten" Deny Final:
        "A line of the ledger was removed or rewritten without a release."
        "The ledger says what clients were promised. A line may change only in a release with a higher version. Only `errcat diff --since REV` can see that it did not."
        ["Restore the line from version control."]

    MissingLedger "missing-ledger" Warn:
        "A stable catalog has no ledger."
        "From version 1.0.0 on, clients depend on the codes. Without the ledger nothing notices when a code vanishes or means something else. It may also be lost."
        ["Restore the ledger from version control, or write the first one with `errcat release --first`."]

    ErrorStatus "error-status" Warn:
        "An error has a status below 400."
        "Clients take such a response for a success. Servers therefore send status 500 instead."
        ["Use a status from 400 to 599.", "If responses with such a status are errors, say under `is_error` in the envelope how clients recognize them. If the code stands for a success, declare a fact that says so."]

    UnmaskedInternal "unmasked-internal" Warn:
        "An internal error has no mask."
        "Outsiders may not know an internal error, so they get status 500 without a code instead. That is correct, but tells them nothing."
        ["Name the error that outsiders get instead as its `mask`.", "Or name one error for all internal ones, as `internal` of the catalog."]

    UnregisteredStatus "unregistered-status" Warn:
        "A status is not registered with IANA."
        "Proxies and libraries do not know the meaning of an unregistered status. They treat 465 like 400, without a reason phrase."
        ["Use the closest registered status, and let the code say the rest.", "If the status is already published, allow the rule with that reason."]

    MissingParams "missing-params" Warn:
        "A message has a word in braces, and the error declares no parameters."
        "Braces are plain text in an error without `params`, so users of the API would see `{limit}` instead of a number."
        ["Declare the parameter under `params`.", "If the braces are part of the text, allow the rule and say so."]

    MissingText "missing-text" Warn:
        "An error has neither a message nor a description, or a text that is not written yet, such as `TODO`."
        "People who look up the code find only the code itself. Only the author knows what happened."
        ["Write a `message` for users of the API, or a `description` for its documentation.", "If many codes follow one naming scheme, add a `derive` rule to catalog.yaml."]

    HiddenBlank "hidden-blank" Warn:
        "A text or a code begins or ends with blanks, or contains invisible characters."
        "Nobody sees such characters in a catalog, but clients receive them, and they make texts differ that look the same. The usual cause is `|`, which keeps the line break after a text. Line breaks within a text are fine, and so is a blank at the end of a message with `dynamic: true`, which the server continues."
        ["Write `|-` instead of `|`, or remove the blanks.", "Remove control characters, and characters that change the direction of writing."]

    TextRestatesCode "text-restates-code" Warn:
        "The text of an error only repeats its code."
        "Readers of the text already know the code. They need to know what happened, to what, and what to do next."
        ["Add what the code does not say, such as a limit, a cause or a solution."]

    DuplicateMessage "duplicate-message" Warn:
        "Two errors have the same message."
        "People often see the message but not the code, so they cannot tell the two errors apart. If that is intended, for example to hide that something exists, the catalog should say so."
        ["Give the two errors different messages.", "If one error should look like the other, set `mask` to the code of the other."]

    NameStatusMismatch "name-status-mismatch" Warn:
        "The name of an error contradicts its status."
        "Programs that do not know the code rely on the status. If `cart_not_found` has status 400, they treat a missing cart as a malformed request."
        ["Use the status that the name stands for.", "If the API already responds this way, allow the rule with that reason."]

    UnusedStrip "unused-strip" Warn:
        "A text in `strip` is at the end or beginning of no name."
        "The names of variants do not change if the text is removed, so it is probably misspelt, or the names that had it are gone."
        ["Correct the text, or remove it."]

    ReplacementCircle "replacement-circle" Warn:
        "Errors replace each other in a circle."
        "A deprecated or retired error names the error to use instead. If the replacements lead back to where they started, nobody learns which error is current."
        ["Let the replacements end at an error that is neither deprecated nor retired, or remove `use`."]

    CodeDiffersByCase "code-differs-by-case" Warn:
        "Two codes differ only by case."
        "Logs, databases and people often ignore case, so one error can be mistaken for the other."
        ["Give one of the two another code."]

    LookalikeCode "lookalike-code" Warn:
        "A code or name looks like another one, or mixes letters of different scripts."
        "People cannot tell apart a Latin and a Cyrillic `a`, an accent that is a part of its letter and one that follows it, or a full-width letter and a plain one. Programs can, so a code that was typed by hand is not found."
        ["Write the code with plain letters."]

    RetryWithoutHint "retry-without-hint" Warn:
        "Clients should wait before a retry, but the catalog does not say where a response states how long."
        "With `retry: retry-after`, the response says when to try again. A client that does not know where to find that time can only guess."
        ["Set `retry_after` under `envelope` in catalog.yaml to the place in the response.", "If the response does not say it, use `retry: backoff`."]

    TranslationMissing "translation-missing" Warn:
        "A translation does not include the text of an error."
        "Users of the translation would see one text in another language among the translated ones."
        ["Add the text to the file of the language in `locales`."]

    TranslationParams "translation-params" Warn:
        "A translated message has other placeholders than the original."
        "Both messages are filled with the same values. A missing placeholder drops a value, and a misspelt one is never filled."
        ["Use every placeholder of the original in the translation, with the same name. The order may differ."]

    YamlCutText "yaml-cut-text" Warn Final:
        "YAML reads the end of a text as a comment."
        "Outside of quotes, a space and a number sign start a comment. The rest of the line is not part of the text, although it looks like it."
        ["Quote the text if the rest of the line belongs to it.", "If it is a comment, move it to its own line."]

    MissingHelp "missing-help" Off:
        "An error does not say what to do about it."
        "People who know what went wrong often do not know what to do next. One sentence of help can save a support request."
        ["Add `help` with one or two sentences about what to do next."]

    NumberGap "number-gap" Off:
        "The numbered codes of a family have a gap."
        "A gap can mean that a published code was deleted although clients can still receive it. A retired code that keeps its entry shows that its number is taken."
        ["If the number was published, restore its entry and mark it as `retired`.", "Otherwise, use the number for the next error, or reserve it with a reason."]
}

impl Rule {
    /// Returns the name, as in catalogs, `errcat.yaml` and findings.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// Returns the rule with this name, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.code == code).map(|row| row.rule)
    }

    /// Returns the default level, which `errcat.yaml` can change.
    #[must_use]
    pub fn level(self) -> Level {
        self.row().level
    }

    /// Returns `true` if findings of the rule can only be fixed: no catalog may allow them and no
    /// project may lower their level.
    #[must_use]
    pub fn is_final(self) -> bool {
        self.row().is_final
    }

    /// Returns one sentence about what is wrong.
    #[must_use]
    pub fn message(self) -> &'static str {
        self.row().message
    }

    /// Returns the reason for the rule.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.row().description
    }

    /// Returns what to do about a finding.
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
