//! "Matching to the decimal everything shown elsewhere": every figure of a result, in every place where it is shown, drawn
//! or taken away.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod written;

use digitaliseringskommun::domain::draft::{Draft, DraftId, Name, PlanPart};
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::respondents::sheet_text;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::results::export;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use written::{
    Element, Page, comparisons, csv, document, ends, example, instrument, is_at, measured, read, result, shown,
};

fn texts(element: Element, selector: &str) -> Vec<String> {
    element.all(selector).into_iter().map(Element::text).collect()
}

/// Ranked dots: labels and values as in the table, and every mark where its value is, in both drawings.
fn dots_agree(figure: Element, interval: Option<usize>, before: Option<(usize, usize)>) {
    let table = figure.table();
    for (drawing, start, length) in [("svg.wide", 170.0, 390.0), ("svg.narrow", 8.0, 248.0)] {
        let svg = figure.first(drawing);
        let (labels, values) = (texts(svg, "text.label"), texts(svg, "text.value"));
        assert!(labels.len() >= 6 && labels.len() == values.len() && labels.len() == table.len());
        let row =
            |label: &String| table.iter().find(|row| row[0] == *label).unwrap_or_else(|| panic!("no row {label}"));
        let bands = svg.all("rect").into_iter().filter(|r| r.get("class").starts_with("range-"));
        let mut marks = svg
            .all("circle")
            .into_iter()
            .filter(|c| c.get("class") == "mark-formaga")
            .map(|c| (c.number("cy"), c.number("cx")))
            .chain(
                svg.all("rect")
                    .into_iter()
                    .filter(|r| ["mark-arv", "mark-total"].contains(&r.get("class")))
                    .map(|r| (r.number("y") + 7.0, r.number("x") + 7.0)),
            )
            .collect::<Vec<_>>();
        marks.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut marks = marks.into_iter().map(|(_, x)| x);
        let mut rings = svg.all("circle.before").into_iter().map(|c| c.number("cx"));
        for ((label, value), band) in labels.iter().zip(&values).zip(bands) {
            assert!(row(label)[1..].contains(value), "{label}: {value} in {:?}", row(label));
            if let Some(value) = shown(value) {
                is_at(marks.next().expect("a mark for each score"), value, start, length, label);
            }
            if let Some(column) = interval {
                let (low, high) = ends(&row(label)[column]);
                is_at(band.number("x") + 5.0, low, start, length, label);
                is_at(band.number("x") + band.number("width") - 5.0, high, start, length, label);
            }
            if let Some(before) = before.and_then(|(then, _)| shown(&row(label)[then])) {
                is_at(rings.next().expect("a ring for each earlier score"), before, start, length, label);
            }
            if let Some((then, now)) = before {
                assert_eq!((&row(label)[now], shown(&row(label)[then]).is_some()), (value, true));
            }
        }
        assert_eq!((marks.next(), rings.next()), (None, None));
    }
}

/// Scores by name, as some place shows them.
type Scores = BTreeMap<String, String>;

fn of_table(table: &[Vec<String>], column: usize) -> Scores {
    table.iter().map(|row| (row[0].clone(), row[column].clone())).collect()
}

/// "Så räknades det": each level by name, and that each follows from the one below.
fn calculation(page: &Page, instrument: &Instrument) -> (String, Scores, Scores, Scores) {
    let (mut dimensions, mut categories, mut statements) = (Scores::new(), Scores::new(), Scores::new());
    let all = page.first("#calculation");
    let total = all.first(".sum strong").text().replace("Digital mognad ", "");
    let split =
        |title: &str| title.rsplit_once(' ').map(|(name, score)| (name.to_string(), score.to_string())).unwrap();
    let mean = |scores: Vec<f64>| scores.iter().sum::<f64>() / scores.len() as f64;
    let follows = |name: &str, score: &str, parts: Vec<&String>| {
        let parts: Vec<f64> = parts.into_iter().filter_map(|s| shown(s)).collect();
        if let Some(score) = shown(score) {
            assert!((score - mean(parts)).abs() <= 0.11, "{name} does not follow from what is below it");
        }
    };
    for dimension in &instrument.dimensions {
        let part = all.first(&format!("#calculation-{}", dimension.id));
        let (name, score) = split(&part.first("summary").text());
        let mut own = Scores::new();
        for category in instrument.categories.iter().filter(|c| instrument.dimensions[c.dimension].id == dimension.id) {
            let part = part.first(&format!("#calculation-{}", category.id));
            let (name, score) = split(&part.first("summary").text());
            let table = part.table();
            let rows: Scores = table
                .iter()
                .map(|row| (row[0].replace(" (omvänt påstående)", ""), row[2].clone()))
                .map(|(name, score)| (name, if score == "räknas inte" { "–".into() } else { score }))
                .collect();
            follows(&name, &score, rows.values().collect());
            statements.extend(rows);
            own.insert(name, score);
        }
        follows(&name, &score, own.values().collect());
        assert!(part.first("p").text().starts_with(&format!("{name} {score}: ")));
        for (name, score) in &own {
            assert!(part.first("p").text().contains(&format!("{name} {score}")), "{name} {score}");
        }
        dimensions.insert(name, score);
        categories.extend(own);
    }
    follows("the total", &total, dimensions.values().collect());
    (total, dimensions, categories, statements)
}

/// The distributions: parts as wide as their counts, with steps and counts as in the table, said in words too.
fn distributions(page: &Page, instrument: &Instrument) -> Scores {
    let mut scores = Scores::new();
    for category in &instrument.categories {
        let part = page.first(&format!("#distribution-{}", category.id));
        let table = part.table();
        for (row, one) in table.iter().zip(part.all(".distribution")) {
            assert_eq!((one.first("strong").text(), one.first(".num").text()), (row[0].clone(), row[10].clone()));
            scores.insert(row[0].clone(), row[10].clone());
            let counts: Vec<f64> = row[1..10].iter().map(|n| n.parse().unwrap()).collect();
            let bar = one.first("svg.bar");
            let (mut given, open) = (counts[..6].to_vec(), counts[6..].iter().sum::<f64>());
            given.push(open);
            let all: f64 = given.iter().sum();
            let rects: Vec<Element> = bar.all("rect").into_iter().filter(|r| r.get("class") != "frame").collect();
            let drawn: Vec<(usize, f64)> = given.iter().copied().enumerate().filter(|(_, n)| *n > 0.0).collect();
            assert_eq!(rects.len(), drawn.len());
            let mut before = 0.0;
            for (rect, (step, count)) in rects.iter().zip(&drawn) {
                let class = if *step == 6 { "open".to_string() } else { format!("step-{}", step + 1) };
                assert_eq!(rect.get("class"), class);
                assert!((rect.number("x") - before / all * 320.0).abs() <= 1.0);
                before += count;
                assert!((rect.number("x") + rect.number("width") - before / all * 320.0).abs() <= 1.0);
                let middle = rect.number("x") + rect.number("width") / 2.0;
                let in_part = |text: &Element| (text.number("x") - middle).abs() <= 1.0;
                let count_at = bar.all("text.axis").into_iter().find(in_part).map(Element::text);
                assert!(count_at.is_none_or(|said| said == count.to_string()), "{}", row[0]);
                let step_at = bar.all("text.on").into_iter().find(in_part).map(Element::text);
                assert_eq!(step_at, (*step < 6 && rect.number("width") >= 14.0).then(|| (step + 1).to_string()));
            }
            let said: f64 =
                bar.get("aria-label").split(", ").map(|p| p.rsplit(": ").next().unwrap().parse::<f64>().unwrap()).sum();
            assert_eq!(said, all, "{}", bar.get("aria-label"));
        }
        assert_eq!(table.len(), part.all(".distribution").len());
    }
    scores
}

fn position_agrees(page: &Page, dimensions: &Scores) {
    let figure = page.first("#position");
    let table = figure.table();
    assert_eq!(&of_table(&table, 1), dimensions);
    let (up, right) = (&table[0], &table[1]);
    if let (Some(ability), Some(legacy)) = (shown(&up[1]), shown(&right[1])) {
        let here = figure.first("circle.here");
        is_at(here.number("cx"), legacy, 34.0, 280.0, "the position, sideways");
        is_at(here.number("cy"), ability, 288.0, -280.0, "the position, upwards");
    }
    let possible = figure.first("rect.possible");
    let ((low, high), (left, most)) = (ends(&up[2]), ends(&right[2]));
    is_at(possible.number("x") + 6.0, left, 34.0, 280.0, "the box");
    is_at(possible.number("x") + possible.number("width") - 6.0, most, 34.0, 280.0, "the box");
    is_at(possible.number("y") + 6.0, high, 288.0, -280.0, "the box");
    is_at(possible.number("y") + possible.number("height") - 6.0, low, 288.0, -280.0, "the box");
}

fn radar_agrees(page: &Page, categories: &Scores) {
    let figure = page.first("#radar");
    let table = figure.table();
    assert_eq!(&of_table(&table, 1), categories);
    let labels = texts(figure.first("svg.radar"), "text.label");
    assert_eq!(labels, table.iter().map(|row| row[0].clone()).collect::<Vec<_>>());
    let corners: Vec<(f64, f64)> = figure
        .first("polygon.web")
        .get("points")
        .split(' ')
        .map(|corner| corner.split_once(',').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).unwrap())
        .collect();
    assert_eq!(corners.len(), table.len());
    for (at, ((x, y), row)) in corners.iter().zip(&table).enumerate() {
        let angle = std::f64::consts::TAU * at as f64 / table.len() as f64;
        let value = shown(&row[1]).unwrap_or(0.0);
        is_at(*x, value, 210.0, 110.0 * angle.sin(), &row[0]);
        is_at(*y, value, 150.0, -110.0 * angle.cos(), &row[0]);
    }
}

/// What other programs get: one decimal in the table, two in the data.
fn files_agree(draft: &Draft, total: &str, levels: [&Scores; 3], instrument: &Instrument) {
    let rows = csv(&export::csv(&measured(draft), Locale::Sv));
    let data: Value = serde_json::from_str(&export::data(&measured(draft), Locale::Sv)).unwrap();
    let same = |cell: &str, json: &Value, score: &str, name: &str| {
        let value = shown(score);
        assert_eq!(cell.replace(',', ".").parse::<f64>().ok(), value, "CSV, {name}");
        match (json["score"].as_f64(), value) {
            (Some(exact), Some(value)) => assert!((exact - value).abs() <= 0.0551, "JSON, {name}: {exact} and {value}"),
            (exact, value) => assert_eq!(exact, value, "JSON, {name}"),
        }
    };
    let named = |level: &str, id: &str| rows.iter().find(|r| r[0] == level && r[1] == id).expect("a row")[3].clone();
    same(&rows[1][3], &data["overall"], total, "total");
    for (level, key, scores) in [("Dimension", "dimensions", levels[0]), ("Kategori", "categories", levels[1])] {
        let all = data[key].as_array().unwrap();
        assert_eq!(all.len(), scores.len());
        for one in all {
            let name = one["name"].as_str().unwrap();
            same(&named(level, one["id"].as_str().unwrap()), &one["score"], &scores[name], name);
        }
    }
    for (statement, one) in instrument.statements.iter().zip(data["statements"].as_array().unwrap()) {
        let label = &statement.label.sv;
        same(&named("Påstående", &statement.id), &one["score"], &levels[2][label], label);
    }
}

/// Everything about one draft.
fn agree(draft: &Draft, several: bool) {
    let instrument = instrument();
    let page = read(&result(draft));
    let (total, dimensions, categories, statements) = calculation(&page, &instrument);
    assert_eq!(page.first(".big").text().replace(" %", "\u{a0}%"), total.replace('–', "–\u{a0}%"));
    for dimension in page.all(".legend-dims li") {
        let score = dimension.first("b").text();
        assert_eq!(dimensions[dimension.text().trim_end_matches(&score).trim()], score);
    }
    position_agrees(&page, &dimensions);
    dots_agree(page.first("#categories"), Some(3), None);
    assert_eq!(of_table(&page.first("#categories").table(), 2), categories);
    radar_agrees(&page, &categories);
    if several {
        assert_eq!(distributions(&page, &instrument), statements);
    }
    for row in page.all("#effects").iter().flat_map(|part| part.table()) {
        assert_eq!(statements[&row[0]], row[1]);
    }
    for row in page.all("#plan table").iter().flat_map(|_| page.first("#plan").table()) {
        assert_eq!(categories.get(&row[0]).or(statements.get(&row[0])), Some(&row[1]));
    }
    files_agree(draft, &total, [&dimensions, &categories, &statements], &instrument);
    let compared = read(&comparisons(draft));
    for figure in compared.all("figure") {
        let published = figure.get("id") == "published";
        dots_agree(figure, None, (!published).then_some((1, 2)));
        let own = figure.table()[0][if published { 1 } else { 2 }].clone();
        assert_eq!(own, total);
    }
    let paper = read(&document(draft));
    assert_eq!(paper.first(".big").text(), page.first(".big").text());
    assert_eq!(of_table(&paper.first("#categories").table(), 2), categories);
    for one in paper.all(".answered") {
        assert_eq!(statements[&one.first("strong").text()], one.first(".num").text());
    }
}

#[test]
fn every_figure_of_the_example_is_the_same_wherever_it_stands() {
    agree(&example(), true);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_the_same_wherever_it_stands(
        own in proptest::collection::vec("[1-6]|vet_ej|ej_tillampligt|", 30),
        others in proptest::collection::vec(proptest::collection::vec("[1-6]|vet_ej|", 30), 0..8),
        target in 0u8..101,
    ) {
        let instrument = instrument();
        let write = |draft: &mut Draft, words: &[String]| {
            for (statement, word) in instrument.statements.iter().zip(words) {
                draft.write(Name::Answer(statement.id.clone()), word, "t");
            }
        };
        let mut draft = Draft::new(DraftId::parse("matning").unwrap());
        write(&mut draft, &own);
        draft.write(Name::Plan(PlanPart::Target, "teknik".into()), &target.to_string(), "t");
        for (n, words) in others.iter().enumerate() {
            let mut handed = Draft::new(DraftId::parse("svar").unwrap());
            write(&mut handed, words);
            draft.write(Name::Sheet(n.to_string()), &sheet_text(&handed), "t");
        }
        agree(&draft, others.len() >= 5);
    }
}
