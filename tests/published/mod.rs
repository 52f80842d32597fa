//! The published facts of the codes of the four APIs, and the facts of the library, in one form.

use errcat::ErrorCode;

/// The published facts of one code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Facts {
    /// The id of the family.
    pub(crate) family: String,
    /// The position in the family, from 1.
    pub(crate) index: usize,
    pub(crate) code: String,
    /// The name, if it differs from the code.
    pub(crate) name: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) message: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) dynamic: bool,
    /// The code that outsiders see instead.
    pub(crate) mask: Option<String>,
}

/// A published section of codes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) count: usize,
}

const fn section(id: &'static str, title: &'static str, count: usize) -> Section {
    Section { id, title, count }
}

pub(crate) const PHALA_CLOUD: &[Section] = &[
    section("preflight", "CVM API / Preflight", 8),
    section("inventory", "Inventory", 16),
    section("cvm-operations", "CVM Operations", 10),
    section("workspace", "Workspace", 3),
    section("credentials", "Credentials", 2),
    section("authentication", "Authentication", 0),
];

pub(crate) const CSGHUB: &[Section] = &[
    section("account", "Account Errors", 4),
    section("auth", "Auth Errors", 11),
    section("dataset", "Dataset Errors", 3),
    section("git", "Git Errors", 35),
    section("invitation", "Invitation Errors", 3),
    section("license", "License Errors", 2),
    section("req", "Req Errors", 13),
    section("system", "System Errors", 9),
    section("task", "Task Errors", 6),
    section("user", "User Errors", 14),
];

pub(crate) const NSROCKS: &[Section] = &[
    section("authentication-and-accounts", "Authentication And Accounts", 20),
    section("sandboxes-and-scheduling", "Sandboxes And Scheduling", 7),
    section("snapshots", "Snapshots", 4),
    section("templates-and-builds", "Templates And Builds", 4),
    section("agent-deployments", "Agent Deployments", 8),
    section("volumes", "Volumes", 11),
    section("execution-and-files", "Execution And Files", 4),
    section("quotas-and-rate-limits", "Quotas And Rate Limits", 2),
    section("general", "General", 5),
];

pub(crate) const NOVITA: &[Section] = &[
    section("image-video-audio", "Image / Video / Audio", 24),
    section("llm", "LLM", 9),
    section("gpu", "GPU", 58),
    section("billing", "Billing", 5),
];

/// Returns the facts of every code of an enum, in order.
pub(crate) fn answers<C: ErrorCode>() -> Vec<Facts> {
    let mut answers: Vec<Facts> = Vec::new();
    for &code in C::ALL {
        let index = match answers.last() {
            Some(last) if last.family == code.family_id() => last.index + 1,
            _ => 1,
        };
        let public = code.public();
        answers.push(Facts {
            family: code.family_id().to_owned(),
            index,
            code: code.code().to_owned(),
            name: code.name().map(str::to_owned),
            status: code.status(),
            message: code.message().map(str::to_owned),
            description: code.description().map(str::to_owned),
            dynamic: code.info().dynamic,
            mask: (public != code).then(|| public.code().to_owned()),
        });
    }
    answers
}

/// Asserts that both lists are equal, and shows only the first difference.
pub(crate) fn assert_same(answers: &[Facts], published: &[Facts]) {
    for (answer, published) in answers.iter().zip(published) {
        assert_eq!(answer, published);
    }
    assert_eq!(answers.len(), published.len(), "every published code, and no other");
}
