//! Sending a measurement in: checking the answers, what is sent, the receipt, and checking a receipt. The chunk
//! `sending`.

pub mod check;
pub mod contact;
pub mod contents;
pub mod hand_back;
pub mod receipt;
pub mod review;
pub mod send;

use crate::pages::NotFoundPage;
use crate::pages::assessment::{Needs, with_questionnaire};
use crate::route::{Assess, Route};
use check::CheckPage;
use leptos::prelude::*;
use receipt::ReceiptPage;
use review::ReviewPage;
use send::SendPage;

/// Builds a page of this chunk.
pub fn build(route: &Route) -> AnyView {
    match route {
        Route::Assess(Assess::Review) => {
            with_questionnaire(Needs::Draft, |instrument| view! { <ReviewPage instrument/> }.into_any())
        }
        Route::Assess(Assess::Send) => {
            with_questionnaire(Needs::Draft, |instrument| view! { <SendPage instrument/> }.into_any())
        }
        Route::Assess(Assess::Receipt) => {
            with_questionnaire(Needs::Draft, |instrument| view! { <ReceiptPage instrument/> }.into_any())
        }
        Route::Check => with_questionnaire(Needs::Nothing, |instrument| view! { <CheckPage instrument/> }.into_any()),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}
