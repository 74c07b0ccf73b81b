//! Files that are made of a draft, for people to download: their names, and saving them.

use super::draft_file::plain_name;
use crate::browser::files;
use crate::components::link::name_of;
use crate::domain::draft::Draft;
use crate::domain::text::Locale;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    /// A table in CSV.
    Table(String),
    /// Data in JSON.
    Data(String),
    /// A page in HTML.
    Page(String),
}

impl Contents {
    fn ending(&self) -> &'static str {
        match self {
            Contents::Table(_) => "csv",
            Contents::Data(_) => "json",
            Contents::Page(_) => "html",
        }
    }
}

/// The name of a file that is made of a draft: `dimios-varmdo-resultat.csv`. `what` names the contents.
pub fn file_name(draft: &Draft, what: &str, contents: &Contents) -> String {
    format!("{}.{}", file_stem(draft, what), contents.ending())
}

/// The same without its ending: `dimios-varmdo-resultat`.
pub fn file_stem(draft: &Draft, what: &str) -> String {
    format!("dimios-{}-{}", plain_name(&name_of(draft, Locale::Sv)), plain_name(what))
}

/// Offers a file that is made of a draft. Returns whether the browser took it.
pub fn save(draft: &Draft, what: &str, contents: &Contents) -> bool {
    let name = file_name(draft, what, contents);
    match contents {
        Contents::Table(text) => files::save(&name, "text/csv", text),
        Contents::Data(text) => files::save(&name, "application/json", text),
        Contents::Page(text) => files::save(&name, "text/html", text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{DraftId, Field, Name};

    #[test]
    fn a_file_is_named_by_whose_it_is_and_by_what_it_holds() {
        let mut draft = Draft::new(DraftId::parse("matning").expect("an id"));
        draft.write(Name::Field(Field::Municipalities), "0120 Värmdö", "");
        let named = |what, contents| file_name(&draft, what, &contents);
        assert_eq!(named("resultat", Contents::Table(String::new())), "dimios-varmdo-resultat.csv");
        assert_eq!(named("inbjudan", Contents::Page(String::new())), "dimios-varmdo-inbjudan.html");
    }
}
