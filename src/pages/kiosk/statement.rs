//! One statement at a time: six rising steps to press, *vet ej*, *ej tillämpligt*. To press one is to go on; going back
//! shows what was pressed.

use super::{button, heading};
use crate::components::statement::label_of;
use crate::domain::answers::Answer;
use crate::domain::instrument::Instrument;
use crate::domain::kiosk::Visit;
use crate::domain::text::Locale;
use crate::i18n::{kiosk as texts, pick};
use crate::strings::html::Html;

/// The statement at this place among those asked.
pub(super) fn statement(visit: &Visit, at: usize, instrument: &Instrument, locale: Locale) -> Html {
    let (t, mut h) = (texts(locale), Html::new());
    let Some((index, statement)) = visit.statement().and_then(|i| Some((i, instrument.statements.get(i)?))) else {
        return h;
    };
    let answer = visit.sheet.get(index);
    let (place, all) = ((at + 1).to_string(), visit.asked.len().to_string());
    h.open("div", &[("class", "k-statement")]).open("div", &[("class", "k-where")]);
    let said = pick(locale, ["Påstående ", &place, " av ", &all], ["Statement ", &place, " of ", &all]).concat();
    h.el("p", &[("class", "kicker num")], &said).open("div", &[("class", "k-progress"), ("aria-hidden", "true")]);
    for n in 0..visit.asked.len() {
        h.el(
            "i",
            &[(
                "class",
                if n < at {
                    "on"
                } else if n == at {
                    "now"
                } else {
                    ""
                },
            )],
            "",
        );
    }
    h.close("div").close("div");
    heading(&mut h, statement.text.get(locale));
    h.el("p", &[("class", "meta")], statement.help.get(locale));
    let steps = instrument.steps().to_string();
    h.open("div", &[("role", "group"), ("aria-labelledby", "rubrik")]);
    h.open("div", &[("class", "scale k-scale"), ("data-steps", &steps)]);
    for step in (1..=instrument.steps()).map(Answer::Step) {
        choice(&mut h, instrument, step, answer, locale);
    }
    h.close("div").open("div", &[("class", "k-row k-other")]);
    for other in [Answer::DontKnow, Answer::NotApplicable] {
        choice(&mut h, instrument, other, answer, locale);
    }
    h.close("div").close("div").open("div", &[("class", "k-row k-move")]);
    button(&mut h, "k-btn k-second", "back", t.back);
    button(&mut h, "k-btn k-second", "skip", t.skip);
    h.close("div").close("div");
    h
}

fn choice(h: &mut Html, instrument: &Instrument, choice: Answer, answer: Answer, locale: Locale) {
    let pressed = if choice == answer { "true" } else { "false" };
    let act = ["answer:", choice.word()].concat();
    h.open("button", &[("type", "button"), ("class", "k-step"), ("data-k", &act), ("aria-pressed", pressed)]);
    if matches!(choice, Answer::Step(_)) {
        h.el("b", &[], choice.word()).text(" ");
    }
    h.el("span", &[], &label_of(instrument, choice, locale)).close("button");
}
