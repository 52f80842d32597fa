//! Macros that generated code calls instead of asking for features.
//!
//! `cfg(feature)` in generated code would refer to the features of the crate that includes it.

#[cfg(feature = "alloc")]
mod error_type;
mod families;
mod traits;
mod translations;

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

/// Tests, in the crate that includes the generated code, that its masks hide.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! test_masks {
    () => {
        #[cfg(test)]
        mod masks {
            #[test]
            fn hide_what_they_mask() {
                $crate::assert_masks_hide::<super::Code>();
            }
        }
    };
}

/// There are no responses without an allocator.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! test_masks {
    () => {};
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

/// Defines the tables of an enum `Code` from one row per code: `Variant "Variant" 7 "code" 4 (texts)
/// (numbers);`.
///
/// All tables are constants of the enum. Names in the module would be unknown if the crate is
/// missing, and rustc would report each of them.
///
/// Each text is followed by its length, which the compiler checks. Computing lengths, patterns with
/// optional parts, or a macro per cell would take the compiler many times as long.
#[doc(hidden)]
#[macro_export]
macro_rules! rows {
    (
        [$($columns:tt)*] [$($counts:tt)*]
        aliases [$($alias:literal $alias_len:literal)*] more $more:literal $more_len:literal;
        $($code:ident $ident:literal $ident_len:literal $text:literal $len:literal $texts:tt $numbers:tt;)*
    ) => {
        #[allow(deprecated, reason = "deprecated codes still arrive")]
        impl Code {
            /// Every code, in published order.
            pub const ALL: &'static [Self] = $crate::list![$(Code::$code),*];

            const IDENTS: &'static $crate::table::Texts = $crate::texts! { [] "" 0 $($ident $ident_len)* };
            const CODES: &'static $crate::table::Texts = $crate::texts! {
                [$($alias $alias_len)*] $more $more_len $($text $len)*
            };
            $crate::text_columns! { [$($columns)*] $($texts)* }
            $crate::number_columns! { [$($counts)*] $($numbers)* }
        }
    };
}

/// Returns a reference to a column of texts.
#[doc(hidden)]
#[macro_export]
macro_rules! texts {
    ([$($last:literal $last_len:literal)*] $more:literal $more_len:literal $($text:literal $len:literal)*) => {{
        static TEXTS: $crate::table::Texts = {
            const BLOB: &str = ::core::concat!($($text,)* $($last,)* $more);
            $crate::table::Texts::new(
                BLOB,
                &const { $crate::table::ends(BLOB, $more_len, [0, $($len,)* $($last_len),*]) },
            )
        };
        &TEXTS
    }};
}

/// Defines a column of texts that only some catalogs have.
#[doc(hidden)]
#[macro_export]
macro_rules! text_column {
    ($column:ident $($text:literal $len:literal)*) => {
        const $column: &'static $crate::table::Texts = $crate::texts! { [] "" 0 $($text $len)* };
    };
}

/// Defines a column of numbers that only some catalogs have.
#[doc(hidden)]
#[macro_export]
macro_rules! number_column {
    ($column:ident: $ty:ident $($number:literal)*) => {
        const $column: &'static [$ty; Code::ALL.len()] = {
            static NUMBERS: [$ty; Code::ALL.len()] = [$($number),*];
            &NUMBERS
        };
    };
}

/// Defines a column that is computed from others, with one number per code.
#[doc(hidden)]
#[macro_export]
macro_rules! column {
    ($column:ident: $ty:ident = $numbers:expr) => {
        impl Code {
            const $column: &'static [$ty; Code::ALL.len()] = {
                static NUMBERS: [$ty; Code::ALL.len()] = $numbers;
                &NUMBERS
            };
        }
    };
}

/// Defines the columns of texts that only some catalogs have.
#[doc(hidden)]
#[macro_export]
macro_rules! text_columns {
    ([] $(())*) => {};
    ([$a:ident] $(($at:literal $al:literal))*) => {
        $crate::text_column! { $a $($at $al)* }
    };
    ([$a:ident $b:ident] $(($at:literal $al:literal $bt:literal $bl:literal))*) => {
        $crate::text_column! { $a $($at $al)* }
        $crate::text_column! { $b $($bt $bl)* }
    };
    ([$a:ident $b:ident $c:ident] $(($at:literal $al:literal $bt:literal $bl:literal $ct:literal $cl:literal))*) => {
        $crate::text_column! { $a $($at $al)* }
        $crate::text_column! { $b $($bt $bl)* }
        $crate::text_column! { $c $($ct $cl)* }
    };
}

/// Defines the columns of numbers that only some catalogs have.
#[doc(hidden)]
#[macro_export]
macro_rules! number_columns {
    ([] $(())*) => {};
    ([$a:ident: $at:ident] $(($an:literal))*) => {
        $crate::number_column! { $a: $at $($an)* }
    };
    ([$a:ident: $at:ident, $b:ident: $bt:ident] $(($an:literal $bn:literal))*) => {
        $crate::number_column! { $a: $at $($an)* }
        $crate::number_column! { $b: $bt $($bn)* }
    };
    ([$a:ident: $at:ident, $b:ident: $bt:ident, $c:ident: $ct:ident] $(($an:literal $bn:literal $cn:literal))*) => {
        $crate::number_column! { $a: $at $($an)* }
        $crate::number_column! { $b: $bt $($bn)* }
        $crate::number_column! { $c: $ct $($cn)* }
    };
}
