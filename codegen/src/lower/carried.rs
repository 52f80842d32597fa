//! Finds the value that a code carries, such as `{seconds}` in `FLOOD_WAIT_{seconds}`.

use super::report::placeholders as report;
use super::template;
use crate::diag::Findings;
use crate::format::vocabulary::Scalar;
use crate::model::{Carried, Param, Type};
use crate::source::Sources;
use crate::syntax::ast::Text;
use crate::text::nearest::nearest;

/// Returns what the code of an error with parameters carries. Braces in other codes are plain text.
pub(super) fn lower(
    sources: &Sources,
    code: &Text,
    params: Option<&[Param]>,
    findings: &mut Findings,
) -> Option<Carried> {
    let params = params?;
    let mut marks = marks(code).into_iter();
    let (start, end) = marks.next()?;
    if let Some((second, end)) = marks.next() {
        let span = template::within(sources, code, second, end - second);
        findings.push(report::two_values(span, code));
        return None;
    }
    let name = &code[start + 1..end - 1];
    let Some(index) = params.iter().position(|param| param.name.value == name) else {
        let span = template::within(sources, code, start, end - start);
        let nearest = nearest(name, params.iter().map(|param| param.name.as_str()));
        let advice = || "declare it under `params`; braces in a code with `params` name its value".to_owned();
        let help = nearest.map_or_else(advice, report::did_you_mean);
        findings.push(report::unknown_param(span, name, help));
        return None;
    };
    let param = &params[index];
    let is_plain = !param.optional && !param.sensitive;
    let Some(kind) = kind(&param.ty).filter(|_| is_plain) else {
        let span = template::within(sources, code, start, end - start);
        findings.push(report::uncarried(param.name.span, span, name));
        return None;
    };
    Some(Carried { prefix: code[..start].to_owned(), suffix: code[end..].to_owned(), param: index, kind })
}

fn kind(ty: &Type) -> Option<errcat::Carried> {
    match ty {
        Type::Scalar(Scalar::U32) => Some(errcat::Carried::U32),
        Type::Scalar(Scalar::U64) => Some(errcat::Carried::U64),
        Type::Scalar(Scalar::I32) => Some(errcat::Carried::I32),
        Type::Scalar(Scalar::I64) => Some(errcat::Carried::I64),
        Type::Scalar(Scalar::String) => Some(errcat::Carried::Text),
        _ => None,
    }
}

/// Returns the start and end of every text in braces.
fn marks(code: &str) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let mut open = None;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' => open = Some(at),
            b'}' => marks.extend(open.take().map(|start| (start, at + 1))),
            _ => {}
        }
    }
    marks
}
