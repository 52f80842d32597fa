//! Modules, and their layout in one file, or in one file per module.

use super::origin::header;
use super::pretty::push_indented;
use crate::tree::Tree;

/// The text of a module and its submodules.
pub(super) struct Module {
    pub(super) name: String,
    /// The doc comment and attributes of the module.
    pub(super) head: String,
    /// `pub`, or empty for a private module.
    pub(super) public: bool,
    /// The catalog file of the module, if it differs from that of its parent.
    pub(super) origin: Option<String>,
    /// The items of the module.
    pub(super) items: Vec<String>,
    pub(super) modules: Vec<Module>,
}

/// Appends a module and its submodules, nested in the braces of their parent.
pub(super) fn nest(module: &Module, indent: &str, text: &mut String) {
    push_indented(&module.head, indent, text);
    let visibility = if module.public { "pub " } else { "" };
    text.push_str(&format!("{indent}{visibility}mod {} {{\n", module.name));
    let inner = format!("{indent}    ");
    let mut first = true;
    let mut separate = |text: &mut String| {
        if !std::mem::take(&mut first) {
            text.push('\n');
        }
    };
    for item in &module.items {
        separate(text);
        push_indented(item, &inner, text);
    }
    for child in &module.modules {
        separate(text);
        nest(child, &inner, text);
    }
    text.push_str(indent);
    text.push_str("}\n");
}

/// Adds the file of a module and those of its submodules to `tree`.
pub(super) fn files(module: &Module, origin: &str, folder: &str, tree: &mut Tree) {
    let origin = module.origin.as_deref().unwrap_or(origin);
    let header = header(origin);
    let declared: Vec<String> = module.modules.iter().map(declaration).collect();
    let mut parts = module.items.clone();
    if !declared.is_empty() {
        // The import of the runtime is above everything that needs it, or rustc reports it again.
        parts.insert(1.min(parts.len()), declared.concat());
    }
    let text = format!("{header}\n{}", parts.join("\n"));
    tree.insert(format!("{folder}{}.rs", module.name), text);
    for child in &module.modules {
        files(child, origin, &format!("{folder}{}/", module.name), tree);
    }
}

/// Returns `mod name;`.
fn declaration(module: &Module) -> String {
    let visibility = if module.public { "pub " } else { "" };
    format!("{}{visibility}mod {};\n", module.head, module.name)
}
