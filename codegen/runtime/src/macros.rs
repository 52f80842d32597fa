//! Macros that generated code calls instead of asking for features.
//!
//! `cfg(feature)` in generated code would refer to the features of the crate that includes it.

mod families;
mod traits;

/// Keeps the items if the feature `alloc` is on.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => { $($items)* };
}

/// Drops the items, because the feature `alloc` is off.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_alloc {
    ($($items:tt)*) => {};
}

/// There are no error values without an allocator.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __error {
    ($code:ident) => {};
}

/// Returns a reference to a constant list.
///
/// rustc checks every element of a constant list, and searches the variants of an enum for each of
/// them. `&[…]` makes two constants, the list and the reference. A value returned in one branch of
/// several does not become a constant of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! list {
    ($($items:tt)*) => { if true { &$crate::table::list([$($items)*]) } else { &[] } };
}

/// Defines the tables of an enum `Code` from one row per code: `Variant CONSTANT "Variant" 7 "code"
/// 4 (texts) (numbers);`.
///
/// Each text is followed by its length, which the compiler checks. Computing lengths, patterns with
/// optional parts, or a macro per cell would take the compiler many times as long.
#[doc(hidden)]
#[macro_export]
macro_rules! rows {
    (
        [$($columns:tt)*] [$($counts:tt)*]
        aliases [$($alias:literal $alias_len:literal)*] more $more:literal $more_len:literal
        $(constants { $($(#[$attribute:meta])* $name:ident = $of:ident;)* })?;
        $($code:ident $constant:ident $ident:literal $ident_len:literal $text:literal $len:literal $texts:tt $numbers:tt;)*
    ) => {
        #[allow(deprecated, reason = "deprecated codes still arrive")]
        impl Code {
            /// Every code, in published order.
            pub const ALL: &'static [Self] = $crate::list![$(Code::$code),*];
        }

        /// Names of the codes as in SDKs of other languages.
        #[allow(deprecated, unused_imports, reason = "the list contains every code")]
        pub mod codes {
            // rustc would search a whole list for every unused name in it.
            $(pub use super::Code::$code as $constant;)*
            $($($(#[$attribute])* pub const $name: super::Code = super::Code::$of;)*)?
        }

        $crate::text_column! { IDENTS [] "" 0 $($ident $ident_len)* }
        $crate::text_column! { CODES [$($alias $alias_len)*] $more $more_len $($text $len)* }
        $crate::text_columns! { [$($columns)*] $($texts)* }
        $crate::number_columns! { [$($counts)*] $($numbers)* }
    };
}

/// Defines a column of texts.
#[doc(hidden)]
#[macro_export]
macro_rules! text_column {
    ($column:ident [$($last:literal $last_len:literal)*] $more:literal $more_len:literal $($text:literal $len:literal)*) => {
        static $column: $crate::table::Texts = {
            const BLOB: &str = ::core::concat!($($text,)* $($last,)* $more);
            $crate::table::Texts::new(
                BLOB,
                &const { $crate::table::ends(BLOB, $more_len, [0, $($len,)* $($last_len),*]) },
            )
        };
    };
}

/// Defines the columns of texts that only some catalogs have.
#[doc(hidden)]
#[macro_export]
macro_rules! text_columns {
    ([] $(())*) => {};
    ([$a:ident] $(($at:literal $al:literal))*) => {
        $crate::text_column! { $a [] "" 0 $($at $al)* }
    };
    ([$a:ident $b:ident] $(($at:literal $al:literal $bt:literal $bl:literal))*) => {
        $crate::text_column! { $a [] "" 0 $($at $al)* }
        $crate::text_column! { $b [] "" 0 $($bt $bl)* }
    };
    ([$a:ident $b:ident $c:ident] $(($at:literal $al:literal $bt:literal $bl:literal $ct:literal $cl:literal))*) => {
        $crate::text_column! { $a [] "" 0 $($at $al)* }
        $crate::text_column! { $b [] "" 0 $($bt $bl)* }
        $crate::text_column! { $c [] "" 0 $($ct $cl)* }
    };
}

/// Defines the columns of numbers that only some catalogs have.
#[doc(hidden)]
#[macro_export]
macro_rules! number_columns {
    ([] $(())*) => {};
    ([$a:ident: $at:ident] $(($an:literal))*) => {
        static $a: [$at; Code::ALL.len()] = [$($an),*];
    };
    ([$a:ident: $at:ident, $b:ident: $bt:ident] $(($an:literal $bn:literal))*) => {
        static $a: [$at; Code::ALL.len()] = [$($an),*];
        static $b: [$bt; Code::ALL.len()] = [$($bn),*];
    };
    ([$a:ident: $at:ident, $b:ident: $bt:ident, $c:ident: $ct:ident] $(($an:literal $bn:literal $cn:literal))*) => {
        static $a: [$at; Code::ALL.len()] = [$($an),*];
        static $b: [$bt; Code::ALL.len()] = [$($bn),*];
        static $c: [$ct; Code::ALL.len()] = [$($cn),*];
    };
}
