//! Every version of every stored format still opens. A fixture is never changed; a new form gets a new one.
//!
//! `1a` is how version 1 was first written, `1b` how it is written since it notes what it was written over and files
//! carry a checksum.

#![allow(missing_docs, clippy::unwrap_used)]

use digitaliseringskommun::domain::answers::Answer;
use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, Record, read_file};
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::submission::{Delivery, Stored, Trouble};
use std::collections::BTreeMap;

fn read(name: &str) -> String {
    std::fs::read_to_string(format!("tests/data/{name}")).unwrap()
}

fn id() -> DraftId {
    DraftId::parse("fixture").unwrap()
}

fn check(draft: &Draft, from: &str) {
    assert_eq!(draft.answer("skugg_it", 6), Answer::Step(2), "{from}");
    assert_eq!(draft.answer("systemstod", 6), Answer::DontKnow, "{from}");
    assert_eq!(draft.comment("skugg_it"), "Två rader\nmed <tecken> & \"citat\"", "{from}");
    assert_eq!(draft.organisations(), [(Some("0120"), "Värmdö")], "{from}");
    assert_eq!(draft.field(Field::Place), "teknik", "{from}");
}

#[test]
fn records_of_every_form_open() {
    for fixture in ["records-1a.json", "records-1b.json"] {
        let records: BTreeMap<String, String> = serde_json::from_str(&read(fixture)).unwrap();
        let mut draft = Draft::new(id());
        for (key, text) in &records {
            let name = Name::parse(key.splitn(3, '/').nth(2).unwrap()).unwrap();
            draft.merge(name, Record::read(key, text).unwrap());
        }
        check(&draft, fixture);
    }
}

#[test]
fn records_are_written_as_the_last_form_says() {
    let records: BTreeMap<String, String> = serde_json::from_str(&read("records-1b.json")).unwrap();
    for (key, text) in &records {
        assert_eq!(&Record::read(key, text).unwrap().store(key), text);
    }
}

#[test]
fn draft_files_of_every_form_open() {
    for fixture in ["draft-1a.json", "draft-1b.html"] {
        check(&read_file(&read(fixture), id()).unwrap(), fixture);
    }
}

#[test]
fn an_entry_of_the_outbox_opens() {
    let text = read("submission-1.json");
    let key = ["3f1f4d5e-8a1b-4c2d-9e3f-0a1b2c3d4e5f.", &sha256_hex(text.trim_end().as_bytes())].concat();
    let stored = Stored::read(&key, &read("outbox-1.json")).unwrap();
    assert_eq!(stored.delivery, Delivery::Unconfirmed { trouble: Trouble::Busy(503) });
    let plain = digitaliseringskommun::domain::json::read(stored.frozen.plain()).unwrap();
    assert!(digitaliseringskommun::domain::submission::SubmissionV1::read(&plain).is_some());
}
