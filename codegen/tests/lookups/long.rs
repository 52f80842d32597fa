pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
a_long_code_a_long_code_1\
a_long_code_a_long_code_a_long_code_a_long_code_2\
a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_3\
a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_4\
a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_5\
a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_6\
a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_7\
a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_a_long_code_8\
",
b"\
\0\0\0\0\x19\0\0\0\x4a\0\0\0\x93\0\0\0\xf4\0\0\0\x6d\x01\0\0\xfe\x01\0\0\xa7\x02\0\0\
\x68\x03\0\0\
",
);

pub(super) static ROWS: [u8; 32] = *b"\
\0\0\0\0\0\0\x03\0\x06\0\0\0\0\0\0\x01\0\0\x04\0\x07\0\0\0\0\0\0\x02\0\x05\0\0\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 8] = ::errcat::table::slots16(&[
0x19, 0x1900010031, 0x4a00020049, 0x9300030061, 0xf400040079, 0x16d00050091, 0x1fe000600a9,
0x2a7000700c1,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 25 || key.len() > 193 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::add_length(::errcat::table::mix(0, ::errcat::table::window(key, 0), 0), key.len());
let place = ::errcat::table::flat(mixed, 0x6e789e6aa1b965f5, 5);
SLOTS[ROWS[place] as usize].code_of::<0, true>(&CODES, key)
}


