//! The entry that keeps a released code out of use.

use super::{Param, Promise};
use crate::text::case;
use crate::value::Value;

impl Promise {
    /// Returns the keys of an entry that retires the error in a version. Its name and texts stay,
    /// because they say what the code must not mean again. So does what programs use of the enum:
    /// names and the fields of structs.
    #[must_use]
    pub fn tombstone(&self, since: Option<&str>) -> Value {
        let text = |text: &Option<String>| text.as_deref().map(Value::from);
        let usual = self.name.as_deref().map_or_else(|| case::of_code(&self.code), case::upper_camel);
        let former: Vec<Value> = self.former_names().map(Value::from).collect();
        let fields = |params: &[Param]| {
            let fields = params.iter().map(|param| (param.name.clone(), param.declaration()));
            (!params.is_empty()).then(|| Value::Map(fields.collect()))
        };
        let since = since.map(|since| ("since".to_owned(), since.into()));
        let keys = [
            ("name", text(&self.name)),
            ("ident", (usual != self.ident).then(|| self.ident.as_str().into())),
            ("formerly", (!former.is_empty()).then_some(Value::List(former))),
            ("message", text(&self.message)),
            ("params", fields(&self.params)),
            ("details", fields(&self.details)),
            ("status", self.status.map(Value::number)),
            ("retired", Some(Value::Map(since.into_iter().collect()))),
        ];
        Value::Map(keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
    }
}
