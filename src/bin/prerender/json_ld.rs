//! The same facts for machines (JSON-LD, schema.org). What no source says is left out here too.

use crate::Source;
use crate::known::award_name;
use digitaliseringskommun::domain::award::{Edition, Municipality, Period, Step, collected, county_name};
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::i18n::{pick, words};
use digitaliseringskommun::pages::public::municipality::find_municipality;
use digitaliseringskommun::route::{Card, DataFile, Route, data_path};
use digitaliseringskommun::title::AWARD;
use serde_json::{Map, Value, json};

/// What the program knows of a page.
pub struct Page<'a> {
    source: &'a Source,
    route: &'a Route,
    locale: Locale,
    /// Its title, without the award's name; that for the start page.
    name: &'a str,
    /// Its description.
    about: &'a str,
}

/// The data of a page, as an element. It is data and no script, so the policy lets it be. `title` is the whole title,
/// `about` the description.
pub fn block(source: &Source, route: &Route, locale: Locale, (title, about): (&str, &str)) -> String {
    let name = title.strip_suffix(AWARD).and_then(|rest| rest.strip_suffix(" – ")).unwrap_or(title);
    let page = Page { source, route, locale, name, about };
    let mut graph = vec![page.itself()];
    graph.extend(page.way());
    graph.extend(page.subjects());
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    // A data block ends at the first "</script", whatever it holds.
    ["<script type=\"application/ld+json\">", &text.replace('<', "\\u003c"), "</script>"].concat()
}

impl Page<'_> {
    fn url(&self, route: &Route) -> String {
        self.source.origin.url(&route.path(self.locale))
    }

    /// The name of a thing on this page that others refer to.
    fn id(&self, name: &str) -> String {
        [&self.url(self.route), "#", name].concat()
    }

    fn website(&self) -> String {
        self.source.origin.url("/#webbplats")
    }

    /// The page as a page.
    fn itself(&self) -> Value {
        let mut page = json!({
            "@type": if *self.route == Route::Nominees { "CollectionPage" } else { "WebPage" },
            "@id": self.url(self.route),
            "url": self.url(self.route),
            "name": self.name,
            "description": self.about,
            "inLanguage": self.locale.tag(),
            "isPartOf": { "@id": self.website() },
        });
        if *self.route != Route::Home {
            put(&mut page, "breadcrumb", Some(json!({ "@id": self.id("vag") })));
        }
        let year = match self.route {
            Route::Edition(year) | Route::Nominee(year, _) => self.source.edition(*year),
            _ => None,
        };
        put(&mut page, "dateModified", year.and_then(|e| e.updated).map(|day| json!(day.to_string())));
        page
    }

    /// The way from the start page to this one.
    fn way(&self) -> Option<Value> {
        let mut steps = vec![(Route::Home, AWARD.to_string())];
        let all = (Route::Nominees, words(self.locale).nav_nominees.to_string());
        match self.route {
            Route::Home => return None,
            Route::Edition(_) | Route::Municipality(_) => steps.push(all),
            Route::Nominee(year, _) => steps.extend([all, (Route::Edition(*year), year.to_string())]),
            _ => {}
        }
        steps.push((self.route.clone(), self.name.to_string()));
        let steps = (1..).zip(steps).map(|(position, (route, name)): (u32, _)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": self.url(&route) })
        });
        Some(json!({ "@type": "BreadcrumbList", "@id": self.id("vag"), "itemListElement": steps.collect::<Vec<_>>() }))
    }

    /// What the page is about, besides the page itself.
    fn subjects(&self) -> Vec<Value> {
        match self.route {
            Route::Home => vec![self.site()],
            Route::OpenData => vec![self.dataset()],
            Route::Edition(year) => self.source.edition(*year).and_then(|e| self.ceremony(e)).into_iter().collect(),
            Route::Nominee(year, slug) => {
                let municipalities = self.source.nominee(*year, slug).map(|(_, n)| n.municipalities.as_slice());
                municipalities.unwrap_or_default().iter().map(|m| self.municipality(m)).collect()
            }
            Route::Municipality(slug) => {
                let through = find_municipality(&self.source.plain.editions, slug, self.source.now);
                through.map(|t| self.municipality(&t.municipality)).into_iter().collect()
            }
            Route::Nominees | Route::Timeline | Route::Method | Route::About | Route::Accessibility => Vec::new(),
            Route::Stored | Route::Check | Route::Kiosk | Route::Assess(_) => Vec::new(),
        }
    }

    fn site(&self) -> Value {
        json!({
            "@type": "WebSite",
            "@id": self.website(),
            "url": self.source.origin.url("/"),
            "name": AWARD,
            "alternateName": "DigitaliseringsKommun",
            "inLanguage": Locale::ALL.map(Locale::tag),
        })
    }

    /// A municipality as the organisation that can win something.
    fn municipality(&self, m: &Municipality) -> Value {
        let mut value = json!({
            "@type": "GovernmentOrganization",
            "@id": self.source.origin.url(&["/#kommun-", &m.code].concat()),
            "name": m.name,
            "identifier": { "@type": "PropertyValue", "propertyID": "kommunkod (SCB)", "value": m.code },
            "address": { "@type": "PostalAddress", "addressRegion": county_name(&m.code), "addressCountry": "SE" },
            "areaServed": {
                "@type": "AdministrativeArea",
                "name": m.name,
                "containedInPlace": { "@type": "AdministrativeArea", "name": county_name(&m.code) },
            },
            "subjectOf": { "@id": self.url(self.route) },
        });
        let won = self.source.awards(&m.code);
        put(&mut value, "award", (!won.is_empty()).then(|| json!(won)));
        value
    }

    /// The event where the prize is given, where its day is known. The award's own site says that it is given at
    /// Kvalitetsmässan; the data may have a more exact place.
    fn ceremony(&self, e: &Edition) -> Option<Value> {
        let milestone = e.milestones.iter().find(|m| m.step == Step::Prize);
        let day = |p: Period| (!p.months && p.first == p.last).then_some(p.first);
        let when = e.awarded.or(milestone.and_then(|m| day(m.when())))?;
        let planned = milestone.filter(|m| m.actual.is_some()).and_then(|m| day(m.planned));
        let place = milestone.and_then(|m| m.place.as_deref()).unwrap_or("Kvalitetsmässan");
        let name = [pick(self.locale, "Prisutdelning: ", "Prize ceremony: "), &award_name(e)].concat();
        let status =
            if planned.is_some() { "https://schema.org/EventRescheduled" } else { "https://schema.org/EventScheduled" };
        let mut event = json!({
            "@type": "Event",
            "@id": self.id("prisutdelning"),
            "name": name,
            "description": self.about,
            "startDate": when.to_string(),
            "endDate": when.to_string(),
            "eventStatus": status,
            "location": { "@type": "Place", "name": place },
            "image": self.source.origin.url(&Card::Edition(e.year).path()),
            "url": self.url(self.route),
            "inLanguage": "sv",
        });
        put(&mut event, "previousStartDate", planned.map(|day| json!(day.to_string())));
        let organisers = e.organisers.iter().map(|name| json!({ "@type": "Organization", "name": name }));
        put(&mut event, "organizer", (!e.organisers.is_empty()).then(|| organisers.collect()));
        Some(event)
    }

    /// The open data.
    fn dataset(&self) -> Value {
        let editions = &self.source.plain.editions;
        let years = || editions.iter().map(|e| e.year);
        let download = |file, kind: &str| {
            let url = self.source.origin.url(data_path(file));
            json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": url })
        };
        let mut data = json!({
            "@type": "Dataset",
            "@id": self.source.origin.url("/#data"),
            "name": pick(
                self.locale,
                "Nominerade och vinnare av Sveriges DigitaliseringsKommun",
                "Nominees and winners of Sveriges DigitaliseringsKommun",
            ),
            "description": pick(
                self.locale,
                "Alla kända utgåvor av utmärkelsen Sveriges DigitaliseringsKommun (till 2015 Sveriges IT-kommun): nominerade kommuner, hur långt de kom, motiveringar, hålltider, jury och källor.",
                "All known editions of the award Sveriges DigitaliseringsKommun (until 2015 Sveriges IT-kommun): nominated municipalities, how far they came, reasons, key dates, jury and sources.",
            ),
            "url": self.url(self.route),
            "inLanguage": Locale::ALL.map(Locale::tag),
            "isAccessibleForFree": true,
            "spatialCoverage": { "@type": "Country", "name": pick(self.locale, "Sverige", "Sweden") },
            "license": {
                "@type": "CreativeWork",
                "name": pick(self.locale, "Villkor", "Terms"),
                "text": collected::licence().get(self.locale),
            },
            "distribution": [
                download(DataFile::Json, "application/json"),
                download(DataFile::Csv, "text/csv"),
            ],
        });
        let covered = years().min().zip(years().max()).map(|(a, b)| [a.to_string(), b.to_string()].join("/"));
        put(&mut data, "temporalCoverage", covered.map(Value::from));
        let updated = editions.iter().filter_map(|e| e.updated).max();
        put(&mut data, "dateModified", updated.map(|day| json!(day.to_string())));
        data
    }
}

/// Adds what is known.
fn put(object: &mut Value, key: &str, value: Option<Value>) {
    let object: Option<&mut Map<String, Value>> = object.as_object_mut();
    if let Some((object, value)) = object.zip(value) {
        object.insert(key.to_string(), value);
    }
}
