//! Writes what is only read (figures, tables, lists, documents) as HTML text.
//!
//! A typed view of the framework costs the wasm its own code for building and rebuilding every element, several times
//! that of the text it shows. So pages are written here (docs/adr/0009), and `strings::live` writes anew what changes.
//! Everything is escaped by [`Html::text`] and the attributes of [`Html::open`]; there is no way to put in raw text.

/// HTML as it is written. Tags and attribute names are constants of the code, never data.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    pub fn new() -> Html {
        Html::default()
    }

    /// A text by itself.
    pub fn of(text: &str) -> Html {
        let mut html = Html::new();
        html.text(text);
        html
    }

    /// What this very type has written in the other wasm (`results`).
    pub fn written(html: String) -> Html {
        Html(html)
    }

    /// What the framework has written, which escapes too.
    #[cfg(feature = "ssr")]
    pub fn of_view(view: leptos::prelude::AnyView) -> Html {
        use leptos::prelude::RenderHtml;
        Html(view.to_html())
    }

    /// Opens an element. An attribute with the value `""` is written all the same; use [`open_if`] for optional ones.
    ///
    /// [`open_if`]: Html::open_if
    pub fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) -> &mut Html {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.0.push('>');
        self
    }

    /// Opens an element, leaving out attributes without a value.
    pub fn open_if(&mut self, tag: &'static str, attributes: &[(&'static str, Option<&str>)]) -> &mut Html {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            if let Some(value) = value {
                self.attribute(name, value);
            }
        }
        self.0.push('>');
        self
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.escape(value);
        self.0.push('"');
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &'static str) -> &mut Html {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
        self
    }

    /// Writes text, escaped.
    pub fn text(&mut self, text: &str) -> &mut Html {
        self.escape(text);
        self
    }

    /// A whole element with text in it.
    pub fn el(&mut self, tag: &'static str, attributes: &[(&'static str, &str)], text: &str) -> &mut Html {
        self.open(tag, attributes).text(text).close(tag)
    }

    /// A link. `rel` as `components::link::rel` gives it.
    pub fn link(&mut self, class: &str, href: &str, rel: Option<&str>, text: &str) -> &mut Html {
        let class = Some(class).filter(|c| !c.is_empty());
        self.open_if("a", &[("class", class), ("href", Some(href)), ("rel", rel)]).text(text).close("a")
    }

    /// Adds what another has written.
    pub fn add(&mut self, other: Html) -> &mut Html {
        self.0.push_str(&other.0);
        self
    }

    /// What is written so far.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text written.
    pub fn finish(self) -> String {
        self.0
    }

    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(c),
            }
        }
    }
}

/// An address as it is read: without scheme and final slash.
pub fn shown(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut html = Html::new();
        html.open_if("a", &[("href", Some("\"><script>")), ("rel", None)]).text("<b> & \"c\"").close("a");
        assert_eq!(html.finish(), "<a href=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; &quot;c&quot;</a>");
    }
}
