pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
ABCDEFGHabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh\
abcdefghABCDEFGHabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh\
abcdefghabcdefghABCDEFGHabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh\
abcdefghabcdefghabcdefghABCDEFGHabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh\
abcdefghabcdefghabcdefghabcdefghABCDEFGHabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh\
abcdefghabcdefghabcdefghabcdefghabcdefghABCDEFGHabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh\
abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghABCDEFGHabcdefghabcdefghabcdefghabcdefghabcdefgh\
abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghABCDEFGHabcdefghabcdefghabcdefghabcdefgh\
abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghABCDEFGHabcdefghabcdefghabcdefgh\
abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghABCDEFGHabcdefghabcdefgh\
abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghABCDEFGHabcdefgh\
abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghABCDEFGH\
abcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefghabcdefgh\
",
b"\
\0\0\0\0\x60\0\0\0\xc0\0\0\0\x20\x01\0\0\x80\x01\0\0\xe0\x01\0\0\x40\x02\0\0\xa0\x02\0\0\
\0\x03\0\0\x60\x03\0\0\xc0\x03\0\0\x20\x04\0\0\x80\x04\0\0\xe0\x04\0\0\
",
);

pub(super) static SLOTS: [u64; 13] = [
0x60, 0x6000010060, 0xc000020060, 0x12000030060, 0x18000040060, 0x1e000050060, 0x24000060060,
0x2a000070060, 0x30000080060, 0x36000090060, 0x3c0000a0060, 0x420000b0060, 0x480000c0060,
];

pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
::errcat::table::search(&CODES, &SLOTS, 16, code, super::Code::ALL)
}


