pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
cart_gone\
delivery_address_not_found\
order_expired\
voucher_is_not_available_anymore\
customer_item_in_use\
gift_item_gone\
payment_method_item_not_found\
cart_number_expired\
delivery_address_number_is_not_available_anymore\
order_number_in_use\
voucher_number_gone\
customer_identification_not_found\
gone\
old\
older_than_that\
1\
------------------------------------------------\
",
b"\
\0\0\0\0\x09\0\0\0\x23\0\0\0\x30\0\0\0\x50\0\0\0\x64\0\0\0\x72\0\0\0\x8f\0\0\0\
\xa2\0\0\0\xd2\0\0\0\xe5\0\0\0\xf8\0\0\0\x19\x01\0\0\x1d\x01\0\0\x20\x01\0\0\x2f\x01\0\0\
\x30\x01\0\0\
",
);

pub(super) static ROWS: [u8; 64] = *b"\
\0\x0f\0\0\0\0\0\0\0\0\x07\0\x02\0\x01\0\0\0\0\0\0\x0b\x06\0\0\x0e\0\0\x04\0\x03\0\
\0\0\0\0\0\x0a\0\0\0\0\0\0\x09\0\0\0\0\0\x05\0\0\0\0\0\0\0\x0d\x0c\0\0\x08\0\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 16] = ::errcat::table::slots16(&[
0x9, 0x90001001a, 0x230002000d, 0x3000030020, 0x5000040014, 0x640005000e, 0x720006001d, 0x8f00070013,
0xa200080030, 0xd200090013, 0xe5000a0013, 0xf8000b0021, 0x119000c0004, 0x11d00000003, 0x1200001000f,
0x12f00010001,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 8 || key.len() > 48 {
return find_unusual(key);
}
let mixed = ::errcat::table::add_length(::errcat::table::mix(0, ::errcat::table::window(key, 0), 0), key.len());
let place = ::errcat::table::flat(mixed, 0xc2d326e0055bdef7, 6);
SLOTS[ROWS[place] as usize].code_of::<48, false>(&CODES, key)
}

#[cold]
#[inline]
const fn find_unusual(key: &[u8]) -> ::core::option::Option<super::Code> {
if key.len() > 48 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::add_length(::errcat::table::mix(0, ::errcat::table::window(key, 0), 0), key.len());
let place = ::errcat::table::flat(mixed, 0xc2d326e0055bdef7, 6);
SLOTS[ROWS[place] as usize].code_of::<48, false>(&CODES, key)
}


