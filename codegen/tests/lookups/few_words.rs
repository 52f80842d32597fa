pub(super) static CODES: ::errcat_runtime::table::Texts = ::errcat_runtime::table::Texts::new(
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
",
&[
0, 9, 35, 48, 80, 100, 114, 143, 162, 210, 229, 248, 281, 308, 362, 386, 420, 448, 476, 491, 500,
524, 541, 587, 604, 621, 646, 665, 711, 737, 773, 803, 833, 879, 903, 935, 947, 988, 1000, 1012,
1035,
],
);

pub(super) static ROWS: [u8; 256] = [
0, 0, 33, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 19, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 38, 0, 0, 0, 18, 0, 0, 0, 0, 0,
0, 0, 12, 6, 23, 0, 0, 0, 0, 24, 0, 0, 0, 4, 34, 14, 10, 0, 0, 21, 0, 0, 0, 0, 0, 39, 0, 0, 0, 0, 0,
0, 25, 0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 31, 0, 0, 0,
11, 1, 0, 3, 0, 27, 0, 0, 0, 0, 0, 0, 37, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
15, 0, 0, 0, 13, 0, 0, 0, 29, 0, 0, 0, 16, 0, 0, 28, 0, 0, 32, 0, 0, 0, 0, 26, 0, 0, 0, 36, 0, 0, 0,
0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 22, 0, 0, 0, 0, 0, 35, 0, 8, 0, 5, 0, 0, 0, 0,
];

#[inline]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 9 {
return ::core::option::Option::None;
}
let mixed = ::errcat_runtime::table::add_length(::errcat_runtime::table::mix(0, ::errcat_runtime::table::window(key, 0), 0), key.len());
let place = ::errcat_runtime::table::flat(mixed, 0x3d6845323ce3c71, 8);
::errcat_runtime::table::find_row::<7, false, _>(&CODES, ROWS[place] as usize, key, super::Code::ALL)
}


