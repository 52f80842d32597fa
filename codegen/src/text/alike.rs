//! Characters that look like others.

/// Letters of other scripts, each before the Latin letter that it looks like.
const FOREIGN: &str = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅS\
    ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνv";

/// Marks that follow a letter, each with letters and what they become with it.
const MARKS: [(char, &str); 8] = [
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
    ('\u{301}', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýcćnńsśzźCĆNŃSŚZŹ"),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuû"),
    ('\u{303}', "AÃNÑOÕaãnñoõ"),
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüyÿ"),
    ('\u{30A}', "AÅaå"),
    ('\u{30C}', "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž"),
    ('\u{327}', "CÇcçsşSŞ"),
];

/// Returns the letter that stands after `letter` in pairs of letters.
fn paired(pairs: &str, letter: char) -> Option<char> {
    let mut letters = pairs.chars();
    while let (Some(first), Some(second)) = (letters.next(), letters.next()) {
        if first == letter {
            return Some(second);
        }
    }
    None
}

/// Returns the usual form of a full-width character.
fn narrow(c: char) -> Option<char> {
    matches!(c, '\u{FF01}'..='\u{FF5E}').then(|| char::from_u32(u32::from(c) - 0xFEE0))?
}

/// Returns the character of a keyboard that a dash, a blank or a quote looks like.
fn typed(c: char) -> Option<char> {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => Some('-'),
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Some(' '),
        '\u{2018}' | '\u{2019}' => Some('\''),
        '\u{201C}' | '\u{201D}' => Some('"'),
        '\u{17F}' => Some('s'),
        _ => None,
    }
}

/// Returns a text with each letter in its most common form. Texts that look the same become equal.
///
/// ```
/// use errcat_build::unstable::text::alike::plain;
///
/// assert_eq!(plain("c\u{430}rt_full"), "cart_full");
/// assert_eq!(plain("cafe\u{301}"), "caf\u{e9}");
/// assert_eq!(plain("\u{ff21}1"), "A1");
/// assert_eq!(plain("A\u{2013}1"), "A-1");
/// ```
#[must_use]
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        let pairs = MARKS.iter().find(|(mark, _)| *mark == c).map(|(_, pairs)| *pairs);
        let joined = pairs.and_then(|pairs| paired(pairs, shown.chars().next_back()?));
        if let Some(joined) = joined {
            shown.pop();
            shown.push(joined);
        } else {
            shown.push(narrow(c).or_else(|| typed(c)).or_else(|| paired(FOREIGN, c)).unwrap_or(c));
        }
    }
    shown
}

/// Returns the first character of a text that looks like a Latin one, and the latter. Letters of
/// another script count only beside Latin ones.
#[must_use]
pub fn odd_letter(text: &str) -> Option<(char, char)> {
    if text.is_ascii() {
        return None;
    }
    let is_latin = text.contains(|c: char| c.is_ascii_alphabetic());
    text.chars().find_map(|c| {
        let usual = narrow(c).or_else(|| typed(c)).or_else(|| paired(FOREIGN, c).filter(|_| is_latin));
        usual.map(|usual| (c, usual))
    })
}
