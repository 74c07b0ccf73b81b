//! The accessibility statement, after Digg's list of what it must hold.

use crate::components::heading::PageHeading;
use crate::i18n::{pick, use_locale};
use leptos::prelude::*;

/// The accessibility statement.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let locale = use_locale();
    let p = move |sv: &'static str, en: &'static str| pick(locale, sv, en);
    view! {
        <PageHeading>{p("Tillgänglighets\u{ad}redogörelse", "Accessibility statement")}</PageHeading>
        <p class="lead">{p(
            "Den som driver utmärkelsen Sveriges DigitaliseringsKommun står bakom webbplatsen. Alla ska kunna använda den.",
            "Those who run the award Sveriges DigitaliseringsKommun are behind this site. Everyone should be able to use it.",
        )}</p>
        <div class="prose">
            <h2>{p("Hur tillgänglig är webbplatsen?", "How accessible is the site?")}</h2>
            <p>{p(
                "Målet är WCAG 2.2 nivå AA, som omfattar kraven i lagen om tillgänglighet till digital offentlig service (EN 301 549). Webbplatsen är delvis förenlig, eftersom den ännu inte har prövats i alla hjälpmedel.",
                "The goal is WCAG 2.2 level AA, which covers the requirements of the Swedish act on accessibility of digital public services (EN 301 549). The site is partly compliant, since it has not yet been tried in all assistive technologies.",
            )}</p>
            <h2>{p("Kända brister", "Known shortcomings")}</h2>
            <ul>
                <li>{p("Vi har inte själva provat webbplatsen i skärmläsarna NVDA, JAWS och VoiceOver.", "We have not ourselves tried the site in the screen readers NVDA, JAWS and VoiceOver.")}</li>
                <li>{p("Texter hos andra, som källorna länkar till, har vi inte kontrollerat.", "We have not checked texts of others that the sources link to.")}</li>
            </ul>
            <h2>{p("Så har vi testat", "How we have tested")}</h2>
            <p>{p(
                "Varje slags sida prövas automatiskt med axe-core i Chromium, i 320 bildpunkters bredd och i mörkt läge. Vägen genom bedömningen, från start till kvitto, prövas med enbart tangentbord. Några sidor prövas med tvingade färger. Senaste bedömningen gjordes den 24 november 2026 genom självskattning.",
                "Every kind of page is tried automatically with axe-core in Chromium, at 320 pixels and in dark mode. The way through the assessment, from start to receipt, is tried by keyboard alone. Some pages are tried with forced colours. The latest assessment was made on 24 November 2026 by self-evaluation.",
            )}</p>
            <h2>{p("Hittar du ett hinder?", "Have you found a barrier?")}</h2>
            <p>{p(
                "Hör av dig till arrangören på Kvalitetsmässan. Är du inte nöjd med svaret kan du anmäla till Digg.",
                "Contact the organiser at Kvalitetsmässan. If you are not satisfied with the answer you can report it to Digg.",
            )}</p>
            <p>
                <a href="https://www.digg.se/tdosanmalan" rel="external">"digg.se/tdosanmalan"</a>
            </p>
        </div>
    }
    .into_any()
}
