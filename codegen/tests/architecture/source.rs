//! The source files of a package, and the paths that their code contains.
//!
//! Sources are parsed as tokens, so that comments and texts are ignored.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A source file.
pub(crate) struct File {
    /// The path below `src`.
    pub(crate) path: String,
    pub(crate) text: String,
    /// The module, such as `["text", "quote"]`, which is empty for the root.
    module: Vec<String>,
    /// The paths in the code, which are absolute within the package. Re-exports are not included.
    paths: Vec<Vec<String>>,
    /// The re-exported paths.
    exports: Vec<Vec<String>>,
}

impl File {
    /// Returns the top-level module of the file.
    pub(crate) fn top(&self) -> &str {
        self.path.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// Whether the code contains this path or a path below it.
    pub(crate) fn names(&self, path: &[&str]) -> bool {
        self.paths
            .iter()
            .any(|known| known.len() >= path.len() && known.iter().zip(path).all(|(a, b)| a == b))
    }

    /// Iterates over the top-level modules in the code.
    pub(crate) fn imports(&self) -> impl Iterator<Item = &str> {
        let in_crate = self.paths.iter().filter(|path| path[0] == "crate");
        in_crate.filter_map(|path| path.get(1)).map(String::as_str)
    }
}

/// Returns every file below a folder `src`, sorted by path.
pub(crate) fn files(src: &Path) -> Vec<File> {
    let mut paths = Vec::new();
    collect(src, &mut paths);
    paths.sort();
    let mut files: Vec<File> = paths.iter().map(|path| file(src, path)).collect();
    let modules: BTreeSet<Vec<String>> = files.iter().map(|file| file.module.clone()).collect();
    let mut exports = BTreeMap::new();
    for file in &mut files {
        for path in file.paths.iter_mut().chain(&mut file.exports) {
            resolve(path, &file.module, &modules);
        }
        for target in &file.exports {
            let name = target.last().cloned();
            exports.insert(file.module.iter().cloned().chain(name).collect::<Vec<_>>(), target.clone());
        }
    }
    for path in files.iter_mut().flat_map(|file| &mut file.paths) {
        // Follow re-exports of re-exports, too.
        for _ in 0..3 {
            follow(path, &exports);
        }
    }
    files
}

/// Replaces the re-exported name at the start of a path by its target.
fn follow(path: &mut Vec<String>, exports: &BTreeMap<Vec<String>, Vec<String>>) {
    if path[0] != "crate" {
        return;
    }
    let found = (2..=path.len()).find_map(|length| Some((length, exports.get(&path[1..length])?)));
    if let Some((length, target)) = found {
        *path = [target, &path[length..]].concat();
    }
}

/// Returns the indexes of the files that each file refers to.
pub(crate) fn uses(files: &[File]) -> Vec<BTreeSet<usize>> {
    let modules: BTreeMap<&[String], usize> =
        files.iter().enumerate().map(|(index, file)| (file.module.as_slice(), index)).collect();
    let target = |path: &Vec<String>| {
        let inside = path.strip_prefix(&["crate".to_owned()][..])?;
        (1..=inside.len()).rev().find_map(|length| modules.get(&inside[..length]).copied())
    };
    let of = |(index, file): (usize, &File)| {
        file.paths.iter().filter_map(target).filter(|other| *other != index).collect()
    };
    files.iter().enumerate().map(of).collect()
}

/// Returns the paths of files that import each other in cycles, and of those between cycles. The
/// root of a module (`mod.rs`, `lib.rs`) is not included, because it declares and exports its
/// files.
pub(crate) fn circles(files: &[File]) -> Vec<&str> {
    let uses = uses(files);
    let is_root = |file: &File| ["mod.rs", "lib.rs", "main.rs"].iter().any(|name| file.path.ends_with(name));
    let mut left: BTreeSet<usize> = (0..files.len()).filter(|index| !is_root(&files[*index])).collect();
    loop {
        let is_used = |index: &usize| left.iter().any(|other| uses[*other].contains(index));
        let uses_some = |index: &usize| uses[*index].iter().any(|other| left.contains(other));
        let next: BTreeSet<usize> =
            left.iter().copied().filter(|index| is_used(index) && uses_some(index)).collect();
        if next.len() == left.len() {
            return left.iter().map(|index| files[*index].path.as_str()).collect();
        }
        left = next;
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

fn file(src: &Path, path: &Path) -> File {
    let text = fs::read_to_string(path).unwrap();
    let path = path.strip_prefix(src).unwrap().to_str().unwrap().replace('\\', "/");
    let module = match path.trim_end_matches(".rs") {
        "lib" | "main" => Vec::new(),
        module => module.trim_end_matches("/mod").split('/').map(str::to_owned).collect(),
    };
    let mut paths = Vec::new();
    let mut exports = Vec::new();
    find_paths(code(&text), &[], &mut paths, &mut exports);
    File { path, text, module, paths, exports }
}

pub(crate) fn code(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

/// Collects every `a::b::c` of the code, and expands `a::{b, c::d}`. Re-exports (`pub use`) are
/// collected separately.
fn find_paths(
    tokens: TokenStream,
    before: &[String],
    found: &mut Vec<Vec<String>>,
    exports: &mut Vec<Vec<String>>,
) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut path: Vec<String> = Vec::new();
    let mut colons = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((word, end)) = re_export(&tokens, at) {
            let exported = tokens[word..end].iter().cloned().collect();
            find_paths(exported, &[], exports, &mut Vec::new());
            at = end;
            continue;
        }
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 && !path.is_empty() {
                    found.push([before, &path[..]].concat());
                    path.clear();
                }
                path.push(ident.to_string());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            TokenTree::Group(group) => {
                // After `::`, the braces of an import list continue the path. In any other group, a
                // new path starts.
                let inside = if colons == 2 { [before, &path[..]].concat() } else { Vec::new() };
                find_paths(group.stream(), &inside, found, exports);
                if !path.is_empty() {
                    found.push([before, &path[..]].concat());
                }
                path.clear();
                colons = 0;
            }
            _ => {
                if !path.is_empty() {
                    found.push([before, &path[..]].concat());
                }
                path.clear();
                colons = 0;
            }
        }
        at += 1;
    }
    if !path.is_empty() {
        found.push([before, &path[..]].concat());
    }
}

/// Returns the range of the paths of a re-export at `at`.
fn re_export(tokens: &[TokenTree], at: usize) -> Option<(usize, usize)> {
    let is = |at: usize, word: &str| matches!(tokens.get(at), Some(TokenTree::Ident(ident)) if ident == word);
    let is_group = |at: usize| matches!(tokens.get(at), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
    let word = if is_group(at + 1) { at + 2 } else { at + 1 };
    if !is(at, "pub") || !is(word, "use") {
        return None;
    }
    let ends = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
    tokens[at..].iter().position(ends).map(|length| (word + 1, at + length + 1))
}

/// Makes a path that starts with `super`, `self` or a submodule absolute.
fn resolve(path: &mut Vec<String>, module: &[String], modules: &BTreeSet<Vec<String>>) {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let own = usize::from(ups == 0 && path[0] == "self");
    let is_child = path.len() > 1 && modules.contains(&[module, &path[..1]].concat());
    if ups == 0 && own == 0 && !is_child {
        return;
    }
    assert!(ups <= module.len(), "`super` leads out of the crate");
    let rest = path.split_off(ups + own);
    let kept = &module[..module.len() - ups];
    *path = std::iter::once("crate".to_owned()).chain(kept.iter().cloned()).chain(rest).collect();
}
