//! Every text of the app, in both languages side by side. A missing one does not compile.
//!
//! Long texts of public pages are in the pages themselves (`pages::public`).

/// Makes one struct of texts and its value in both languages from a table: `name: "svenska" | "English";`.
macro_rules! table {
    ($(#[$doc:meta])* $of:ident $($name:ident: $sv:literal | $en:literal;)+) => {
        $(#[$doc])*
        #[allow(missing_docs)]
        pub struct $of { $(pub $name: &'static str,)+ }
        pub(super) static SV: $of = $of { $($name: $sv,)+ };
        pub(super) static EN: $of = $of { $($name: $en,)+ };
    };
}

mod award;
mod compare;
mod example;
mod export;
mod figures;
mod gallery;
mod keeping;
mod kiosk;
mod phrases;
mod plan;
mod respondents;
mod results;
mod sent;
mod taken;
mod update;
mod withheld;
mod words;

pub use award::*;
pub use compare::Compare;
pub use example::Example;
pub use export::Export;
pub use figures::*;
pub use gallery::Gallery;
pub use keeping::Keeping;
pub use kiosk::Kiosk;
pub use phrases::*;
pub use plan::Plan;
pub use respondents::Respondents;
pub use results::Results;
pub use sent::Sent;
pub use taken::Taken;
pub use update::NewBuild;
pub use withheld::*;
pub use words::Words;

use crate::domain::text::Locale;

/// The language of the page, from context. Not reactive: a page is re-created when its language changes.
pub fn use_locale() -> Locale {
    leptos::prelude::use_context::<Locale>().unwrap_or(Locale::Sv)
}

/// The fixed texts of a language.
pub fn words(locale: Locale) -> &'static Words {
    pick(locale, &words::SV, &words::EN)
}

/// The fixed texts about keeping answers: drafts, files, what is stored, and receipts.
pub fn keeping(locale: Locale) -> &'static Keeping {
    pick(locale, &keeping::SV, &keeping::EN)
}

/// The fixed texts of the kiosk.
pub fn kiosk(locale: Locale) -> &'static Kiosk {
    pick(locale, &kiosk::SV, &kiosk::EN)
}

/// The fixed texts about answers taken home from a kiosk.
pub fn taken(locale: Locale) -> &'static Taken {
    pick(locale, &taken::SV, &taken::EN)
}

/// The fixed texts about a result.
pub fn results(locale: Locale) -> &'static Results {
    pick(locale, &results::SV, &results::EN)
}

/// The fixed texts about several respondents.
pub fn respondents(locale: Locale) -> &'static Respondents {
    pick(locale, &respondents::SV, &respondents::EN)
}

/// The fixed texts about what was sent and about checking it.
pub fn sent(locale: Locale) -> &'static Sent {
    pick(locale, &sent::SV, &sent::EN)
}

/// The fixed texts about a new build of the site.
pub fn new_build(locale: Locale) -> &'static NewBuild {
    pick(locale, &update::SV, &update::EN)
}

/// The fixed texts about the plan.
pub fn plan(locale: Locale) -> &'static Plan {
    pick(locale, &plan::SV, &plan::EN)
}

/// The fixed texts about comparing.
pub fn compare(locale: Locale) -> &'static Compare {
    pick(locale, &compare::SV, &compare::EN)
}

/// The fixed texts of documents to take away.
pub fn export(locale: Locale) -> &'static Export {
    pick(locale, &export::SV, &export::EN)
}

/// The fixed texts about the award.
pub fn award(locale: Locale) -> &'static Award {
    pick(locale, &award::SV, &award::EN)
}

/// The fixed texts of the gallery.
pub fn gallery(locale: Locale) -> &'static Gallery {
    pick(locale, &gallery::SV, &gallery::EN)
}

/// The invented contents of the example.
pub fn example(locale: Locale) -> &'static Example {
    pick(locale, &example::SV, &example::EN)
}
