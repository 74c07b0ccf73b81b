//! The map of the site, and what all XML that is written here keeps to.

use crate::head::is_public;
use crate::{Failure, Source, routes};
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::route::Route;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// A text without the signs that XML 1.0 cannot hold (2.2): the libraries escape, but leave these in.
pub fn visible(text: &str) -> String {
    let is_held = |c: &char| match c {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    text.chars().filter(is_held).collect()
}

/// Every public page in each language, with its other languages beside it (sitemaps.org, and Google's addition).
pub fn sitemap(source: &Source) -> Result<String, Failure> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let namespaces =
        [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    xml.write_event(Event::Start(BytesStart::new("urlset").with_attributes(namespaces)))?;
    for (locale, route) in routes(source).into_iter().filter(|(_, route)| is_public(route)) {
        xml.create_element("url").write_inner_content(|xml| page(xml, source, &route, locale))?;
    }
    xml.write_event(Event::End(BytesEnd::new("urlset")))?;
    Ok(String::from_utf8(xml.into_inner())? + "\n")
}

fn page(xml: &mut Writer<Vec<u8>>, source: &Source, route: &Route, locale: Locale) -> io::Result<()> {
    let url = |locale| source.origin.url(&route.path(locale));
    xml.create_element("loc").write_text_content(BytesText::new(&url(locale)))?;
    let edition = match route {
        Route::Edition(year) | Route::Nominee(year, _) => source.edition(*year),
        _ => None,
    };
    if let Some(day) = edition.and_then(|e| e.updated) {
        xml.create_element("lastmod").write_text_content(BytesText::new(&day.to_string()))?;
    }
    let versions = Locale::ALL.map(|other| (other.tag(), url(other)));
    for (language, href) in
        versions.iter().map(|(tag, url)| (*tag, url)).chain([("x-default", &url(Locale::default()))])
    {
        let link = [("rel", "alternate"), ("hreflang", language), ("href", href)];
        xml.create_element("xhtml:link").with_attributes(link).write_empty()?;
    }
    Ok(())
}
