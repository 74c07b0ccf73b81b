//! Tables for Excel and LibreOffice with Swedish settings: semicolons, decimal commas, a mark of UTF-8 in front.
//!
//! A cell whose text a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises: what somebody
//! has written in a comment is never run.

/// Tells Excel that the file is UTF-8.
const MARK: char = '\u{feff}';
/// What formulas begin with in some spreadsheet, half and full width. A tab or a return may hide one.
const DANGEROUS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// A table as it is written.
pub struct Table(String);

impl Table {
    /// One with these columns.
    pub fn new(columns: &[&str]) -> Table {
        let mut table = Table(MARK.to_string());
        table.row(columns.iter().map(|c| Cell::Text(c)));
        table
    }

    /// Adds a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.0.push(';');
            }
            match cell {
                Cell::Text(text) => self.text(text),
                Cell::Number(n) => self.0.push_str(&n.to_string()),
                Cell::Tenths(Some(tenths)) => {
                    self.0.push_str(&[&(tenths / 10).to_string(), ",", &(tenths % 10).abs().to_string()].concat());
                }
                Cell::Tenths(None) => {}
            }
        }
        self.0.push_str("\r\n");
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        // Some programs leave out blanks and signs without a shape before they look.
        let hidden = |c: char| {
            (c <= ' ' && !DANGEROUS.contains(&c)) || matches!(c, '\u{7f}'..='\u{a0}' | '\u{200b}' | '\u{feff}')
        };
        if text.trim_start_matches(hidden).starts_with(DANGEROUS) {
            self.0.push('\'');
        }
        for c in text.chars() {
            match c {
                '"' => self.0.push_str("\"\""),
                // Ends the text in some programs.
                '\0' => {}
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }

    /// The file.
    pub fn finish(self) -> String {
        self.0
    }
}

/// One cell.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    /// A text, never a formula.
    Text(&'a str),
    /// A whole number, 0 or more.
    Number(u64),
    /// A score in tenths of a percent, 0–1000; empty for none.
    Tenths(Option<i64>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(file: &str) -> Vec<Vec<String>> {
        let text = file.strip_prefix(MARK).expect("the mark");
        let mut reader = ::csv::ReaderBuilder::new();
        let reader = reader.delimiter(b';').has_headers(false).flexible(true).from_reader(text.as_bytes());
        reader.into_deserialize().collect::<Result<_, _>>().expect("rows")
    }

    #[test]
    fn numbers_are_swedish_and_texts_quoted() {
        let mut table = Table::new(&["Namn", "Värde"]);
        table.row([
            Cell::Text("Säg \"hej\"; två\nrader"),
            Cell::Tenths(Some(565)),
            Cell::Number(3),
            Cell::Tenths(None),
        ]);
        assert_eq!(table.finish(), "\u{feff}\"Namn\";\"Värde\"\r\n\"Säg \"\"hej\"\"; två\nrader\";56,5;3;\r\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_comes_back_and_none_is_a_formula(texts in proptest::collection::vec("[\u{0} \n\t\r=+@;\"'a-ö-]{0,12}|\\PC{0,20}", 1..6)) {
            let mut table = Table::new(&["a"]);
            table.row(texts.iter().map(|t| Cell::Text(t)));
            let rows = read(&table.finish());
            prop_assert_eq!(rows.len(), 2);
            prop_assert_eq!(rows[1].len(), texts.len());
            for (cell, text) in rows[1].iter().zip(&texts) {
                let text = &text.replace('\0', "");
                prop_assert!(!cell.trim_start_matches([' ', '\u{a0}', '\n']).starts_with(DANGEROUS), "{:?}", cell);
                prop_assert_eq!(cell.strip_prefix('\'').filter(|_| !text.starts_with('\'')).unwrap_or(cell), text);
            }
        }
    }
}
