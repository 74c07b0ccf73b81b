//! Charts in a real browser: saved as pictures, and the map pressed.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use digitaliseringskommun::browser::picture::{Panel, Panels, Picture, PictureError, png, svg};
use digitaliseringskommun::charts::bars::{Bars, Part};
use digitaliseringskommun::charts::map::{CountyMap, Mark};
use digitaliseringskommun::charts::radar::{Axis, Radar};
use digitaliseringskommun::components::save_picture::SavePicture;
use digitaliseringskommun::domain::award::{Map, Stage};
use digitaliseringskommun::domain::scoring::Score;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::svg::Svg;
use std::any::Any;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

/// The style sheet's parts about charts, with a page that is dark: white ink, black surfaces.
const STYLE: &str = concat!(
    "@layer tokens, pages, test;",
    include_str!("../style/tokens.css"),
    include_str!("../style/results.css"),
    "@layer test { :root { color-scheme: dark; --ink: #ffffff; --surface: #000000; --brand: #00ff00; } }",
);

/// A view on the screen with its style sheet, as long as a test goes on.
struct Shown {
    parts: [Element; 2],
    _mounted: Box<dyn Any>,
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.parts.iter().for_each(Element::remove);
    }
}

/// Puts a view into the page, below its style sheet. What else is there is the runner's: it reads the outcome from it.
fn page<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Shown {
    let parts = ["style", "main"].map(|name| document().create_element(name).unwrap());
    parts[0].set_text_content(Some(STYLE));
    parts.iter().for_each(|part| drop(document().body().unwrap().append_child(part)));
    let mounted = mount_to(parts[1].clone().unchecked_into(), view);
    Shown { parts, _mounted: Box::new(mounted) }
}

fn radar(node_ref: NodeRef<Svg>) -> impl IntoView {
    let axes = ["Teknik & drift", "Ledning", "Användare"]
        .map(|name| Axis { name: name.to_string(), score: Some(Score::from_percent(40)) });
    view! { <Radar axes=axes.to_vec() threshold=Score::from_percent(50) title="Profilen" node_ref/> }
}

fn picture(panels: impl Into<Panels>) -> Picture {
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

#[wasm_bindgen_test]
async fn a_picture_that_cannot_be_made_is_told_beside_the_buttons() {
    let _page = page(|| view! { <SavePicture chart=NodeRef::new() name="x" title="Profilen"/> });
    let status = document().query_selector("[role=status]").unwrap().expect("it stands there from the start");
    assert_eq!(status.text_content().as_deref(), Some(""));
    press(&document().query_selector_all("button").unwrap().item(1).unwrap(), false);
    for _ in 0..50 {
        leptos::task::tick().await;
        if status.text_content().is_some_and(|text| text.starts_with("Filen kunde inte skapas")) {
            return;
        }
    }
    panic!("{:?}", status.text_content());
}

/// Clicks, and says whether the browser was kept from following the link.
fn press(on: &web_sys::Node, with_ctrl: bool) -> bool {
    let how =
        js_sys::JSON::parse(&format!("{{\"bubbles\":true,\"cancelable\":true,\"ctrlKey\":{with_ctrl}}}")).unwrap();
    let click: js_sys::Function =
        js_sys::Reflect::get(&js_sys::global(), &"MouseEvent".into()).unwrap().unchecked_into();
    let click = js_sys::Reflect::construct(&click, &js_sys::Array::of2(&"click".into(), &how)).unwrap();
    let click: web_sys::Event = click.unchecked_into();
    // Nothing may leave the page of the tests.
    let stay = wasm_bindgen::closure::Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        let kept = event.default_prevented();
        event.prevent_default();
        document().body().unwrap().set_attribute("data-kept", &kept.to_string()).unwrap();
    });
    let body = document().body().unwrap();
    body.add_event_listener_with_callback("click", stay.as_ref().unchecked_ref()).unwrap();
    on.dispatch_event(&click).unwrap();
    body.remove_event_listener_with_callback("click", stay.as_ref().unchecked_ref()).unwrap();
    body.get_attribute("data-kept").as_deref() == Some("true")
}

#[wasm_bindgen_test]
async fn a_county_is_chosen_by_its_link() {
    let owner = Owner::new();
    owner.set();
    let (selected, pressed) = (RwSignal::new(None::<String>), RwSignal::new(Vec::<String>::new()));
    let _page = page(move || {
        let counties = ["01", "14"].map(|code| (code.to_string(), "M0 0l9 0 0 9z".to_string()));
        let map = Map { width: 20, height: 20, counties: counties.to_vec(), places: vec![("0182".into(), [5, 5])] };
        let marks = vec![Mark { code: "0182".into(), name: "Nacka".into(), stage: Stage::Winner }];
        let on_select = move |code: String| pressed.write().push(code);
        view! { <CountyMap map=Arc::new(map) marks title="Välj län" selected on_select/> }
    });
    let link = document().get_element_by_id("county-link-01").unwrap();
    assert_eq!(link.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    let shape = link.query_selector("use").unwrap().unwrap();
    assert_eq!(shape.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    assert_eq!(link.get_attribute("href").as_deref(), Some("/nominerade?lan=01"));
    assert!(press(&link, false) && !press(&link, true), "with ctrl the browser opens the link");
    assert_eq!(pressed.get_untracked(), ["01"]);
    assert_eq!(link.get_attribute("aria-current"), None);
    selected.set(Some("01".into()));
    leptos::task::tick().await;
    assert_eq!(link.get_attribute("aria-current").as_deref(), Some("true"));
    assert!(document().query_selector(".land.chosen #county-01").unwrap().is_some());
}
