pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
online_shop_cart_gone\
online_shop_delivery_address_not_found\
online_shop_order_expired\
online_shop_voucher_is_not_available_anymore\
online_shop_customer_item_in_use\
online_shop_gift_item_gone\
online_shop_payment_method_item_not_found\
online_shop_cart_number_expired\
online_shop_delivery_address_number_is_not_available_anymore\
online_shop_order_number_in_use\
online_shop_voucher_number_gone\
online_shop_customer_identification_not_found\
online_shop_gift_identification_expired\
online_shop_payment_method_identification_is_not_available_anymore\
online_shop_cart_of_yesterday_in_use\
online_shop_delivery_address_of_yesterday_gone\
online_shop_order_of_yesterday_not_found\
online_shop_voucher_of_yesterday_expired\
online_shop_customer_in_use\
online_shop_gift_gone\
online_shop_payment_method_not_found\
online_shop_cart_item_expired\
online_shop_delivery_address_item_is_not_available_anymore\
online_shop_order_item_in_use\
online_shop_voucher_item_gone\
online_shop_customer_number_not_found\
online_shop_gift_number_expired\
online_shop_payment_method_number_is_not_available_anymore\
online_shop_cart_identification_in_use\
online_shop_delivery_address_identification_gone\
online_shop_order_identification_not_found\
online_shop_voucher_identification_expired\
online_shop_customer_of_yesterday_is_not_available_anymore\
online_shop_gift_of_yesterday_in_use\
online_shop_payment_method_of_yesterday_gone\
online_shop_cart_expired\
online_shop_delivery_address_is_not_available_anymore\
online_shop_order_in_use\
online_shop_voucher_gone\
online_shop_customer_item_not_found\
online_shop_gift_item_expired\
online_shop_payment_method_item_is_not_available_anymore\
online_shop_cart_number_in_use\
online_shop_delivery_address_number_gone\
online_shop_order_number_not_found\
online_shop_voucher_number_expired\
online_shop_customer_identification_is_not_available_anymore\
online_shop_gift_identification_in_use\
online_shop_payment_method_identification_gone\
online_shop_cart_of_yesterday_not_found\
online_shop_delivery_address_of_yesterday_expired\
online_shop_order_of_yesterday_is_not_available_anymore\
online_shop_voucher_of_yesterday_in_use\
online_shop_customer_not_found\
online_shop_gift_expired\
online_shop_payment_method_is_not_available_anymore\
online_shop_cart_item_in_use\
online_shop_delivery_address_item_gone\
online_shop_order_item_not_found\
online_shop_voucher_item_expired\
online_shop_customer_number_is_not_available_anymore\
online_shop_gift_number_in_use\
online_shop_payment_method_number_gone\
online_shop_cart_identification_not_found\
online_shop_delivery_address_identification_expired\
online_shop_order_identification_is_not_available_anymore\
online_shop_voucher_identification_in_use\
online_shop_customer_of_yesterday_gone\
online_shop_gift_of_yesterday_not_found\
online_shop_payment_method_of_yesterday_expired\
online_shop_cart_in_use\
online_shop_delivery_address_gone\
online_shop_order_not_found\
online_shop_voucher_expired\
online_shop_customer_item_is_not_available_anymore\
online_shop_gift_item_in_use\
online_shop_payment_method_item_gone\
online_shop_cart_number_not_found\
online_shop_delivery_address_number_expired\
online_shop_order_number_is_not_available_anymore\
online_shop_voucher_number_in_use\
online_shop_customer_identification_gone\
online_shop_gift_identification_not_found\
online_shop_payment_method_identification_expired\
online_shop_cart_of_yesterday_is_not_available_anymore\
online_shop_delivery_address_of_yesterday_in_use\
online_shop_order_of_yesterday_gone\
online_shop_voucher_of_yesterday_not_found\
online_shop_customer_is_not_available_anymore\
online_shop_gift_in_use\
online_shop_payment_method_gone\
online_shop_cart_item_not_found\
online_shop_delivery_address_item_expired\
online_shop_order_item_is_not_available_anymore\
online_shop_voucher_item_in_use\
online_shop_customer_number_gone\
online_shop_gift_number_not_found\
online_shop_payment_method_number_expired\
online_shop_cart_identification_is_not_available_anymore\
online_shop_delivery_address_identification_in_use\
online_shop_order_identification_gone\
online_shop_voucher_identification_not_found\
online_shop_customer_of_yesterday_expired\
online_shop_gift_of_yesterday_is_not_available_anymore\
online_shop_payment_method_of_yesterday_in_use\
online_shop_cart_not_found\
online_shop_delivery_address_expired\
online_shop_order_is_not_available_anymore\
online_shop_voucher_in_use\
online_shop_customer_item_gone\
online_shop_gift_item_not_found\
online_shop_payment_method_item_expired\
online_shop_cart_number_is_not_available_anymore\
online_shop_delivery_address_number_in_use\
online_shop_order_number_gone\
online_shop_voucher_number_not_found\
online_shop_customer_identification_expired\
online_shop_gift_identification_is_not_available_anymore\
online_shop_payment_method_identification_in_use\
online_shop_cart_of_yesterday_gone\
online_shop_delivery_address_of_yesterday_not_found\
online_shop_order_of_yesterday_expired\
online_shop_voucher_of_yesterday_is_not_available_anymore\
online_shop_customer_gone\
online_shop_gift_not_found\
online_shop_payment_method_expired\
online_shop_cart_item_is_not_available_anymore\
online_shop_delivery_address_item_in_use\
online_shop_order_item_gone\
online_shop_voucher_item_not_found\
online_shop_customer_number_expired\
online_shop_gift_number_is_not_available_anymore\
online_shop_payment_method_number_in_use\
online_shop_cart_identification_gone\
online_shop_delivery_address_identification_not_found\
online_shop_order_identification_expired\
online_shop_voucher_identification_is_not_available_anymore\
online_shop_customer_of_yesterday_in_use\
online_shop_gift_of_yesterday_gone\
online_shop_payment_method_of_yesterday_not_found\
online_shop_cart_is_not_available_anymore\
online_shop_delivery_address_in_use\
online_shop_order_gone\
online_shop_voucher_not_found\
online_shop_customer_item_expired\
online_shop_gift_item_is_not_available_anymore\
online_shop_payment_method_item_in_use\
online_shop_cart_number_gone\
online_shop_delivery_address_number_not_found\
online_shop_order_number_expired\
------------------------------------------------------------------\
",
b"\
\0\0\0\0\x15\0\0\0\x3b\0\0\0\x54\0\0\0\x80\0\0\0\xa0\0\0\0\xba\0\0\0\xe3\0\0\0\
\x02\x01\0\0\x3e\x01\0\0\x5d\x01\0\0\x7c\x01\0\0\xa9\x01\0\0\xd0\x01\0\0\x12\x02\0\0\x36\x02\0\0\
\x64\x02\0\0\x8c\x02\0\0\xb4\x02\0\0\xcf\x02\0\0\xe4\x02\0\0\x08\x03\0\0\x25\x03\0\0\x5f\x03\0\0\
\x7c\x03\0\0\x99\x03\0\0\xbe\x03\0\0\xdd\x03\0\0\x17\x04\0\0\x3d\x04\0\0\x6d\x04\0\0\x97\x04\0\0\
\xc1\x04\0\0\xfb\x04\0\0\x1f\x05\0\0\x4b\x05\0\0\x63\x05\0\0\x98\x05\0\0\xb0\x05\0\0\xc8\x05\0\0\
\xeb\x05\0\0\x08\x06\0\0\x40\x06\0\0\x5e\x06\0\0\x86\x06\0\0\xa8\x06\0\0\xca\x06\0\0\x06\x07\0\0\
\x2c\x07\0\0\x5a\x07\0\0\x81\x07\0\0\xb2\x07\0\0\xe9\x07\0\0\x10\x08\0\0\x2e\x08\0\0\x46\x08\0\0\
\x79\x08\0\0\x95\x08\0\0\xbb\x08\0\0\xdb\x08\0\0\xfb\x08\0\0\x2f\x09\0\0\x4d\x09\0\0\x73\x09\0\0\
\x9c\x09\0\0\xcf\x09\0\0\x08\x0a\0\0\x31\x0a\0\0\x57\x0a\0\0\x7e\x0a\0\0\xad\x0a\0\0\xc4\x0a\0\0\
\xe5\x0a\0\0\0\x0b\0\0\x1b\x0b\0\0\x4d\x0b\0\0\x69\x0b\0\0\x8d\x0b\0\0\xae\x0b\0\0\xd9\x0b\0\0\
\x0a\x0c\0\0\x2b\x0c\0\0\x53\x0c\0\0\x7c\x0c\0\0\xad\x0c\0\0\xe3\x0c\0\0\x13\x0d\0\0\x36\x0d\0\0\
\x60\x0d\0\0\x8d\x0d\0\0\xa4\x0d\0\0\xc3\x0d\0\0\xe2\x0d\0\0\x0b\x0e\0\0\x3a\x0e\0\0\x59\x0e\0\0\
\x79\x0e\0\0\x9a\x0e\0\0\xc3\x0e\0\0\xfb\x0e\0\0\x2d\x0f\0\0\x52\x0f\0\0\x7e\x0f\0\0\xa7\x0f\0\0\
\xdd\x0f\0\0\x0b\x10\0\0\x25\x10\0\0\x49\x10\0\0\x73\x10\0\0\x8d\x10\0\0\xab\x10\0\0\xca\x10\0\0\
\xf1\x10\0\0\x21\x11\0\0\x4b\x11\0\0\x68\x11\0\0\x8c\x11\0\0\xb7\x11\0\0\xef\x11\0\0\x1f\x12\0\0\
\x41\x12\0\0\x74\x12\0\0\x9a\x12\0\0\xd3\x12\0\0\xec\x12\0\0\x06\x13\0\0\x28\x13\0\0\x56\x13\0\0\
\x7e\x13\0\0\x99\x13\0\0\xbb\x13\0\0\xde\x13\0\0\x0e\x14\0\0\x36\x14\0\0\x5a\x14\0\0\x8f\x14\0\0\
\xb7\x14\0\0\xf2\x14\0\0\x1a\x15\0\0\x3c\x15\0\0\x6d\x15\0\0\x96\x15\0\0\xb9\x15\0\0\xcf\x15\0\0\
\xec\x15\0\0\x0d\x16\0\0\x3b\x16\0\0\x61\x16\0\0\x7d\x16\0\0\xaa\x16\0\0\xca\x16\0\0\
",
);

pub(super) static FACTORS: [u8; 64] = *b"\
\x04\x02\0\x05\x07\x09\x04\x06\0\x0f\x13\x3e\x03\x0b\x04\x23\0\x02\x09\x09\x04\x26\x01\x05\x0f\x05\x0c\x02\x05\x43\x06\x07\
\x03\x05\x82\x0e\0\x33\x13\0\x05\x05\x65\x05\x10\x08\x06\x21\x09\x04\x1d\x02\x0e\x05\x63\x05\x20\0\x9a\x08\x79\x06\x05\x05\
";

pub(super) static SLOTS: [::errcat::table::Slot16<super::Code>; 150] = ::errcat::table::slots16(&[
0x10ca006f0027, 0x39900190025, 0x121f00770022, 0x124100780033, 0x84600370033, 0xe3a005e001f,
0x8db003b0020, 0x686002c0022, 0x417001c0026, 0x4c10020003a, 0xe9a00610029, 0x497001f002a,
0x1d0000d0042, 0x145a00860035, 0xae50048001b, 0x15d000a001f, 0x46d001e002a, 0xa00005001a,
0xda4005a001f, 0x6a8002d0022, 0x640002a001e, 0x94d003e0026, 0x10ab006e001f, 0xe0b005d002f,
0xbae004e002b, 0xc7c00530031, 0x15b9008e0016, 0xfdd0068002e, 0x116800730024, 0xbd9004f0031,
0x14b70088003b, 0xb000049001b, 0xac400470021, 0x160d0091002e, 0x3250016003a, 0x89500390026,
0x5c800270023, 0x1356007f0028, 0x37c0018001d, 0xce300550030, 0x4fb00210024, 0x15ec00900021,
0x1596008d0023, 0x1073006c001a, 0xa0800420029, 0x973003f0029, 0x7b200330037, 0xaad00460017,
0x13de00830030, 0x3080015001d, 0xa3100430026, 0x72c0030002e, 0x236000f002e, 0x139900810022,
0x1049006b002a, 0x129a007a0039, 0x3dd001b003a, 0x8fb003c0034, 0x59800250018, 0x156d008c0029,
0x28c00110028, 0x118c0074002b, 0x706002f0026, 0xe30007001f, 0x7e900340027, 0x11ef00760030,
0xec300620038, 0xde2005c0029, 0xe7900600021, 0x8100035001e, 0xa7e0045002f, 0x143600850024,
0x17c000b002d, 0x15, 0x13bb00820023, 0x15cf008f001d, 0xb69004c0024, 0x127400790026, 0x5eb0028001d,
0xfa700670036, 0xd360057002a, 0x1025006a0024, 0x3be001a001f, 0x11b700750038, 0x13e0009001f,
0x540003002c, 0x16610093001c, 0x140e00840028, 0xd8d00590017, 0x6ca002e003c, 0xc2b00510028,
0x51f0022002c, 0x1500010026, 0x100b0069001a, 0x92f003d001e, 0xf520065002c, 0x75a00310027,
0x167d0094002d, 0x8bb003a0020, 0xd600058002d, 0xcad00540036, 0x114b0072001d, 0x14f200890028,
0x65e002b0028, 0x137e0080001b, 0x8000040020, 0x2b40012001b, 0x151a008a0022, 0x12ec007c001a,
0xf7e00660029, 0x3b00020019, 0x2cf00130015, 0x54b00230018, 0x16aa00950020, 0x12d3007b0019,
0xc0a00500021, 0x60800290038, 0xb1b004a0032, 0x35f0017001d, 0x11210071002a, 0x8790038001c,
0x1306007d0022, 0xb4d004b001c, 0x82e00360018, 0xefb00630032, 0x5b000260018, 0xd1300560023,
0xe59005f0020, 0x163b00920026, 0x148f00870028, 0x108d006d001e, 0x99c00400033, 0x9cf00410039,
0x212000e0024, 0x2e400140024, 0xf2d00640025, 0xdc3005b001f, 0x56300240035, 0x1328007e002e,
0xa5700440027, 0x26400100028, 0x1020008003c, 0x153c008b0031, 0x43d001d0030, 0x1a9000c0027,
0xb8d004d0021, 0xba00060029, 0x10f100700030, 0x78100320031, 0xc5300520029,
], 16, super::Code::ALL);

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() < 21 || key.len() > 64 {
return find_unusual(key);
}
let mixed = ::errcat::table::add_length(::errcat::table::mix(::errcat::table::mix(0, ::errcat::table::back(key, 0), 0), ::errcat::table::window(key, 1), 0), key.len());
let place = {
let hash = ::errcat::table::hash(mixed, 0xe220a8397b1dcdaf);
let factor = FACTORS[::errcat::table::bucket(hash, 6)] as u32;
::errcat::table::slot(hash, factor, 150)
};
SLOTS[place].code_of::<64, true>(&CODES, key)
}

#[cold]
#[inline]
const fn find_unusual(key: &[u8]) -> ::core::option::Option<super::Code> {
if key.len() > 66 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::add_length(::errcat::table::mix(::errcat::table::mix(0, ::errcat::table::back(key, 0), 0), ::errcat::table::window(key, 1), 0), key.len());
let place = {
let hash = ::errcat::table::hash(mixed, 0xe220a8397b1dcdaf);
let factor = FACTORS[::errcat::table::bucket(hash, 6)] as u32;
::errcat::table::slot(hash, factor, 150)
};
SLOTS[place].code_of::<66, false>(&CODES, key)
}


