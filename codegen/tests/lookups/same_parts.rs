pub(super) static CODES: ::errcat_runtime::table::Texts = ::errcat_runtime::table::Texts::new(
"\
customercustomer\
suppliersupplier\
customersupplier\
suppliercustomer\
----------------\
",
&[
0, 16, 32, 48, 64,
],
);

pub(super) static ROWS: [u8; 16] = [
0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1, 0, 0, 0,
];

#[inline(never)]
pub(super) const fn find(code: &str) -> ::core::option::Option<super::Code> {
let key = code.as_bytes();
if key.len() != 16 {
return ::core::option::Option::None;
}
let mixed = ::errcat_runtime::table::mix(::errcat_runtime::table::mix(0, ::errcat_runtime::table::window(key, 0), 0), ::errcat_runtime::table::back(key, 0), 1);
let place = ::errcat_runtime::table::flat(mixed, 0xe220a8397b1dcdaf, 4);
{
let row = ROWS[place] as usize;
::errcat_runtime::table::Slot::at(row * 16, 16, row).code_of::<16, false, _>(&CODES, key, super::Code::ALL)
}
}


