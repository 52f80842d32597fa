//! Drawings: the tree of classes, and a strip of codes by status for each family.

use errcat_build::unstable::emit::words::class_rule;
use errcat_build::unstable::model::Catalog;

use super::escape::escaped;

/// The width of a character of the drawings' font, and the size of a node, in pixels.
const CHARACTER: usize = 8;
const HEIGHT: usize = 24;
const ROW: usize = 34;
const GAP: usize = 32;

struct Node {
    class: usize,
    depth: usize,
    /// The top of the node, in half rows.
    row: usize,
    parent: Option<usize>,
}

/// Returns the classes of a catalog as SVG, roots on the left, or an empty text without classes.
pub(super) fn classes(catalog: &Catalog) -> String {
    if catalog.classes.is_empty() {
        return String::new();
    }
    let mut nodes: Vec<Node> = Vec::new();
    let mut leaves = 0;
    let roots = (0..catalog.classes.len()).filter(|class| catalog.classes[*class].parent.is_none());
    for root in roots {
        place(catalog, root, None, &mut nodes, &mut leaves);
    }
    let label = |class: usize| catalog.classes[class].name.value.chars().count() * CHARACTER + 20;
    let depths = nodes.iter().map(|node| node.depth).max().unwrap_or(0) + 1;
    let width_of = |depth: usize| {
        let here = nodes.iter().filter(|node| node.depth == depth);
        here.map(|node| label(node.class)).max().unwrap_or(0)
    };
    let mut left = vec![1];
    for depth in 0..depths {
        left.push(left[depth] + width_of(depth) + GAP);
    }
    let top = |node: &Node| node.row * ROW / 2 + 1;
    let mut lines = String::new();
    let mut boxes = String::new();
    let mut right = 0;
    for node in &nodes {
        let (x, y, width) = (left[node.depth], top(node), label(node.class));
        let class = &catalog.classes[node.class];
        if let Some(parent) = node.parent.map(|parent| &nodes[parent]) {
            let from = left[parent.depth] + label(parent.class);
            let (y1, y2, middle) = (top(parent) + HEIGHT / 2, y + HEIGHT / 2, x - GAP / 2);
            lines.push_str(&format!("M{from} {y1}H{middle}V{y2}H{x}"));
        }
        boxes
            .push_str(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" rx=\"6\"/>"));
        let (text_x, text_y) = (x + 10, y + 16);
        boxes.push_str(&format!("<text x=\"{text_x}\" y=\"{text_y}\">{}</text>", escaped(&class.name)));
        let retry = class.retry.map(|retry| format!("retry {}", crate::page::word(retry)));
        let notes: Vec<String> = class_rule(class).into_iter().chain(retry).collect();
        let notes = notes.join(" · ");
        right = right.max(x + width + 10 + notes.chars().count() * CHARACTER);
        // The notes of a parent would lie on its lines.
        let is_parent =
            nodes.iter().any(|other| other.parent.is_some_and(|at| nodes[at].class == node.class));
        if !notes.is_empty() && !is_parent {
            let notes_x = x + width + 8;
            boxes.push_str(&format!(
                "<text class=\"w\" x=\"{notes_x}\" y=\"{text_y}\">{}</text>",
                escaped(&notes)
            ));
        } else if !notes.is_empty() {
            boxes.push_str(&format!(
                "<text class=\"w\" x=\"{text_x}\" y=\"{}\">{}</text>",
                y + HEIGHT + 12,
                escaped(&notes)
            ));
        }
    }
    let height = leaves * ROW;
    format!(
        "<svg width=\"{right}\" height=\"{height}\" viewBox=\"0 0 {right} {height}\" role=\"img\" aria-label=\"{}\"><path d=\"{lines}\"/>{boxes}</svg>",
        escaped(&described(catalog)),
    )
}

/// Adds a class and what extends it. Returns the index of its node.
fn place(
    catalog: &Catalog,
    class: usize,
    parent: Option<usize>,
    nodes: &mut Vec<Node>,
    leaves: &mut usize,
) -> usize {
    let depth = parent.map_or(0, |parent| nodes[parent].depth + 1);
    let at = nodes.len();
    nodes.push(Node { class, depth, row: 0, parent });
    let children: Vec<usize> =
        (0..catalog.classes.len()).filter(|other| catalog.classes[*other].parent == Some(class)).collect();
    let below: Vec<usize> =
        children.into_iter().map(|child| place(catalog, child, Some(at), nodes, leaves)).collect();
    nodes[at].row = match (below.first(), below.last()) {
        (Some(first), Some(last)) => usize::midpoint(nodes[*first].row, nodes[*last].row),
        _ => {
            *leaves += 1;
            (*leaves - 1) * 2
        }
    };
    at
}

/// Returns the tree in words.
fn described(catalog: &Catalog) -> String {
    let class = |class: &errcat_build::unstable::model::Class| match class.parent {
        Some(parent) => format!("{} extends {}", class.name.value, catalog.classes[parent].name.value),
        None => class.name.value.clone(),
    };
    catalog.classes.iter().map(class).collect::<Vec<_>>().join("; ")
}

/// The number of codes in a row of a strip.
const PER_ROW: usize = 50;

/// The number of rows up to which there is a mark per code.
const ROWS: usize = 2;

/// Returns how many codes a mark stands for, so that the largest of these families fits.
pub(super) fn per_mark(sizes: impl Iterator<Item = usize>) -> usize {
    sizes.max().unwrap_or(0).div_ceil(PER_ROW * ROWS).max(1)
}

/// Returns the codes of a family as SVG, one mark per `per_mark` codes, sorted by the classes of
/// their statuses.
pub(super) fn strip(statuses: &[Option<u16>], per_mark: usize) -> String {
    let mut classes: Vec<u16> =
        statuses.iter().map(|status| status.map_or(0, |status| status / 100)).collect();
    classes.sort_unstable_by_key(|class| if *class == 0 { u16::MAX } else { *class });
    let mut marks = String::new();
    let mut label = Vec::new();
    // The first mark of a class, and its first code.
    let (mut start, mut first) = (0, 0);
    while let Some(&class) = classes.get(first) {
        let codes = classes[first..].iter().take_while(|other| **other == class).count();
        let count = codes.div_ceil(per_mark);
        marks.push_str(&format!("<path class=\"p{class}\" d=\""));
        let mut at = start;
        while at < start + count {
            let in_row = (PER_ROW - at % PER_ROW).min(start + count - at);
            let (x, y) = (at % PER_ROW * 12, at / PER_ROW * 12 + 6);
            // The last gap would be the start of the next mark.
            marks.push_str(&format!("M{x} {y}h{}", in_row * 12 - 3));
            at += in_row;
        }
        marks.push_str("\"/>");
        label.push(format!("{codes} × {}", name(class)));
        start += count;
        first += codes;
    }
    let height = start.div_ceil(PER_ROW).max(1) * 12;
    let width = PER_ROW * 12;
    let label = if label.is_empty() { "no codes".to_owned() } else { label.join(", ") };
    format!("<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">{marks}</svg>")
}

/// Returns the name of a class of statuses.
pub(super) fn name(class: u16) -> String {
    if class == 0 { "without a status".to_owned() } else { format!("{class}xx") }
}
