//! Every version of every stored format still opens. A fixture is never changed; a new form gets a new one.
//!
//! `1a` is how version 1 was first written, `1b` how it is written since it notes what it was written over and files
//! carry a checksum. `records-1c` and `draft-1c` hold every kind of record and every field; `submission-1b` comments,
//! a plan and several sheets, `submission-1c` a tally; `outbox-1b` is sealed. `records-1d` has groups given afterwards.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod given;

use digitaliseringskommun::domain::answers::Answer;
use digitaliseringskommun::domain::baseline::{Baseline, baselines};
use digitaliseringskommun::domain::draft::{Draft, DraftId, Field, Name, PlanPart, Record, read_file};
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::plan::plan;
use digitaliseringskommun::domain::respondents::{Respondent, respondents};
use digitaliseringskommun::domain::scoring::Score;
use digitaliseringskommun::domain::submission::{
    Claim, Contents, Delivery, Recount, Stored, SubmissionV1, Trouble, Verdict, short_code, verify,
};
use given::instrument;
use std::collections::{BTreeMap, BTreeSet};

fn read(name: &str) -> String {
    std::fs::read_to_string(format!("tests/data/{name}")).unwrap()
}

fn id() -> DraftId {
    DraftId::parse("fixture").unwrap()
}

/// The stored records of a fixture.
fn stored(fixture: &str) -> BTreeMap<String, String> {
    serde_json::from_str(&read(fixture)).unwrap()
}

/// The drafts that a fixture's records are of, by their ids.
fn drafts(fixture: &str) -> BTreeMap<String, Draft> {
    let mut drafts = BTreeMap::new();
    for (key, text) in stored(fixture) {
        let (draft, name) = key.strip_prefix("dk1/").unwrap().split_once('/').unwrap();
        let draft = drafts.entry(draft.to_string()).or_insert_with(|| Draft::new(DraftId::parse(draft).unwrap()));
        draft.merge(Name::parse(name).unwrap(), Record::read(&key, &text).unwrap());
    }
    drafts
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
        check(&drafts(fixture)["359vwk9bwu"], fixture);
    }
}

#[test]
fn records_are_written_as_the_last_form_says() {
    for fixture in ["records-1b.json", "records-1c.json", "records-1d.json"] {
        for (key, text) in &stored(fixture) {
            assert_eq!(&Record::read(key, text).unwrap().store(key), text);
        }
    }
}

#[test]
fn a_group_given_to_a_sheet_afterwards_wins_over_the_one_that_came_with_it() {
    let draft = drafts("records-1d.json").remove("6tq0w3nm1a").unwrap();
    let groups: Vec<String> = respondents(&draft, &instrument()).into_iter().map(|one| one.group).collect();
    // The first came with "Skola" and is put into no group, the second the other way round, the third is left alone.
    assert_eq!(groups, ["", "Vård & omsorg", "Skola"]);
}

/// What has no fixture here could be renamed or dropped, and nobody would notice.
#[test]
fn every_kind_of_record_every_part_of_a_plan_and_every_field_has_a_fixture() {
    let there: BTreeSet<String> = ["records-1c.json", "records-1d.json"]
        .iter()
        .flat_map(|fixture| drafts(fixture).into_values())
        .flat_map(|draft| draft.records().map(|(name, record)| (name.clone(), record.clone())).collect::<Vec<_>>())
        .filter(|(_, record)| !record.value.is_empty())
        .map(|(name, _)| match name {
            Name::Field(_) => name.word(),
            Name::Plan(part, _) => ["p/", part.word()].concat(),
            other => other.word().split('/').next().unwrap().to_string(),
        })
        .collect();
    let fields = Field::ALL.iter().map(|(_, word)| ["f/", word].concat());
    let parts = PlanPart::ALL.iter().map(|(_, word)| ["p/", word].concat());
    let wanted: BTreeSet<String> =
        ["a", "k", "s", "g", "b"].map(String::from).into_iter().chain(fields).chain(parts).collect();
    assert_eq!(there, wanted);
}

/// A measurement with everything that one can hold.
fn check_all(draft: &Draft, from: &str) {
    let answers = ["skugg_it", "systemstod", "kultur", "budget", "samarbete"].map(|s| draft.answer(s, 6));
    let expected = [Answer::Step(3), Answer::DontKnow, Answer::Step(6), Answer::NotApplicable, Answer::Unanswered];
    assert_eq!(answers, expected, "{from}");
    assert_eq!(draft.comment("skugg_it"), "Två rader\nmed <tecken> & \"citat\"", "{from}");
    let organisations = [(Some("0120"), "Värmdö"), (Some("2062"), "Mora"), (None, "Exempelförbundet")];
    assert_eq!(draft.organisations(), organisations, "{from}");
    for (field, value) in [
        (Field::Created, "1795500000000"),
        (Field::Changed, "1795500300000"),
        (Field::Backup, "1795500250000"),
        (Field::Instrument, "dimios-2023/1/86166dc7ecd0ba19e07e1f505036d7855eef55988dc5e6e30f01ca0375f00ec2"),
        (Field::Place, "teknik"),
        (Field::ContactName, "Åsa Öberg"),
        (Field::ContactRole, "Nyckelanvändare"),
        (Field::ContactEmail, "namn@exempel.se"),
        (Field::Submission, SUPERSEDED),
        (Field::Name, "Våren <1>"),
        (Field::Groups, "Skola\nVård & omsorg\n<Övriga>"),
        (Field::Expected, "12"),
        (Field::Requires, "1"),
    ] {
        assert_eq!(draft.field(field), value, "{from}");
    }
    assert!(!draft.is_newer() && draft.lacks_backup(), "{from}");
    assert_eq!(draft.origin(), "1795500000000-b4ume6", "{from}");
    check_sheets(&respondents(draft, &instrument()), from);
    check_plan(draft, from);
    check_baselines(&baselines(draft), from);
}

const SUPERSEDED: &str =
    "c0a1d5b4-2f6e-4b7c-9d8e-1f2a3b4c5d6e.9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn check_sheets(all: &[Respondent], from: &str) {
    let i = instrument();
    let said = |one: &Respondent, statement: &str| one.sheet.get(i.statement(statement).unwrap());
    let who: Vec<(&str, &str, &str, u64)> =
        all.iter().map(|r| (r.id.as_str(), r.group.as_str(), r.name.as_str(), r.changed)).collect();
    let expected = [
        ("1795500100000-s0f4uk", "Skola", "Åsa \"Ö\" <b>", 1_795_500_200_000),
        ("1795500100001-s1f4uk", "Skola", "", 1_795_500_200_001),
        ("1795500100002-s2f4uk", "Vård & omsorg", "Bo", 1_795_500_200_002),
        ("1795500100003-s3f4uk", "<Övriga>", "", 1_795_500_200_003),
        ("1795500100004-s4f4uk", "", "", 1_795_500_200_004),
    ];
    assert_eq!(who, expected, "{from}");
    let steps = [("skugg_it", Answer::Step(2)), ("kultur", Answer::Step(5)), ("budget", Answer::DontKnow)];
    for (statement, answer) in steps {
        assert_eq!(said(&all[0], statement), answer, "{from}");
    }
    assert_eq!(said(&all[1], "budget"), Answer::NotApplicable, "{from}");
    assert_eq!(all.iter().map(|r| r.sheet.answered()).collect::<Vec<_>>(), [3, 2, 2, 1, 3], "{from}");
    let comment = (i.statement("kultur").unwrap(), "Rad ett\nrad två & </pre>".to_string());
    assert_eq!(all[0].comments, [comment], "{from}");
    // What is about a statement that the questionnaire does not have stays stored, and counts for nothing.
    assert!(all[1..].iter().all(|r| r.comments.is_empty()), "{from}");
}

fn check_plan(draft: &Draft, from: &str) {
    let lines: Vec<_> = plan(draft, &instrument())
        .into_iter()
        .map(|l| (l.id, l.target, l.action, l.owner, l.date.map(|d| d.to_string())))
        .collect();
    let line = |id: &str, target: Option<u32>, action: &str, owner: &str, date: Option<&str>| {
        (id.to_string(), target.map(Score::from_percent), action.into(), owner.into(), date.map(String::from))
    };
    let action = "Gå igenom alla system;\nbörja med \"de dolda\"";
    let expected = [
        line("kultur", None, "Pröva i liten skala", "", None),
        line("teknik", Some(70), action, "It-chef & säkerhetschef", Some("2027-06-30")),
        line("skugg_it", Some(0), "", "", None),
    ];
    assert_eq!(lines, expected, "{from}");
}

fn check_baselines(all: &[Baseline], from: &str) {
    let told: Vec<_> = all
        .iter()
        .map(|b| (b.id.as_str(), b.organisations.join(" "), b.date.as_str(), b.sheets, b.overall, b.example))
        .collect();
    let millionths = |n| Some(Score(n));
    let expected = [
        ("1700000000000-b4ume6.1700000000001", "Exempelförbundet", "2023-11-14", 1, millionths(80_000_000), true),
        ("5b1d7c2e-9a40-4d6b-8f13-7e6a5c4b3d21", "Mora Värmdö", "2024-11-23", 1, millionths(52_000_000), false),
        ("1763900000000-b4ume6.1764000000000", "Värmdö", "2025-11-24", 1, millionths(43_333_333), false),
    ]
    .map(|(id, organisations, date, sheets, overall, example)| {
        (id, organisations.into(), date, sheets, overall, example)
    });
    assert_eq!(told, expected, "{from}");
    // A category that nobody answered has no score; one with a score keeps it to the last digit.
    let scores: Vec<_> = all.iter().map(|b| (b.score("teknik"), b.score("effektivitet"))).collect();
    let expected = [(80, None), (50, millionths(52_000_000)), (50, millionths(50_000_000))];
    assert_eq!(scores, expected.map(|(teknik, other)| (Some(Score::from_percent(teknik)), other)), "{from}");
    assert!(all.iter().all(|b| b.scores.len() == 8 && b.instrument == "dimios-2023/1/e3b0"), "{from}");
}

#[test]
fn a_measurement_a_respondents_draft_and_an_example_open_with_all_they_hold() {
    let all = drafts("records-1c.json");
    assert_eq!(all.len(), 3);
    check_all(&all["6tq0w3nm1a"], "records-1c.json");
    let respondent = &all["1r8d5kz0pe"];
    let fields = [Field::For, Field::Group, Field::Respondent].map(|field| respondent.field(field));
    assert_eq!(fields, ["1795500000000-b4ume6", "Skola", "Åsa \"Ö\" <b>"]);
    assert_eq!((respondent.origin().as_str(), respondent.answered()), ("1795500100000-s0f4uk", 3));
    let example = &all["9xm2c7hv4t"];
    assert_eq!((example.field(Field::Example), example.organisations()), ("1", vec![(None, "Exempelkommunen")]));
}

#[test]
fn draft_files_of_every_form_open() {
    for fixture in ["draft-1a.json", "draft-1b.html"] {
        check(&read_file(&read(fixture), id()).unwrap(), fixture);
    }
    let opened = read_file(&read("draft-1c.html"), id()).unwrap();
    check_all(&opened, "draft-1c.html");
    // Not one record is left behind.
    let all = |draft: &Draft| draft.records().map(|(n, r)| (n.clone(), r.value.clone(), r.clock)).collect::<Vec<_>>();
    assert_eq!(all(&opened), all(&drafts("records-1c.json")["6tq0w3nm1a"]));
}

#[test]
fn an_entry_of_the_outbox_opens() {
    let text = read("submission-1.json");
    let key = ["3f1f4d5e-8a1b-4c2d-9e3f-0a1b2c3d4e5f.", &sha256_hex(text.trim_end().as_bytes())].concat();
    let stored = Stored::read(&key, &read("outbox-1.json")).unwrap();
    assert_eq!(stored.delivery, Delivery::Unconfirmed { trouble: Trouble::Busy(503) });
    assert!(SubmissionV1::read(stored.frozen.plain()).is_some());
}

#[test]
fn a_sealed_entry_of_the_outbox_opens_and_still_says_what_it_holds() {
    let key = "914baf7f-2435-43c3-80e9-1f8a55c2f673.02778a45cfa73d4b3738cf6d32f8b74ca86355036e450d01aad947e77253dbb2";
    let entry = Stored::read(key, read("outbox-1b.json").trim_end()).unwrap();
    assert_eq!((entry.draft.as_str(), entry.frozen.key().as_str()), ("6tq0w3nm1a", key));
    assert!(matches!(&entry.delivery, Delivery::Received { server_date, .. } if server_date.ends_with(" GMT")));
    assert_eq!(&entry.store(), read("outbox-1b.json").trim_end());
    // What is sent is flattened JWE, and nothing of what it says.
    assert!(entry.frozen.is_sealed() && !entry.frozen.text().contains("Åsa"));
    let sealed: serde_json::Value = serde_json::from_str(entry.frozen.text()).unwrap();
    assert!(["protected", "iv", "ciphertext", "tag"].iter().all(|part| sealed[part].is_string()));
    check_sent(&SubmissionV1::read(entry.frozen.plain()).unwrap());
}

/// What was sent from the measurement with everything.
fn check_sent(sent: &SubmissionV1) {
    let comments: Vec<&str> =
        sent.sheets.iter().flat_map(|s| &s.answers).filter_map(|a| a.comment.as_deref()).collect();
    assert_eq!(comments, ["Två rader\nmed <tecken> & \"citat\"", "Rad ett\nrad två & </pre>"]);
    let plan: Vec<_> = sent.plan.iter().map(|l| (l.id.as_str(), l.target, l.owner.as_str(), l.date.as_str())).collect();
    let teknik = ("teknik", Some(70), "It-chef & säkerhetschef", "2027-06-30");
    assert_eq!(plan, [("kultur", None, "", ""), teknik, ("skugg_it", Some(0), "", "")]);
    assert_eq!((sent.sheets(), sent.tally.len(), sent.supersedes.as_deref()), (6, 0, Some(SUPERSEDED)));
    let codes: Vec<_> = sent.organisations.iter().map(|o| o.code.as_deref()).collect();
    assert_eq!(codes, [Some("0120"), Some("2062"), None]);
}

/// A file as whoever received it holds it against the receipt, and counts it again.
fn received(fixture: &str, key: &str) -> SubmissionV1 {
    let bytes = read(fixture).trim_end().to_string();
    let Verdict { is_claimed, contents, .. } =
        verify(&sha256_hex(bytes.as_bytes()), &bytes, Claim::parse(key).as_ref(), &instrument());
    assert_eq!(is_claimed, Some(true), "{fixture}");
    let Contents::Open(sent, Recount::Same) = contents else { panic!("{fixture}") };
    assert_eq!(serde_json::to_string(&sent).unwrap(), bytes, "{fixture}");
    *sent
}

#[test]
fn submissions_of_every_form_open_and_are_what_their_receipts_say() {
    let key = "4e2f8a61-7b3c-4d5e-a9f0-6c1b2d3e4f50.9fb91a3c5b3e1c21b4c368caaf1bfc6bd64c3912cfc7f2650d31496962d1363b";
    check_sent(&received("submission-1b.json", key));
    assert_eq!(short_code(key), "9FB9-1A3C");
    let key = "8d3b6f17-0c5a-4e92-b7d4-2a9c8e1f3b60.f34c4ed803e4280b35c4fa4c56586609a750b4bdb09490f5a2f8b249a4addf1d";
    let tally = received("submission-1c.json", key);
    assert_eq!((tally.sheets(), tally.sheets.len(), tally.tally.len()), (201, 0, 30));
    assert_eq!((tally.count("strategisk_koppling", "1"), tally.count("teknisk_skuld", "vet_ej")), (28, 26));
    assert_eq!(tally.scores.overall.value, Some(5006));
}
