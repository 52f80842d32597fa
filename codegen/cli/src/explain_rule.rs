//! `errcat explain RULE`: why a rule exists, a bad and a good example, and how to allow it.

use errcat_build::analyze;
use errcat_build::diag::Rule;
use errcat_build::format::vocabulary::Term;
use errcat_build::source::Sources;
use errcat_build::value::Value;

/// Everything about the rule of this name, if there is one.
pub(crate) fn explain(name: &str) -> Option<String> {
    let rule = Rule::from_code(name)?;
    let weight = rule.level().as_str();
    let mut text = format!("{:<56} rule · {weight}\n", rule.code());
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
            "\n  Where it does not apply, say so and why, in the error itself:\n      allow: {{ {}: the reason }}\n",
            rule.code()
        ));
        let (wish, level) =
            if weight == "off" { ("To look for it", "warn") } else { ("To switch it off", "off") };
        text.push_str(&format!(
            "\n  {wish} in a whole project, say in errcat.yaml:\n      rules: {{ {}: {level} }}\n",
            rule.code()
        ));
    }
    Some(text)
}

/// What the table of rules says under a key of its own.
fn extension(rule: Rule, key: &str) -> Option<Value> {
    let mut sources = Sources::default();
    sources.add("rules.yaml", errcat_build::RULES);
    let catalog = analyze(&sources).model.catalogs.into_iter().next()?;
    let entry = catalog.errors.into_iter().find(|entry| entry.code.value == rule.code())?;
    entry.extensions.into_iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

/// An example: a text, or several files.
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
