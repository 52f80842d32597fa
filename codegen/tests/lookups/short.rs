pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
E1\
E8\
E27\
E64\
E125\
E216\
E343\
E512\
E729\
E1000\
E1331\
E1728\
E2197\
E2744\
E3375\
E4096\
E4913\
E5832\
E6859\
E8000\
--------\
",
b"\
\0\0\0\0\x02\0\0\0\x04\0\0\0\x07\0\0\0\x0a\0\0\0\x0e\0\0\0\x12\0\0\0\x16\0\0\0\
\x1a\0\0\0\x1e\0\0\0\x23\0\0\0\x28\0\0\0\x2d\0\0\0\x32\0\0\0\x37\0\0\0\x3c\0\0\0\
\x41\0\0\0\x46\0\0\0\x4b\0\0\0\x50\0\0\0\x55\0\0\0\
",
);

pub(super) static ROWS: [u8; 64] = *b"\
\0\0\0\0\0\0\0\x0c\x01\0\0\0\0\x03\0\0\0\x10\0\x0d\x06\0\0\0\x09\0\0\0\0\x11\0\0\
\0\x0b\0\0\x0a\0\0\x04\x08\0\0\0\0\x0f\x05\x07\x12\0\0\0\0\0\0\0\0\0\x02\0\x0e\x13\0\0\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 20] = ::errcat::table::slots16(&[
0x2, 0x200010002, 0x400020003, 0x700030003, 0xa00040004, 0xe00050004, 0x1200060004, 0x1600070004,
0x1a00080004, 0x1e00090005, 0x23000a0005, 0x28000b0005, 0x2d000c0005, 0x32000d0005, 0x37000e0005,
0x3c000f0005, 0x4100100005, 0x4600110005, 0x4b00120005, 0x5000130005,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() > 5 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::mix(0, ::errcat::table::window(key, 0), 0);
let place = ::errcat::table::flat(mixed, 0x1b39896a51a8749b, 6);
SLOTS[ROWS[place] as usize].code_of::<8, false>(&CODES, key)
}


