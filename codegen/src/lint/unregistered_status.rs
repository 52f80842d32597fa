//! `unregistered-status`: a status that is not registered with IANA.

use super::{Report, error_status};
use crate::diag::{Finding, Rule};
use crate::model::Catalog;

const RULE: Rule = Rule::UnregisteredStatus;

/// The statuses in the IANA registry.
const REGISTERED: [u16; 62] = [
    100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307,
    308, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422,
    423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 104,
];

pub(super) fn check(catalog: &Catalog, report: &Report<'_>) {
    for entry in &catalog.errors {
        let Some(status) = entry.status.filter(|status| !REGISTERED.contains(&status.value)) else {
            continue;
        };
        if error_status::is_success(catalog, entry) {
            continue;
        }
        let class = status.value / 100 * 100;
        let message = format!("status {} is not registered", status.value);
        let finding = Finding::new(RULE, status.span, message).label("unregistered").help(format!(
            "clients that do not know {0} treat it as {class}; use a registered status, or allow the rule if the API has published {0}",
            status.value
        ));
        report.about(entry, finding);
    }
}
