//! Types without values, so that generated code has the same names without an allocator.

use core::convert::Infallible;
use core::marker::PhantomData;

/// There are no error values without an allocator.
#[derive(Clone, Debug, PartialEq)]
pub struct Error<C>(Infallible, PhantomData<C>);

/// There are no problem details without an allocator.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem<C>(Infallible, PhantomData<C>);

/// There are no received errors without an allocator.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiError<C>(Infallible, PhantomData<C>);

/// There are no values of parameters without an allocator.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitive<T>(Infallible, PhantomData<T>);

/// The types of the crate `alloc` that parameters have.
pub mod alloc {
    /// Texts.
    pub mod string {
        /// There are no texts without an allocator.
        #[derive(Clone, Debug, PartialEq)]
        pub struct String(core::convert::Infallible);
    }

    /// Lists.
    pub mod vec {
        /// There are no lists without an allocator.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Vec<T>(core::convert::Infallible, core::marker::PhantomData<T>);
    }
}
