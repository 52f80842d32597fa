// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[Code::V0 as usize, Code::V1 as usize, Code::V1 as usize];
static ROWS: [u8; 64] = *b"\
\0\x0f\0\0\0\0\0\0\0\0\x07\0\x02\0\x01\0\0\0\0\0\0\x0b\x06\0\0\x0e\0\0\x04\0\x03\0\
\0\0\0\0\0\x0a\0\0\0\0\0\0\x09\0\0\0\0\0\x05\0\0\0\0\0\0\0\x0d\x0c\0\0\x08\0\
";
static SLOTS: [__errcat::table::Slot16<Code>; 16] = __errcat::table::slots16(CODES, &[], ALIASED, Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() < 8 || key.len() > 48 {
        return find_unusual(key);
    }
    let mixed = __errcat::table::add_length(__errcat::table::mix(0, __errcat::table::window(key, 0), 0), key.len());
    let place = __errcat::table::flat(mixed, 0xc2d326e0055bdef7, 6);
    SLOTS[ROWS[place] as usize].code_of::<48, false>(CODES, key)
}

#[cold]
#[inline]
const fn find_unusual(key: &[u8]) -> ::core::option::Option<Code> {
    if key.len() > 48 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::add_length(__errcat::table::mix(0, __errcat::table::window(key, 0), 0), key.len());
    let place = __errcat::table::flat(mixed, 0xc2d326e0055bdef7, 6);
    SLOTS[ROWS[place] as usize].code_of::<48, false>(CODES, key)
}
