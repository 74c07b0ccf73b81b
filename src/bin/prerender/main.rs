//! The prerenderer: renders every page to static HTML, with the same components as in the browser.
//!
//! `prerender <shell.html> <public folder> <output folder>` reads the built shell, with its marks `<!--head-->`,
//! `<!--skip-->` and `<!--data-->`, and prints the path of each page it writes, one a line. Beside the pages it writes
//! what programs read (`files`): calendars, feeds, the data, the map of the site.

#![recursion_limit = "256"]

mod calendar;
mod describe;
mod feed;
mod files;
mod head;
mod json_ld;
mod known;
mod parts;
mod until;
mod xml;

use chrono::NaiveDateTime;
use digitaliseringskommun::app::App;
use digitaliseringskommun::browser::clock;
use digitaliseringskommun::domain::award::{self, Edition, Gallery, carried_map, current, gallery_text, slug_of};
use digitaliseringskommun::domain::config::Config;
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::instrument::Instrument;
use digitaliseringskommun::domain::origin::Origin;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::pages::public::municipality::find_municipality;
use digitaliseringskommun::route::{Assess, Route};
use digitaliseringskommun::state::public_data::AwardData;
use digitaliseringskommun::state::site::{PageData, Questionnaire, Site};
use digitaliseringskommun::title::{full_title, page_title};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos_router::location::RequestUrl;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

type Failure = Box<dyn std::error::Error>;

/// What public pages are written from.
#[derive(Clone)]
struct PlainData {
    /// All editions, oldest first.
    editions: Arc<Vec<Edition>>,
    /// The first instrument, for the method page.
    instrument: Arc<Instrument>,
    /// The map of the country.
    map: Arc<award::Map>,
}

/// Everything that pages are written from.
struct Source {
    shell: String,
    instrument_text: String,
    /// The questionnaire without what only results need: the app fetches the whole file when it is live.
    carried_instrument: String,
    edition_text: String,
    municipalities_text: String,
    data: PageData,
    plain: PlainData,
    /// Where the site will stand.
    origin: Origin,
    /// The moment of the build.
    now: NaiveDateTime,
}

fn main() -> Result<(), Failure> {
    let mut arguments = env::args().skip(1).map(PathBuf::from);
    let (Some(shell), Some(public), Some(out)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("usage: prerender <shell.html> <public folder> <output folder>".into());
    };
    any_spawner::Executor::init_futures_executor()?;
    let source = read(&shell, &public)?;
    for (locale, route) in routes(&source) {
        let path = route.path(locale);
        let html = page(&source, &path, Some(&route), locale)?;
        write(&out, &[path.trim_start_matches('/'), "/index.html"].concat(), &html)?;
        println!("{path}");
    }
    let html = page(&source, "/404", None, Locale::Sv)?;
    write(&out, "404.html", &html)?;
    println!("/404.html");
    files::write(&source, &out)
}

fn read(shell: &Path, public: &Path) -> Result<Source, Failure> {
    let config = Config::parse(&fs::read(public.join("config.json"))?)?;
    let origin = config.site.ok_or("config.json: site is missing; set it to where the site will stand, https://…")?;
    let instrument = fs::read(public.join(config.instrument.trim_start_matches('/')))?;
    let questionnaire = Questionnaire::read(&instrument, &sha256_hex(&instrument));
    let Some(good) = questionnaire.good().cloned() else { return Err("the instrument has errors".into()) };
    let municipalities_text = fs::read_to_string(public.join("data/kommuner.json"))?;
    let register = award::parse_register(municipalities_text.as_bytes())?;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for file in fs::read_dir(public.join("data/award"))? {
        let file = file?.path();
        if file.extension().is_some_and(|end| end == "json") {
            files.push((file.display().to_string(), fs::read(&file)?));
        }
    }
    files.sort();
    let editions: Vec<Edition> = award::parse_folder(&files, &register).map_err(|problems| problems.join("\n"))?;
    let year = current(&editions).ok_or("no edition")?.year.to_string();
    let edition_text = fs::read_to_string(public.join(["data/award/", &year, ".json"].concat()))?;
    let map = carried_map(&fs::read_to_string(public.join("data/sweden.json"))?).ok_or("data/sweden.json is no map")?;
    let mut carried: serde_json::Value = serde_json::from_slice(&instrument)?;
    carried.as_object_mut().map(|file| file.remove("advice"));
    Ok(Source {
        carried_instrument: carried.to_string(),
        shell: fs::read_to_string(shell)?,
        instrument_text: String::from_utf8(instrument)?,
        edition_text,
        data: PageData {
            questionnaire,
            instrument_text: String::new(),
            municipalities: award::parse_municipalities(municipalities_text.as_bytes())?,
        },
        municipalities_text,
        plain: PlainData { editions: Arc::new(editions), instrument: good, map: Arc::new(map) },
        origin,
        now: clock::now_in_stockholm(),
    })
}

/// Every page of the site, in both languages.
fn routes(source: &Source) -> Vec<(Locale, Route)> {
    let assess = [Assess::Start, Assess::Overview, Assess::Review, Assess::Respondents, Assess::Result, Assess::Send]
        .into_iter()
        .chain([Assess::Receipt, Assess::Invited, Assess::Plan, Assess::Document]);
    let categories = source.plain.instrument.categories.iter().map(|c| Assess::Category(c.id.clone()));
    let mut routes = vec![
        Route::Home,
        Route::Nominees,
        Route::Timeline,
        Route::OpenData,
        Route::Method,
        Route::About,
        Route::Accessibility,
        Route::Stored,
        Route::Check,
        Route::Kiosk,
    ];
    routes.extend(assess.chain(categories).map(Route::Assess));
    for edition in source.plain.editions.iter() {
        routes.push(Route::Edition(edition.year));
        routes.extend(edition.nominees.iter().map(|n| Route::Nominee(edition.year, n.slug.clone())));
    }
    let nominated = source.plain.editions.iter().flat_map(|e| &e.nominees).flat_map(|n| &n.municipalities);
    let slugs: BTreeSet<String> = nominated.map(|m| slug_of(&m.name)).collect();
    routes.extend(slugs.into_iter().map(Route::Municipality));
    routes.into_iter().flat_map(|r| Locale::ALL.map(|l| (l, r.clone()))).collect()
}

fn page(source: &Source, path: &str, route: Option<&Route>, locale: Locale) -> Result<String, Failure> {
    let (body, title) = render(source, path, route, locale);
    if !body.contains("id=\"heading\"") {
        return Err(["no heading in ", path].concat().into());
    }
    // A page that is not in the table of routes of `app.rs` renders as one that the site does not have.
    if route.is_some() == body.contains(digitaliseringskommun::i18n::words(locale).not_found_help) {
        return Err(["the table of routes is wrong about ", path].concat().into());
    }
    let mut html = source.shell.clone();
    let mut put = |from: &str, to: &str| {
        let there = html.contains(from);
        html = html.replacen(from, to, 1);
        if there { Ok(()) } else { Err(["the shell lacks ", from].concat()) }
    };
    put("<html lang=\"sv\">", &["<html lang=\"", locale.tag(), "\">"].concat())?;
    let until = until::until(source, route);
    let data_until = until.as_ref().map(|until| format!(" data-until=\"{until}\"")).unwrap_or_default();
    put("<div id=\"app\"></div>", &format!("<div id=\"app\"{data_until}>{body}</div>"))?;
    put("<!--data-->", &data_blocks(source, route))?;
    put(
        "<!--head--><title>Sveriges DigitaliseringsKommun</title><!--/head-->",
        &head::head(source, route, locale, &title),
    )?;
    if locale == Locale::En {
        put("Hoppa till innehållet", "Skip to content")?;
    }
    for mark in ["<!--skip-->", "<!--/skip-->"] {
        html = html.replace(mark, "");
    }
    parts::with_parts(&html, &parts::needed(route, until.is_some()))
}

fn render(source: &Source, path: &str, route: Option<&Route>, locale: Locale) -> (String, String) {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let (path, data, plain) = (path.to_string(), carried(source, route), source.plain.clone());
    let (title_route, now) = (route.cloned(), source.now);
    let future = owner.with(|| {
        ScopedFuture::new(async move {
            provide_context(RequestUrl::new(&path));
            let title = title_of(&data, &plain, now, title_route.as_ref(), locale);
            let award = AwardData::whole(plain.editions.clone(), plain.map.clone());
            let html = view! { <App data award/> }.to_html_stream_in_order();
            (futures::StreamExt::collect::<String>(html).await, title)
        })
    });
    let (html, title) = futures::executor::block_on(future);
    owner.unset_with_forced_cleanup();
    // Markers for hydration, which is not used; validators report them as errors.
    (html.replace("<!>", ""), title)
}

/// The data that a page carries: what it needs and no more.
fn carried(source: &Source, route: Option<&Route>) -> PageData {
    let assess = route.is_some_and(|route| route.needs_questionnaire() || *route == Route::Method);
    let chosen = route.is_some_and(Route::needs_municipalities);
    PageData {
        questionnaire: if assess { source.data.questionnaire.clone() } else { Questionnaire::Absent },
        instrument_text: String::new(),
        municipalities: if chosen { source.data.municipalities.clone() } else { Vec::new() },
    }
}

fn title_of(data: &PageData, plain: &PlainData, now: NaiveDateTime, route: Option<&Route>, locale: Locale) -> String {
    let name = match route {
        Some(Route::Nominee(year, slug)) => plain
            .editions
            .iter()
            .find(|e| e.year == *year)
            .and_then(|e| e.nominees.iter().find(|n| n.slug == *slug))
            .map(|n| [&n.name, ", ", &year.to_string()].concat())
            .unwrap_or_default(),
        Some(Route::Municipality(slug)) => find_municipality(&plain.editions, slug, now)
            .map(|through| through.municipality.name.clone())
            .unwrap_or_default(),
        Some(route) => page_title(Site::new(data.clone()), route, locale),
        None => digitaliseringskommun::i18n::words(locale).not_found_title.to_string(),
    };
    full_title(&name)
}

fn data_blocks(source: &Source, route: Option<&Route>) -> String {
    let block = |name: &str, text: &str, attribute: &str| {
        // A data block ends at the first "</script", whatever it holds.
        let text = text.replace('<', "\\u003c");
        ["<script type=\"application/json\" id=\"data-", name, "\"", attribute, ">", &text, "</script>"].concat()
    };
    let mut blocks = String::new();
    if route.is_some_and(Route::needs_questionnaire) {
        let sha256 = sha256_hex(source.instrument_text.as_bytes());
        blocks += &block("instrument", &source.carried_instrument, &[" data-sha256=\"", &sha256, "\""].concat());
    }
    if route.is_some_and(Route::needs_municipalities) {
        blocks += &block("municipalities", &source.municipalities_text, "");
    }
    if matches!(route, Some(Route::Home | Route::Timeline | Route::Kiosk)) {
        blocks += &block("edition", &source.edition_text, "");
    }
    if route == Some(&Route::Nominees) {
        blocks += &block("gallery", &gallery_text(&Gallery::of(&source.plain.editions)), "");
    }
    blocks
}

fn write(out: &Path, name: &str, html: &str) -> Result<(), Failure> {
    let file = out.join(name.trim_start_matches('/'));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, html)?)
}

#[cfg(test)]
mod for_tests;
