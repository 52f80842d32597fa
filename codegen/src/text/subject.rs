//! Codes in arguments and in files about several catalogs: `CODE`, `family/CODE` or
//! `catalog/family/CODE`.

/// Returns `true` if an argument names this code. Codes may contain slashes, so the longest form is
/// tried last.
#[must_use]
pub fn names(argument: &str, catalog: &str, family: &str, code: &str) -> bool {
    argument == code
        || argument.strip_suffix(code).is_some_and(|place| {
            let place = place.strip_suffix('/');
            place.is_some_and(|place| place == family || place == format!("{catalog}/{family}"))
        })
}
