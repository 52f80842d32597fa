// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static ORDER: &[u8] = b"\
\0\0\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0\x07\0\x08\0\x09\0\x0a\0\x0b\0\x0c\0\
";

pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    __errcat::table::search(CODES, ORDER, ALIASED, code, Code::ALL)
}
