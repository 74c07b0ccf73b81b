//! Charts saved as pictures: the rendered SVG, serialised by the browser with its computed styles.
//!
//! A file has no style sheet, so the computed styles become attributes. They are computed in a copy of the chart in an
//! element of the class `picture`, which has the colours of the light page whatever the visitor's (`style/tokens.css`).

mod layout;
mod presentation;

use super::files;
use js_sys::{Function, Promise};
use layout::{Layout, MARGIN, ViewBox};
use leptos::prelude::{GetUntracked, NodeRef};
use leptos::svg::Svg;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer};

const SVG: &str = "http://www.w3.org/2000/svg";
/// So many pixels of a PNG stand for one unit of the drawing.
const SCALE: u32 = 2;

/// The kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Drawn by whoever shows it, at any size.
    Svg,
    /// Pixels, twice as many as the drawing has units.
    Png,
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The chart is not in the page.
    #[error("the chart is not in the page")]
    NotShown,
    /// The browser could not draw or serialise it.
    #[error("the browser could not draw the picture")]
    NotDrawn,
    /// It did not take the file.
    #[error("the browser did not take the file")]
    NotSaved,
}

impl From<JsValue> for PictureError {
    fn from(_: JsValue) -> PictureError {
        PictureError::NotDrawn
    }
}

/// What a picture holds, from above.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What the chart shows, as a sentence.
    pub title: String,
    /// Drawings under each other.
    pub panels: Panels,
    /// Whose figures they are; empty for none.
    pub source: String,
}

/// The drawings of a picture, under each other.
#[derive(Clone, Debug)]
pub struct Panels(Vec<Panel>);

/// One drawing, with its caption in the page.
#[derive(Clone, Debug)]
pub struct Panel {
    /// The drawing.
    pub chart: NodeRef<Svg>,
    /// What it is about; empty for none.
    pub label: String,
    /// What it comes to; empty for none.
    pub value: String,
}

impl From<NodeRef<Svg>> for Panels {
    fn from(chart: NodeRef<Svg>) -> Panels {
        Panels(vec![Panel { chart, label: String::new(), value: String::new() }])
    }
}

impl From<Vec<Panel>> for Panels {
    fn from(panels: Vec<Panel>) -> Panels {
        Panels(panels)
    }
}

/// Saves a picture to the visitor's computer. `name`: of the file, without its ending.
pub async fn save(picture: &Picture, name: &str, format: Format) -> Result<(), PictureError> {
    let saved = match format {
        Format::Svg => files::save(&format!("{name}.svg"), "image/svg+xml", &svg(picture)?.text),
        Format::Png => files::save_blob(&format!("{name}.png"), &png(picture).await?),
    };
    if saved { Ok(()) } else { Err(PictureError::NotSaved) }
}

/// An SVG file.
#[derive(Clone, Debug)]
pub struct SvgFile {
    /// All of it.
    pub text: String,
    width: u32,
    height: u32,
}

/// The picture as an SVG file.
pub fn svg(picture: &Picture) -> Result<SvgFile, PictureError> {
    let shown = |panel: &Panel| {
        let chart: Element = panel.chart.get_untracked()?.into();
        let view_box = ViewBox::parse(&chart.get_attribute("viewBox")?)?;
        Some((chart, view_box))
    };
    let charts = picture.panels.0.iter().map(shown).collect::<Option<Vec<_>>>().ok_or(PictureError::NotShown)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(PictureError::NotShown)?;

    let sizes: Vec<_> = charts.iter().zip(&picture.panels.0).map(|((_, of), p)| (*of, !p.label.is_empty())).collect();
    let layout = Layout::new(&picture.title, &sizes, !picture.source.is_empty());
    let host = Host::new(&document)?;
    let root = drawing(&host, picture, &layout)?;
    for ((chart, view_box), top) in charts.iter().zip(&layout.panels) {
        let at = format!("translate({} {})", MARGIN - view_box.left, top - view_box.top);
        let class = chart.get_attribute("class").unwrap_or_default();
        let group = host.add(&root, "g", &[("class", &class), ("transform", &at)], "")?;
        let inside = chart.clone_node_with_deep(true)?;
        while let Some(child) = inside.first_child() {
            group.append_child(&child)?;
        }
    }
    inline_styles(&root)?;
    let text = XmlSerializer::new()?.serialize_to_string(&root)?;
    Ok(SvgFile { text, width: layout.width, height: layout.height })
}

/// The frame of a picture with its ground and its words.
fn drawing(host: &Host, picture: &Picture, layout: &Layout) -> Result<Element, JsValue> {
    let [width, height] = [layout.width, layout.height].map(|n| n.to_string());
    let view_box = format!("0 0 {width} {height}");
    let root = host.add(&host.element, "svg", &[("width", &width), ("height", &height), ("viewBox", &view_box)], "")?;
    host.add(&root, "title", &[], &picture.title)?;
    host.add(&root, "rect", &[("class", "sheet"), ("width", &width), ("height", &height)], "")?;
    let text = |class, x: i64, y: i64, anchor, text: &str| {
        let (x, y) = (x.to_string(), y.to_string());
        host.add(&root, "text", &[("class", class), ("x", &x), ("y", &y), ("text-anchor", anchor)], text)
    };
    for (line, y) in &layout.title {
        text("title", MARGIN, *y, "start", line)?;
    }
    for (panel, top) in picture.panels.0.iter().zip(&layout.panels) {
        let y = top - layout::CAPTION_GAP;
        text("label", MARGIN, y, "start", &panel.label)?;
        text("value", i64::from(layout.width) - MARGIN, y, "end", &panel.value)?;
    }
    text("axis", MARGIN, layout.source, "start", &picture.source)?;
    Ok(root)
}

/// Writes the computed style of each shape and text into its attributes, and removes what only the page needs.
fn inline_styles(root: &Element) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let all = root.query_selector_all("*")?;
    let all: Vec<Element> = (0..all.length()).filter_map(|n| all.get(n)?.dyn_into().ok()).collect();
    for element in &all {
        let Some(computed) = window.get_computed_style(element)? else { continue };
        for property in presentation::properties(&element.tag_name()) {
            match presentation::attribute(property, &computed.get_property_value(property)?) {
                Some(value) => element.set_attribute(property, &value)?,
                None => element.remove_attribute(property)?,
            }
        }
    }
    // Classes are removed only after all styles are computed, because selectors depend on those of ancestors.
    for element in &all {
        for name in ["class", "id", "role", "aria-label"] {
            element.remove_attribute(name)?;
        }
    }
    Ok(())
}

/// An element of the page that holds a picture while its styles are computed, within one task: it is never painted.
struct Host {
    document: Document,
    element: Element,
}

impl Host {
    fn new(document: &Document) -> Result<Host, JsValue> {
        let element = document.create_element("div")?;
        element.set_class_name("picture");
        element.set_attribute("hidden", "")?;
        document.body().ok_or(JsValue::NULL)?.append_child(&element)?;
        Ok(Host { document: document.clone(), element })
    }

    /// Adds an SVG element. A `text` without a text is made but not added.
    fn add(&self, to: &Element, tag: &str, attributes: &[(&str, &str)], text: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element_ns(Some(SVG), tag)?;
        for (name, value) in attributes {
            element.set_attribute(name, value)?;
        }
        element.set_text_content(Some(text));
        if tag != "text" || !text.is_empty() {
            to.append_child(&element)?;
        }
        Ok(element)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// The picture as a PNG file. The SVG file is loaded by a `data:` address, which the content security policy allows.
pub async fn png(picture: &Picture) -> Result<Blob, PictureError> {
    let SvgFile { text, width, height } = svg(picture)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(PictureError::NotDrawn)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml,{}", js_sys::encode_uri_component(&text)));
    JsFuture::from(image.decode()).await?;

    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into().map_err(JsValue::from)?;
    let (width, height) = (width * SCALE, height * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(PictureError::NotDrawn)?;
    let context: CanvasRenderingContext2d = context.dyn_into().map_err(JsValue::from)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    let blob = Promise::new(&mut |made: Function, failed: Function| {
        if canvas.to_blob(&made).is_err() {
            // `reject` cannot fail.
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    // A canvas too large for the browser gives `null`.
    JsFuture::from(blob).await?.dyn_into().map_err(PictureError::from)
}
