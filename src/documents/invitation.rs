//! The invitation as a file: a page of its own, with a policy and a style of its own, for those who would rather get a
//! file than a link.

use crate::domain::draft::Draft;
use crate::domain::text::Locale;
use crate::i18n::{list, respondents as texts};
use hypertext::prelude::*;

/// Written without quotes and angles, which would be escaped.
const STYLE: &str = "body{font:1.1rem/1.55 system-ui,sans-serif;color:#12233d;background:#f7f5f0;max-width:38rem;\
margin:3rem auto;padding:0 1.2rem}h1{line-height:1.15}a{color:#0a4f8f;overflow-wrap:anywhere}\
@media (prefers-color-scheme:dark){body{color:#eef2f6;background:#0d1520}a{color:#8cc2f5}}";

/// Nothing is fetched or run in the file.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The invitation to answer for a measurement as the text of an HTML page. `link` is the address to answer at.
pub fn invitation_page(measurement: &Draft, link: &str, locale: Locale) -> String {
    let r = texts(locale);
    let names: Vec<&str> = measurement.organisations().into_iter().map(|(_, name)| name).collect();
    let page = maud! {
        !DOCTYPE
        html lang=(locale.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width";
                title { (r.invitation) }
                style { (STYLE) }
            }
            body {
                h1 { (r.invitation) }
                p { (r.invited) ": " (list(locale, &names)) }
                p { (r.invitation_text) }
                p { a href=(link) { (link) } }
                p { (r.invitation_safe) }
            }
        }
    };
    page.render().into_inner() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{DraftId, Field, Name};

    #[test]
    fn the_file_leads_to_the_link_and_escapes_what_was_entered() {
        let mut draft = Draft::new(DraftId::parse("matning").expect("an id"));
        draft.write(Name::Field(Field::Municipalities), "0120 Värmdö", "");
        draft.write(Name::Field(Field::Organisation), "<b>\"Bolaget\" & co</b>", "");
        let page = invitation_page(&draft, "https://x.se/svara#till=\"a\"&b", Locale::Sv);
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\">"), "{page}");
        assert!(page.contains("<p>Gäller: Värmdö och &lt;b&gt;\"Bolaget\" &amp; co&lt;/b&gt;</p>"), "{page}");
        let link = "<a href=\"https://x.se/svara#till=&quot;a&quot;&amp;b\">https://x.se/svara#till=\"a\"&amp;b</a>";
        assert!(page.contains(link), "{page}");
        assert!(page.contains(STYLE) && page.contains(POLICY), "neither needs to be escaped: {page}");
        assert!(page.ends_with("</body></html>\n"));
    }
}
