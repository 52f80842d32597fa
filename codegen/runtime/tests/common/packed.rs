/// Packs numbers like generated tables: four bytes each, in little-endian order.
pub(crate) const fn packed<const NUMBERS: usize, const BYTES: usize>(numbers: [u32; NUMBERS]) -> [u8; BYTES] {
    assert!(BYTES == 4 * NUMBERS);
    let mut bytes = [0; BYTES];
    let mut i = 0;
    while i < BYTES {
        bytes[i] = numbers[i / 4].to_le_bytes()[i % 4];
        i += 1;
    }
    bytes
}
