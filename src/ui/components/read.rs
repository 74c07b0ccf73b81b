//! What is only read, put into a page.

use crate::ui::html::Html;
use leptos::prelude::*;

/// A block of written HTML. `class` is the block's own.
pub fn block(class: &'static str, html: Html) -> AnyView {
    view! { <div class=class inner_html=html.finish()></div> }.into_any()
}

/// A block that is written anew whenever what `write` reads changes.
pub fn live_block(class: &'static str, write: impl Fn() -> Html + Send + 'static) -> AnyView {
    view! { <div class=class inner_html=move || write().finish()></div> }.into_any()
}
