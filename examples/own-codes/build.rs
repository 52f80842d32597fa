//! Generates the codes of the folder `more`. Those of `catalogs` are a committed module.

fn main() {
    errcat_build::compile("more");
}
