//! Tests of the public API of the library.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Debug;
use std::str::FromStr;

use errcat::{ErrorCode, UnknownCode, Wire};
use errcat_catalogs::{csghub, novita, nsrocks, phala_cloud};

/// Checks every trait of an enum of codes besides `ErrorCode`. The bounds are half of the test.
fn check_traits<C>()
where
    C: ErrorCode
        + FromStr<Err = UnknownCode>
        + TryFrom<&'static str, Error = UnknownCode>
        + AsRef<str>
        + PartialEq<str>
        + PartialEq<&'static str>
        + Into<&'static str>
        + Debug,
{
    for &code in C::ALL {
        let text = code.code();
        let into: &'static str = code.into();
        assert_eq!((into, code.as_ref()), (text, text));
        assert!(code == *text && code == text);
        let longer = format!("{text} ");
        assert!(code != *longer.as_str());
        // If families share codes, the text alone may be ambiguous.
        if let Some(found) = C::from_code(text) {
            assert_eq!(text.parse(), Ok(found));
            assert_eq!(C::try_from(text), Ok(found));
        } else {
            assert!(text.parse::<C>().unwrap_err().is_ambiguous());
            assert!(C::try_from(text).unwrap_err().is_ambiguous());
        }
        let about = code.message().or(code.description());
        let shown = about.map_or_else(|| text.to_owned(), |about| format!("{text}: {about}"));
        assert_eq!(code.to_string(), shown);
    }
    assert!(C::ALL.is_sorted_by(|a, b| a < b), "the order is the published one");
    let set: HashSet<C> = C::ALL.iter().chain(C::ALL).copied().collect();
    assert_eq!(set.len(), C::ALL.len());
    let places: HashMap<C, usize> = C::ALL.iter().copied().enumerate().map(|(at, code)| (code, at)).collect();
    assert!(C::ALL.iter().enumerate().all(|(at, code)| places[code] == at));
}

/// Checks an enum whose codes are unique.
fn check_flat<C: ErrorCode>() {
    assert_eq!((size_of::<C>(), size_of::<Option<C>>()), (1, 1), "{}", C::CATALOG);
    for code in C::ALL {
        assert_eq!(format!("{code:?}"), code.ident());
    }
    let idents: BTreeSet<&str> = C::ALL.iter().map(|code| code.ident()).collect();
    assert_eq!(idents.len(), C::ALL.len());
}

#[test]
fn traits() {
    check_traits::<phala_cloud::Code>();
    check_traits::<csghub::Code>();
    check_traits::<nsrocks::Code>();
    check_traits::<novita::Code>();
    check_traits::<novita::image_video_audio::Code>();
    check_traits::<novita::llm::Code>();
    check_traits::<novita::gpu::Code>();
    check_traits::<novita::billing::Code>();
}

#[test]
fn sizes_and_names() {
    check_flat::<phala_cloud::Code>();
    check_flat::<csghub::Code>();
    check_flat::<nsrocks::Code>();
    check_flat::<novita::image_video_audio::Code>();
    check_flat::<novita::llm::Code>();
    check_flat::<novita::gpu::Code>();
    check_flat::<novita::billing::Code>();
    assert_eq!(format!("{:?}", phala_cloud::Code::CvmNotInWorkspaceHidden), "CvmNotInWorkspaceHidden");
    assert_eq!(phala_cloud::Code::CvmNotInWorkspaceHidden.name(), Some("CvmNotInWorkspaceError"));
    assert_eq!(csghub::Code::GitServiceUnavaliable.name(), Some("gitServiceUnavaliable"));
}

#[test]
fn display() {
    let node = phala_cloud::Code::NodeNotFound;
    assert_eq!(node.to_string(), "ERR-01-001: The requested node is not available");
    assert_eq!(format!("{node:.10}|{node:>50}|"), format!("ERR-01-001|{:>50}|", node.to_string()));
    assert_eq!(
        nsrocks::Code::QuotaExceeded.to_string(),
        "QUOTA_EXCEEDED: The request exceeds the quota limit."
    );
    assert_eq!(csghub::Code::ErrReqParamMissing.to_string(), "REQ-ERR-4");
    assert_eq!(novita::gpu::Code::Unknown.to_string(), "UNKNOWN: Unknown error");
    assert_eq!(novita::Code::from(novita::gpu::Code::Unknown).to_string(), "UNKNOWN: Unknown error");
}

/// The signature of `status` depends on the catalog. Everything works in constants.
#[test]
fn constant_functions() {
    const STATUS: Option<u16> = phala_cloud::Code::HashNotAllowed.status();
    const NONE: Option<u16> = nsrocks::Code::Unauthorized.status();
    const REQUIRED: u16 = novita::llm::Code::ServiceNotAvailable.status();
    const UMBRELLA: u16 = novita::Code::Llm(novita::llm::Code::AccessDeny).status();
    const TEXTS: (&str, Option<&str>, &str) =
        (csghub::Code::NeedUuid.code(), csghub::Code::NeedUuid.name(), csghub::Code::NeedUuid.ident());
    const FAMILY: &str = csghub::Code::NeedUuid.family().title();
    const FIRST: csghub::Code = csghub::Family::Task.codes()[0];
    const PUBLIC: phala_cloud::Code = phala_cloud::Code::CvmAccessDenied.public();
    const DYNAMIC: bool = phala_cloud::Code::TokenRateLimit.info().dynamic;

    assert_eq!((STATUS, NONE, REQUIRED, UMBRELLA), (Some(468), None, 503, 403));
    assert_eq!(TEXTS, ("AUTH-ERR-8", Some("needUUID"), "NeedUuid"));
    assert_eq!((FAMILY, FIRST.code()), ("Auth Errors", "TASK-ERR-0"));
    assert_eq!((PUBLIC.code(), DYNAMIC), ("ERR-03-001", true));
}

#[test]
fn masks() {
    use phala_cloud::Code;

    let masked = [Code::CvmNotInWorkspaceHidden, Code::CvmAccessDenied];
    assert_eq!(masked.map(Code::code), ["ERR-03-004", "ERR-03-005"]);
    for code in Code::ALL {
        let public = if masked.contains(code) { Code::CvmNotFound } else { *code };
        assert_eq!(code.public(), public);
        assert_eq!((public.message(), public.status()), (code.message(), code.status()));
    }
}

#[test]
fn families() {
    use phala_cloud::Family;

    let ids: Vec<&str> = Family::ALL.iter().map(|family| family.id()).collect();
    let wanted = ["preflight", "inventory", "cvm-operations", "workspace", "credentials", "authentication"];
    assert_eq!(ids, wanted);
    assert_eq!(Family::Preflight.title(), "CVM API / Preflight");
    assert!(Family::Authentication.codes().is_empty());
    assert_eq!(
        Family::Credentials.codes(),
        [phala_cloud::Code::TokenLimitExceeded, phala_cloud::Code::TokenRateLimit]
    );
    assert_eq!(format!("{:<12}|{:?}", Family::Workspace, Family::Workspace), "Workspace   |Workspace");
    assert!(Family::ALL.is_sorted_by(|a, b| a < b));
    assert_eq!(novita::Code::from(novita::gpu::Code::Conflict).family(), novita::Family::Gpu);
    assert_eq!(novita::gpu::Code::Conflict.family(), novita::Family::Gpu);
}

/// Constants have the names that the SDK gives them.
#[test]
fn phala_cloud_constants() {
    use phala_cloud::codes;

    let constants = [
        ("ERR-01-001", codes::NODE_NOT_FOUND),
        ("ERR-01-002", codes::COMPOSE_FILE_REQUIRED),
        ("ERR-01-003", codes::INVALID_COMPOSE_FILE),
        ("ERR-01-004", codes::DUPLICATE_CVM_NAME),
        ("ERR-01-005", codes::HASH_REGISTRATION_REQUIRED),
        ("ERR-01-006", codes::HASH_INVALID_OR_EXPIRED),
        ("ERR-01-007", codes::TX_VERIFICATION_FAILED),
        ("ERR-01-008", codes::HASH_NOT_ALLOWED),
        ("ERR-02-001", codes::INSTANCE_TYPE_NOT_FOUND),
        ("ERR-02-002", codes::RESOURCE_NOT_AVAILABLE),
        ("ERR-02-003", codes::INSUFFICIENT_VCPU),
        ("ERR-02-004", codes::INSUFFICIENT_MEMORY),
        ("ERR-02-005", codes::INSUFFICIENT_SLOTS),
        ("ERR-02-006", codes::GPU_ALLOCATION),
        ("ERR-02-007", codes::INSUFFICIENT_GPU),
        ("ERR-02-008", codes::INVALID_REQUEST),
        ("ERR-02-009", codes::INCOMPATIBLE_CONFIGURATION),
        ("ERR-02-010", codes::IMAGE_NOT_FOUND),
        ("ERR-02-011", codes::KMS_NOT_FOUND),
        ("ERR-02-012", codes::TEEPOD_NOT_ACCESSIBLE),
        ("ERR-02-013", codes::OS_IMAGE_NOT_COMPATIBLE),
        ("ERR-02-014", codes::NODE_CAPACITY_NOT_CONFIGURED),
        ("ERR-02-015", codes::QUOTA_EXCEEDED),
        ("ERR-02-016", codes::GPU_DEVICE_IN_USE),
        ("ERR-03-001", codes::CVM_NOT_FOUND),
        ("ERR-03-002", codes::MULTIPLE_CVMS_WITH_SAME_NAME),
        ("ERR-03-003", codes::CVM_NOT_IN_WORKSPACE),
        ("ERR-03-004", codes::CVM_NOT_IN_WORKSPACE_HIDDEN),
        ("ERR-03-005", codes::CVM_ACCESS_DENIED),
        ("ERR-03-006", codes::REPLICA_IMAGE_NOT_AVAILABLE),
        ("ERR-03-007", codes::CVM_APP_ID_CONFLICT),
        ("ERR-03-008", codes::REPLICA_SOURCE_INSTANCE_NOT_ACCESSIBLE),
        ("ERR-03-009", codes::REPLICA_COMPOSE_HASH_REQUIRED),
        ("ERR-03-010", codes::MULTIPLE_CVMS_FOR_IDENTIFIER),
        ("ERR-04-001", codes::INSUFFICIENT_BALANCE),
        ("ERR-04-002", codes::MAX_CVM_LIMIT),
        ("ERR-04-003", codes::RESOURCE_LIMIT_EXCEEDED),
        ("ERR-05-001", codes::TOKEN_LIMIT_EXCEEDED),
        ("ERR-05-002", codes::TOKEN_RATE_LIMIT),
    ];
    for (text, constant) in constants {
        assert_eq!(constant.code(), text);
    }
    assert_eq!(constants.map(|(_, constant)| constant), phala_cloud::Code::ALL);
}

#[test]
fn other_constants() {
    assert_eq!(csghub::codes::INSUFFICIENT_BALANCE.code(), "ACT-ERR-0");
    assert_eq!(csghub::codes::PHONE_ALREADY_EXISTS_IN_SSO.code(), "USER-ERR-2");
    assert_eq!(nsrocks::codes::QUOTA_EXCEEDED.code(), "QUOTA_EXCEEDED");
    assert_eq!(nsrocks::codes::SNAPSHOT_IN_USE.code(), "snapshot_in_use");
    assert_eq!(novita::gpu::codes::UNKNOWN, novita::gpu::Code::Unknown);
    assert_eq!(novita::billing::codes::UNKNOWN, novita::billing::Code::Unknown);
}

#[test]
fn codes_as_received() {
    use phala_cloud::Code;

    let known = Wire::<Code>::new("ERR-03-004");
    assert_eq!(known.known(), Some(Code::CvmNotInWorkspaceHidden));
    assert!(known == Code::CvmNotInWorkspaceHidden && known != Code::CvmNotFound);
    assert!(known == "ERR-03-004" && known == *"ERR-03-004" && known != "ERR-03-001");
    assert_eq!(known, Wire::from(Code::CvmNotInWorkspaceHidden));

    for text in ["ERR-03-999", "err-03-004", "ERR-03-004 ", "", "\u{202e}\0💥"] {
        let unknown = Wire::<Code>::from(text);
        assert_eq!((unknown.known(), unknown.is_known()), (None, false));
        assert_eq!((unknown.as_str(), unknown.to_string().as_str()), (text, text));
        assert!(unknown == text && unknown != "ERR-03-004");
        assert!(Code::ALL.iter().all(|code| unknown != *code));
        assert_ne!(unknown, known);
    }

    let ambiguous = Wire::<novita::Code>::new("RATE_LIMIT_EXCEEDED");
    assert_eq!((ambiguous.known(), ambiguous.as_str()), (None, "RATE_LIMIT_EXCEEDED"));
    let family = Wire::<novita::llm::Code>::new("RATE_LIMIT_EXCEEDED");
    assert!(family == novita::llm::Code::RateLimitExceeded);
    let code = novita::Code::Llm(novita::llm::Code::RateLimitExceeded);
    assert_eq!(Wire::from(code).known(), Some(code), "a code that is known need not be looked up");
}

#[test]
fn codes_as_received_of_every_catalog() {
    fn check<C: ErrorCode>() {
        for &code in C::ALL {
            let wire = Wire::<C>::new(code.code());
            assert_eq!((wire.known(), wire.as_str()), (C::from_code(code.code()), code.code()));
        }
    }
    check::<phala_cloud::Code>();
    check::<csghub::Code>();
    check::<nsrocks::Code>();
    check::<novita::Code>();
    check::<novita::gpu::Code>();
}
