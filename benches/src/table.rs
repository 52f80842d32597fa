//! Tables of results as Markdown, filled cell by cell.

/// A table whose rows and columns come into being when a cell asks for them.
pub(crate) struct Table {
    corner: &'static str,
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// An empty table.
    pub(crate) fn new(corner: &'static str) -> Self {
        Self { corner, columns: Vec::new(), rows: Vec::new() }
    }

    /// Adds a column, unless there is one of this name.
    pub(crate) fn column(&mut self, name: &str) -> usize {
        self.columns.iter().position(|column| column == name).unwrap_or_else(|| {
            self.columns.push(name.to_owned());
            self.columns.len() - 1
        })
    }

    /// Fills a cell.
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

    /// Writes the table to the standard output.
    pub(crate) fn print(&self) {
        println!("| {} | {} |", self.corner, self.columns.join(" | "));
        println!("|---|{}", "---|".repeat(self.columns.len()));
        for (name, cells) in &self.rows {
            let missing = " – |".repeat(self.columns.len() - cells.len());
            println!("| {name} | {} |{missing}", cells.join(" | "));
        }
    }
}

/// The middle one of some values.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
