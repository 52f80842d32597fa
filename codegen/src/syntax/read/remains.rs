//! Reads what a tombstone still has of its error, in a line of a ledger.

use super::super::yaml::Node;
use super::fields::Fields;
use super::ledger::{params_of, plain};
use super::{params, value};
use crate::diag::Findings;
use crate::format::keys;
use crate::ledger::Remains;

pub(super) fn read(node: &Node, findings: &mut Findings) -> Option<Remains> {
    let mut fields = Fields::open(node, &keys::REMAINS, findings)?.json();
    let ident = plain(fields.take("ident", findings, value::text));
    let formerly = fields.take("formerly", findings, value::text_or_texts).unwrap_or_default();
    let remains = Remains {
        ident: ident.clone().unwrap_or_default(),
        name: plain(fields.take("name", findings, value::text)),
        formerly: formerly.into_iter().map(|name| name.value).collect(),
        params: params_of(fields.take("params", findings, params::read)),
        details: params_of(fields.take("details", findings, params::read)),
    };
    fields.close(findings);
    ident.map(|_| remains)
}
