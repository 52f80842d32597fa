//! `facts`: bytes per code in a program that parses codes and prints their code and message.

use std::error::Error;
use std::fs;

use object::elf::SHF_ALLOC;
use object::{Object, ObjectSection, SectionFlags};

use crate::peer::{self, Peer};
use crate::scratch::Scratch;
use crate::table::Table;

/// The difference between two sizes is measured, which excludes the rest of the program.
const FEW: usize = 100;
const MANY: usize = 1_000;

/// The sizes of the loaded parts of a program.
#[derive(Clone, Copy, Default)]
struct Size {
    code: f64,
    data: f64,
    other: f64,
    relocations: f64,
}

/// Prints bytes and relocations per code.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    println!(
        "\n## Facts: bytes per code of a stripped release program, {MANY} codes with 74 bytes of text\n"
    );
    let mut table = Table::new("the program uses");
    for (debug, name) in [(false, "parse, code, message"), (true, "parse, code, message, Debug")] {
        let mut ours = 0.0;
        for (peer, peer_name) in Peer::ALL {
            let few = size(peer, FEW, debug)?;
            let many = size(peer, MANY, debug)?;
            let each = |part: fn(&Size) -> f64| (part(&many) - part(&few)) / 900.0;
            let (code, data, other) =
                (each(|size| size.code), each(|size| size.data), each(|size| size.other));
            let all = code + data + other;
            if peer == Peer::Errcat {
                ours = all;
            }
            let row = format!("{name}: {peer_name}");
            table.cell(&row, "bytes", format!("{all:.0} ({:.1})", all / ours));
            table.cell(&row, "instructions", format!("{code:.0}"));
            table.cell(&row, "data", format!("{data:.0}"));
            table.cell(&row, "relocations, unwinding", format!("{:.0}", other.max(0.0)));
            table.cell(&row, "relocations (number)", format!("{:.2}", each(|size| size.relocations)));
        }
    }
    table.print();
    Ok(())
}

fn size(peer: Peer, count: usize, debug: bool) -> Result<Size, Box<dyn Error>> {
    let lib = peer.library(&peer::codes(count))?;
    let main = peer.program(debug).replace("api::", "scratch::api::");
    let scratch = Scratch::new(&peer.dependencies(&Scratch::runtime()), &lib, Some(&main))?;
    scratch.build()?;
    let bytes = fs::read(scratch.path("target/release/scratch"))?;
    let file = object::File::parse(&*bytes)?;
    let mut size = Size::default();
    for section in file.sections() {
        let loaded =
            matches!(section.flags(), SectionFlags::Elf { sh_flags, .. } if sh_flags.contains(SHF_ALLOC));
        let bytes = f64::from(u32::try_from(section.size())?);
        match section.name()?.split('.').nth(1) {
            _ if !loaded => {}
            Some("text") => size.code += bytes,
            Some("rodata" | "data") => size.data += bytes,
            Some("bss" | "tbss") => {}
            _ => size.other += bytes,
        }
    }
    let relocations = file.dynamic_relocations().map_or(0, Iterator::count);
    size.relocations = f64::from(u32::try_from(relocations)?);
    Ok(size)
}
