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
gift_identification_expired\
payment_method_identification_is_not_available_anymore\
cart_of_yesterday_in_use\
delivery_address_of_yesterday_gone\
order_of_yesterday_not_found\
voucher_of_yesterday_expired\
customer_in_use\
gift_gone\
payment_method_not_found\
cart_item_expired\
delivery_address_item_is_not_available_anymore\
order_item_in_use\
voucher_item_gone\
customer_number_not_found\
gift_number_expired\
payment_method_number_is_not_available_anymore\
cart_identification_in_use\
delivery_address_identification_gone\
order_identification_not_found\
voucher_identification_expired\
customer_of_yesterday_is_not_available_anymore\
gift_of_yesterday_in_use\
payment_method_of_yesterday_gone\
cart_expired\
delivery_address_is_not_available_anymore\
order_in_use\
voucher_gone\
customer_item_not_found\
gift_item_expired\
payment_method_item_is_not_available_anymore\
cart_number_in_use\
delivery_address_number_gone\
order_number_not_found\
voucher_number_expired\
customer_identification_is_not_available_anymore\
gift_identification_in_use\
payment_method_identification_gone\
cart_of_yesterday_not_found\
delivery_address_of_yesterday_expired\
order_of_yesterday_is_not_available_anymore\
voucher_of_yesterday_in_use\
customer_not_found\
gift_expired\
payment_method_is_not_available_anymore\
cart_item_in_use\
delivery_address_item_gone\
order_item_not_found\
voucher_item_expired\
------------------------------------------------------\
",
b"\
\0\0\0\0\x09\0\0\0\x23\0\0\0\x30\0\0\0\x50\0\0\0\x64\0\0\0\x72\0\0\0\x8f\0\0\0\
\xa2\0\0\0\xd2\0\0\0\xe5\0\0\0\xf8\0\0\0\x19\x01\0\0\x34\x01\0\0\x6a\x01\0\0\x82\x01\0\0\
\xa4\x01\0\0\xc0\x01\0\0\xdc\x01\0\0\xeb\x01\0\0\xf4\x01\0\0\x0c\x02\0\0\x1d\x02\0\0\x4b\x02\0\0\
\x5c\x02\0\0\x6d\x02\0\0\x86\x02\0\0\x99\x02\0\0\xc7\x02\0\0\xe1\x02\0\0\x05\x03\0\0\x23\x03\0\0\
\x41\x03\0\0\x6f\x03\0\0\x87\x03\0\0\xa7\x03\0\0\xb3\x03\0\0\xdc\x03\0\0\xe8\x03\0\0\xf4\x03\0\0\
\x0b\x04\0\0\x1c\x04\0\0\x48\x04\0\0\x5a\x04\0\0\x76\x04\0\0\x8c\x04\0\0\xa2\x04\0\0\xd2\x04\0\0\
\xec\x04\0\0\x0e\x05\0\0\x29\x05\0\0\x4e\x05\0\0\x79\x05\0\0\x94\x05\0\0\xa6\x05\0\0\xb2\x05\0\0\
\xd9\x05\0\0\xe9\x05\0\0\x03\x06\0\0\x17\x06\0\0\x2b\x06\0\0\
",
);

pub(super) static ROWS: [u8; 256] = *b"\
\x1b\0\x13\0\x0e\0\0\x23\0\x2b\x06\x0d\0\0\0\0\0\0\x22\0\0\0\0\0\x24\0\0\0\0\0\0\0\
\0\0\0\0\0\x0a\x12\0\0\x04\0\x02\x15\0\0\x1e\0\0\0\x36\0\0\0\0\x31\0\0\0\0\0\x35\0\
\0\0\0\0\0\0\0\x01\x25\0\0\0\0\0\0\0\0\0\0\0\0\0\x34\0\x28\0\0\0\0\x10\0\0\
\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x17\x03\0\0\0\0\0\0\0\0\x37\x07\0\x18\x2a\0\0\0\
\0\0\0\0\x14\0\0\0\x38\0\0\x1d\0\0\x2f\0\0\0\0\0\0\0\0\0\x20\0\x2e\0\0\0\x16\0\
\0\x08\0\0\x33\0\x1a\0\0\x26\0\0\x0c\0\x39\0\0\0\0\0\x0f\0\0\0\0\0\0\0\0\0\0\0\
\0\0\0\0\x27\0\0\x19\0\0\0\0\x1c\0\0\0\x21\x0b\x3a\0\0\0\0\0\0\0\0\0\0\0\x3b\0\
\0\x2d\0\0\0\0\0\0\x11\0\0\x1f\0\0\0\0\0\0\0\0\x32\0\x05\0\0\0\0\x09\0\x30\x29\x2c\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 60] = ::errcat::table::slots16(&[
0x9, 0x90001001a, 0x230002000d, 0x3000030020, 0x5000040014, 0x640005000e, 0x720006001d, 0x8f00070013,
0xa200080030, 0xd200090013, 0xe5000a0013, 0xf8000b0021, 0x119000c001b, 0x134000d0036, 0x16a000e0018,
0x182000f0022, 0x1a40010001c, 0x1c00011001c, 0x1dc0012000f, 0x1eb00130009, 0x1f400140018,
0x20c00150011, 0x21d0016002e, 0x24b00170011, 0x25c00180011, 0x26d00190019, 0x286001a0013,
0x299001b002e, 0x2c7001c001a, 0x2e1001d0024, 0x305001e001e, 0x323001f001e, 0x3410020002e,
0x36f00210018, 0x38700220020, 0x3a70023000c, 0x3b300240029, 0x3dc0025000c, 0x3e80026000c,
0x3f400270017, 0x40b00280011, 0x41c0029002c, 0x448002a0012, 0x45a002b001c, 0x476002c0016,
0x48c002d0016, 0x4a2002e0030, 0x4d2002f001a, 0x4ec00300022, 0x50e0031001b, 0x52900320025,
0x54e0033002b, 0x5790034001b, 0x59400350012, 0x5a60036000c, 0x5b200370027, 0x5d900380010,
0x5e90039001a, 0x603003a0014, 0x617003b0014,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 9 || key.len() > 54 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::add_length(::errcat::table::mix(::errcat::table::mix(0, ::errcat::table::window(key, 0), 0), ::errcat::table::back(key, 0), 0), key.len());
let place = ::errcat::table::flat(mixed, 0x81487f13496e7b8b, 8);
SLOTS[ROWS[place] as usize].code_of::<54, false>(&CODES, key)
}


