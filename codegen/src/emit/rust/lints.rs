//! The lints that do not apply to generated code.

use super::literal;

/// Lints of rustc and clippy. Those of `clippy::restriction` are named one by one: a crate that
/// forbids another one, such as `unwrap_used`, would not compile with the group here.
const LINTS: [&str; 39] = [
    "dead_code",
    "deprecated",
    "missing_copy_implementations",
    "unknown_lints",
    "unnameable_types",
    "unreachable_pub",
    "unused_qualifications",
    "clippy::all",
    "clippy::nursery",
    "clippy::pedantic",
    "clippy::absolute_paths",
    "clippy::allow_attributes",
    "clippy::arbitrary_source_item_ordering",
    "clippy::arithmetic_side_effects",
    "clippy::as_conversions",
    "clippy::decimal_literal_representation",
    "clippy::doc_paragraphs_missing_punctuation",
    "clippy::error_impl_error",
    "clippy::exhaustive_enums",
    "clippy::exhaustive_structs",
    "clippy::implicit_return",
    "clippy::indexing_slicing",
    "clippy::let_underscore_untyped",
    "clippy::min_ident_chars",
    "clippy::missing_docs_in_private_items",
    "clippy::missing_trait_methods",
    "clippy::mod_module_files",
    "clippy::module_name_repetitions",
    "clippy::needless_raw_strings",
    "clippy::non_ascii_literal",
    "clippy::pub_use",
    "clippy::pub_with_shorthand",
    "clippy::same_name_method",
    "clippy::self_named_module_files",
    "clippy::shadow_reuse",
    "clippy::single_call_fn",
    "clippy::single_char_lifetime_names",
    "clippy::unseparated_literal_suffix",
    "clippy::wildcard_enum_match_arm",
];

const REASON: &str = "a program rarely uses all items, and published texts and names are not changed";

/// Returns the attribute that allows them in the item below it.
pub(super) fn of_item() -> String {
    attribute("#")
}

/// Returns the attribute that allows them in the whole file, which begins with it.
pub(super) fn of_file() -> String {
    attribute("#!")
}

fn attribute(mark: &str) -> String {
    let lints = LINTS.join(",\n    ");
    format!("{mark}[allow(\n    {lints},\n    reason = {}\n)]\n", literal::string(REASON))
}
