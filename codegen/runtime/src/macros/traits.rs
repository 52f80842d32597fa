//! The traits that every generated enum of codes implements.

/// Implements the traits of an enum `Code`, of one family or of a whole catalog.
///
/// `unknown` is the name of the catalog or family in [`UnknownCode`](crate::UnknownCode).
#[doc(hidden)]
#[macro_export]
macro_rules! code_traits {
    ($unknown:literal, $($facts:tt)*) => {
        impl Code {
            /// Returns every error with this code, in published order: usually one, and none if the
            /// code is unknown.
            #[must_use]
            #[inline]
            pub const fn variants_of(code: &str) -> &'static [Self] {
                match Self::from_code(code) {
                    ::core::option::Option::Some(code) => {
                        $crate::table::same_texts(Self::CODES, code.index(), Self::ALL)
                    }
                    ::core::option::Option::None => &[],
                }
            }
        }

        impl ::core::fmt::Debug for Code {
            // A derived `Debug` would take quadratic time to compile.
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.ident())
            }
        }

        impl ::core::str::FromStr for Code {
            type Err = $crate::UnknownCode;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                match Self::from_code(text) {
                    ::core::option::Option::Some(code) => ::core::result::Result::Ok(code),
                    ::core::option::Option::None => {
                        ::core::result::Result::Err($crate::UnknownCode::new($unknown, text))
                    }
                }
            }
        }

        $crate::shared_traits! { $($facts)* }
    };
}

/// Implements the traits that an enum over families has in common with others.
///
/// `status` is an expression of type `Option<u16>` for a code.
#[doc(hidden)]
#[macro_export]
macro_rules! shared_traits {
    (
        class $class:ty, envelope $envelope:expr, docs $docs:expr, numeric $numeric:literal,
        status $code:ident => $status:expr
        $(, number $of:ident => $number:expr)?
        $(, pattern $pattern:ident)?
        $(, variants $variants:literal)?
        $(, parent $parent:ident)?
        $(, internal $internal:expr)?
        $(, languages $languages:path, $language:expr)?
    ) => {
        impl ::core::fmt::Display for Code {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let text = match self.message() {
                    ::core::option::Option::Some(message) => ::core::option::Option::Some(message),
                    ::core::option::Option::None => self.description(),
                };
                $crate::table::display(f, self.code(), text)
            }
        }

        impl ::core::convert::AsRef<str> for Code {
            #[inline]
            fn as_ref(&self) -> &str {
                self.code()
            }
        }

        impl ::core::cmp::PartialEq<str> for Code {
            #[inline]
            fn eq(&self, text: &str) -> bool {
                self.code() == text
            }
        }

        impl ::core::cmp::PartialEq<&str> for Code {
            #[inline]
            fn eq(&self, text: &&str) -> bool {
                self.code() == *text
            }
        }

        impl ::core::convert::From<Code> for &'static str {
            #[inline]
            fn from(code: Code) -> Self {
                code.code()
            }
        }

        impl<'a> ::core::convert::TryFrom<&'a str> for Code {
            type Error = $crate::UnknownCode;

            #[inline]
            fn try_from(text: &'a str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                <Self as ::core::str::FromStr>::from_str(text)
            }
        }

        impl $crate::ErrorCode for Code {
            type Class = $class;

            const CATALOG: &'static str = Code::CATALOG;
            const ALL: &'static [Self] = Code::ALL;
            const NUMERIC: bool = $numeric;
            const ENVELOPE: &'static $crate::Envelope<'static> = &$envelope;
            const DOCS: ::core::option::Option<&'static str> = $docs;

            #[inline]
            fn from_code(code: &str) -> ::core::option::Option<Self> {
                Code::from_code(code)
            }

            $(const VARIANTS: bool = $variants;)?
            $(const INTERNAL: ::core::option::Option<Self> = ::core::option::Option::Some($internal);)?

            $(
                const LANGUAGES: &'static [&'static str] = $languages;
                const LANGUAGE: ::core::option::Option<&'static str> = $language;

                #[inline]
                fn message_in(self, language: &str) -> ::core::option::Option<&'static str> {
                    self.message_in(language)
                }

                #[inline]
                fn description_in(self, language: &str) -> ::core::option::Option<&'static str> {
                    self.description_in(language)
                }
            )?

            #[inline]
            fn variants_of(code: &str) -> &'static [Self] {
                Code::variants_of(code)
            }

            #[inline]
            fn code(self) -> &'static str {
                self.code()
            }

            $(
                #[inline]
                fn number(self) -> ::core::option::Option<i64> {
                    let $of = self;
                    $number
                }
            )?

            #[inline]
            fn name(self) -> ::core::option::Option<&'static str> {
                self.name()
            }

            #[inline]
            fn ident(self) -> &'static str {
                self.ident()
            }

            #[inline]
            fn message(self) -> ::core::option::Option<&'static str> {
                self.message()
            }

            #[inline]
            fn description(self) -> ::core::option::Option<&'static str> {
                self.description()
            }

            #[inline]
            fn status(self) -> ::core::option::Option<u16> {
                let $code = self;
                $status
            }

            #[inline]
            fn retry(self) -> ::core::option::Option<$crate::Retry> {
                self.retry()
            }

            #[inline]
            fn family_id(self) -> &'static str {
                self.family().id()
            }

            #[inline]
            fn family_title(self) -> &'static str {
                self.family().title()
            }

            #[inline]
            fn public(self) -> Self {
                self.public()
            }

            $(
                #[inline]
                fn pattern(self) -> ::core::option::Option<&'static $crate::CodePattern> {
                    self.$pattern()
                }
            )?

            $(
                #[inline]
                fn parent(self) -> ::core::option::Option<Self> {
                    self.$parent()
                }

                #[inline]
                fn is_a(self, other: Self) -> bool {
                    self.is_a(other)
                }
            )?

            #[inline]
            fn info(self) -> &'static $crate::Info {
                self.info()
            }

            #[inline]
            fn is_error(self) -> bool {
                self.is_error()
            }
        }

        $crate::integrate! { Code }
    };
}
