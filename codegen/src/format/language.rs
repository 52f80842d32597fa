//! Language tags of BCP 47.

/// Returns the usual spelling of a language tag, such as `pt-BR` for `pt-br`, or `None` if the text
/// is not one. Languages with three letters need not be registered.
///
/// ```
/// use errcat_build::unstable::format::language::canonical;
///
/// assert_eq!(canonical("zh-hant-tw").as_deref(), Some("zh-Hant-TW"));
/// assert_eq!(canonical("klingonese"), None);
/// assert_eq!(canonical("jp"), None);
/// ```
#[must_use]
pub fn canonical(tag: &str) -> Option<String> {
    let parts: Vec<&str> = tag.split('-').collect();
    let is_word =
        |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let (language, rest) = parts.split_first()?;
    let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
    // A single letter or digit starts an extension, which has at least one word.
    let ends_openly = parts.last().is_some_and(|last| last.len() == 1);
    let is_known = language.len() == 3 || is_of_two_letters(language);
    if !is_language || !is_known || !rest.iter().all(is_word) || ends_openly {
        return None;
    }
    let mut spelt = language.to_ascii_lowercase();
    let mut stage = Stage::Script;
    for part in rest {
        stage = stage.after(part)?;
        spelt.push('-');
        spelt.push_str(&stage.spelt(part));
    }
    Some(spelt)
}

/// The languages with two letters in ISO 639, one after the other. Those with three letters are too
/// many to list.
const TWO_LETTERS: &str = "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeelen\
    eoeseteufafffifjfofrfygagdglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokr\
    kskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrn\
    rorurwsascsdsesgshsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyo\
    zazhzu";

fn is_of_two_letters(language: &str) -> bool {
    let language = language.to_ascii_lowercase();
    TWO_LETTERS.as_bytes().chunks(2).any(|known| known == language.as_bytes())
}

/// The kind of a part of a tag. The kinds follow each other in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Script,
    Region,
    Variant,
    Extension,
}

impl Stage {
    /// Returns the kind of the next part, or `None` if no kind of this or a later stage fits.
    fn after(self, part: &str) -> Option<Self> {
        let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
        let digits = part.bytes().all(|b| b.is_ascii_digit());
        let digit_first = part.as_bytes()[0].is_ascii_digit();
        let found = match part.len() {
            _ if self == Self::Extension => Self::Extension,
            1 => Self::Extension,
            4 if letters => Self::Script,
            2 if letters => Self::Region,
            3 if digits => Self::Region,
            5..=8 => Self::Variant,
            4 if digit_first => Self::Variant,
            _ => return None,
        };
        (found >= self).then_some(found)
    }

    fn spelt(self, part: &str) -> String {
        match self {
            Self::Script => {
                let (first, rest) = part.split_at(1);
                first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
            }
            Self::Region => part.to_ascii_uppercase(),
            Self::Variant | Self::Extension => part.to_ascii_lowercase(),
        }
    }
}
