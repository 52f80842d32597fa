//! A cursor for parsing a text from left to right.

#[derive(Clone, Copy)]
pub(super) struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    #[inline]
    pub(super) const fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    /// Succeeds at the end of the text.
    #[inline]
    pub(super) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    /// Consumes the next byte if it is one of `bytes`.
    #[inline]
    pub(super) fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (next, rest) = self.0.split_first()?;
        bytes.contains(next).then(|| self.0 = rest)?;
        Some(*next)
    }

    /// Consumes a number of exactly `digits` digits.
    #[inline]
    pub(super) fn number(&mut self, digits: usize) -> Option<u16> {
        let (text, rest) = self.0.split_at_checked(digits)?;
        let number = text.iter().try_fold(0_u16, |number, digit| {
            let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
            number.checked_mul(10)?.checked_add(digit.into())
        })?;
        self.0 = rest;
        Some(number)
    }

    /// Consumes a number of exactly two digits.
    #[inline]
    pub(super) fn pair(&mut self) -> Option<u8> {
        u8::try_from(self.number(2)?).ok()
    }

    /// Consumes at least one digit.
    #[inline]
    pub(super) fn digits(&mut self) -> Option<&'a [u8]> {
        self.while_true(u8::is_ascii_digit)
    }

    /// Consumes at least one letter.
    #[inline]
    pub(super) fn letters(&mut self) -> Option<&'a [u8]> {
        self.while_true(u8::is_ascii_alphabetic)
    }

    /// Consumes hours, minutes and seconds separated by colons.
    #[inline]
    pub(super) fn time_of_day(&mut self) -> Option<[u8; 3]> {
        let hour = self.pair()?;
        self.one_of(b":")?;
        let minute = self.pair()?;
        self.one_of(b":")?;
        Some([hour, minute, self.pair()?])
    }

    #[inline]
    fn while_true(&mut self, wanted: fn(&u8) -> bool) -> Option<&'a [u8]> {
        let len = self.0.iter().take_while(|byte| wanted(byte)).count();
        let (found, rest) = self.0.split_at_checked(len).filter(|_| len > 0)?;
        self.0 = rest;
        Some(found)
    }
}
