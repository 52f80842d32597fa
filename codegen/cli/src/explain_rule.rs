//! `errcat explain RULE`: shows a rule with a bad and a good example, and how to allow it.

use errcat_build::unstable::analyze;
use errcat_build::unstable::diag::Rule;
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::source::Sources;
use errcat_build::unstable::value::Value;

/// Describes the rule called `name`. Returns `None` if there is no such rule.
pub(crate) fn explain(name: &str) -> Option<String> {
    let rule = Rule::from_code(name)?;
    let default = rule.level().as_str();
    let mut text = format!("{:<56} rule · {default}\n", rule.code());
    for paragraph in [rule.message(), rule.description()] {
        text.push_str(&format!("\n  {paragraph}\n"));
    }
    text.push('\n');
    for help in rule.help() {
        text.push_str(&format!("  help: {help}\n"));
    }
    for (title, key) in [("Bad", "x-bad"), ("Good", "x-good"), ("Note", "x-note")] {
        if let Some(example) = extension(rule, key) {
            text.push_str(&format!("\n  {title}:\n{}", shown(&example)));
        }
    }
    if !rule.is_final() {
        text.push_str(&format!(
            "\n  To allow it for one error, add a reason to the error:\n      allow: {{ {}: the reason }}\n",
            rule.code()
        ));
        let (wish, level) =
            if default == "off" { ("To turn it on", "warn") } else { ("To turn it off", "off") };
        text.push_str(&format!(
            "\n  {wish} for the whole project, add to errcat.yaml:\n      rules: {{ {}: {level} }}\n",
            rule.code()
        ));
    }
    Some(text)
}

/// Returns the value of an `x-` key of the rule.
fn extension(rule: Rule, key: &str) -> Option<Value> {
    let mut sources = Sources::default();
    sources.add("rules.yaml", errcat_build::unstable::RULES);
    let catalog = analyze(&sources).model.catalogs.into_iter().next()?;
    let entry = catalog.errors.into_iter().find(|entry| entry.code.value == rule.code())?;
    entry.extensions.into_iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

/// Formats an example: one file, or several.
fn shown(example: &Value) -> String {
    match example {
        Value::Text(text) => text.lines().map(|line| format!("      {line}\n")).collect::<Vec<_>>().concat(),
        Value::Map(files) => {
            let file = |(path, text): &(String, Value)| format!("      # {path}\n{}", shown(text));
            files.iter().map(file).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}
