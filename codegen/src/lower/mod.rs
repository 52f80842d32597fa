//! Lowers the syntax tree to the model: resolves defaults, references, templates and names, and
//! reports mistakes that make a model unsound.

mod carried;
mod catalog;
mod classes;
mod codes;
mod derive;
mod envelope;
mod error;
mod extensions;
mod facts;
mod families;
mod formerly;
mod idents;
mod internal;
mod locales;
mod marks;
mod names;
mod params;
mod parents;
mod references;
pub mod report;
mod status;
mod template;

use crate::diag::Findings;
use crate::model::Model;
use crate::source::Sources;
use crate::syntax::ast;
use crate::text::case;

/// Lowers catalogs to the model. Mistakes are reported, and the model contains the best guess.
#[must_use]
pub fn lower(sources: &Sources, catalogs: &[ast::Catalog], findings: &mut Findings) -> Model {
    let mut model = Model::default();
    for catalog in catalogs {
        model.catalogs.push(catalog::lower(sources, catalog, findings));
    }
    let modules = model.catalogs.iter().map(|catalog| names::Named {
        name: catalog.module.as_str(),
        place: catalog.place,
        subject: &catalog.id,
    });
    let modules: Vec<names::Named<'_>> = modules.collect();
    findings.extend(names::collisions(&modules, "the Rust module", "rename one of the two"));
    model
}

/// Names that have another meaning inside a generated module.
const TAKEN: [&str; 10] = ["bool", "i64", "lib", "lookup", "runtime", "str", "u16", "u32", "u8", "usize"];

/// The module of constants, which is beside the modules of families.
const CONSTANTS: &str = "codes";

/// Returns the module name of a catalog.
fn module_name(id: &str) -> String {
    let snake = case::snake(id);
    let taken = names::is_keyword(&snake) || TAKEN.contains(&snake.as_str());
    if taken { format!("{snake}_") } else { snake }
}

/// Returns the module name of a family.
fn family_module_name(id: &str) -> String {
    let name = module_name(id);
    if name == CONSTANTS { format!("{name}_") } else { name }
}
