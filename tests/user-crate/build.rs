fn main() { errcat_build::compile("catalogs"); }
