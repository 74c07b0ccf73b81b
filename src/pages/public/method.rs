//! How it is counted: the rules of the instrument, in words and figures.

use super::parts::{Waiting, settled};
use crate::components::heading::PageHeading;
use crate::domain::instrument::{DimensionRule, Instrument};
use crate::domain::text::Locale;
use crate::i18n::{pick, use_locale};
use crate::state::public_data::Fetching;
use crate::state::site::Site;
use leptos::prelude::*;
use std::sync::Arc;

/// The page about the method.
#[component]
pub fn MethodPage() -> impl IntoView {
    let site = Site::get();
    let found = Memo::new(move |_| site.questionnaire.with(|questionnaire| questionnaire.good().cloned()));
    let page =
        |instrument: Signal<Arc<Instrument>>| (move || view! { <Method instrument=instrument.get()/> }).into_any();
    if let Some(instrument) = settled(found) {
        return page(instrument);
    }
    let fetch = Action::new_local(move |(): &()| site.fetch_questionnaire());
    let fetching = Signal::derive(move || match fetch.value().get() {
        _ if fetch.pending().get() => Fetching::Underway,
        Some(Err(error)) => Fetching::Failed(error),
        _ => Fetching::Idle,
    });
    let fetch = move || {
        fetch.dispatch(());
    };
    Effect::new(move |_| fetch());
    let heading = heading(use_locale()).to_string();
    view! { <Waiting found page heading fetching on_retry=fetch/> }.into_any()
}

fn heading(locale: Locale) -> &'static str {
    pick(locale, "Så räknas det", "How it is counted")
}

#[component]
fn Method(
    /// The questionnaire whose rules are explained.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (i, locale) = (instrument, use_locale());
    let p = |sv: &'static str, en: &'static str| pick(locale, sv, en);
    let steps = i.steps();
    let scale = (1..=steps)
        .zip(&i.scale.labels)
        .map(|(step, label)| {
            let percent = (u32::from(step) - 1) * 100 / (u32::from(steps) - 1).max(1);
            view! {
                <tr><th scope="row">{step}</th><td>{label.get(locale).to_string()}</td><td class="n">{percent} " %"</td></tr>
            }
        })
        .collect_view();
    let rule = match i.rules.dimension {
        DimensionRule::MeanOfCategories => p("medelvärdet av sina kategorier", "the mean of its categories"),
        DimensionRule::MeanOfStatements => p("medelvärdet av alla sina påståenden", "the mean of all its statements"),
    };
    view! {
        <PageHeading>{heading(locale)}</PageHeading>
        <p class="lead">{p(
            "DiMiOS, Digital Mognad i Offentlig Sektor, beskriver en organisations förutsättningar att ta vara på digitaliseringen: inte hur mycket som är digitalt.",
            "DiMiOS, Digital Mognad i Offentlig Sektor, describes how well an organisation is placed to benefit from digitalisation: not how much of it is digital.",
        )}</p>
        <p class="note">{i.source_note.get(locale).to_string()}</p>
        <div class="prose">
            <h2>{p("Från svar till procent", "From answer to percent")}</h2>
            <p>{p(
                "Varje påstående besvaras på en skala. Svaret blir procent efter sin plats på skalan. För omvända påståenden räknas procenten från andra hållet.",
                "Each statement is answered on a scale. The answer becomes a percentage by its place on the scale. For reversed statements it is counted from the other end.",
            )}</p>
            <table class="data">
                <thead><tr>
                    <th scope="col">{p("Steg", "Step")}</th><th scope="col">{p("Svar", "Answer")}</th>
                    <th scope="col" class="n">{p("Procent", "Percent")}</th>
                </tr></thead>
                <tbody>{scale}</tbody>
            </table>
            <p>{p(
                "Vet ej, ej tillämpligt och obesvarat räknas inte med i något medelvärde. De räknas aldrig som noll.",
                "Don’t know, not applicable and unanswered enter no mean. They never count as zero.",
            )}</p>
            <h2>{p("Från påståenden till digital mognad", "From statements to digital maturity")}</h2>
            <p>{p("En kategori är medelvärdet av sina besvarade påståenden. En dimension är ", "A category is the mean of its answered statements. A dimension is ")}
                {rule}
                {p(". Digital mognad är medelvärdet av de två dimensionerna. Alla led räknas på oavrundade värden.", ". Digital maturity is the mean of the two dimensions. Every level is counted from unrounded values.")}</p>
            <p>{p(
                "Regeln för dimensionen är inte publicerad för DiMiOS. Regeln för totalen stämmer med publicerade resultat: 59 och 47 ger 53, 71 och 56 ger 63,5, 72 och 57 ger 64,5.",
                "The rule for the dimension has not been published for DiMiOS. The rule for the total fits published results: 59 and 47 give 53, 71 and 56 give 63.5, 72 and 57 give 64.5.",
            )}</p>
            <h2>{p("Fyra fält", "Four fields")}</h2>
            <p>{p("Läget i de fyra fälten avgörs av en gräns på ", "The position in the four fields is decided by a line at ")}
                {i.rules.threshold_percent}
                {p(" procent på båda axlarna. Gränsen är vårt antagande och kan ändras i frågeformuläret. Bara typ A har en känd bokstav; de andra fälten har våra egna namn.", " percent on both axes. The line is our assumption and can be changed in the questionnaire. Only type A has a known letter; the other fields have names of our own.")}</p>
            <h2>{p("Möjligt spann", "Possible range")}</h2>
            <p>{p(
                "Spannet visar det lägsta och högsta värde som fortfarande är möjligt, om allt obesvarat och varje ”vet ej” skulle få det sämsta eller det bästa svaret. Det krymper när fler svarar.",
                "The range shows the lowest and highest value still possible, if everything unanswered and every “don’t know” were to get the worst or the best answer. It narrows as you answer.",
            )}</p>
            <h2>{p("Styrkor och svagheter", "Strengths and weaknesses")}</h2>
            <p>{p(
                "De tre högsta och tre lägsta kategorierna i er egen profil. De säger inget om hur ni står er mot andra.",
                "The three highest and three lowest categories of your own profile. They say nothing of how you compare with others.",
            )}</p>
        </div>
    }
}
