//! What every chart is checked for, and how its markup is compared.

#![allow(clippy::expect_used)]

use leptos::prelude::*;

/// The markup of a view, without the comments that Leptos adds for hydration.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html()).replace("<!>", "")
}

/// The same markup with an element a line and the attributes of each in order of the alphabet.
fn ordered(html: &str) -> String {
    html.split_inclusive('>')
        .map(|piece| {
            let Some((text, tag)) = piece.split_once('<') else { return piece.to_string() };
            let tag = tag.trim_end_matches('>');
            let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
            let mut attributes: Vec<String> =
                rest.split_inclusive("\" ").map(|attribute| format!(" {}", attribute.trim())).collect();
            attributes.sort_unstable();
            format!("{text}<{name}{}>\n", attributes.concat().trim_end())
        })
        .collect()
}

/// Every element, attribute and text of a drawing is as in the file of that name in `drawn`. After a change on purpose run
/// the tests with `WRITE_DRAWN=1`, which writes these files, and read what has changed in them.
pub fn is_drawn_as(name: &str, html: &str) {
    let (file, drawn) = (format!("src/charts/drawn/{name}.txt"), ordered(html));
    if std::env::var_os("WRITE_DRAWN").is_some() {
        std::fs::write(&file, &drawn).expect("the file can be written");
    }
    assert_eq!(drawn, std::fs::read_to_string(&file).expect("the file is there"), "{file}");
}

/// Every drawing has a name, is one image, and needs nothing that the content security policy forbids.
pub fn is_a_chart(html: &str, title: &str, drawings: usize) {
    let name = format!("aria-label=\"{title}\"");
    for what in ["<svg ", "role=\"img\"", &name] {
        assert_eq!(html.matches(what).count(), drawings, "{what} in {html}");
    }
    assert!(!html.contains("style="), "{html}");
}
