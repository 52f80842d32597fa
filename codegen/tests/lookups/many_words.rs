pub(super) static CODES: ::errcat_runtime::table::Texts = ::errcat_runtime::table::Texts::new(
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
&[
0, 21, 59, 84, 128, 160, 186, 227, 258, 318, 349, 380, 425, 464, 530, 566, 612, 652, 692, 719, 740,
776, 805, 863, 892, 921, 958, 989, 1047, 1085, 1133, 1175, 1217, 1275, 1311, 1355, 1379, 1432, 1456,
1480, 1515, 1544, 1600, 1630, 1670, 1704, 1738, 1798, 1836, 1882, 1921, 1970, 2025, 2064, 2094, 2118,
2169, 2197, 2235, 2267, 2299, 2351, 2381, 2419, 2460, 2511, 2568, 2609, 2647, 2686, 2733, 2756, 2789,
2816, 2843, 2893, 2921, 2957, 2990, 3033, 3082, 3115, 3155, 3196, 3245, 3299, 3347, 3382, 3424, 3469,
3492, 3523, 3554, 3595, 3642, 3673, 3705, 3738, 3779, 3835, 3885, 3922, 3966, 4007, 4061, 4107, 4133,
4169, 4211, 4237, 4267, 4298, 4337, 4385, 4427, 4456, 4492, 4535, 4591, 4639, 4673, 4724, 4762, 4819,
4844, 4870, 4904, 4950, 4990, 5017, 5051, 5086, 5134, 5174, 5210, 5263, 5303, 5362, 5402, 5436, 5485,
5526, 5561, 5583, 5612, 5645, 5691, 5729, 5757, 5802, 5834,
],
);

pub(super) static FACTORS: [u8; 64] = [
4, 2, 0, 5, 7, 9, 4, 6, 0, 15, 19, 62, 3, 11, 4, 35, 0, 2, 9, 9, 4, 38, 1, 5, 15, 5, 12, 2, 5, 67, 6,
7, 3, 5, 130, 14, 0, 51, 19, 0, 5, 5, 101, 5, 16, 8, 6, 33, 9, 4, 29, 2, 14, 5, 99, 5, 32, 0, 154, 8,
121, 6, 5, 5,
];

pub(super) static SLOTS: [::errcat_runtime::table::Slot16<super::Code>; 150] = ::errcat_runtime::table::slots16(&[
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
let mixed = ::errcat_runtime::table::add_length(::errcat_runtime::table::mix(::errcat_runtime::table::mix(0, ::errcat_runtime::table::back(key, 0), 0), ::errcat_runtime::table::window(key, 1), 0), key.len());
let place = {
let hash = ::errcat_runtime::table::hash(mixed, 0xe220a8397b1dcdaf);
let factor = FACTORS[::errcat_runtime::table::bucket(hash, 6)] as u32;
::errcat_runtime::table::slot(hash, factor, 150)
};
SLOTS[place].code_of::<64, true>(&CODES, key)
}

#[cold]
#[inline]
const fn find_unusual(key: &[u8]) -> ::core::option::Option<super::Code> {
if key.len() > 66 {
return ::core::option::Option::None;
}
let mixed = ::errcat_runtime::table::add_length(::errcat_runtime::table::mix(::errcat_runtime::table::mix(0, ::errcat_runtime::table::back(key, 0), 0), ::errcat_runtime::table::window(key, 1), 0), key.len());
let place = {
let hash = ::errcat_runtime::table::hash(mixed, 0xe220a8397b1dcdaf);
let factor = FACTORS[::errcat_runtime::table::bucket(hash, 6)] as u32;
::errcat_runtime::table::slot(hash, factor, 150)
};
SLOTS[place].code_of::<66, false>(&CODES, key)
}


