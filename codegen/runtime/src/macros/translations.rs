//! The texts of an enum of codes in other languages.

/// Defines the translations of an enum `Code`: per language, a text and its length for each code.
///
/// The attributes refer to Cargo features of the crate that contains the generated code.
#[doc(hidden)]
#[macro_export]
macro_rules! translations {
    ($(
        $(#[$gate:meta])*
        $language:literal messages [$($messages:tt)*] descriptions [$($descriptions:tt)*];
    )*) => {
        $crate::languages! { $($(#[$gate])* $language;)* }

        impl Code {
            const TRANSLATIONS: &'static [$crate::language::Translation] = &[$(
                $(#[$gate])*
                $crate::language::Translation::new(
                    $language,
                    $crate::texts! { [] "" 0 $($messages)* },
                    $crate::texts! { [] "" 0 $($descriptions)* },
                ),
            )*];

            /// Returns the message in a language. If it is not translated into `pt-BR`, that is the
            /// one in `pt`, and then the one of [`message`](Self::message).
            #[must_use]
            #[inline]
            pub fn message_in(self, language: &str) -> ::core::option::Option<&'static str> {
                $crate::language::message_in(Self::TRANSLATIONS, language, self.index())
                    .or(self.message())
            }

            /// Returns the description in a language, like [`message_in`](Self::message_in).
            #[must_use]
            #[inline]
            pub fn description_in(self, language: &str) -> ::core::option::Option<&'static str> {
                $crate::language::description_in(Self::TRANSLATIONS, language, self.index())
                    .or(self.description())
            }
        }
    };
}

/// Defines the translations of an enum `Code` over families.
#[doc(hidden)]
#[macro_export]
macro_rules! translations_over {
    ([$($variant:ident)*] $($(#[$gate:meta])* $language:literal;)*) => {
        $crate::languages! { $($(#[$gate])* $language;)* }

        impl Code {
            /// Returns the message in a language. If it is not translated into `pt-BR`, that is the
            /// one in `pt`, and then the one of [`message`](Self::message).
            #[must_use]
            #[inline]
            pub fn message_in(self, language: &str) -> ::core::option::Option<&'static str> {
                let _ = language;
                match self { $(Self::$variant(code) => code.message_in(language),)* }
            }

            /// Returns the description in a language, like [`message_in`](Self::message_in).
            #[must_use]
            #[inline]
            pub fn description_in(self, language: &str) -> ::core::option::Option<&'static str> {
                let _ = language;
                match self { $(Self::$variant(code) => code.description_in(language),)* }
            }
        }
    };
}

/// Defines the list of languages.
#[doc(hidden)]
#[macro_export]
macro_rules! languages {
    ($($(#[$gate:meta])* $language:literal;)*) => {
        impl Code {
            /// The languages into which the texts are translated, sorted.
            pub const LANGUAGES: &'static [&'static str] = &[$($(#[$gate])* $language,)*];
        }
    };
}
