//! `errcat print config`, `rules` and `completions`: what the command knows about itself.

use clap::CommandFactory;
use clap_complete::Shell;
use errcat_build::unstable::diag::{Levels, Rule};
use errcat_build::unstable::emit::json;
use errcat_build::unstable::format::vocabulary::Term;
use errcat_build::unstable::project::Project;
use errcat_build::unstable::value::Value;

use crate::Args;

/// Returns the settings of a project with all defaults.
pub(crate) fn config(project: &Project) -> String {
    let settings = &project.settings;
    let outputs = settings.outputs.iter().map(|output| {
        let kind = [("kind".to_owned(), Value::from(output.kind))];
        let values = output.values.iter().map(|(key, value)| ((*key).to_owned(), value.value.clone()));
        Value::Map(kind.into_iter().chain(values).collect())
    });
    let levels = Rule::ALL.iter().map(|rule| (rule.code().to_owned(), level(*rule, &settings.levels)));
    line(vec![
        ("catalogs".to_owned(), settings.catalogs.as_str().into()),
        ("base_url".to_owned(), Value::maybe(settings.base_url.as_deref())),
        ("outputs".to_owned(), Value::List(outputs.collect())),
        ("rules".to_owned(), Value::Map(levels.collect())),
    ])
}

/// Returns the rules and their levels in a project.
pub(crate) fn rules(project: &Project) -> String {
    let rule = |rule: &Rule| {
        line(vec![
            ("rule".to_owned(), rule.code().into()),
            ("level".to_owned(), level(*rule, &project.settings.levels)),
            ("default".to_owned(), rule.level().as_str().into()),
            ("message".to_owned(), rule.message().into()),
            ("description".to_owned(), rule.description().into()),
            ("help".to_owned(), Value::texts(rule.help().iter().copied())),
        ])
    };
    Rule::ALL.iter().map(rule).collect()
}

fn level(rule: Rule, levels: &Levels) -> Value {
    levels.of(rule).as_str().into()
}

fn line(entries: Vec<(String, Value)>) -> String {
    format!("{}\n", json::value(&Value::Map(entries)))
}

/// Returns the completions of a shell.
pub(crate) fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "errcat", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
