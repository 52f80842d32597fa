//! The error codes of {{title}}.

{{item}}
