//! Makes JavaScript of the templates for TypeScript: types become comments, which `tsc --checkJs`
//! reads.
//!
//! Templates keep to what this understands: interfaces, types of one line, signatures that end in
//! `{`, fields, and variables with a type.

/// Converts a file.
pub(super) fn javascript(typescript: &str) -> String {
    let mut out = Vec::new();
    let mut lines = typescript.lines();
    while let Some(line) = lines.next() {
        let indent = &line[..line.len() - line.trim_start().len()];
        let mut text = line.trim_start().to_owned();
        let is_described = out.last().is_some_and(|last: &String| last.trim() == "*/");
        if is_signature(&text) && !is_described {
            while !text.ends_with('{') {
                let Some(next) = lines.next() else { break };
                join(&mut text, next.trim());
            }
            let about = documented(&mut out);
            out.extend(signature(indent, &text, about.as_deref()));
        } else if let Some(name) = text.strip_prefix("interface ").and_then(|rest| rest.strip_suffix(" {")) {
            out.extend(["/**".to_owned(), " * @typedef {{".to_owned()]);
            out.extend(lines.by_ref().take_while(|line| *line != "}").map(|line| format!(" * {line}")));
            out.extend([format!(" * }}}} {name}"), " */".to_owned()]);
        } else if let Some((name, ty)) = text.strip_prefix("type ").and_then(|rest| rest.split_once(" = ")) {
            let ty = ty.split(" // ").next().unwrap_or_default().trim_end_matches(';');
            out.push(format!("/** @typedef {{{ty}}} {name} */"));
        } else if let Some((name, ty)) = field(indent, &text) {
            let ty = format!("{indent} * @type {{{ty}}}");
            let about = documented(&mut out);
            out.extend(block(indent, about.as_deref(), vec![ty]));
            out.push(format!("{indent}{name};"));
        } else if let Some((start, ty, value)) = variable(&text) {
            out.extend([format!("{indent}/** @type {{{ty}}} */"), format!("{indent}{start} = {value}")]);
        } else {
            out.push(line.to_owned());
        }
    }
    out.join("\n") + "\n"
}

/// Takes a comment of one line from the end.
fn documented(out: &mut Vec<String>) -> Option<String> {
    let about = out.last()?.trim().strip_prefix("/** ")?.strip_suffix(" */")?.to_owned();
    out.pop();
    Some(about)
}

/// Returns a comment of several lines.
fn block(indent: &str, about: Option<&str>, tags: Vec<String>) -> Vec<String> {
    if tags.is_empty() {
        return about.map(|about| format!("{indent}/** {about} */")).into_iter().collect();
    }
    let mut lines = vec![format!("{indent}/**")];
    lines.extend(about.map(|about| format!("{indent} * {about}")));
    lines.extend(tags);
    lines.push(format!("{indent} */"));
    lines
}

fn join(text: &mut String, next: &str) {
    if !text.ends_with('(') && !next.starts_with(')') {
        text.push(' ');
    }
    text.push_str(next);
}

/// Returns `true` if a line starts a function or method with types.
fn is_signature(text: &str) -> bool {
    const WORDS: [&str; 7] = ["if ", "for ", "while ", "switch ", "catch ", "return ", "super"];
    let text = text.strip_prefix("export ").unwrap_or(text);
    let text = text.strip_prefix("async ").unwrap_or(text);
    if text.starts_with("function ") {
        return true;
    }
    let name = text.split('(').next().unwrap_or_default();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    let is_method = text.ends_with('{') && text.contains('(') && !text.contains("=>");
    is_name && is_method && !WORDS.iter().any(|word| text.starts_with(word))
}

/// Returns a signature with its types before it.
fn signature(indent: &str, text: &str, about: Option<&str>) -> Vec<String> {
    let Some((start, rest)) = text.split_once('(') else { return vec![text.to_owned()] };
    let end = end_of(rest);
    let (params, after) = rest.split_at(end);
    let returned = after.trim_start_matches(')').trim_end_matches('{').trim().trim_start_matches(':').trim();
    let mut types = Vec::new();
    let mut names = Vec::new();
    for param in split(params) {
        let (param, value) = match param.split_once(" = ") {
            Some((param, value)) => (param, format!(" = {value}")),
            None => (param, String::new()),
        };
        let (name, ty) = param.split_once(": ").unwrap_or((param, "unknown"));
        let is_optional = name.ends_with('?') || !value.is_empty();
        let name = name.trim_end_matches('?');
        let shown = if is_optional { format!("[{name}]") } else { name.to_owned() };
        types.push(format!("{indent} * @param {{{ty}}} {shown}"));
        names.push(format!("{name}{value}"));
    }
    if !returned.is_empty() {
        types.push(format!("{indent} * @returns {{{returned}}}"));
    }
    let mut lines = block(indent, about, types);
    lines.push(format!("{indent}{start}({}) {{", names.join(", ")));
    lines
}

/// Returns where the parenthesis that is open at the start of a text ends.
fn end_of(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return at,
            ')' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// Splits parameters at the commas between them.
fn split(params: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    let mut before = ' ';
    for (at, c) in params.char_indices() {
        match c {
            '(' | '<' | '{' | '[' => depth += 1,
            '>' if before == '=' => {}
            ')' | '>' | '}' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&params[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        before = c;
    }
    parts.push(&params[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Returns the name and type of a field of a class.
fn field<'t>(indent: &str, text: &'t str) -> Option<(&'t str, String)> {
    let text = text.strip_suffix(';').filter(|_| indent.len() == 2)?;
    let text = text.strip_prefix("readonly ").unwrap_or(text);
    let (name, ty) = text.split_once(": ")?;
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric());
    match name.strip_suffix('?') {
        Some(name) => is_name(name).then(|| (name, format!("{ty} | undefined"))),
        None => is_name(name).then(|| (name, ty.to_owned())),
    }
}

/// Returns the start, the type and the value of a variable with a type.
fn variable(text: &str) -> Option<(String, &str, &str)> {
    let (start, rest) = text.split_once(": ")?;
    let declared = start.strip_prefix("export ").unwrap_or(start);
    let name = declared.strip_prefix("const ").or_else(|| declared.strip_prefix("let "))?;
    let (ty, value) = rest.split_once(" = ")?;
    name.chars().all(|c| c.is_ascii_alphanumeric()).then(|| (start.to_owned(), ty, value))
}
