fn main() { errcat_codegen::build("catalogs"); }
