pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
cart_gone_4\
delivery_address_not_found_4\
order_expired_4\
voucher_is_not_available_anymore_4\
customer_item_in_use_4\
gift_item_gone_4\
payment_method_item_not_found_4\
cart_number_expired_4\
delivery_address_number_is_not_available_anymore_4\
order_number_in_use_4\
voucher_number_gone_4\
customer_identification_not_found_4\
gift_identification_expired_4\
payment_method_identification_is_not_available_anymore_4\
cart_of_yesterday_in_use_4\
delivery_address_of_yesterday_gone_4\
order_of_yesterday_not_found_4\
voucher_of_yesterday_expired_4\
customer_in_use_4\
gift_gone_4\
payment_method_not_found_4\
cart_item_expired_4\
delivery_address_item_is_not_available_anymore_4\
order_item_in_use_4\
voucher_item_gone_4\
customer_number_not_found_4\
gift_number_expired_4\
payment_method_number_is_not_available_anymore_4\
cart_identification_in_use_4\
delivery_address_identification_gone_4\
order_identification_not_found_4\
voucher_identification_expired_4\
customer_of_yesterday_is_not_available_anymore_4\
gift_of_yesterday_in_use_4\
payment_method_of_yesterday_gone_4\
cart_expired_4\
delivery_address_is_not_available_anymore_4\
order_in_use_4\
voucher_gone_4\
customer_item_not_found_4\
gift_item_expired_4\
payment_method_item_is_not_available_anymore_4\
cart_number_in_use_4\
delivery_address_number_gone_4\
order_number_not_found_4\
voucher_number_expired_4\
customer_identification_is_not_available_anymore_4\
gift_identification_in_use_4\
payment_method_identification_gone_4\
cart_of_yesterday_not_found_4\
delivery_address_of_yesterday_expired_4\
order_of_yesterday_is_not_available_anymore_4\
voucher_of_yesterday_in_use_4\
customer_not_found_4\
gift_expired_4\
payment_method_is_not_available_anymore_4\
cart_item_in_use_4\
delivery_address_item_gone_4\
order_item_not_found_4\
voucher_item_expired_4\
customer_number_is_not_available_anymore_4\
gift_number_in_use_4\
payment_method_number_gone_4\
cart_identification_not_found_4\
delivery_address_identification_expired_4\
order_identification_is_not_available_anymore_4\
--------------------------------------------------------\
",
b"\
\0\0\0\0\x0b\0\0\0\x27\0\0\0\x36\0\0\0\x58\0\0\0\x6e\0\0\0\x7e\0\0\0\x9d\0\0\0\
\xb2\0\0\0\xe4\0\0\0\xf9\0\0\0\x0e\x01\0\0\x31\x01\0\0\x4e\x01\0\0\x86\x01\0\0\xa0\x01\0\0\
\xc4\x01\0\0\xe2\x01\0\0\0\x02\0\0\x11\x02\0\0\x1c\x02\0\0\x36\x02\0\0\x49\x02\0\0\x79\x02\0\0\
\x8c\x02\0\0\x9f\x02\0\0\xba\x02\0\0\xcf\x02\0\0\xff\x02\0\0\x1b\x03\0\0\x41\x03\0\0\x61\x03\0\0\
\x81\x03\0\0\xb1\x03\0\0\xcb\x03\0\0\xed\x03\0\0\xfb\x03\0\0\x26\x04\0\0\x34\x04\0\0\x42\x04\0\0\
\x5b\x04\0\0\x6e\x04\0\0\x9c\x04\0\0\xb0\x04\0\0\xce\x04\0\0\xe6\x04\0\0\xfe\x04\0\0\x30\x05\0\0\
\x4c\x05\0\0\x70\x05\0\0\x8d\x05\0\0\xb4\x05\0\0\xe1\x05\0\0\xfe\x05\0\0\x12\x06\0\0\x20\x06\0\0\
\x49\x06\0\0\x5b\x06\0\0\x77\x06\0\0\x8d\x06\0\0\xa3\x06\0\0\xcd\x06\0\0\xe1\x06\0\0\xfd\x06\0\0\
\x1c\x07\0\0\x45\x07\0\0\x74\x07\0\0\
",
);

pub(super) static ROWS: [u8; 512] = *b"\
\0\0\0\0\0\0\0\0\0\0\0\0\x3f\0\0\x2f\0\0\0\0\0\0\0\0\x24\0\0\0\0\x06\0\0\
\0\0\0\0\x33\0\0\0\x03\0\0\0\x2b\0\0\0\0\0\x09\x1e\0\0\x34\0\0\0\0\0\0\0\0\x39\
\0\x3d\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x1f\0\0\0\0\0\0\0\0\0\0\0\
\0\x0f\0\0\0\0\0\0\0\0\x2e\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x0b\0\0\x0c\
\0\0\0\x0d\0\x30\0\x0e\0\0\0\0\0\0\0\x35\0\0\0\0\0\x37\0\x26\0\0\x11\0\0\0\0\0\
\0\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x20\0\0\0\0\0\0\x41\0\x18\x1d\0\0\x40\0\0\
\0\0\0\0\0\0\0\0\0\0\0\0\0\x14\0\0\0\0\x28\0\x36\0\0\0\0\0\0\0\0\0\0\0\
\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x1c\0\0\0\0\
\0\x15\0\x23\x32\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
\0\x08\0\0\0\0\0\0\0\x02\0\0\x2a\0\0\0\0\0\0\0\0\x3a\0\0\0\0\0\0\0\0\0\0\
\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x38\0\0\0\x12\0\0\0\0\0\0\0\0\0\0\0\0\0\
\0\0\0\0\0\0\0\0\x16\0\0\0\0\0\x2d\0\0\0\0\0\0\0\0\0\0\0\0\x1a\0\0\x3e\0\
\0\0\0\0\0\x3c\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0\0\0\x19\x31\0\0\x21\0\0\x1b\x0a\
\x2c\x10\0\0\0\0\0\0\0\0\x07\0\0\0\0\0\0\0\x22\0\0\x3b\0\0\0\0\0\0\0\0\0\0\
\0\0\0\0\0\0\0\x17\0\0\0\0\x01\0\0\0\0\0\0\0\x25\0\0\0\0\0\0\0\x05\0\x27\0\
\0\0\0\0\x29\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 66] = ::errcat::table::slots16(&[
0xb, 0xb0001001c, 0x270002000f, 0x3600030022, 0x5800040016, 0x6e00050010, 0x7e0006001f, 0x9d00070015,
0xb200080032, 0xe400090015, 0xf9000a0015, 0x10e000b0023, 0x131000c001d, 0x14e000d0038, 0x186000e001a,
0x1a0000f0024, 0x1c40010001e, 0x1e20011001e, 0x20000120011, 0x2110013000b, 0x21c0014001a,
0x23600150013, 0x24900160030, 0x27900170013, 0x28c00180013, 0x29f0019001b, 0x2ba001a0015,
0x2cf001b0030, 0x2ff001c001c, 0x31b001d0026, 0x341001e0020, 0x361001f0020, 0x38100200030,
0x3b10021001a, 0x3cb00220022, 0x3ed0023000e, 0x3fb0024002b, 0x4260025000e, 0x4340026000e,
0x44200270019, 0x45b00280013, 0x46e0029002e, 0x49c002a0014, 0x4b0002b001e, 0x4ce002c0018,
0x4e6002d0018, 0x4fe002e0032, 0x530002f001c, 0x54c00300024, 0x5700031001d, 0x58d00320027,
0x5b40033002d, 0x5e10034001d, 0x5fe00350014, 0x6120036000e, 0x62000370029, 0x64900380012,
0x65b0039001c, 0x677003a0016, 0x68d003b0016, 0x6a3003c002a, 0x6cd003d0014, 0x6e1003e001c,
0x6fd003f001f, 0x71c00400029, 0x7450041002f,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 11 || key.len() > 56 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::add_length(::errcat::table::mix(::errcat::table::mix(0, ::errcat::table::window(key, 0), 0), ::errcat::table::back(key, 0), 0), key.len());
let place = ::errcat::table::flat(mixed, 0xee521d7a0f4d3873, 9);
SLOTS[ROWS[place] as usize].code_of::<56, false>(&CODES, key)
}


