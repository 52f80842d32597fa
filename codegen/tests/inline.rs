//! Tests that every function of the runtime is generic or `#[inline]`, so that programs compile
//! only what they call.
#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::fs;
use std::path::{Path, PathBuf};

use syn::punctuated::Punctuated;
use syn::{Attribute, FnArg, GenericParam, Generics, ImplItem, Item, Signature, Type};

/// A function that every program with codes calls. It is compiled once, with the runtime.
const COMPILED: [&str; 1] = ["unknown.rs: new"];

#[test]
fn every_function_of_the_runtime_is_inline() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src");
    if !root.exists() {
        return;
    }
    let (mut seen, mut missing) = (0, Vec::new());
    for path in files(&root) {
        let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
        let mut check = |attributes: &[Attribute], signature: &Signature| {
            seen += 1;
            if !is_generic(&signature.generics, signature)
                && !attributes.iter().any(|known| known.path().is_ident("inline"))
            {
                let file = path.strip_prefix(&root).unwrap().display();
                missing.push(format!("{file}: {}", signature.ident));
            }
        };
        for item in &file.items {
            match item {
                Item::Fn(function) => check(&function.attrs, &function.sig),
                Item::Impl(block) if !has_types(&block.generics) => {
                    for item in &block.items {
                        if let ImplItem::Fn(function) = item {
                            check(&function.attrs, &function.sig);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    assert!(seen > 300, "only {seen} functions were seen");
    missing.sort();
    assert_eq!(missing, COMPILED, "what stands left is without #[inline]");
}

/// Whether a function is generic, so that it is compiled where it is called.
fn is_generic(generics: &Generics, signature: &Signature) -> bool {
    let any =
        |argument: &FnArg| matches!(argument, FnArg::Typed(typed) if matches!(*typed.ty, Type::ImplTrait(_)));
    has_types(generics) || signature.inputs.iter().any(any)
}

fn has_types(generics: &Generics) -> bool {
    let params: &Punctuated<GenericParam, _> = &generics.params;
    params.iter().any(|param| !matches!(param, GenericParam::Lifetime(_)))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}
