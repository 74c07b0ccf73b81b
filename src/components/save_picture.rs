//! Saving a chart as a picture.

use crate::browser::picture::{Format, Panels, Picture, PictureError, save};
use crate::i18n::{keeping, results, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// The buttons that save a chart as it is rendered in the page, and the status region for failures.
#[component]
pub fn SavePicture(
    /// The chart: the `NodeRef` of its drawing, or several drawings with what is said of each (`Vec<Panel>`).
    #[prop(into)]
    chart: Panels,
    /// The name of the file, without its ending.
    #[prop(into)]
    name: String,
    /// What the chart shows, as a sentence. It stands in the picture.
    #[prop(into)]
    title: String,
    /// Whose figures these are. It stands in the picture too.
    #[prop(optional, into)]
    source: String,
) -> impl IntoView {
    let locale = use_locale();
    let picture = Arc::new(Picture { title: title.clone(), panels: chart, source });
    let saving = Action::new_local(move |format: &Format| {
        let (picture, name, format) = (picture.clone(), name.clone(), *format);
        async move { save(&picture, &name, format).await }
    });
    let failure = move || {
        // Empty while another attempt is made, so that the same failure is announced again.
        let failed = saving.value().with(|saved| saved.and_then(Result::err));
        failed.filter(|_| !saving.pending().get()).map(|error| match error {
            PictureError::NotDrawn => results(locale).picture_not_drawn,
            PictureError::NotShown | PictureError::NotSaved => keeping(locale).take_failed,
        })
    };
    let button = |format, word| {
        let save = move |_| {
            saving.dispatch(format);
        };
        view! {
            <button class="link" type="button" on:click=save>
                {word}
                <span class="vh">": " {title.clone()}</span>
            </button>
        }
    };
    view! {
        <p class="take actions">
            {results(locale).take_picture} " " {button(Format::Svg, "SVG")} {button(Format::Png, "PNG")}
            <span class="field-error" role="status">{failure}</span>
        </p>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn both_buttons_say_what_they_save_and_the_status_stands_empty() {
        let chart = || view! { <SavePicture chart=NodeRef::new() name="dimios-laget" title="Läget"/> };
        let html = Owner::new().with(|| chart().into_view().to_html()).replace("<!>", "");
        let name = |word| format!(">{word}<span class=\"vh\">: Läget</span></button>");
        assert!(html.contains(&name("SVG")) && html.contains(&name("PNG")), "{html}");
        assert!(html.contains("role=\"status\" class=\"field-error\"></span>"), "{html}");
    }
}
