pub(super) static CODES: ::errcat::table::Texts = ::errcat::table::Texts::new(
"\
lonely\
--------\
",
b"\
\0\0\0\0\x06\0\0\0\
",
);

pub(super) static ROWS: [u8; 4] = *b"\
\0\0\0\0\
";

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() != 6 {
return ::core::option::Option::None;
}
let mixed = ::errcat::table::mix(0, ::errcat::table::window(key, 0), 0);
let place = ::errcat::table::flat(mixed, 0xe220a8397b1dcdaf, 2);
{
let row = ROWS[place] as usize;
::errcat::table::Slot::at(row * 6, 6, row).code_of::<8, false, _>(&CODES, key, super::Code::ALL)
}
}


