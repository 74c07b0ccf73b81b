//! The public pages about the award: prerendered as static documents, and pages of the app when it navigates to them.

pub mod about;
pub mod accessibility;
pub mod edition;
pub mod gallery;
pub mod home;
pub mod method;
pub mod municipality;
pub mod nominee;
pub mod open_data;
pub mod parts;
pub mod timeline;

use crate::pages::NotFoundPage;
use crate::route::Route;
use leptos::prelude::*;

/// Builds a page of this chunk.
pub fn build(route: &Route) -> AnyView {
    match route.clone() {
        Route::Home => view! { <home::HomePage/> }.into_any(),
        Route::Nominees => view! { <gallery::GalleryPage/> }.into_any(),
        Route::Edition(year) => view! { <edition::EditionPage year/> }.into_any(),
        Route::Nominee(year, slug) => view! { <nominee::NomineePage year slug/> }.into_any(),
        Route::Municipality(slug) => view! { <municipality::MunicipalityPage slug/> }.into_any(),
        Route::Timeline => view! { <timeline::TimelinePage/> }.into_any(),
        Route::OpenData => view! { <open_data::OpenDataPage/> }.into_any(),
        Route::Method => view! { <method::MethodPage/> }.into_any(),
        Route::About => view! { <about::AboutPage/> }.into_any(),
        Route::Accessibility => view! { <accessibility::AccessibilityPage/> }.into_any(),
        Route::Assess(_) | Route::Stored | Route::Check | Route::Kiosk => view! { <NotFoundPage/> }.into_any(),
    }
}
