//! Renders the templates of clients.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value};
use serde_json::Value as Json;

/// Renders the template with this name. Nothing is escaped: contexts hold literals of the language.
/// A test shows that the templates have no mistakes, so the text of a mistake is only for those who
/// change them.
pub(crate) fn render(templates: &[(&'static str, &'static str)], name: &str, context: &Json) -> String {
    let mut environment = Environment::new();
    if let Ok(syntax) =
        SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()
    {
        environment.set_syntax(syntax);
    }
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_formatter(|out, _, value| {
        if value.is_undefined() || value.is_none() {
            return Err(minijinja::Error::new(minijinja::ErrorKind::UndefinedError, "an absent value"));
        }
        out.write_str(&value.to_string()).map_err(minijinja::Error::from)
    });
    for &(name, text) in templates {
        if let Err(error) = environment.add_template(name, text) {
            return format!("template error: {error:#}\n");
        }
    }
    let context = Value::from(Serde(context));
    let rendered = environment.get_template(name).and_then(|template| template.render(context));
    rendered.unwrap_or_else(|error| format!("template error: {error:#}\n"))
}
