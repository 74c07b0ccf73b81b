//! The map of Sweden with the nominees at their places: a picture, or a second way to filter by county.
//!
//! The list beside it says the same in words; so the drawing is one image to a screen reader, or a group of links.

mod spread;

use crate::domain::award::{Filter, Map, Stage, county_name};
use crate::domain::text::Locale;
use crate::i18n::{award, pick, use_locale};
use crate::route::Route;
use leptos::prelude::*;
use spread::{Spot, furthest, spread};
use std::sync::Arc;

/// Room around the land for marks at its edges, in units of the map.
const MARGIN: i32 = 26;

/// A municipality to mark, by a stage that it has reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its code (SCB).
    pub code: String,
    /// Its name.
    pub name: String,
    /// How far it came.
    pub stage: Stage,
}

/// The map as a picture. Of several marks for one municipality the furthest stage is shown; those without a place are
/// counted in their county but not drawn.
#[component]
pub fn SwedenMap(
    /// The land and the places.
    map: Arc<Map>,
    /// What is marked.
    marks: Vec<Mark>,
    /// What it shows, as a sentence: its accessible name.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    let marks = furthest(&marks);
    let land = |(code, path): &(String, String)| {
        let class = land_class(false, count(&marks, code));
        view! { <g class=class><path d=path.clone()></path></g> }
    };
    view! {
        <svg class="map" viewBox=view_box(&map) role="img" aria-label=title>
            {map.counties.iter().map(land).collect_view()}
            <Marks spots=spread(&map, &marks) named=true/>
        </svg>
    }
    .into_any()
}

/// The map as a way to choose a county in the gallery: every county with nominees is a link.
#[component]
pub fn CountyMap(
    /// The land and the places.
    map: Arc<Map>,
    /// What is marked.
    marks: Vec<Mark>,
    /// What the links are for: the accessible name of their group.
    #[prop(into)]
    title: String,
    /// The code (SCB) of the county that is chosen.
    #[prop(into, default = Signal::stored(None))]
    selected: Signal<Option<String>>,
    /// What is done when a county is chosen, by its code, instead of following its link.
    #[prop(optional, into)]
    on_select: Option<Callback<String>>,
) -> impl IntoView {
    let locale = use_locale();
    let marks = furthest(&marks);
    let mut spots = spread(&map, &marks);
    let land = |(code, path): &(String, String)| {
        let (code, many) = (code.clone(), count(&marks, code));
        let id = id(&code);
        let class = move || land_class(is(selected, &code), many);
        view! { <g class=class><path id=id d=path.clone()></path></g> }
    };
    let land = map.counties.iter().map(land).collect_view();
    let links = map.counties.iter().filter_map(|(code, _)| {
        let name = county_name(code).unwrap_or(code);
        let of_it = spots.extract_if(.., |spot| spot.mark.code.starts_with(code.as_str())).collect();
        County::of(code, name, &marks, of_it, locale)
    });
    let links = links.collect::<Vec<_>>();
    view! {
        <svg class="map" viewBox=view_box(&map) role="group" aria-label=title>
            {land}
            {links
                .into_iter()
                .map(|County { code, href, label, spots }| {
                    let (of, shape) = (code.clone(), format!("#{}", id(&code)));
                    let current = move || is(selected, &of).then_some("true");
                    let (link_id, name) = (format!("county-link-{code}"), label.clone());
                    view! {
                        // In a `<g>`: Leptos would create a top-level `<a>` as an HTML element.
                        <g>
                            <a
                                id=link_id
                                href=href
                                aria-label=name
                                aria-current=current
                                on:click=move |click| {
                                    let opens_elsewhere =
                                        click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
                                    if let Some(on_select) = on_select.filter(|_| !opens_elsewhere) {
                                        click.prevent_default();
                                        on_select.run(code.clone());
                                    }
                                }
                            >
                                <title>{label}</title>
                                // The shape of the county again, wider and invisible, as the click target.
                                <use_ class="hit" href=shape></use_>
                                // The link says what is in it.
                                <Marks spots named=false/>
                            </a>
                        </g>
                    }
                })
                .collect_view()}
        </svg>
    }
    .into_any()
}

/// The shapes of the marks in words: one line for each stage.
#[component]
pub fn MapLegend() -> impl IntoView {
    let locale = use_locale();
    let line = |stage| {
        view! {
            <li>
                <svg class="map" viewBox="-22 -22 44 44" aria-hidden="true">
                    <Shape stage at=[0, 0]/>
                </svg>
                {word(stage, locale)}
            </li>
        }
    };
    view! { <ul class="map-legend row">{Stage::ALL.map(line).into_iter().collect_view()}</ul> }
}

/// Marks at their places, the lines of those that were moved under them.
#[component]
fn Marks(
    /// The marks, the uppermost last.
    spots: Vec<Spot>,
    /// Whether each says what it is.
    named: bool,
) -> impl IntoView {
    let locale = use_locale();
    let leader = |spot: &Spot| {
        let [x2, y2] = spot.whole();
        spot.seat().map(|[x, y]| {
            view! {
                <line class="leader" x1=x y1=y x2=x2 y2=y2/>
                <circle class="seat" cx=x cy=y r="3"/>
            }
        })
    };
    let leaders = spots.iter().filter_map(leader).collect_view();
    let shapes = spots.into_iter().map(|spot| {
        let (stage, at) = (spot.mark.stage, spot.whole());
        let name = named.then(|| format!("{}: {}", spot.mark.name, word(stage, locale)));
        view! { <Shape stage at name/> }
    });
    view! {
        {leaders}
        {shapes.collect_view()}
    }
}

/// A star, a diamond or a ring.
#[component]
fn Shape(
    /// Decides which.
    stage: Stage,
    /// Where its middle is.
    at: [i32; 2],
    /// What it says of itself.
    #[prop(optional_no_strip)]
    name: Option<String>,
) -> impl IntoView {
    let (class, path) = outline(stage);
    let [x, y] = at;
    view! {
        <path class=class transform=format!("translate({x} {y})") d=path>
            {name.map(|name| leptos::svg::title().child(name))}
        </path>
    }
}

/// A county with nominees, as a link.
struct County {
    code: String,
    href: String,
    label: String,
    spots: Vec<Spot>,
}

impl County {
    fn of(code: &str, name: &str, marks: &[Mark], spots: Vec<Spot>, locale: Locale) -> Option<County> {
        let many = Some(count(marks, code)).filter(|many| *many > 0)?;
        let filter = Filter { county: Some(code.to_string()), ..Filter::default() };
        let href = format!("{}{}", Route::Nominees.path(locale), filter.query());
        Some(County { code: code.to_string(), href, label: label(name, many, locale), spots })
    }
}

fn is(selected: Signal<Option<String>>, code: &str) -> bool {
    selected.with(|selected| selected.as_deref() == Some(code))
}

fn land_class(chosen: bool, nominees: usize) -> &'static str {
    match (chosen, nominees) {
        (true, _) => "land chosen",
        (false, 0) => "land",
        (false, _) => "land has",
    }
}

fn view_box(map: &Map) -> String {
    let [width, height] = [map.width, map.height].map(|n| i64::from(n) + 2 * i64::from(MARGIN));
    format!("-{MARGIN} -{MARGIN} {width} {height}")
}

/// The class of a stage's mark, and its outline around the origin.
fn outline(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Winner => ("win", "M0-20l5 13 14 1-11 9 4 13-12-7-12 7 4-13-11-9 14-1z"),
        Stage::Finalist => ("final", "M0-15l15 15-15 15-15-15z"),
        Stage::Nominated => ("nom", "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z"),
    }
}

/// Whose work the map is, as its licences ask.
pub fn attribution(locale: Locale) -> &'static str {
    pick(
        locale,
        "Karta: @svg-maps/sweden, CC BY 4.0, förenklad. Orternas lägen: GeoNames, CC BY 4.0.",
        "Map: @svg-maps/sweden, CC BY 4.0, simplified. Places: GeoNames, CC BY 4.0.",
    )
}

fn word(stage: Stage, locale: Locale) -> &'static str {
    let w = award(locale);
    match stage {
        Stage::Winner => w.stage_winner,
        Stage::Finalist => w.stage_finalist,
        Stage::Nominated => w.stage_nominated,
    }
}

/// How many municipalities of a county are marked.
fn count(marks: &[Mark], county: &str) -> usize {
    marks.iter().filter(|mark| mark.code.starts_with(county)).count()
}

/// The name of a county's shape in the page.
fn id(county: &str) -> String {
    ["county-", county].concat()
}

/// "Stockholms län, 5 nominerade".
fn label(county: &str, many: usize, locale: Locale) -> String {
    let word = match (locale, many) {
        (Locale::Sv, 1) => " nominerad",
        (Locale::Sv, _) => " nominerade",
        (Locale::En, 1) => " nominee",
        (Locale::En, _) => " nominees",
    };
    [county, ", ", &many.to_string(), word].concat()
}

#[cfg(test)]
mod tests;
