//! nginx says of the site what the embedded server says.

use super::raw::{Answer, ask};
use super::receivers;

const SAME: [&str; 8] = [
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "cache-control",
    "content-type",
];

#[test]
fn nginx_serves_the_site_as_the_embedded_server_does() {
    let (embedded, nginx) = (receivers::embedded(), receivers::nginx("post"));
    for (path, status) in [
        ("/", 200),
        ("/metod", 200),
        ("/metod/", 200),
        ("/config.json", 200),
        ("/assets/app-0123.js", 200),
        ("/kalender/2023.ics", 200),
        ("/data/award.csv", 200),
        ("/nyheter.xml", 200),
        ("/kalender/2022.ics", 404),
        ("/assets/gone.js", 404),
        ("/finns-inte", 404),
    ] {
        let answer = |port| -> Answer { ask(port, "GET", path).unwrap() };
        let (ours, theirs) = (answer(embedded.port), answer(nginx.port));
        assert_eq!((ours.status, theirs.status), (status, status), "{path}");
        assert_eq!(ours.body, theirs.body, "{path}");
        for name in SAME {
            let plain = |a: &Answer| {
                let value = a.headers.get(name).cloned().unwrap_or_default().to_lowercase();
                // Two names of one type; and JSON is UTF-8 whether it says so or not.
                value.replace("application/javascript", "text/javascript").replace("json; charset=utf-8", "json")
            };
            assert_eq!(plain(&theirs), plain(&ours), "{path}: {name}");
        }
    }
}
