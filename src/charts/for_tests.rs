//! What every chart is checked for, and how its markup is compared.

use leptos::prelude::*;

/// The markup of a view, without the marks that the framework leaves between parts.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html()).replace("<!>", "")
}

/// The same markup with the attributes of each element in order of the alphabet.
pub fn ordered(html: &str) -> String {
    html.split_inclusive('>')
        .map(|piece| {
            let Some((text, tag)) = piece.split_once('<') else { return piece.to_string() };
            let tag = tag.trim_end_matches('>');
            let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
            let mut attributes: Vec<&str> = rest.split("\" ").map(|a| a.trim_end_matches('"')).collect();
            attributes.sort_unstable();
            format!("{text}<{name} {}>\n", attributes.join("\" "))
        })
        .collect()
}

/// Every drawing has a name, is one image, and needs nothing that the content security policy forbids.
pub fn is_a_chart(html: &str, title: &str, drawings: usize) {
    let name = format!("aria-label=\"{title}\"");
    for what in ["<svg ", "role=\"img\"", &name] {
        assert_eq!(html.matches(what).count(), drawings, "{what} in {html}");
    }
    assert!(!html.contains("style="), "{html}");
}
