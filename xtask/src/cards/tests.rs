use super::boxes::boxes;
use super::card::Card;
use super::colour::Colour;
use super::content::{Award, Content};
use super::layout::{MARGIN, card};
use super::map::Map;
use super::typeface::{Typeface, Weight};
use super::{editions, file, now, picture};
use askama::Template;
use chrono::NaiveDate;
use digitaliseringskommun::domain::award::{
    COUNTIES, Edition, Municipality, Register, Stage, Status, parse_register, slug_of,
};
use resvg::tiny_skia::Rect;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

const LIMIT: usize = 25_000;

fn public() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../public")
}

fn data() -> (Vec<Edition>, Register) {
    let register = parse_register(&fs::read(public().join("data/kommuner.json")).unwrap()).unwrap();
    (editions(&public()).unwrap(), register)
}

fn typeface() -> Typeface {
    Typeface::read(&fs::read(public().join("fonts/schibsted-grotesk.woff2")).unwrap()).unwrap()
}

/// Read once: it remembers what it has measured.
pub static TYPEFACE: LazyLock<Typeface> = LazyLock::new(typeface);

/// A map of four squares with a place, for as long as it does not matter what Sweden looks like.
fn squares() -> Map {
    let counties: Vec<String> = ["01", "03", "12", "25"]
        .iter()
        .zip(0..)
        .map(|(c, n)| format!(r#"["{c}","m0 {}h70v50h-70z"]"#, n * 50))
        .collect();
    let counties = counties.join(",");
    let text =
        format!(r#"{{"source":"made up","width":70,"height":200,"counties":[{counties}],"places":[["0182",35,20]]}}"#);
    Map::read(&text, &TYPEFACE).unwrap()
}

/// The map of Sweden where there is one, and the other one.
fn maps() -> Vec<Map> {
    let sweden = Map::open(&public().join("data/sweden.json"), &TYPEFACE).unwrap();
    sweden.into_iter().chain([squares()]).collect()
}

fn contents(award: &Award) -> Vec<Content> {
    award.contents(&BTreeSet::new()).unwrap()
}

#[test]
fn the_site_and_each_edition_nominee_and_municipality_has_a_picture() {
    let (editions, register) = data();
    let award = Award { editions: &editions, register: &register, now: now().unwrap() };
    let files: Vec<String> = contents(&award).into_iter().map(|c| c.file).collect();
    let unique: BTreeSet<&String> = files.iter().collect();
    assert_eq!(unique.len(), files.len());
    let mut wanted = BTreeSet::from(["site.png".to_string()]);
    for edition in &editions {
        wanted.insert(format!("{}.png", edition.year));
        for nominee in &edition.nominees {
            wanted.insert(format!("{}-{}.png", edition.year, nominee.slug));
            wanted.extend(nominee.municipalities.iter().map(|m| format!("kommun-{}.png", slug_of(&m.name))));
        }
    }
    assert_eq!(files.into_iter().collect::<BTreeSet<_>>(), wanted);
    assert!(wanted.contains("kommun-alvdalen.png") && wanted.contains("kommun-upplands-bro.png"));
}

#[test]
fn a_municipality_with_a_page_has_a_picture_also_if_it_was_never_nominated() {
    let (editions, register) = data();
    let award = Award { editions: &editions, register: &register, now: now().unwrap() };
    let with = award.contents(&BTreeSet::from(["ostra-goinge".to_string(), "no-such".to_string()])).unwrap();
    let new: Vec<_> = with.iter().filter(|c| !contents(&award).contains(c)).collect();
    assert_eq!(new.iter().map(|c| c.file.as_str()).collect::<Vec<_>>(), ["kommun-ostra-goinge.png"]);
    assert!(new[0].stages.is_empty());
}

#[test]
fn every_picture_is_1200_by_630_and_small() {
    let (editions, register) = data();
    let award = Award { editions: &editions, register: &register, now: now().unwrap() };
    let maps = maps();
    let all = contents(&award);
    let check = |part: &[Content]| {
        for content in part {
            let bytes = file(content, &TYPEFACE, maps.first()).unwrap();
            assert!(bytes.len() <= LIMIT, "{} is {} bytes", content.file, bytes.len());
            let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
            assert_eq!((reader.info().width, reader.info().height), (1200, 630), "{}", content.file);
            let mut row = vec![0; reader.output_buffer_size().unwrap()];
            reader.next_frame(&mut row).unwrap();
        }
    };
    let (first, second) = all.split_at(all.len() / 2);
    std::thread::scope(|s| {
        s.spawn(|| check(first));
        check(second);
    });
}

#[test]
fn the_same_data_give_the_same_bytes_and_the_exact_colours() {
    let (editions, register) = data();
    let award = Award { editions: &editions, register: &register, now: now().unwrap() };
    let map = squares();
    let all = contents(&award);
    let winner = all.iter().find(|c| c.won).unwrap();
    let bytes = file(winner, &TYPEFACE, Some(&map)).unwrap();
    assert_eq!(bytes, file(winner, &typeface(), Some(&map)).unwrap());
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    let palette: Vec<[u8; 3]> = reader.info().palette.as_ref().unwrap().chunks(3).map(|c| [c[0], c[1], c[2]]).collect();
    for Colour(r, g, b) in [Colour::GOLD_SOFT, Colour::GOLD, Colour::INK, Colour::BRAND, Colour::LAND_GOLD] {
        assert!(palette.contains(&[r, g, b]), "{r:x} {g:x} {b:x}");
    }
    let said = reader.info().uncompressed_latin1_text.iter().map(|t| t.text.as_str()).collect::<Vec<_>>();
    assert!(said.contains(&"made up"), "the map's licence wants its source to be named: {said:?}");
}

/// Nothing that is read reaches into a margin, nothing lies upon anything else.
fn assert_apart(card: &Card, name: &str) {
    let boxes = boxes(card);
    let inside = |b: &Rect, left: f32, top: f32| {
        b.left() >= left - 0.6 && b.top() >= top - 0.6 && b.right() <= 1200.6 - left && b.bottom() <= 600.0
    };
    for (n, (what, bounds)) in boxes.iter().enumerate() {
        match what.as_str() {
            "step" => {}
            // Marks stand out over the coast.
            "map" | "mark" => assert!(inside(bounds, 40.0, 24.0), "{name}: {what} {bounds:?}"),
            _ => assert!(inside(bounds, MARGIN, MARGIN), "{name}: {what} {bounds:?}"),
        }
        for (other, there) in &boxes[n + 1..] {
            let of_map = [what, other].iter().all(|w| matches!(w.as_str(), "map" | "mark"));
            let steps = what == "step" && other == "step";
            let apart = of_map || steps || bounds.intersect(there).is_none();
            assert!(apart, "{name}: {what} {bounds:?} lies upon {other} {there:?}");
        }
    }
}

fn shown(subject: &str, place: &str, stages: Vec<(Stage, String)>, more: Vec<String>) -> Content {
    Content {
        file: String::new(),
        title: "Sveriges DigitaliseringsKommun".into(),
        subject: subject.into(),
        won: stages.first().is_some_and(|(stage, _)| *stage == Stage::Winner),
        stages,
        more,
        places: vec![(vec![place.to_string()], Stage::Finalist)],
        steps: false,
    }
}

#[test]
fn nothing_is_clipped_and_nothing_overlaps_whatever_the_name() {
    let (_, register) = data();
    let maps = maps();
    let names: Vec<&str> = register.municipalities.iter().map(|(_, name)| name.as_str()).collect();
    let joint = names.windows(3).map(|w| format!("{}, {} och {}", w[0], w[1], w[2]));
    let pairs = names.windows(2).map(|w| w.join(" och "));
    let all: Vec<String> = names.iter().map(|n| (*n).to_string()).chain(joint).chain(pairs).collect();
    assert!(all.len() > 860);
    for (n, name) in all.iter().enumerate() {
        let (code, _) = &register.municipalities[n % names.len()];
        let stage = Stage::ALL[n % 3];
        let county = vec![COUNTIES[n % 21].1.to_string()];
        let content = shown(name, code, vec![(stage, "Nominerad 2023".into())], county);
        let map = [maps.first(), maps.last(), None][n % 3];
        assert_apart(&card(&content, &TYPEFACE, map).unwrap(), name);
    }
}

#[test]
fn nothing_is_clipped_and_nothing_overlaps_however_much_there_is_to_say() {
    let (_, register) = data();
    let maps = maps();
    let years = "2001, 2003, 2005, 2007, 2009, 2011, 2013, 2015, 2017, 2019, 2021 och 2023";
    let stages: Vec<_> = [(Stage::Winner, "Vinnare"), (Stage::Finalist, "Finalist"), (Stage::Nominated, "Nominerad")]
        .map(|(stage, word)| (stage, format!("{word} {years}")))
        .to_vec();
    let names: Vec<String> = register.municipalities.iter().map(|(_, name)| name.clone()).collect();
    for map in [maps.first(), maps.last(), None] {
        for subject in ["Ö", "2023", "Skinnskatteberg", "Malung-Sälen, Upplands Väsby och Örnsköldsvik"] {
            for count in 0..=3 {
                for others in [0, 1, 2, 5, 20, 60, 290] {
                    let content = shown(subject, "0182", stages[..count].to_vec(), names[..others].to_vec());
                    assert_apart(&card(&content, &TYPEFACE, map).unwrap(), &format!("{subject}, {count}, {others}"));
                }
            }
        }
    }
}

#[test]
fn nothing_on_the_real_pictures_overlaps() {
    let (editions, register) = data();
    let award = Award { editions: &editions, register: &register, now: now().unwrap() };
    let maps = maps();
    for content in contents(&award) {
        for map in [maps.first(), None] {
            assert_apart(&card(&content, &TYPEFACE, map).unwrap(), &content.file);
        }
    }
}

#[test]
fn before_its_day_the_winner_is_a_finalist_on_every_picture() {
    let (editions, register) = data();
    let last = editions.last().unwrap().clone();
    let winner = last.nominees.iter().find(|n| n.stage == Stage::Winner).unwrap().clone();
    let day = last.awarded.unwrap();
    let award = |now: NaiveDate| Award { now: now.into(), editions: std::slice::from_ref(&last), register: &register };
    let before = contents(&award(day.pred_opt().unwrap()));
    assert!(matches!(last.status(day.pred_opt().unwrap()), Status::Next(..)));
    for content in &before {
        assert!(!content.won, "{}", content.file);
        let told = content.stages.iter().map(|(stage, _)| *stage).chain(content.places.iter().map(|(_, stage)| *stage));
        assert!(told.into_iter().all(|stage| stage != Stage::Winner), "{}", content.file);
        let texts = content.stages.iter().map(|(_, text)| text).chain(&content.more);
        assert!(texts.into_iter().all(|text| !text.contains("Vinnare:")), "{}", content.file);
    }
    // Nor does the order give it away: it is among the others where its name belongs.
    let edition = before.iter().find(|c| c.file == format!("{}.png", last.year)).unwrap();
    assert!(edition.more.contains(&winner.name) && edition.more.first() != Some(&winner.name));

    let after = contents(&award(day));
    let of = |file: String| after.iter().find(|c| c.file == file).unwrap();
    assert!(of(format!("{}-{}.png", last.year, winner.slug)).won);
    assert_eq!(of(format!("{}.png", last.year)).stages, [(Stage::Winner, format!("Vinnare: {}", winner.name))]);
    let municipality = &winner.municipalities[0].name;
    let text = format!("Vinnare {}", last.year);
    assert_eq!(of(format!("kommun-{}.png", slug_of(municipality))).stages, [(Stage::Winner, text)]);
}

#[test]
fn a_winner_has_the_ground_of_one() {
    for (stage, ground) in [(Stage::Winner, Colour::GOLD_SOFT), (Stage::Finalist, Colour::PAPER)] {
        let content = shown("Nacka", "0182", vec![(stage, "2023".into())], Vec::new());
        let card = card(&content, &TYPEFACE, None).unwrap().render().unwrap();
        let corner = picture::draw(&TYPEFACE.tree(&card).unwrap()).unwrap().pixel(2, 2).unwrap();
        assert_eq!(Colour(corner.red(), corner.green(), corner.blue()), ground);
    }
}

#[test]
fn years_and_counties_are_told_in_a_sentence() {
    let (editions, register) = data();
    let award = Award { editions: &editions, register: &register, now: now().unwrap() };
    let all = contents(&award);
    let of = |file: &str| all.iter().find(|c| c.file == file).unwrap();
    let karlskrona = of("kommun-karlskrona.png");
    assert_eq!(karlskrona.stages, [(Stage::Finalist, "Finalist 2017 och 2019".to_string())]);
    assert_eq!(karlskrona.more, ["Blekinge län"]);
    let mora = of("2023-mora-orsa-alvdalen.png");
    assert_eq!((mora.more.as_slice(), mora.places[0].0.len()), (["Dalarnas län".to_string()].as_slice(), 3));
    let m = |code: &str| Municipality { code: code.into(), name: String::new() };
    let counties = |codes: &[&str]| super::content::counties(&codes.iter().map(|c| m(c)).collect::<Vec<_>>());
    assert_eq!(counties(&["1280", "1480"]).unwrap(), "Skåne och Västra Götalands län");
    assert_eq!(counties(&["1280", "1480", "1281"]).unwrap(), "Skåne och Västra Götalands län");
    assert_eq!(counties(&["1280", "1480", "0180"]).unwrap(), "3 län");
}

#[test]
fn a_character_that_the_font_lacks_is_told_and_not_drawn_as_a_box() {
    let told = format!("{:#}", TYPEFACE.line("Nacka★", Weight::Bold).unwrap_err());
    assert!(told.contains('★') && told.contains("Nacka"), "{told}");
}

#[test]
fn heavier_is_wider_and_letters_are_kerned() {
    let width = |text: &str, weight| TYPEFACE.line(text, weight).unwrap().width;
    assert!(width("Nacka", Weight::Heavy) > width("Nacka", Weight::Medium) * 1.04);
    let apart = width("AV", Weight::Bold);
    let alone = width("A", Weight::Bold) + width("V", Weight::Bold);
    assert!(apart < alone, "{apart} {alone}");
}
