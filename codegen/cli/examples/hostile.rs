//! Writes a project with a catalog of hostile texts and codes, one with these texts as translations, and what it contains as
//! `expected.json`. The tests of outputs use it.
//!
//! usage: cargo run -p errcat-cli --example hostile -- FOLDER

#[path = "../../../tests/hostile/mod.rs"]
#[expect(dead_code, reason = "other tests write a program with these texts")]
mod hostile;

use std::path::Path;
use std::{env, fs, io};

use errcat_build::unstable::text::quote::double_quoted;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or_else(|| io::Error::other("usage: hostile FOLDER"))?;
    let folder = Path::new(&folder);
    let errors = hostile::errors();
    let expected = errors.iter().map(|(code, [message, description])| {
        let [code, message, description] = [code, message, description].map(|text| double_quoted(text));
        format!("{{\"code\":{code},\"message\":{message},\"description\":{description}}}")
    });
    let expected = expected.collect::<Vec<_>>().join(",\n");
    fs::create_dir_all(folder.join("catalogs"))?;
    fs::write(folder.join("catalogs/hostile.yaml"), hostile::catalog(&errors))?;
    for (path, text) in hostile::translated(&errors) {
        let path = folder.join("catalogs").join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)?;
    }
    fs::write(folder.join("expected.json"), format!("[{expected}]\n"))
}
