pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
shop_40000001is_empty\
marketplace_40000002is_empty\
auction_house_40000003is_empty\
shop_40000004is_empty\
marketplace_40000005is_empty\
auction_house_40000006is_empty\
shop_40000007is_empty\
marketplace_40000008is_empty\
auction_house_40000009is_empty\
------------------------------\
",
b"\
\0\0\0\0\x15\0\0\0\x31\0\0\0\x4f\0\0\0\x64\0\0\0\x80\0\0\0\x9e\0\0\0\xb3\0\0\0\
\xcf\0\0\0\xed\0\0\0\
",
);

pub(super) static ROWS: [u8; 32] = *b"\
\0\0\0\0\0\x03\x06\0\0\0\0\0\0\0\0\x02\x05\0\x08\0\0\0\0\0\0\x01\0\x04\x07\0\0\0\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 9] = ::errcat::table::slots16(&[
0x15, 0x150001001c, 0x310002001e, 0x4f00030015, 0x640004001c, 0x800005001e, 0x9e00060015,
0xb30007001c, 0xcf0008001e,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 21 || key.len() > 30 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::mix(0, ::errcat::table::back(key, 1), 0);
let place = ::errcat::table::flat(mixed, 0xe220a8397b1dcdaf, 5);
SLOTS[ROWS[place] as usize].code_of::<30, true>(&CODES, key)
}


