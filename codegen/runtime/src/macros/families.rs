//! The methods and traits of an enum over families.

/// Implements the enum `Code` over families, each of which has its own enum. Its methods return what
/// the code of the family says.
#[doc(hidden)]
#[macro_export]
macro_rules! families {
    (
        $catalog:literal [$($variant:ident $module:ident)*] $([$parents:ident])?
        $($(#[$doc:meta])* $method:ident -> $type:ty;)*
    ) => {
        impl Code {
            /// The id of the catalog.
            pub const CATALOG: &'static str = $catalog;

            $crate::families! { @each [$($variant)*]
                /// Returns the code as it is sent.
                code -> &'static str;
                /// Returns the published name, if any.
                name -> ::core::option::Option<&'static str>;
                /// Returns the name of the variant in the enum of its family.
                ident -> &'static str;
                /// Returns the message of the error.
                message -> ::core::option::Option<&'static str>;
                /// Returns a description of the error for documentation.
                description -> ::core::option::Option<&'static str>;
                /// Returns the retry advice, if known.
                retry -> ::core::option::Option<$crate::Retry>;
                /// Returns less common facts: exit code, tags, help, links, life cycle.
                info -> &'static $crate::Info;
                /// Returns `true` if the code stands for an error, rather than a success, a note or
                /// a warning.
                is_error -> bool;
                $($(#[$doc])* $method -> $type;)*
            }

            /// Returns the family of the code.
            #[must_use]
            #[inline]
            pub const fn family(self) -> Family {
                match self { $(Self::$variant(_) => Family::$variant,)* }
            }

            /// Returns the code to show to outsiders: the mask of the code, or the code itself if
            /// it has none.
            #[must_use]
            #[inline]
            pub const fn public(self) -> Self {
                match self { $(Self::$variant(code) => Self::$variant(code.public()),)* }
            }

            /// Returns the more general code that this one refines, if any.
            #[must_use]
            #[inline]
            pub const fn parent(self) -> ::core::option::Option<Self> {
                $crate::families! { @parent self [$($parents)?] [$($variant)*] }
            }

            /// Returns `true` if this is `other`, or refines it directly or through other codes.
            #[must_use]
            #[inline]
            pub const fn is_a(self, other: Self) -> bool {
                let mut code = self;
                loop {
                    if code.index() == other.index() {
                        return true;
                    }
                    match code.parent() {
                        ::core::option::Option::Some(parent) => code = parent,
                        ::core::option::Option::None => return false,
                    }
                }
            }

            /// Returns the place of the code in `ALL`.
            #[inline]
            const fn index(self) -> usize {
                match self {
                    $(Self::$variant(code) => Family::STARTS[Family::$variant as usize] + code.index(),)*
                }
            }

            /// Returns every code with exactly this text that outsiders may see, in published order.
            #[must_use]
            #[inline]
            pub const fn candidates(code: &str) -> Candidates {
                let _ = code;
                Candidates::new([$(
                    match $module::Code::from_code(code) {
                        ::core::option::Option::Some(code) if !code.info().internal => {
                            ::core::option::Option::Some(Self::$variant(code))
                        }
                        _ => ::core::option::Option::None,
                    },
                )*])
            }

            /// Returns every error with this code, in published order: usually one, and none if the
            /// code is unknown or several families have it.
            #[must_use]
            #[inline]
            pub const fn variants_of(code: &str) -> &'static [Self] {
                let ::core::option::Option::Some(found) = Self::from_code(code) else { return &[] };
                let start = found.index();
                let mut end = start + 1;
                while end < Self::ALL.len()
                    && $crate::table::is_equal(Self::ALL[end].code(), found.code())
                    && $crate::table::is_equal(Self::ALL[end].family().id(), found.family().id())
                {
                    end += 1;
                }
                $crate::table::part(Self::ALL, start, end - start)
            }

            /// Returns the code with exactly this text if only one family has it. An ambiguous text
            /// is never guessed.
            #[must_use]
            #[inline]
            pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
                lookup::find(code)
            }
        }

        impl $crate::Families for Code {
            type Found = [::core::option::Option<Self>; Family::ALL.len()];
        }

        $(
            impl ::core::convert::From<$module::Code> for Code {
                #[inline]
                fn from(code: $module::Code) -> Self {
                    Self::$variant(code)
                }
            }
        )*

        impl ::core::str::FromStr for Code {
            type Err = $crate::UnknownCode;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                match Self::from_code(text) {
                    ::core::option::Option::Some(code) => ::core::result::Result::Ok(code),
                    ::core::option::Option::None if Self::candidates(text).is_empty() => {
                        ::core::result::Result::Err($crate::UnknownCode::new($catalog, text))
                    }
                    ::core::option::Option::None => {
                        ::core::result::Result::Err($crate::UnknownCode::ambiguous($catalog, text))
                    }
                }
            }
        }
    };
    (@parent $code:ident [] $variants:tt) => {{
        let _ = $code;
        ::core::option::Option::None
    }};
    (@parent $code:ident [parents] [$($variant:ident)*]) => {
        match $code {$(
            Self::$variant(code) => match code.parent() {
                ::core::option::Option::Some(parent) => ::core::option::Option::Some(Self::$variant(parent)),
                ::core::option::Option::None => ::core::option::Option::None,
            },
        )*}
    };
    (@each $variants:tt $($(#[$doc:meta])* $method:ident -> $type:ty;)*) => {
        $($crate::families! { @method $variants $(#[$doc])* $method -> $type })*
    };
    (@method [$($variant:ident)*] $(#[$doc:meta])* $method:ident -> $type:ty) => {
        $(#[$doc])*
        #[must_use]
        #[inline]
        pub const fn $method(self) -> $type {
            match self { $(Self::$variant(code) => code.$method(),)* }
        }
    };
}
