//! `errcat explain` about codes that only the ledger of a catalog has.

use errcat_build::unstable::ledger::Promise;
use errcat_build::unstable::model::Catalog;
use errcat_build::unstable::text::reveal::reveal;

/// Returns what the ledgers say about released codes that are no longer in their catalogs, if `finds`
/// accepts the code.
pub(crate) fn explain<'c>(
    catalogs: impl Iterator<Item = &'c Catalog>,
    finds: impl Fn(&str, &str) -> bool,
) -> Option<String> {
    let removed = catalogs.flat_map(|catalog| {
        let promises = catalog.ledger.iter().flat_map(|ledger| &ledger.promises);
        let is_gone =
            |promise: &&Promise| !catalog.errors.iter().any(|error| error.code.value == promise.code);
        promises.filter(is_gone).map(move |promise| (catalog, promise))
    });
    let found = removed.filter(|(catalog, promise)| finds(&catalog.id, &promise.code));
    let texts: Vec<String> = found.map(|(catalog, promise)| about(catalog, promise)).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn about(catalog: &Catalog, promise: &Promise) -> String {
    let title = format!("{}  {}", promise.code, promise.label());
    let mut text = format!("{:<56} {} · {}\n", reveal(&title), catalog.id, reveal(&promise.family));
    for line in promise.message.iter().flat_map(|message| message.lines()) {
        text.push_str(&format!("\n  {}\n", reveal(line)));
    }
    text.push('\n');
    let released = promise.first.clone();
    let facts = [
        ("status", promise.status.map(|status| status.to_string())),
        ("released", released),
        ("removed", Some("no longer in the catalog; clients may still receive it".to_owned())),
    ];
    for (label, value) in facts {
        text.extend(value.map(|value| format!("  {label:<12} {}\n", reveal(&value))));
    }
    text
}
