//! The entry that keeps a released code out of use.

use super::Promise;
use crate::text::case;
use crate::value::Value;

impl Promise {
    /// Returns the keys of an entry that retires the error in a version. Its name and texts stay,
    /// because they say what the code must not mean again.
    #[must_use]
    pub fn tombstone(&self, since: Option<&str>) -> Value {
        let text = |text: &Option<String>| text.as_deref().map(Value::from);
        let own_ident = self.name.is_none() && case::of_code(&self.code) != self.ident;
        // The parameters are gone, so braces would be plain text.
        let message = if self.params.is_empty() { text(&self.message) } else { None };
        let since = since.map(|since| ("since".to_owned(), since.into()));
        let keys = [
            ("name", text(&self.name)),
            ("ident", own_ident.then(|| self.ident.as_str().into())),
            ("message", message),
            ("status", self.status.map(Value::number)),
            ("retired", Some(Value::Map(since.into_iter().collect()))),
        ];
        Value::Map(keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
    }
}
