//! Writes every page as static HTML, by the very components that the browser runs.
//!
//! `prerender <shell.html> <public folder> <output folder>` reads the built shell, with its marks `<!--head-->`,
//! `<!--skip-->` and `<!--data-->`, and prints the path of each page it writes, one a line.

#![recursion_limit = "256"]

use digitaliseringskommun::domain::award::{self, Edition};
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::route::{Assess, Route};
use digitaliseringskommun::ui::app::App;
use digitaliseringskommun::ui::kiosk::KioskApp;
use digitaliseringskommun::ui::plain::PlainData;
use digitaliseringskommun::ui::site::{PageData, Questionnaire, Site};
use digitaliseringskommun::ui::title::{full_title, page_title};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos_router::location::RequestUrl;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

/// What stands before the kiosk's own files in the shell.
const KIOSK: &str = "<!--kiosk:";

type Failure = Box<dyn std::error::Error>;

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
    Ok(())
}

fn read(shell: &Path, public: &Path) -> Result<Source, Failure> {
    let config = fs::read(public.join("config.json"))?;
    let config = digitaliseringskommun::domain::config::Config::parse(&config)?;
    let instrument = fs::read(public.join(config.instrument.trim_start_matches('/')))?;
    let questionnaire = Questionnaire::read(&instrument, &sha256_hex(&instrument));
    let Some(good) = questionnaire.good().cloned() else { return Err("the instrument has errors".into()) };
    let municipalities_text = fs::read_to_string(public.join("data/kommuner.json"))?;
    let mut files: Vec<PathBuf> =
        fs::read_dir(public.join("data/award"))?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.sort();
    let mut editions: Vec<(String, Edition)> = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let edition = award::parse_edition(text.as_bytes())
            .map_err(|problems| [&file.display().to_string(), ": ", &problems.join("; ")].concat())?;
        editions.push((text, edition));
    }
    let (edition_text, edition) = editions.iter().max_by_key(|(_, e)| e.year).cloned().ok_or("no edition")?;
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
            edition: Some(edition),
        },
        municipalities_text,
        plain: PlainData { editions: Arc::new(editions.into_iter().map(|(_, e)| e).collect()), instrument: good },
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
    routes.into_iter().flat_map(|r| Locale::ALL.map(|l| (l, r.clone()))).collect()
}

/// Whether a page needs the app.
fn needs_app(route: Option<&Route>) -> bool {
    matches!(route, Some(Route::Home | Route::Stored | Route::Check | Route::Assess(_) | Route::Kiosk))
}

fn page(source: &Source, path: &str, route: Option<&Route>, locale: Locale) -> Result<String, Failure> {
    let (body, title) = render(source, path, route, locale);
    if !body.contains("id=\"rubrik\"") {
        return Err(["no heading in ", path].concat().into());
    }
    let mut html = source.shell.clone();
    let mut put = |from: &str, to: &str| {
        let there = html.contains(from);
        html = html.replacen(from, to, 1);
        if there { Ok(()) } else { Err(["the shell lacks ", from].concat()) }
    };
    put("<html lang=\"sv\">", &["<html lang=\"", locale.tag(), "\">"].concat())?;
    put("<div id=\"app\"></div>", &["<div id=\"app\">", &body, "</div>"].concat())?;
    put("<!--data-->", &data_blocks(source, route))?;
    put("<!--head--><title>Sveriges DigitaliseringsKommun</title><!--/head-->", &head(route, locale, &title))?;
    if locale == Locale::En {
        put("Hoppa till innehållet", "Skip to content")?;
    }
    html = scripts(&html, route == Some(&Route::Kiosk))?;
    for mark in ["<!--skip-->", "<!--/skip-->"] {
        html = html.replace(mark, "");
    }
    Ok(if needs_app(route) { html } else { without_app(&html) })
}

/// The shell names the app's files and, in a comment, those that a kiosk has in their place.
fn scripts(shell: &str, kiosk: bool) -> Result<String, Failure> {
    let own = shell.lines().find(|line| line.starts_with(KIOSK)).ok_or("the shell lacks the kiosk's files")?;
    let lines = shell.lines().filter(|line| {
        let apps = line.contains("rel=\"modulepreload\"") || line.contains("as=\"fetch\"");
        *line == own || !kiosk || !apps
    });
    let own_lines = own.trim_start_matches(KIOSK).trim_end_matches("-->");
    let lines = lines.map(|line| if line == own && kiosk { own_lines } else { line }).filter(|line| *line != own);
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

fn render(source: &Source, path: &str, route: Option<&Route>, locale: Locale) -> (String, String) {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let (path, data, plain) = (path.to_string(), carried(source, route), source.plain.clone());
    let title_route = route.cloned();
    let future = owner.with(|| {
        ScopedFuture::new(async move {
            provide_context(RequestUrl::new(&path));
            provide_context(plain.clone());
            let title = title_of(&data, &plain, title_route.as_ref(), locale);
            let html = match title_route {
                Some(Route::Kiosk) => view! { <KioskApp data locale/> }.to_html_stream_in_order(),
                _ => view! { <App data/> }.to_html_stream_in_order(),
            };
            (futures::StreamExt::collect::<String>(html).await, title)
        })
    });
    let (html, title) = futures::executor::block_on(future);
    owner.unset_with_forced_cleanup();
    // Marks for hydration, which we do not do; validators call them errors.
    (html.replace("<!>", ""), title)
}

/// The data that a page carries: what it needs and no more.
fn carried(source: &Source, route: Option<&Route>) -> PageData {
    let assess = matches!(route, Some(Route::Assess(_) | Route::Check | Route::Kiosk));
    PageData {
        questionnaire: if assess { source.data.questionnaire.clone() } else { Questionnaire::Absent },
        instrument_text: String::new(),
        municipalities: match route {
            Some(Route::Assess(Assess::Start) | Route::Kiosk) => source.data.municipalities.clone(),
            _ => Vec::new(),
        },
        edition: if matches!(route, Some(Route::Home | Route::Kiosk)) { source.data.edition.clone() } else { None },
    }
}

fn title_of(data: &PageData, plain: &PlainData, route: Option<&Route>, locale: Locale) -> String {
    let name = match route {
        Some(Route::Nominee(year, slug)) => plain
            .editions
            .iter()
            .find(|e| e.year == *year)
            .and_then(|e| e.nominees.iter().find(|n| n.slug == *slug))
            .map(|n| [&n.name, ", ", &year.to_string()].concat())
            .unwrap_or_default(),
        Some(route) => page_title(Site::new(data.clone()), route, locale),
        None => digitaliseringskommun::ui::i18n::words(locale).not_found_title.to_string(),
    };
    full_title(&name)
}

fn head(route: Option<&Route>, locale: Locale, title: &str) -> String {
    let mut head = ["<title>", &escape(title), "</title>"].concat();
    let description = digitaliseringskommun::ui::i18n::words(locale).home_lead;
    // Writing to a string cannot fail.
    let _ = write!(head, "\n<meta name=\"description\" content=\"{}\">", escape(description));
    if route == Some(&Route::Kiosk) {
        // The browser would offer to translate it, over the page.
        head.push_str("\n<meta name=\"robots\" content=\"noindex\">\n<meta name=\"google\" content=\"notranslate\">");
        return head;
    }
    if let Some(route) = route {
        for locale in Locale::ALL {
            let (tag, path) = (locale.tag(), route.path(locale));
            let _ = write!(head, "\n<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{path}\">");
        }
    }
    head
}

fn data_blocks(source: &Source, route: Option<&Route>) -> String {
    let block = |name: &str, text: &str, attribute: &str| {
        // A data block ends at the first "</script", whatever it holds.
        let text = text.replace('<', "\\u003c");
        ["<script type=\"application/json\" id=\"data-", name, "\"", attribute, ">", &text, "</script>"].concat()
    };
    let mut blocks = String::new();
    if matches!(route, Some(Route::Assess(_) | Route::Check | Route::Kiosk)) {
        let sha256 = sha256_hex(source.instrument_text.as_bytes());
        blocks += &block("instrument", &source.carried_instrument, &[" data-sha256=\"", &sha256, "\""].concat());
    }
    if matches!(route, Some(Route::Assess(Assess::Start) | Route::Kiosk)) {
        blocks += &block("municipalities", &source.municipalities_text, "");
    }
    if matches!(route, Some(Route::Home | Route::Kiosk)) {
        blocks += &block("edition", &source.edition_text, "");
    }
    blocks
}

/// A page that needs no app asks for none of it: only the heading font's small script stays.
fn without_app(html: &str) -> String {
    let keep = |line: &&str| {
        !line.contains("rel=\"modulepreload\"") && !line.contains("as=\"fetch\"") && !line.contains("<noscript>")
    };
    let lines = html.lines().filter(keep).map(|line| match line.split_once("data-type=\"") {
        Some((_, rest)) => {
            let path = rest.split('"').next().unwrap_or("");
            ["<script type=\"module\" src=\"", path, "\"></script>"].concat()
        }
        None => line.to_string(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\u{ad}', "")
}

fn write(out: &Path, name: &str, html: &str) -> Result<(), Failure> {
    let file = out.join(name.trim_start_matches('/'));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, html)?)
}
