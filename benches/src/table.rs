//! Tables of results in Markdown.

/// A table that adds rows and columns on demand.
pub(crate) struct Table {
    corner: &'static str,
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// Creates an empty table.
    pub(crate) fn new(corner: &'static str) -> Self {
        Self { corner, columns: Vec::new(), rows: Vec::new() }
    }

    /// Adds a column if it does not exist.
    pub(crate) fn column(&mut self, name: &str) -> usize {
        self.columns.iter().position(|column| column == name).unwrap_or_else(|| {
            self.columns.push(name.to_owned());
            self.columns.len() - 1
        })
    }

    /// Sets a cell.
    pub(crate) fn cell(&mut self, row: &str, column: &str, text: String) {
        let column = self.column(column);
        let row = self.rows.iter().position(|(name, _)| name == row).unwrap_or_else(|| {
            self.rows.push((row.to_owned(), Vec::new()));
            self.rows.len() - 1
        });
        let cells = &mut self.rows[row].1;
        cells.resize(cells.len().max(column + 1), "–".to_owned());
        cells[column] = text;
    }

    /// Prints the table to standard output.
    pub(crate) fn print(&self) {
        println!("| {} | {} |", self.corner, self.columns.join(" | "));
        println!("|---|{}", "---|".repeat(self.columns.len()));
        for (name, cells) in &self.rows {
            let missing = " – |".repeat(self.columns.len() - cells.len());
            println!("| {name} | {} |{missing}", cells.join(" | "));
        }
    }
}

/// Returns the median.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
