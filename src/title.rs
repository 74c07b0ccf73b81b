//! The document title of every page.

use crate::domain::text::Locale;
use crate::i18n::{award, words};
use crate::route::{Assess, Route};
use crate::state::site::Site;

/// The award's name: it ends every title.
pub const AWARD: &str = "Sveriges DigitaliseringsKommun";

/// The title of a page, without the award's name. Empty for the start page.
pub fn page_title(site: Site, route: &Route, locale: Locale) -> String {
    let w = words(locale);
    let title = match route {
        Route::Home | Route::Kiosk => "",
        Route::Nominees => w.nav_nominees,
        Route::Timeline => w.nav_timeline,
        Route::OpenData => w.foot_data,
        Route::Method => w.foot_method,
        Route::About => w.foot_about,
        Route::Accessibility => w.foot_accessibility,
        Route::Check => crate::i18n::keeping(locale).check_title,
        Route::Stored => crate::i18n::keeping(locale).title,
        Route::Edition(year) => return [award(locale).nominated, " ", &year.to_string()].concat(),
        Route::Nominee(..) | Route::Municipality(_) => "",
        Route::Assess(page) => return assess_title(site, page, locale),
    };
    title.to_string()
}

fn assess_title(site: Site, page: &Assess, locale: Locale) -> String {
    let w = words(locale);
    let title = match page {
        Assess::Start => w.start_title,
        Assess::Overview => w.overview_title,
        Assess::Review => w.review_title,
        Assess::Respondents => crate::i18n::keeping(locale).respondents,
        Assess::Invited => crate::i18n::keeping(locale).invited_title,
        Assess::Result => w.label_result,
        Assess::Plan => crate::i18n::keeping(locale).plan,
        Assess::Document => crate::i18n::keeping(locale).document,
        Assess::Send => w.send_title,
        Assess::Receipt => w.receipt_title,
        Assess::Category(id) => {
            let instrument = site.instrument();
            let name = instrument.as_ref().and_then(|i| i.categories.get(i.category(id)?));
            return name.map_or(w.not_found_title, |c| c.name.get(locale)).to_string();
        }
    };
    title.to_string()
}

/// The whole title: the page's and the award's.
pub fn full_title(page: &str) -> String {
    if page.is_empty() { AWARD.to_string() } else { [page, " – ", AWARD].concat() }
}
