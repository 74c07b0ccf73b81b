//! The loop that invites: pictures, and the ways in.

use super::Room;
use super::button;
use crate::browser::clock;
use crate::components::dates::{period, step_name};
use crate::components::nominee_card::{counties, stage_tag};
use crate::domain::award::{Edition, Stage as Came};
use crate::domain::kiosk::{Kiosk, Slide, Stage, slides};
use crate::domain::text::Locale;
use crate::i18n::{award, compete, days_left, edition_name, kiosk as texts, statements};
use crate::state::site::Site;
use crate::strings::html::Html;
use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::WithValue;

/// The picture that stands. It is not told as it changes: nobody who listens asked for it (WCAG 2.2.2).
pub(super) fn picture(room: &Room) -> Html {
    room.kiosk.with(|k| {
        let Stage::Attract { slide, .. } = k.stage else { return Html::new() };
        let now = clock::now_in_stockholm();
        Site::get().edition.with_value(|edition| {
            let all = slides(edition.as_ref(), now);
            let at = slide % all.len().max(1);
            let mut h = Html::new();
            h.open("div", &[("class", "k-picture")]);
            match (all.get(at), edition) {
                (None | Some(Slide::Test), _) | (_, None) => test(&mut h, k),
                (Some(slide), Some(edition)) => draw(&mut h, *slide, edition, now, k.locale),
            }
            h.close("div").open("p", &[("class", "k-dots"), ("aria-hidden", "true")]);
            for n in 0..all.len() {
                h.el("i", &[("class", if n == at { "on" } else { "" })], "");
            }
            h.close("p");
            h
        })
    })
}

fn draw(h: &mut Html, slide: Slide, edition: &Edition, now: NaiveDateTime, locale: Locale) {
    let nominees = edition.nominees_on(now);
    match slide {
        Slide::Winner(index) | Slide::Nominee(index) => {
            let Some((nominee, stage)) = nominees.get(index) else { return };
            stage_tag(h, *stage, locale);
            let class = if *stage == Came::Winner { "k-name win" } else { "k-name" };
            h.el("h2", &[("class", class)], &nominee.name);
            // A reason speaks of the winner, who is not known before the day of the prize.
            let reason = nominee.reason.as_ref().filter(|_| *stage == nominee.stage);
            if let Some(text) = reason.or(nominee.facts.first().map(|(text, _)| text)) {
                h.el("p", &[("class", "lead")], text.get(locale));
            }
            h.el(
                "p",
                &[("class", "meta")],
                &[&counties(nominee, locale), " · ", &edition_name(locale, edition.year)].concat(),
            );
        }
        Slide::Opening => {
            h.el("p", &[("class", "kicker")], &edition_name(locale, edition.year));
            h.el("h2", &[("class", "k-big")], &compete(locale, edition.nominees.len()));
        }
        Slide::All => {
            h.el("h2", &[], &[award(locale).nominated, " ", &edition.year.to_string()].concat());
            h.open("ul", &[("class", "k-names")]);
            for (nominee, stage) in nominees {
                h.open("li", &[]).el("b", &[], &nominee.name);
                stage_tag(h, stage, locale);
                h.close("li");
            }
            h.close("ul");
        }
        Slide::Dates => coming(h, edition, now.date(), locale),
        Slide::Test => {}
    }
}

/// The date that is next, large, and those around it.
fn coming(h: &mut Html, edition: &Edition, today: NaiveDate, locale: Locale) {
    let next = edition.next_milestone(today);
    h.el("p", &[("class", "kicker")], &[award(locale).dates, " ", &edition.year.to_string()].concat());
    if let Some(next) = next {
        h.el("h2", &[("class", "k-big")], &period(locale, next.when(), edition.year));
        let days = next.when().days_until(today);
        h.el("p", &[("class", "lead")], &[step_name(locale, next.step), ", ", &days_left(locale, days)].concat());
    } else if let Some(last) = edition.milestones.last() {
        h.el("h2", &[("class", "k-big")], step_name(locale, last.step));
        h.el("p", &[("class", "lead")], &period(locale, last.when(), edition.year));
    }
    h.open("ol", &[("class", "k-line"), ("aria-hidden", "true")]);
    for (milestone, _) in edition.milestones_on(today) {
        let past = milestone.when().last < today;
        h.el(
            "li",
            &[(
                "class",
                if past {
                    "past"
                } else if next == Some(milestone) {
                    "now"
                } else {
                    ""
                },
            )],
            "",
        );
    }
    h.close("ol");
}

fn test(h: &mut Html, k: &Kiosk) {
    let t = texts(k.locale);
    h.open("div", &[("class", "steps k-steps"), ("aria-hidden", "true")]);
    for _ in 0..6 {
        h.el("i", &[], "");
    }
    h.close("div").el("h2", &[("class", "k-big")], t.test_title).el("p", &[("class", "lead")], t.test_text);
    if k.offers_short() {
        h.el("p", &[("class", "meta")], &statements(k.locale, k.short_length()));
    }
}

/// The ways in, and what steers the loop. `wrong`: the key of the settings that cannot be used, for those who set it up.
pub(super) fn ways(k: &Kiosk, paused: bool, wrong: &str) -> Html {
    let (t, mut h) = (texts(k.locale), Html::new());
    h.open("div", &[("class", "k-ways")]);
    button(&mut h, "k-btn k-go", "test", if k.offers_short() { t.start } else { t.start_whole });
    button(&mut h, "k-btn k-second k-go", "nominees", t.see_nominees);
    button(&mut h, "k-btn k-second k-go", "dates", award(k.locale).dates);
    h.close("div").open("div", &[("class", "k-steer")]);
    let (shape, text) = if paused { ("▶", t.go_on) } else { ("❚❚", t.stop) };
    for (id, act, shape, text) in [
        ("k-before", "slide:0", "←", t.before),
        ("k-pause", "pause", shape, text),
        ("k-after", "slide:1", "→", t.after),
    ] {
        h.open("button", &[("type", "button"), ("class", "k-quiet"), ("id", id), ("data-k", act)]);
        h.el("span", &[("aria-hidden", "true")], shape).el("span", &[("class", "vh")], text).close("button");
    }
    h.close("div");
    if !wrong.is_empty() {
        h.el("p", &[("class", "note error")], &["config.json: ", wrong].concat());
    }
    h
}
