//! Parses Rust, unless it is nested so deeply that the parser could run out of stack.

use proc_macro2::{TokenStream, TokenTree};

use crate::failure::Failure;

/// The most levels of brackets, and the most operators in a row.
const MOST: usize = 200;

/// Parses a file.
pub(crate) fn parse(text: &str) -> Result<syn::File, Failure> {
    let tokens: TokenStream = without_shebang(text)
        .parse()
        .map_err(|_| Failure::new("this is not Rust: a bracket or a quotation mark is not closed"))?;
    if is_deep(tokens.clone()) {
        return Err(Failure::new("the code is nested too deeply to be read"));
    }
    syn::parse2(tokens).map_err(|error| Failure::new(format!("this is not Rust: {error}")))
}

/// Removes the first line if it is `#!/…`, and not an attribute.
fn without_shebang(text: &str) -> &str {
    match text.strip_prefix("#!") {
        Some(rest) if !rest.trim_start().starts_with('[') => &text[text.find('\n').unwrap_or(text.len())..],
        _ => text,
    }
}

/// Returns `true` if brackets or operators are nested deeply. Texts and comments are no code.
fn is_deep(tokens: TokenStream) -> bool {
    let mut open = vec![Level::new(tokens)];
    while let Some(level) = open.last_mut() {
        let Some(token) = level.tokens.next() else {
            open.pop();
            continue;
        };
        match token {
            TokenTree::Group(group) => {
                (level.operators, level.last) = (0, ' ');
                let inner = Level::new(group.stream());
                open.push(inner);
            }
            TokenTree::Punct(punct) => level.punct(punct.as_char()),
            TokenTree::Ident(_) | TokenTree::Literal(_) => (level.operators, level.last) = (0, ' '),
        }
        let angles: usize = open.iter().map(|level| level.angles).sum();
        if open.len() + angles > MOST || open.last().is_some_and(|level| level.operators > MOST) {
            return true;
        }
    }
    false
}

/// What is read inside one pair of brackets.
struct Level {
    tokens: proc_macro2::token_stream::IntoIter,
    /// The angle brackets that are open.
    angles: usize,
    /// The operators in a row.
    operators: usize,
    last: char,
}

impl Level {
    fn new(tokens: TokenStream) -> Self {
        Self { tokens: tokens.into_iter(), angles: 0, operators: 0, last: ' ' }
    }

    fn punct(&mut self, c: char) {
        match c {
            // A shift by bits opens nothing.
            '<' if self.last == '<' => self.angles = self.angles.saturating_sub(1),
            '<' => self.angles += 1,
            // The end of `->` and `=>` closes nothing.
            '>' if !matches!(self.last, '-' | '=') => self.angles = self.angles.saturating_sub(1),
            ';' => self.angles = 0,
            _ => {}
        }
        self.operators = if matches!(c, ';' | ',') { 0 } else { self.operators + 1 };
        self.last = c;
    }
}
