//! Decides what each column says.

use std::collections::BTreeSet;

use super::column::Column;
use crate::columns::Role;
use crate::failure::Failure;
use crate::options::Options;
use crate::words::{numbered, snake, words};
use crate::write::is_key;

/// What a column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Role(Role),
    Fact(String),
}

/// The columns with their uses.
pub(crate) struct Roles {
    /// One use per column.
    pub(crate) uses: Vec<Use>,
    /// The guesses: a sentence, and the flag that decides otherwise.
    pub(crate) guesses: Vec<(String, String)>,
}

impl Roles {
    /// Returns the column with a role.
    pub(crate) fn column<'c>(&self, columns: &'c [Column], role: Role) -> Option<&'c Column> {
        self.uses.iter().position(|used| *used == Use::Role(role)).map(|at| &columns[at])
    }
}

/// Decides about all columns.
pub(crate) fn roles(columns: &[Column], rows: usize, options: &Options) -> Result<Roles, Failure> {
    let mut choice = Choice { columns, rows, uses: vec![None; columns.len()], guesses: Vec::new() };
    choice.asked(options)?;
    choice.by_headers();
    choice.code()?;
    if options.name_from.is_none() {
        choice.names();
    }
    choice.texts();
    let mut facts: BTreeSet<String> = BTreeSet::new();
    let uses = choice.uses.into_iter().zip(columns).map(|(used, column)| {
        match used.unwrap_or_else(|| Use::Fact(fact_name(&column.name))) {
            Use::Fact(name) => {
                let name = numbered(&name, '_', |name| facts.contains(name));
                facts.insert(name.clone());
                Use::Fact(name)
            }
            used @ Use::Role(_) => used,
        }
    });
    Ok(Roles { uses: uses.collect(), guesses: choice.guesses })
}

struct Choice<'c> {
    columns: &'c [Column],
    rows: usize,
    uses: Vec<Option<Use>>,
    guesses: Vec<(String, String)>,
}

impl Choice<'_> {
    /// Applies `--map`, `--family-by` and `--name-from`.
    fn asked(&mut self, options: &Options) -> Result<(), Failure> {
        for (key, column) in &options.map {
            let at = self.find(column)?;
            let used = match Role::named(key) {
                Some(role) => Use::Role(role),
                None if key == "skip" => Use::Role(Role::Skip),
                None => Use::Fact(fact_name(key)),
            };
            if let Use::Role(role) = &used
                && *role != Role::Skip
                && self.has(*role)
            {
                return Err(Failure::new(format!("`--map` gives `{key}` two columns")));
            }
            self.uses[at] = Some(used);
        }
        if let Some(column) = options.family_by.as_deref()
            && !matches!(column, "heading" | "prefix" | "none")
        {
            let at = self.find(column)?;
            self.uses[at] = Some(Use::Role(Role::Family));
        }
        match options.name_from.as_deref() {
            None | Some("code") => {}
            Some("none") => self.skip_names(),
            Some(column) => {
                let at = self.find(column)?;
                self.uses[at] = Some(Use::Role(Role::Name));
            }
        }
        Ok(())
    }

    fn skip_names(&mut self) {
        for (at, column) in self.columns.iter().enumerate() {
            if self.uses[at].is_none()
                && Role::of(&column.words).first().is_some_and(|(role, _)| *role == Role::Name)
            {
                self.uses[at] = Some(Use::Role(Role::Skip));
            }
        }
    }

    fn find(&self, name: &str) -> Result<usize, Failure> {
        let exact = self.columns.iter().position(|column| column.name == name);
        let similar = || self.columns.iter().position(|column| column.words == words(name));
        exact.or_else(similar).ok_or_else(|| {
            let names: Vec<String> = self.columns.iter().map(|column| format!("`{}`", column.name)).collect();
            Failure::new(format!("there is no column `{name}`; the columns are {}", names.join(", ")))
        })
    }

    fn has(&self, role: Role) -> bool {
        self.uses.contains(&Some(Use::Role(role)))
    }

    /// Gives every role the column with its clearest header.
    fn by_headers(&mut self) {
        let mut candidates: Vec<(Role, usize, usize)> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            candidates.extend(Role::of(&column.words).into_iter().map(|(role, place)| (role, place, at)));
        }
        // A header that is the first of a role is the clearest for it, whatever the role.
        candidates.sort_by_key(|(role, place, at)| (*place > 0, *role, *place, *at));
        for (role, place, at) in candidates {
            let is_free = self.uses[at].is_none() && (role == Role::Skip || !self.has(role));
            if is_free && fits(role, place, &self.columns[at], self.rows) {
                self.uses[at] = Some(Use::Role(role));
            }
        }
    }

    /// Finds the column with the codes.
    fn code(&mut self) -> Result<(), Failure> {
        let at = |role: Role| self.uses.iter().position(|used| *used == Some(Use::Role(role)));
        let name = at(Role::Name);
        if let Some(code) = at(Role::Code) {
            let column = &self.columns[code];
            let is_status = column.is_integers()
                && column.statuses == column.count
                && column.distinct * 2 <= column.count
                && at(Role::Status).is_none();
            if let Some(name) =
                name.filter(|name| is_status && self.columns[*name].distinct > column.distinct)
            {
                self.uses[code] = Some(Use::Role(Role::Status));
                self.take_as_code(name, "the other column has HTTP statuses");
            }
            return Ok(());
        }
        let is_code = |at: &usize| {
            let column = &self.columns[*at];
            column.is_tokens() && column.count == self.rows && column.distinct * 10 >= column.count * 9
        };
        let free = |at: &usize| self.uses[*at].is_none();
        let unique = (0..self.columns.len()).filter(free).find(is_code);
        let found = name.filter(|name| self.columns[*name].is_tokens()).or(unique).or(at(Role::Status));
        match found {
            Some(at) => {
                self.take_as_code(at, "no column is named `code`");
                Ok(())
            }
            None => {
                let names: Vec<String> =
                    self.columns.iter().map(|column| format!("`{}`", column.name)).collect();
                Err(Failure::new(format!(
                    "no column has codes; say which one with `--map code=COLUMN` (columns: {})",
                    names.join(", ")
                )))
            }
        }
    }

    fn take_as_code(&mut self, at: usize, why: &str) {
        self.uses[at] = Some(Use::Role(Role::Code));
        let name = &self.columns[at].name;
        self.guesses.push((format!("the codes are in `{name}`: {why}"), "--map code=COLUMN".to_owned()));
    }

    /// Takes a column of constants as names if no other column has them.
    fn names(&mut self) {
        let is_name = |at: &usize| {
            let column = &self.columns[*at];
            self.uses[*at].is_none() && column.constants == self.rows && column.distinct * 10 >= self.rows * 9
        };
        let found = (0..self.columns.len()).find(is_name).filter(|_| !self.has(Role::Name));
        if let Some(at) = found {
            self.uses[at] = Some(Use::Role(Role::Name));
            let what = format!("the names are in `{}`: its values are constants", self.columns[at].name);
            self.guesses.push((what, "--name-from COLUMN".to_owned()));
        }
    }

    /// Takes the first unknown column of prose as description if there are no other texts.
    fn texts(&mut self) {
        if self.has(Role::Message) || self.has(Role::Description) {
            return;
        }
        let free = |at: &usize| self.uses[*at].is_none() && self.columns[*at].is_prose();
        if let Some(at) = (0..self.columns.len()).find(free) {
            self.uses[at] = Some(Use::Role(Role::Description));
            let name = &self.columns[at].name;
            let what = format!("the descriptions are in `{name}`: it is the first column of sentences");
            self.guesses.push((what, "--map description=COLUMN".to_owned()));
        }
    }
}

/// Returns `true` if the values of a column fit a role. `place` is that of the header.
fn fits(role: Role, place: usize, column: &Column, rows: usize) -> bool {
    let all_scalars = column.scalars >= column.count;
    match role {
        Role::Code => all_scalars && column.is_tokens() && (place == 0 || column.count * 10 >= rows * 9),
        Role::Name => all_scalars && column.is_tokens() && !(place > 8 && column.is_integers()),
        Role::Message => all_scalars && (place < 9 || column.is_prose()),
        Role::Description => all_scalars,
        Role::Status => all_scalars && (column.is_statuses() || (place == 0 && column.count == 0)),
        Role::Family => all_scalars && (place == 0 || column.distinct * 2 <= column.count),
        Role::Details => !all_scalars,
        _ => true,
    }
}

/// Returns the name of a declared fact, which no key of an error has.
fn fact_name(column: &str) -> String {
    let name = snake(column);
    if is_key(&name) || matches!(&*name, "code" | "family" | "number" | "info" | "all") {
        format!("source_{name}")
    } else {
        name
    }
}
