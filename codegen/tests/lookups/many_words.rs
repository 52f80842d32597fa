// Hash plan: regenerate, do not review.

use super::{Code, __errcat};

const CODES: &__errcat::table::Texts = Code::CODES;
const ALIASED: &[usize] = &[];
static FACTORS: [u8; 64] = *b"\
\x04\x02\0\x05\x07\x09\x04\x06\0\x0f\x13\x3e\x03\x0b\x04\x23\0\x02\x09\x09\x04\x26\x01\x05\x0f\x05\x0c\x02\x05\x43\x06\x07\
\x03\x05\x82\x0e\0\x33\x13\0\x05\x05\x65\x05\x10\x08\x06\x21\x09\x04\x1d\x02\x0e\x05\x63\x05\x20\0\x9a\x08\x79\x06\x05\x05\
";
static SLOTS: [__errcat::table::Slot16<Code>; 150] = __errcat::table::slots16(CODES, b"\
\x6f\0\x19\0\x77\0\x78\0\x37\0\x5e\0\x3b\0\x2c\0\x1c\0\x20\0\x61\0\x1f\0\x0d\0\x86\0\x48\0\x0a\0\
\x1e\0\x05\0\x5a\0\x2d\0\x2a\0\x3e\0\x6e\0\x5d\0\x4e\0\x53\0\x8e\0\x68\0\x73\0\x4f\0\x88\0\x49\0\
\x47\0\x91\0\x16\0\x39\0\x27\0\x7f\0\x18\0\x55\0\x21\0\x90\0\x8d\0\x6c\0\x42\0\x3f\0\x33\0\x46\0\
\x83\0\x15\0\x43\0\x30\0\x0f\0\x81\0\x6b\0\x7a\0\x1b\0\x3c\0\x25\0\x8c\0\x11\0\x74\0\x2f\0\x07\0\
\x34\0\x76\0\x62\0\x5c\0\x60\0\x35\0\x45\0\x85\0\x0b\0\0\0\x82\0\x8f\0\x4c\0\x79\0\x28\0\x67\0\
\x57\0\x6a\0\x1a\0\x75\0\x09\0\x03\0\x93\0\x84\0\x59\0\x2e\0\x51\0\x22\0\x01\0\x69\0\x3d\0\x65\0\
\x31\0\x94\0\x3a\0\x58\0\x54\0\x72\0\x89\0\x2b\0\x80\0\x04\0\x12\0\x8a\0\x7c\0\x66\0\x02\0\x13\0\
\x23\0\x95\0\x7b\0\x50\0\x29\0\x4a\0\x17\0\x71\0\x38\0\x7d\0\x4b\0\x36\0\x63\0\x26\0\x56\0\x5f\0\
\x92\0\x87\0\x6d\0\x40\0\x41\0\x0e\0\x14\0\x64\0\x5b\0\x24\0\x7e\0\x44\0\x10\0\x08\0\x8b\0\x1d\0\
\x0c\0\x4d\0\x06\0\x70\0\x32\0\x52\0\
", ALIASED, Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<Code> {
    let key = code.as_bytes();
    if key.len() < 21 || key.len() > 64 {
        return find_unusual(key);
    }
    let mixed = __errcat::table::add_length(__errcat::table::mix(__errcat::table::mix(0, __errcat::table::back(key, 0), 0), __errcat::table::window(key, 1), 0), key.len());
    let place = {
        let hash = __errcat::table::hash(mixed, 0xe220a8397b1dcdaf);
        let factor = FACTORS[__errcat::table::bucket(hash, 6)] as u32;
        __errcat::table::slot(hash, factor, 150)
    };
    SLOTS[place].code_of::<64, true>(CODES, key)
}

#[cold]
#[inline]
const fn find_unusual(key: &[u8]) -> ::core::option::Option<Code> {
    if key.len() > 66 {
        return ::core::option::Option::None;
    }
    let mixed = __errcat::table::add_length(__errcat::table::mix(__errcat::table::mix(0, __errcat::table::back(key, 0), 0), __errcat::table::window(key, 1), 0), key.len());
    let place = {
        let hash = __errcat::table::hash(mixed, 0xe220a8397b1dcdaf);
        let factor = FACTORS[__errcat::table::bucket(hash, 6)] as u32;
        __errcat::table::slot(hash, factor, 150)
    };
    SLOTS[place].code_of::<66, false>(CODES, key)
}
