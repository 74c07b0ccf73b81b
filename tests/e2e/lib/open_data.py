"""Reads what the built site has for programs, by libraries that others have written, and holds it against the data.

    python open_data.py calendars|feeds|schemas|table|structured|map

It knows nothing of how the site is made: dates, names and numbers are taken from public/data/award and counted here anew.
"""

import csv
import datetime
import html.parser
import io
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

DIST = pathlib.Path("dist")
EDITIONS = [json.loads(file.read_text("utf-8")) for file in sorted(pathlib.Path("public/data/award").glob("*.json"))]
SITE = json.loads((DIST / "config.json").read_text("utf-8"))["site"]
HOST = SITE.removeprefix("https://")
TODAY = datetime.date.today().isoformat()


def same(is_, wanted, what):
    assert is_ == wanted, f"{what}: {is_!r} is not {wanted!r}"


def days(period):
    """First day and the day after the last of 2023-05-17, 2023-10, or a range of either."""
    first, last = (period.split("/") * 2)[:2]
    start = datetime.date.fromisoformat(first if len(first) == 10 else first + "-01")
    if len(last) == 10:
        return start, datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    year, month = int(last[:4]), int(last[5:])
    return start, datetime.date(year + month // 12, month % 12 + 1, 1)


def calendars():
    import icalendar

    def read(file):
        raw = file.read_bytes()
        assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b""), f"{file}: ends of lines"
        assert all(len(line) <= 75 for line in raw.split(b"\r\n")), f"{file}: a line is too long"
        calendar = icalendar.Calendar.from_ical(raw)
        assert not calendar.errors and calendar["version"] == "2.0" and calendar["prodid"], file
        return calendar, calendar.walk("VEVENT")

    seen = 0
    for prefix, language in (("", "sv"), ("en/", "en")):
        files = {file.name for file in (DIST / prefix / "kalender").glob("*.ics")}
        for edition in EDITIONS:
            year, milestones = edition["year"], edition["milestones"]
            if not milestones:
                assert f"{year}.ics" not in files, year
                continue
            whole, events = read(DIST / prefix / "kalender" / f"{year}.ics")
            files.remove(f"{year}.ics")
            same(str(whole["x-wr-calname"]), f"{edition['title']} {year}", "name")
            same(str(whole["source"]), f"{SITE}/{prefix}kalender/{year}.ics", "source")
            by_name = {str(event["uid"]): event for event in events}
            same(len(by_name), len(milestones), f"{year}: events of different names")
            for milestone in milestones:
                seen += 1
                step = milestone["step"].replace("_", "-")
                event = by_name[f"{year}-{step}@{HOST}"]
                when = milestone.get("actual") or milestone["planned"]
                same((event.decoded("dtstart"), event.decoded("dtend")), days(when), f"{year} {step}")
                assert type(event.decoded("dtstart")) is datetime.date and not event.errors, event
                text, title = str(event["description"]), str(event["summary"])
                assert milestone["source"] in text and title.startswith(f"{edition['title']} {year}: "), title
                only_month = len(when.split("/")[0]) == 7
                marks = {"sv": ", dagen är inte känd)", "en": ", the day is not known)"}
                same(title.endswith(marks[language]), only_month, title)
                note = milestone.get("note", {}).get(language)
                assert note is None or note in text, text
                same(event.get("location"), milestone.get("place"), "place")
                same(("Blev: " in text or "Happened: " in text), "actual" in milestone, text)
                same((event["status"], event["url"]), ("CONFIRMED", f"{SITE}/{prefix}nominerade/{year}"), "event")
                assert event["dtstamp"].dt == event["last-modified"].dt and int(event["sequence"]) > 0, event
                _, alone = read(DIST / prefix / "kalender" / f"{year}-{step}.ics")
                files.remove(f"{year}-{step}.ics")
                same([event.to_ical()], [one.to_ical() for one in alone], "the date by itself")
        same(files, set(), "calendars of nothing")
    return seen


def feeds():
    import feedparser

    news = [n for edition in EDITIONS for n in edition.get("news", []) if n["date"] <= TODAY]
    names = set()
    for prefix, language in (("", "sv"), ("en/", "en")):
        feed = feedparser.parse((DIST / prefix / "nyheter.xml").read_bytes())
        same((feed.bozo, feed.version, feed.encoding), (False, "atom10", "utf-8"), "feed")
        # Built today or earlier, so what is from today may not be in it.
        same([e.title for e in feed.entries], [n["text"][language] for n in sorted(news, key=lambda n: n["date"], reverse=True)], "entries")
        for link in feed.feed.links:
            path = link.href.removeprefix(SITE).strip("/")
            assert (DIST / path / "index.html").exists() or (DIST / path).exists(), link.href
        same(feed.feed.links[0].href, f"{SITE}/{prefix}nyheter.xml", "self")
        for entry in feed.entries:
            assert entry.id.startswith(f"tag:{HOST},2026:") and entry.id not in names, entry.id
            names.add(entry.id)
            assert entry.updated_parsed and entry.published_parsed, entry
            page = entry.link.removeprefix(SITE).strip("/")
            assert entry.link.startswith(SITE) and (DIST / page / "index.html").exists(), entry.link
            via = [link.href for link in entry.links if link.rel == "via"]
            assert via[0] in entry.content[0].value and entry.content[0].type == "text/html", entry
        same((feed.feed.author, feed.feed.updated), ("Sveriges DigitaliseringsKommun", feed.entries[0].updated), "feed")
    return len(names)


def schemas():
    import jsonschema
    import referencing

    folder = DIST / "data/schemas"
    loaded = {name: json.loads((folder / name).read_text("utf-8")) for name in ("award-edition-1.json", "award-1.json")}
    registry = referencing.Registry().with_resources(
        [(name, referencing.Resource.from_contents(schema)) for name, schema in loaded.items()])
    checks = {}
    for name, schema in loaded.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        checks[name] = jsonschema.Draft202012Validator(
            schema, registry=registry, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)

    def wrong(name, value):
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in checks[name].iter_errors(value)]

    for edition in EDITIONS:
        same(wrong("award-edition-1.json", edition), [], edition["year"])
    award = json.loads((DIST / "data/award.json").read_text("utf-8"))
    same(wrong("award-1.json", award), [], "award.json")
    same([e["year"] for e in award["editions"]], [e["year"] for e in EDITIONS], "years")
    for edition, told in zip(EDITIONS, award["editions"]):
        same({n["slug"] for n in told["nominees"]}, {n["slug"] for n in edition["nominees"]}, edition["year"])
        for nominee in told["nominees"]:
            for page in nominee["page"].values():
                assert (DIST / page.removeprefix(SITE).strip("/") / "index.html").exists(), page
    # What is wrong must be seen.
    for damage in (
        lambda e: e.pop("year"),
        lambda e: e.update(awarded="2023-11"),
        lambda e: e["nominees"][0].update(stage="second"),
        lambda e: e["nominees"][0].update(slug="Värmdö"),
        lambda e: e["nominees"][0]["sources"].clear(),
        lambda e: e["milestones"][0].update(planned="2023-13"),
        lambda e: e["milestones"][0].update(when="2023-10"),
        lambda e: e["news"][0]["text"].update(en=" "),
        lambda e: e["news"][0].update(source="javascript:alert(1)"),
    ):
        for name, whole in (("award-edition-1.json", EDITIONS[-1]), ("award-1.json", award)):
            copy = json.loads(json.dumps(whole))
            damage(copy if name == "award-edition-1.json" else copy["editions"][-1])
            assert wrong(name, copy), f"{name} lets damage pass"
    return len(EDITIONS) + 1


def table():
    raw = (DIST / "data/award.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "no mark of UTF-8"
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    wanted = sorted(
        (str(edition["year"]), nominee["name"], municipality["code"], municipality["name"])
        for edition in EDITIONS for nominee in edition["nominees"] for municipality in nominee["municipalities"])
    same(sorted((r["year"], r["nominee"], r["municipality_code"], r["municipality"]) for r in rows), wanted, "rows")
    for row in rows:
        assert None not in row and None not in row.values(), row
        assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for cell in row.values() if cell), row
    return len(rows)


class Blocks(html.parser.HTMLParser):
    """The blocks of linked data of a page."""

    def __init__(self, text):
        super().__init__()
        self.blocks, self.inside, self.canonical, self.noindex = [], False, None, False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.inside = tag == "script" and a.get("type") == "application/ld+json"
        if self.inside:
            self.blocks.append("")
        if tag == "link" and a.get("rel") == "canonical":
            self.canonical = a["href"]
        if tag == "meta" and a.get("name") == "robots":
            self.noindex = "noindex" in a["content"]

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.blocks[-1] += data


def words_of(node, found):
    """Every type and property of a tree of linked data."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "@type":
                found.add(value)
            elif not key.startswith("@"):
                found.add(key)
            words_of(value, found)
    elif isinstance(node, list):
        for value in node:
            words_of(value, found)


NEEDED = {
    "Event": ("name", "startDate", "location", "eventStatus", "image", "description"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "GovernmentOrganization": ("name", "identifier", "address"),
    "Dataset": ("name", "description", "distribution", "license"),
    "DataDownload": ("contentUrl", "encodingFormat"),
    "WebSite": ("name", "url"),
    "WebPage": ("name", "description", "url", "inLanguage"),
}


def nodes_of(node):
    if isinstance(node, dict):
        if "@type" in node:
            yield node
        for value in node.values():
            yield from nodes_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes_of(value)


def structured():
    import rdflib
    from rdflib.namespace import SDO

    words, kinds, pages = set(), {}, 0
    for file in sorted(DIST.rglob("*.html")):
        page = Blocks(file.read_text("utf-8"))
        private = page.noindex or page.canonical is None
        same(len(page.blocks), 0 if private else 1, f"{file}: blocks")
        if private:
            continue
        pages += 1
        data = json.loads(page.blocks[0])
        same(data["@context"], "https://schema.org", file)
        words_of(data["@graph"], words)
        for node in nodes_of(data["@graph"]):
            kinds[node["@type"]] = kinds.get(node["@type"], 0) + 1
            lacking = [name for name in NEEDED.get(node["@type"], ()) if not node.get(name)]
            assert not lacking, f"{file}: {node['@type']} lacks {lacking}"
            if node["@type"] == "Event":
                datetime.date.fromisoformat(node["startDate"])
                assert node["location"]["name"] and node["eventStatus"].startswith("https://schema.org/Event"), node
            if node["@type"] == "DataDownload":
                assert (DIST / node["contentUrl"].removeprefix(SITE + "/")).exists(), node
            if node["@type"] == "BreadcrumbList":
                items = node["itemListElement"]
                same([i["position"] for i in items], list(range(1, len(items) + 1)), file)
                same(items[-1]["item"], page.canonical, file)
                for item in items:
                    assert (DIST / item["item"].removeprefix(SITE).strip("/") / "index.html").exists(), item
        # The context of schema.org itself is on the web; its one rule that matters here is where names belong.
        data["@context"] = {"@vocab": str(SDO)}
        graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
        assert len(graph) > 5 and (rdflib.URIRef(page.canonical), rdflib.RDF.type, None) in graph, file
    unknown = sorted(word for word in words if word not in SDO)
    same(unknown, [], "words that schema.org has not")
    for kind in ("Event", "BreadcrumbList", "GovernmentOrganization", "Dataset", "WebSite"):
        assert kinds.get(kind), f"no {kind}"
    # The prize of 2021 was given in 2022, and of one municipality all awards are told.
    event = next(n for n in nodes_of(json.loads(Blocks((DIST / "nominerade/2021/index.html").read_text("utf-8")).blocks[0])) if n["@type"] == "Event")
    same((event["startDate"], event["previousStartDate"]), ("2022-05-02", "2022-03-07"), "2021")
    nacka = next(n for n in nodes_of(json.loads(Blocks((DIST / "nominerade/2023/nacka/index.html").read_text("utf-8")).blocks[0])) if n["@type"] == "GovernmentOrganization")
    same((nacka["award"], nacka["identifier"]["value"]), (["Sveriges IT-kommun 2003"], "0182"), "Nacka")
    return pages


def site_map():
    space, link = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}link"
    pages = {}
    for file in DIST.rglob("index.html"):
        page = Blocks(file.read_text("utf-8"))
        if not page.noindex:
            pages[page.canonical] = file
    listed = {}
    for url in ElementTree.fromstring((DIST / "sitemap.xml").read_bytes()):
        same(url.tag, space + "url", "element")
        listed[url.find(space + "loc").text] = {a.get("hreflang"): a.get("href") for a in url.findall(link)}
    same(sorted(listed), sorted(pages), "pages that may be found")
    for url, others in listed.items():
        same(sorted(others), ["en", "sv", "x-default"], url)
        assert url in (others["sv"], others["en"]) and others["x-default"] == others["sv"], url
        for other in others.values():
            same(listed[other], others, url)
    robots = (DIST / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in robots and "Allow: /" in robots, robots
    return len(listed)


PARTS = {"calendars": calendars, "feeds": feeds, "schemas": schemas, "table": table, "structured": structured, "map": site_map}
print(PARTS[sys.argv[1]]())
