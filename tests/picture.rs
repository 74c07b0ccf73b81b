//! Charts saved as pictures, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use digitaliseringskommun::browser::picture::{Panel, Picture, PictureError, png, svg};
use digitaliseringskommun::charts::bars::{Bars, Part};
use digitaliseringskommun::charts::radar::{Axis, Radar};
use digitaliseringskommun::domain::scoring::Score;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::svg::Svg;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The style sheet's parts about charts, with a page that is dark: white ink, black surfaces.
const STYLE: &str = concat!(
    "@layer tokens, pages, test;",
    include_str!("../style/tokens.css"),
    include_str!("../style/results.css"),
    "@layer test { :root { color-scheme: dark; --ink: #ffffff; --surface: #000000; --brand: #00ff00; } }",
);

/// Puts a view into the page, below its style sheet.
fn page<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> impl Drop {
    let body = document().body().unwrap();
    body.set_inner_html("");
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(STYLE));
    body.append_child(&style).unwrap();
    let place = document().create_element("main").unwrap();
    body.append_child(&place).unwrap();
    mount_to(place.unchecked_into(), view)
}

fn radar(node_ref: NodeRef<Svg>) -> impl IntoView {
    let axes = ["Teknik & drift", "Ledning", "Användare"]
        .map(|name| Axis { name: name.to_string(), score: Some(Score::from_percent(40)) });
    view! { <Radar axes=axes.to_vec() threshold=Score::from_percent(50) title="Profilen" node_ref/> }
}

fn picture(panels: impl Into<digitaliseringskommun::browser::picture::Panels>) -> Picture {
    Picture { title: "Profilen är jämn: 40\u{a0}%".into(), panels: panels.into(), source: "Nacka · 3 svar".into() }
}

#[wasm_bindgen_test]
async fn a_picture_needs_no_page_and_is_light() {
    let owner = Owner::new();
    owner.set();
    let chart = NodeRef::<Svg>::new();
    let _page = page(move || radar(chart));
    let file = svg(&picture(chart)).unwrap().text;
    assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{file}");
    for foreign in ["class=", "style=", " id=", "var(", "aria-", "role=", "<script", "NaN"] {
        assert!(!file.contains(foreign), "{foreign} in {file}");
    }
    for said in ["<title>Profilen är jämn: 40\u{a0}%</title>", ">Nacka · 3 svar</text>", ">Teknik &amp; drift</text>"]
    {
        assert!(file.contains(said), "{said} not in {file}");
    }
    // The ground, and the light ink and brand; the dashes of the threshold.
    for look in ["fill=\"#ffffff\"", "fill=\"#12233d\"", "stroke=\"#0a4f8f\"", "fill-opacity=\"0.16\"", "\"4, 4\""] {
        assert!(file.contains(look), "{look} not in {file}");
    }
    assert!(!file.contains("#00ff00"), "{file}");
    assert!(document().query_selector(".picture").unwrap().is_none(), "the copy is gone");
    let shown = document().query_selector("main svg.radar .web").unwrap();
    assert!(shown.is_some_and(|web| !web.has_attribute("fill")), "the chart in the page is untouched");
}

#[wasm_bindgen_test]
async fn a_picture_in_pixels_has_twice_the_size() {
    let owner = Owner::new();
    owner.set();
    let chart = NodeRef::<Svg>::new();
    let _page = page(move || radar(chart));
    let file = png(&picture(chart)).await.unwrap();
    assert_eq!(file.type_(), "image/png");
    let buffer: js_sys::Promise = file.array_buffer();
    let bytes = js_sys::Uint8Array::new(&JsFuture::from(buffer).await.unwrap()).to_vec();
    let number = |at: usize| bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes);
    assert_eq!((number(16), number(20)), (Some(1360), Some(2 * (20 + 44 + 300 + 30 + 20))));
    assert!(bytes.len() > 5000, "{}", bytes.len());
}

#[wasm_bindgen_test]
async fn several_drawings_stand_under_each_other_with_their_words() {
    let owner = Owner::new();
    owner.set();
    let charts = [NodeRef::<Svg>::new(), NodeRef::new()];
    let bar = |count| vec![Part { class: "step-4".into(), step: "4".into(), count }];
    let _page = page(move || {
        view! {
            <Bars parts=bar(3) title="3" node_ref=charts[0]/>
            <Bars parts=bar(5) title="5" node_ref=charts[1]/>
        }
    });
    let panel =
        |(chart, label): (&NodeRef<Svg>, &str)| Panel { chart: *chart, label: label.into(), value: "60\u{a0}%".into() };
    let panels: Vec<Panel> = charts.iter().zip(["Systemstöd", "Öppna data"]).map(panel).collect();
    let file = svg(&picture(panels)).unwrap().text;
    assert_eq!(file.matches("fill=\"#197b85\"").count(), 2, "{file}");
    assert_eq!(file.matches(">60\u{a0}%</text>").count(), 2, "{file}");
    assert!(file.contains("translate(20 102)") && file.contains(">Öppna data</text>"), "{file}");
}

#[wasm_bindgen_test]
async fn a_chart_that_is_not_there_is_told() {
    let owner = Owner::new();
    owner.set();
    assert_eq!(svg(&picture(NodeRef::<Svg>::new())).unwrap_err(), PictureError::NotShown);
    assert_eq!(png(&picture(NodeRef::<Svg>::new())).await.unwrap_err(), PictureError::NotShown);
}
