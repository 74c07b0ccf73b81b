//! The invitation as a file: a page of its own, with a policy and a style of its own.

use super::Found;
use crate::i18n::{list, respondents as texts};
use crate::strings::html::Html;

/// Written without quotes and angles, which would be escaped.
const STYLE: &str = "body{font:1.1rem/1.55 system-ui,sans-serif;color:#12233d;background:#f7f5f0;max-width:38rem;\
margin:3rem auto;padding:0 1.2rem}h1{line-height:1.15}a{color:#0a4f8f;overflow-wrap:anywhere}\
@media (prefers-color-scheme:dark){body{color:#eef2f6;background:#0d1520}a{color:#8cc2f5}}";

/// The invitation as a page of its own, for those who would rather get a file than a link.
pub(super) fn file(found: &Found<'_>, link: &str) -> String {
    let (r, locale, mut h) = (texts(found.locale), found.locale, Html::new());
    let names: Vec<&str> = found.draft.organisations().into_iter().map(|(_, name)| name).collect();
    h.open("html", &[("lang", locale.tag())]).open("head", &[]).open("meta", &[("charset", "utf-8")]);
    let nothing = "default-src 'none'; style-src 'unsafe-inline'";
    h.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", nothing)]);
    h.open("meta", &[("name", "viewport"), ("content", "width=device-width")]);
    h.el("title", &[], r.invitation).el("style", &[], STYLE).close("head").open("body", &[]);
    h.el("h1", &[], r.invitation).el("p", &[], &[r.invited, ": ", &list(locale, &names)].concat());
    h.el("p", &[], r.invitation_text).open("p", &[]).link("", link, None, link).close("p");
    h.el("p", &[], r.invitation_safe).close("body").close("html");
    ["<!doctype html>\n", &h.finish(), "\n"].concat()
}
