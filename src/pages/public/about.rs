//! About the award and the site.

use crate::components::heading::PageHeading;
use crate::components::link::PageLink;
use crate::i18n::{pick, use_locale};
use crate::route::Route;
use leptos::prelude::*;

/// The page about the award and the site.
#[component]
pub fn AboutPage() -> impl IntoView {
    let locale = use_locale();
    let p = move |sv: &'static str, en: &'static str| pick(locale, sv, en);
    view! {
        <PageHeading>{p("Om utmärkelsen", "About the award")}</PageHeading>
        <p class="lead">{p(
            "Sveriges DigitaliseringsKommun går till den kommun som bäst har använt digitaliseringens möjligheter för att utveckla verksamheterna, demokratin och kommunen som helhet.",
            "Sveriges DigitaliseringsKommun goes to the municipality that has best used the possibilities of digitalisation to develop its services, democracy and the municipality as a whole.",
        )}</p>
        <div class="prose">
            <h2>{p("Bakgrund", "Background")}</h2>
            <p>{p(
                "Utmärkelsen instiftades 2001 som Sveriges IT-kommun och fick sitt nuvarande namn 2017. Den delas ut vartannat år på Kvalitetsmässan. Resultaten bedöms mot kommunens egna förutsättningar, och syftet är att stimulera modernisering och förbättring.",
                "The award was founded in 2001 as Sveriges IT-kommun and got its present name in 2017. It is given every second year at the fair Kvalitetsmässan. Results are judged against the municipality’s own conditions, and the aim is to stimulate modernisation and improvement.",
            )}</p>
            <h2>{p("Så går det till", "How it works")}</h2>
            <ol>
                <li>{p("Vem som helst kan nominera en kommun, som får komplettera texten.", "Anyone may nominate a municipality, which may complete the text.")}</li>
                <li>{p("Juryn nominerar fem till tio kommuner.", "The jury nominates five to ten municipalities.")}</li>
                <li>{p("De nominerade skickar in sina bedömningar i DiMiOS.", "The nominees send in their DiMiOS assessments.")}</li>
                <li>{p("Juryn väljer tre till fem finalister och besöker dem.", "The jury chooses three to five finalists and visits them.")}</li>
                <li>{p("Vinnaren avslöjas på Kvalitetsmässans invigningskväll.", "The winner is announced on the opening evening of Kvalitetsmässan.")}</li>
            </ol>
            <h2>{p("Om webbplatsen", "About this site")}</h2>
            <p>{p(
                "Bedömningen görs helt i webbläsaren. Inget skickas förrän ni själva skickar in. Uppgifterna om nominerade och vinnare kommer från publicerade källor, som anges på varje sida. Det som inte är känt visas som okänt.",
                "The assessment is done entirely in the browser. Nothing is sent until you send it. The facts on nominees and winners come from published sources, named on each page. What is not known is shown as unknown.",
            )}</p>
            <p><PageLink route=Route::Nominees>{p("Alla nominerade sedan 2001", "All nominees since 2001")}</PageLink></p>
        </div>
    }
    .into_any()
}
