//! Modules as files: all in one, or one file a module.

use super::module::Module;
use crate::tree::Tree;

/// A module and all below it as one text, to stand inside the braces of its parent.
pub(super) fn nested(module: &Module, indent: &str) -> String {
    let mut text = indented(&module.head, indent);
    let visibility = if module.public { "pub " } else { "" };
    text.push_str(&format!("{indent}{visibility}mod {} {{\n", module.name));
    let inner = format!("{indent}    ");
    let mut parts: Vec<String> = module.items.iter().map(|item| indented(item, &inner)).collect();
    parts.extend(module.modules.iter().map(|child| nested(child, &inner)));
    text.push_str(&parts.join("\n"));
    text.push_str(&format!("{indent}}}\n"));
    text
}

/// A module's file, and those of the modules below it, into `tree`.
pub(super) fn files(module: &Module, header: &str, folder: &str, tree: &mut Tree) {
    let declared: Vec<String> = module.modules.iter().map(declaration).collect();
    let mut parts = Vec::new();
    if !declared.is_empty() {
        parts.push(declared.concat());
    }
    parts.extend(module.items.iter().cloned());
    let text = format!("{header}\n{}", parts.join("\n"));
    tree.insert(format!("{folder}{}.rs", module.name), text);
    for child in &module.modules {
        files(child, header, &format!("{folder}{}/", module.name), tree);
    }
}

/// `mod name;`
fn declaration(module: &Module) -> String {
    let visibility = if module.public { "pub " } else { "" };
    format!("{}{visibility}mod {};\n", module.head, module.name)
}

/// The text with every line that is not empty moved to the right. Lines inside long literals may move: white space at
/// their beginning means nothing.
pub(super) fn indented(text: &str, indent: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("{indent}{line}") })
        .collect()
}
