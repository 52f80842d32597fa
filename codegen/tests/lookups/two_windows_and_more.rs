pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
password_expired\
username_invalid\
account_suspended\
-----------------\
",
b"\
\0\0\0\0\x10\0\0\0\x20\0\0\0\x31\0\0\0\
",
);

pub(super) static ROWS: [u8; 16] = *b"\
\0\0\0\0\0\0\0\x01\0\0\0\x02\0\0\0\0\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 3] = ::errcat::table::slots16(&[
0x10, 0x1000010010, 0x2000020011,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 16 || key.len() > 17 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::mix(0, ::errcat::table::window(key, 0), 0);
let place = ::errcat::table::flat(mixed, 0x6e789e6aa1b965f5, 4);
SLOTS[ROWS[place] as usize].code_of::<17, true>(&CODES, key)
}


