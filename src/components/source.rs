//! Where a piece of data comes from.

use crate::domain::award::Source;
use crate::i18n::{pick, use_locale};
use leptos::prelude::*;

/// An address as it is read: without scheme, `www.` and final slash.
pub fn readable(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/')
}

/// The host of an address, without `www.`.
pub fn host(url: &str) -> &str {
    readable(url).split('/').next().unwrap_or_default()
}

/// A link to where something comes from, which says the host.
#[component]
pub fn HostLink(
    /// The address.
    url: String,
    /// Classes of the link.
    #[prop(optional, into)]
    class: Option<&'static str>,
) -> impl IntoView {
    let host = host(&url).to_string();
    view! { <a class=class href=url rel="external">{host}</a> }
}

/// A list of sources, as links to other sites.
#[component]
pub fn Sources(
    /// The sources.
    sources: Vec<Source>,
) -> impl IntoView {
    let item = |source: Source| {
        let text = readable(&source.url).to_string();
        let note = source.note.map(|note| format!(" ({note})"));
        view! { <li><a href=source.url rel="external">{text}</a>{note}</li> }
    };
    view! {
        <section class="sources">
            <h2>{pick(use_locale(), "Källor", "Sources")}</h2>
            <ul>{sources.into_iter().map(item).collect_view()}</ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_without_what_all_have() {
        let url = "https://www.kvalitetsmassan.se/utmarkelser/digitaliseringskommun/";
        assert_eq!(readable(url), "kvalitetsmassan.se/utmarkelser/digitaliseringskommun");
        assert_eq!((host(url), host("example.se")), ("kvalitetsmassan.se", "example.se"));
    }
}
