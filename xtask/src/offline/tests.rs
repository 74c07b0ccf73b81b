//! What is written into the service worker.

use super::{Build, Kind, builds, kind_of, stamp, write};
use crate::compress;
use digitaliseringskommun::domain::hash::sha256_hex;
use serde_json::{Value, json};
use std::fs;
use std::io::Read;
use std::path::Path;
use tempfile::TempDir;

const SCRIPT: &str = "let a = 1;";

fn script() -> String {
    format!("/assets/boot-{}.js", &sha256_hex(SCRIPT.as_bytes())[..16])
}

fn put(site: &Path, path: &str, text: &str) {
    let file = site.join(path.trim_start_matches('/'));
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// A built site, before the worker is written.
fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in [
        ("index.html", "<html>\n<p>start\n<link rel=\"modulepreload\" href=\"x\">"),
        ("metod/index.html", "<html>\n<p>metod\n"),
        ("404.html", "<html>\n<p>saknas"),
        ("config.json", r#"{"endpoint":{"kind":"post","url":"/inlamning"},"instrument":"/data/i.json"}"#),
        ("data/i.json", "{\n  \"a\": \"å\"\n}\n"),
        ("favicon.svg", "<svg/>"),
        ("cards/a.svg", "<svg/>"),
        ("assets/old-0123.js", "old"),
        ("sw.js", "// the worker\nconst BUILD = null;\nrun(BUILD);\n"),
    ] {
        put(folder.path(), path, text);
    }
    put(folder.path(), &script(), SCRIPT);
    folder
}

fn written(folder: &TempDir) -> (Build, Value, Value) {
    let build = write(folder.path(), &[script()]).unwrap();
    let worker = fs::read_to_string(folder.path().join("sw.js")).unwrap();
    let line = worker.lines().nth(1).unwrap().strip_prefix("const BUILD = ").unwrap().strip_suffix(';').unwrap();
    assert_eq!(worker.lines().nth(2), Some("run(BUILD);"));
    let line: Value = serde_json::from_str(line).unwrap();
    let pack = fs::read(folder.path().join(line["pack"][0].as_str().unwrap().trim_start_matches('/'))).unwrap();
    assert_eq!(line["pack"][1], sha256_hex(&pack).as_str());
    (build, line, serde_json::from_slice(&pack).unwrap())
}

fn joined(pack: &Value, numbers: &Value) -> String {
    let lines =
        numbers.as_array().unwrap().iter().map(|n| pack["lines"][n.as_u64().unwrap() as usize].as_str().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_pack_holds_every_page_and_all_data_byte_for_byte() {
    let folder = site();
    let (_, line, pack) = written(&folder);
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert_eq!(joined(&pack, &pack["pages"]["/"]), read("index.html"));
    assert_eq!(joined(&pack, &pack["pages"]["/metod"]), read("metod/index.html"));
    assert_eq!(joined(&pack, &pack["missing"]), read("404.html"));
    assert_eq!(joined(&pack, &pack["data"]["/data/i.json"]["lines"]), read("data/i.json"));
    assert_eq!(pack["pages"].as_object().unwrap().len(), 2);
    assert_eq!(pack["apps"], json!(["/"]));
    assert_eq!(line["data"], json!(["/config.json", "/data/i.json"]));
}

#[test]
fn files_are_named_with_hash_and_kind_and_old_ones_and_pictures_are_left() {
    let (_, line, _) = written(&site());
    let files = line["files"].as_object().unwrap();
    assert_eq!(files.keys().cloned().collect::<Vec<_>>(), [script(), "/favicon.svg".into()]);
    assert_eq!(files[&script()], json!([sha256_hex(SCRIPT.as_bytes()), "javascript"]));
    let policy = line["headers"]["content-security-policy"].as_str().unwrap();
    assert!(policy.starts_with("default-src 'none'") && policy.contains("worker-src 'self'"));
}

#[test]
fn the_id_follows_everything_that_is_kept_and_nothing_else() {
    let first = written(&site()).0.id;
    for (path, text, same) in [
        ("metod/index.html", "<p>annat", false),
        ("config.json", r#"{"endpoint":{"kind":"post","url":"https://a.se/"},"instrument":"/data/i.json"}"#, false),
        ("data/i.json", "{}", false),
        ("favicon.svg", "<svg></svg>", false),
        ("sw.js", "// another worker\nconst BUILD = null;\nrun(BUILD);\n", false),
        ("cards/a.svg", "<svg></svg>", true),
        ("sitemap.xml", "<x/>", true),
        ("assets/older-0123.js", "older", true),
    ] {
        let folder = site();
        put(folder.path(), path, text);
        assert_eq!(written(&folder).0.id == first, same, "{path}");
    }
}

#[test]
fn a_file_of_no_known_kind_stops_it() {
    let folder = site();
    put(folder.path(), "hemligt.bin", "x");
    let told = write(folder.path(), &[script()]).unwrap_err().to_string();
    assert!(told.contains("/hemligt.bin"), "{told}");
    for (path, kind) in [
        ("/halltider.ics", Some(Kind::Data)),
        ("/data/award/2023.json", Some(Kind::Data)),
        ("/cards/2023/varmdo.png", Some(Kind::Left)),
        ("/assets/app-0.wasm", Some(Kind::File("wasm"))),
        ("/assets/app-0.wasm.br", Some(Kind::Left)),
        ("/data/bild.png", None),
        ("/utan", None),
    ] {
        assert_eq!(kind_of(path), kind, "{path}");
    }
}

#[test]
fn a_stamp_takes_in_what_was_changed_by_hand() {
    let folder = site();
    let (build, ..) = written(&folder);
    let long = "{\"a\": \"".to_string() + &"lång ".repeat(100) + "\"}";
    put(folder.path(), "data/i.json", &long);
    compress::folder(folder.path()).unwrap();
    let entry = json!([{ "build": build.id, "made": 5, "assets": build.assets }]);
    put(folder.path(), "builds.json", &entry.to_string());
    put(folder.path(), "data/i.json", &long.replace("lång", "längre"));
    stamp(folder.path()).unwrap();
    let worker = fs::read(folder.path().join("sw.js")).unwrap();
    let mut unpacked = String::new();
    let packed = fs::read(folder.path().join("data/i.json.gz")).unwrap();
    flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut unpacked).unwrap();
    assert!(unpacked.contains("längre"));
    let list: Value = serde_json::from_slice(&fs::read(folder.path().join("builds.json")).unwrap()).unwrap();
    assert_ne!(list[0]["build"], build.id.as_str());
    // Once more changes nothing.
    stamp(folder.path()).unwrap();
    assert_eq!(worker, fs::read(folder.path().join("sw.js")).unwrap());
    // Too small to be packed now: what was packed before would be served in its place.
    put(folder.path(), "data/i.json", "{}");
    stamp(folder.path()).unwrap();
    for end in ["", ".br", ".gz"] {
        assert_eq!(folder.path().join(["data/i.json", end].concat()).exists(), end.is_empty(), "{end}");
    }
    put(folder.path(), &script(), "let a = 2;");
    assert!(stamp(folder.path()).unwrap_err().to_string().contains("other bytes than its name"));
}

#[test]
fn files_of_earlier_builds_stay_for_thirty_days_after_they_were_replaced() {
    const DAY: u64 = 24 * 60 * 60;
    let entry = |id: &str, day: u64| json!({ "build": id, "made": day * DAY, "assets": [format!("/assets/{id}.js")] });
    let before = [entry("c", 100), entry("b", 75), entry("a", 60)];
    let build = |id: &str| Build { id: id.into(), assets: Vec::new() };
    let names = |list: Vec<Value>| list.iter().map(|e| e["build"].as_str().unwrap().to_string()).collect::<Vec<_>>();
    // `a` was replaced on day 75 and `b` on day 100.
    assert_eq!(names(builds::listed(&before, &build("d"), 104 * DAY)), ["d", "c", "b", "a"]);
    assert_eq!(names(builds::listed(&before, &build("d"), 106 * DAY)), ["d", "c", "b"]);
    assert_eq!(names(builds::listed(&before, &build("d"), 140 * DAY)), ["d", "c"]);
    // The same build again is the same.
    let again = builds::listed(&before, &build("c"), 104 * DAY);
    assert_eq!(
        (names(again.clone()), again[0]["made"].as_u64()),
        (vec!["c".into(), "b".into(), "a".into()], Some(100 * DAY))
    );

    let (old, new) = (site(), site());
    fs::remove_dir_all(new.path().join("assets")).unwrap();
    fs::create_dir(new.path().join("assets")).unwrap();
    put(
        old.path(),
        "builds.json",
        &json!([{ "build": "x", "made": 0, "assets": ["/assets/old-0123.js"] }]).to_string(),
    );
    super::keep_earlier(old.path(), new.path(), &build("y")).unwrap();
    assert_eq!(fs::read_to_string(new.path().join("assets/old-0123.js")).unwrap(), "old");
}
