//! Changes catalogs in place: only the bytes that a change is about differ afterwards.
