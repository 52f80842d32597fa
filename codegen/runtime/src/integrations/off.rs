//! The macros of the integrations that are switched off: they give nothing.

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    ($code:ident) => {};
}
