//! Decides which files `errcat init` creates and edits.

use std::path::Path;

use errcat_build::unstable::project::{Failure, Found, SETTINGS, find};
use errcat_build::unstable::source::Sources;

use super::manifest::{Dependency, Manifest};
use super::package::{Package, read};
use super::{names, root};
use crate::args::Format;
use crate::import::NewCatalog;
use crate::library;
use crate::output::count;

/// The version of errcat that a package depends on.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A change of a file.
pub(super) struct Edit {
    pub(super) path: String,
    pub(super) old: String,
    pub(super) new: String,
    /// What is added.
    pub(super) about: String,
}

/// What to do.
#[derive(Default)]
pub(super) struct Plan {
    /// Files to create: their paths and texts.
    pub(super) files: Vec<(String, String)>,
    pub(super) edits: Vec<Edit>,
    /// What the author has to do.
    pub(super) notes: Vec<String>,
    /// Whether `errcat gen` has something to write.
    pub(super) generates: bool,
    /// A code to look at.
    pub(super) first_code: Option<String>,
    in_build_script: bool,
}

/// What the code of the package is called.
struct Place {
    catalogs: String,
    /// The catalog to create, or `None` if there are catalogs.
    id: Option<String>,
    /// The folder of the generated code, or `None` if the settings have none.
    errors: Option<String>,
    /// The module of the generated code.
    module: String,
    has_settings: bool,
}

impl Plan {
    /// Returns the plan for a package.
    pub(super) fn of(
        package: &Package,
        build_script: bool,
        imported: Option<NewCatalog>,
    ) -> Result<Self, Failure> {
        let script = package.build_script();
        let script_text = script.as_deref().map(read).transpose()?.flatten();
        let generates_in_script = script_text.as_deref().is_some_and(|text| text.contains("errcat_build"));
        let in_build_script = build_script || generates_in_script;
        let mut place = Place::of(package)?;
        let mut plan = Self { in_build_script, generates: true, ..Self::default() };
        plan.first_code = match (&place.id, &imported) {
            (None, Some(_)) => {
                let reason = "there are catalogs already; `errcat import` adds another one";
                return Err(Failure::new(&place.catalogs, reason));
            }
            (Some(_), Some(imported)) => code_in(&imported.files),
            (Some(_), None) => Some("out_of_stock".to_owned()),
            (None, None) => first_code(&place.catalogs)?,
        };
        let is_imported = imported.is_some();
        plan.package(package);
        match imported {
            Some(NewCatalog { id, files, .. }) => {
                for file in files.ids() {
                    plan.create(
                        &format!("{}/{}", place.catalogs, files.path(file)),
                        files.text(file).to_owned(),
                    );
                }
                place.id = Some(id);
            }
            None => plan.catalog(&place),
        }
        plan.settings(package, &place);
        if in_build_script && !generates_in_script {
            plan.build_script(&place, script, script_text.is_some());
        }
        plan.module(package, &place);
        if !is_imported {
            plan.test(package, &place);
        }
        plan.repository(&place)?;
        Ok(plan)
    }

    /// Returns the command that takes over changes of a catalog.
    pub(super) fn rebuild(&self) -> &'static str {
        if self.in_build_script { "cargo build" } else { "errcat gen" }
    }

    /// Creates or extends `Cargo.toml`.
    fn package(&mut self, package: &Package) {
        let sections: &[(&str, &str)] = if self.in_build_script {
            &[("dependencies", "errcat"), ("build-dependencies", "errcat-build")]
        } else {
            &[("dependencies", "errcat")]
        };
        let mut edited: Option<Manifest> = None;
        let mut added = Vec::new();
        for (section, name) in sections {
            let manifest = edited.as_ref().unwrap_or(&package.manifest);
            if manifest.dependency(section, name) != Dependency::Missing {
                continue;
            }
            let line = format!("{name} = \"{VERSION}\"");
            match manifest.with_dependency(section, &line) {
                Some(manifest) => {
                    edited = Some(manifest);
                    added.push(format!("`{line}`"));
                }
                None => self.notes.push(format!("add `{line}` to `{section}` in Cargo.toml")),
            }
        }
        let old = package.manifest.text();
        let new = edited.as_ref().map_or(old, Manifest::text);
        if package.is_new {
            self.files.push(("Cargo.toml".to_owned(), new.to_owned()));
            self.create(".gitignore", "/target\n".to_owned());
        } else if new != old {
            self.edit("Cargo.toml", old, new.to_owned(), &added.join(" and "));
        }
    }

    fn catalog(&mut self, place: &Place) {
        let Some(id) = &place.id else { return };
        let path = format!("{}/{id}.yaml", place.catalogs);
        let up = "../".repeat(place.catalogs.split('/').count());
        let text = include_str!("templates/catalog.yaml")
            .replace("{{schema}}", &format!("{up}.errcat/{id}.schema.json"))
            .replace("{{title}}", &names::title(id))
            .replace("{{build}}", self.rebuild());
        self.create(&path, text);
    }

    fn settings(&mut self, package: &Package, place: &Place) {
        if place.has_settings {
            if !self.in_build_script && place.errors.is_none() {
                let errors = join(package.folder(), &place.module);
                self.notes.push(format!("add `rust: {{ path: {errors} }}` to `outputs` in {SETTINGS}"));
            }
            return;
        }
        let text = if self.in_build_script {
            include_str!("templates/errcat-build.yaml").to_owned()
        } else {
            let runtime = match package.runtime().as_str() {
                "errcat" => String::new(),
                renamed => format!(", runtime: \"::{renamed}\""),
            };
            include_str!("templates/errcat.yaml")
                .replace("{{errors}}", place.errors.as_deref().unwrap_or_default())
                .replace("{{runtime}}", &runtime)
        };
        self.create(SETTINGS, text);
    }

    fn build_script(&mut self, place: &Place, path: Option<String>, exists: bool) {
        let compile = format!("compile({:?})", place.catalogs);
        match path {
            None => self.notes.push("remove `build = false` from Cargo.toml, and run this again".to_owned()),
            Some(path) if exists => {
                self.notes.push(format!("add `errcat_build::{compile};` to the function `main` of {path}"));
            }
            Some(path) => {
                self.create(&path, include_str!("templates/build.rs").replace("{{compile}}", &compile));
            }
        }
    }

    /// Declares the module of the generated code in the root of the package.
    fn module(&mut self, package: &Package, place: &Place) {
        let name = &place.module;
        let text = &package.root_text;
        let included = "include!(concat!(env!(\"OUT_DIR\"), \"/errcat.rs\"));";
        let visibility = if package.is_library { "pub " } else { "" };
        let item = if self.in_build_script {
            if text.contains("/errcat.rs\"") {
                return;
            }
            format!("{visibility}mod {name} {{\n    {included}\n}}")
        } else {
            let Some(errors) = &place.errors else { return };
            if root::declares(text, name) {
                return;
            }
            if *errors != join(package.folder(), name) {
                self.notes.push(format!("declare the module in {errors} where your crate needs it"));
                return;
            }
            format!("{visibility}mod {name};")
        };
        if text.is_empty() && !Path::new(&package.root).is_file() {
            let title = names::title(place.id.as_deref().unwrap_or(package.name()));
            let text = include_str!("templates/lib.rs").replace("{{title}}", &format!("the {title}"));
            self.create(&package.root, text.replace("{{item}}", &item));
        } else {
            let first = item.lines().next().unwrap_or_default().trim_end_matches(" {");
            self.edit(&package.root, text, root::with_item(text, &item), &format!("`{first}`"));
        }
    }

    /// Adds a test of the new catalog, and to a new package a program.
    fn test(&mut self, package: &Package, place: &Place) {
        let Some(id) = &place.id else { return };
        let module = names::module(id);
        let name = &place.module;
        let (import, path) = if package.is_library {
            (String::new(), format!("{}::{name}", package.library_name()))
        } else if self.in_build_script {
            let included = "include!(concat!(env!(\"OUT_DIR\"), \"/errcat.rs\"));";
            (format!("mod {name} {{\n    {included}\n}}\n\n"), name.clone())
        } else {
            let file = format!("../{}/mod.rs", join(package.folder(), name));
            (format!("#[path = \"{file}\"]\nmod {name};\n\n"), name.clone())
        };
        let mut imports = [
            format!("use {}::Response;\n", package.runtime()),
            format!("use {}::{name}::{module}::{{Error, OutOfStock}};\n", package.library_name()),
        ];
        // As rustfmt does.
        imports.sort();
        let fill = |text: &str| {
            text.replace("{{id}}", id)
                .replace("{{import}}", &import)
                .replace("{{path}}", &path)
                .replace("{{module}}", &module)
                .replace("{{imports}}", &imports.concat())
        };
        self.create("tests/error_codes.rs", fill(include_str!("templates/test.rs")));
        if package.is_new && package.is_library {
            self.create("src/main.rs", fill(include_str!("templates/main.rs")));
        }
    }

    /// Adds what the repository needs.
    fn repository(&mut self, place: &Place) -> Result<(), Failure> {
        let generated = match &place.errors {
            Some(errors) if !self.in_build_script => {
                format!("/{errors}/** text eol=lf linguist-generated=true\n")
            }
            _ => String::new(),
        };
        let attributes = include_str!("templates/gitattributes")
            .replace("{{generated}}", &generated)
            .replace("/catalogs/", &format!("/{}/", place.catalogs));
        match read(".gitattributes")? {
            None => self.create(".gitattributes", attributes),
            Some(text) => {
                let is_missing =
                    |line: &&str| !line.starts_with('#') && !text.lines().any(|old| old == *line);
                let lines: Vec<&str> = attributes.lines().filter(is_missing).collect();
                if !lines.is_empty() {
                    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
                    let newline = if text.is_empty() || text.ends_with('\n') { "" } else { end };
                    let added = lines.join(end);
                    let about = count(lines.len(), "line", "lines");
                    self.edit(".gitattributes", &text, format!("{text}{newline}{added}{end}"), &about);
                }
            }
        }
        let workflow = ".github/workflows/errcat.yml";
        match outer_repository()? {
            None => self.create(workflow, include_str!("templates/workflow.yml").to_owned()),
            Some(root) => self.notes.push(format!(
                "run `errcat check` and `errcat gen --check` in the CI of the repository {root}"
            )),
        }
        Ok(())
    }

    /// Creates a file if there is none.
    fn create(&mut self, path: &str, text: String) {
        if !Path::new(path).exists() {
            self.files.push((path.to_owned(), text));
        }
    }

    fn edit(&mut self, path: &str, old: &str, new: String, about: &str) {
        self.edits.push(Edit { path: path.to_owned(), old: old.to_owned(), new, about: about.to_owned() });
    }
}

impl Place {
    fn of(package: &Package) -> Result<Self, Failure> {
        let has_settings = Path::new(SETTINGS).is_file();
        let (mut catalogs, mut errors) = ("catalogs".to_owned(), None);
        if has_settings {
            let Ok(project) = library::project(Format::Human)? else {
                return Err(Failure::new(SETTINGS, "the file has mistakes; `errcat check` shows them"));
            };
            catalogs.clone_from(&project.settings.catalogs);
            errors = project.path_of("rust");
        }
        let module = match &errors {
            Some(path) => path.rsplit('/').next().unwrap_or_default().to_owned(),
            None => free_module(package),
        };
        if !has_settings {
            errors = Some(join(package.folder(), &module));
        }
        let id = if has_catalogs(Path::new(&catalogs)) { None } else { Some(names::catalog(package.name())) };
        Ok(Self { catalogs, id, errors, module, has_settings })
    }
}

/// Returns a name that no module of the package has.
fn free_module(package: &Package) -> String {
    let is_free = |name: &&&str| {
        let path = join(package.folder(), name);
        let exists = Path::new(&path).exists() || Path::new(&format!("{path}.rs")).exists();
        let included = package.root_text.contains("/errcat.rs\"");
        included || (!exists && !root::declares(&package.root_text, name))
    };
    let names = ["errors", "error_codes", "errcat_codes"];
    (*names.iter().find(is_free).unwrap_or(&"generated_error_codes")).to_owned()
}

/// Returns the path of the repository that contains the package, unless the package is its root.
fn outer_repository() -> Result<Option<String>, Failure> {
    let current = std::env::current_dir().map_err(|error| Failure::new(".", error))?;
    let above = current.ancestors().position(|folder| folder.join(".git").exists());
    Ok(above.filter(|above| *above > 0).map(|above| vec![".."; above].join("/")))
}

fn has_catalogs(folder: &Path) -> bool {
    let is_yaml =
        |path: &Path| path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    let Ok(entries) = std::fs::read_dir(folder) else { return folder.is_file() };
    entries.flatten().any(|entry| is_yaml(&entry.path()) || entry.path().join("catalog.yaml").is_file())
}

/// Returns the first code of the catalogs, if they can be read.
fn first_code(catalogs: &str) -> Result<Option<String>, Failure> {
    let Found { sources, .. } = find(Path::new(""), &[catalogs.into()])?;
    Ok(code_in(&sources))
}

fn code_in(sources: &Sources) -> Option<String> {
    let compiled = errcat_build::unstable::analyze(sources);
    let code = compiled.model.catalogs.first()?.errors.first()?.code.value.clone();
    let is_plain = code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    is_plain.then_some(code)
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
