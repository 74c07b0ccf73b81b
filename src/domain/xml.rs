//! XML as it is written: feeds and the map of the site.

/// A document, or a part of one. Tags and attribute names are constants of the code, never data.
#[derive(Debug, Default)]
pub struct Xml(String);

impl Xml {
    /// Nothing yet.
    pub fn new() -> Xml {
        Xml::default()
    }

    /// A document with its first line.
    pub fn document() -> Xml {
        Xml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_string())
    }

    /// Parts that are written as they are.
    pub fn raw(&mut self, parts: &[&str]) -> &mut Xml {
        self.0.extend(parts.iter().copied());
        self
    }

    /// Text, escaped. Signs that XML 1.0 cannot hold are left out.
    pub fn text(&mut self, text: &str) -> &mut Xml {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\u{fffe}' | '\u{ffff}' => {}
                c if c.is_control() && !matches!(c, '\t' | '\n') => {}
                c => self.0.push(c),
            }
        }
        self
    }

    /// An element with text in it, on a line.
    pub fn element(&mut self, name: &'static str, text: &str) -> &mut Xml {
        self.raw(&["<", name, ">"]).text(text).raw(&["</", name, ">\n"])
    }

    /// An element with nothing in it, on a line.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> &mut Xml {
        self.raw(&["<", name]);
        for (name, value) in attributes {
            self.raw(&[" ", name, "=\""]).text(value).raw(&["\""]);
        }
        self.raw(&["/>\n"])
    }

    /// What is written.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_comes_back(text in "[ -~å&<>\"\n\t\u{0}\u{85}\u{fffe}]{0,60}|\\PC{0,60}") {
            let kept: String = text
                .chars()
                .filter(|c| (!c.is_control() || matches!(c, '\t' | '\n')) && !matches!(c, '\u{fffe}' | '\u{ffff}'))
                .collect();
            let mut xml = Xml::new();
            xml.text(&text);
            let written = xml.finish();
            prop_assert!(!written.contains(['<', '>', '"']));
            let read = written.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            prop_assert_eq!(read, kept);
        }
    }

    #[test]
    fn text_and_attributes_are_escaped_and_what_xml_cannot_hold_is_left_out() {
        let mut xml = Xml::new();
        xml.empty("a", &[("b", "\"><x/>")]).element("c", "1 < 2 & \u{0}\u{b}\u{ffff}å");
        assert_eq!(xml.finish(), "<a b=\"&quot;&gt;&lt;x/&gt;\"/>\n<c>1 &lt; 2 &amp; å</c>\n");
    }
}
