//! Which styles a picture needs, and how they are written as attributes.

const SHAPE: [&str; 8] =
    ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "paint-order"];

const TEXT: [&str; 11] = [
    "fill",
    "stroke",
    "stroke-width",
    "opacity",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "font-variant-numeric",
    "text-anchor",
    "dominant-baseline",
];

/// What a property is where nothing says otherwise. Such values are left out.
const INITIAL: [(&str, &str); 11] = [
    ("fill", "#000000"),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1"),
    ("stroke-dasharray", "none"),
    ("stroke-linejoin", "miter"),
    ("opacity", "1"),
    ("paint-order", "normal"),
    ("font-variant-numeric", "normal"),
    ("text-anchor", "start"),
    ("dominant-baseline", "auto"),
];

/// The properties that decide how an element with this tag looks. None for those that only hold others: nothing may be
/// inherited in the file that is not in the page.
pub fn properties(tag: &str) -> &'static [&'static str] {
    match tag {
        "text" | "tspan" => &TEXT,
        "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon" | "path" | "use" => &SHAPE,
        _ => &[],
    }
}

/// A computed value as an attribute; `None` where it needs none.
pub fn attribute(property: &str, computed: &str) -> Option<String> {
    let value = match property {
        "fill" | "stroke" => hexadecimal(computed).unwrap_or_else(|| computed.to_string()),
        "stroke-width" | "stroke-dasharray" => computed.replace("px", ""),
        _ => computed.to_string(),
    };
    (!value.is_empty() && !INITIAL.contains(&(property, value.as_str()))).then_some(value)
}

/// `rgb(10, 79, 143)` as `#0a4f8f`, which every reader of SVG knows.
fn hexadecimal(colour: &str) -> Option<String> {
    let parts = colour.strip_prefix("rgb(")?.strip_suffix(')')?.split(',').map(|part| part.trim().parse::<u8>().ok());
    let parts = parts.collect::<Option<Vec<u8>>>().filter(|parts| parts.len() == 3)?;
    Some(format!("#{}", const_hex::encode(parts)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computed_values_become_attributes() {
        for (property, computed, attribute_value) in [
            ("fill", "rgb(10, 79, 143)", Some("#0a4f8f")),
            ("fill", "rgba(0, 0, 0, 0)", Some("rgba(0, 0, 0, 0)")),
            ("fill", "none", Some("none")),
            ("fill", "rgb(0, 0, 0)", None),
            ("stroke", "none", None),
            ("stroke-width", "2.5px", Some("2.5")),
            ("stroke-width", "1px", None),
            ("stroke-dasharray", "4px, 4px", Some("4, 4")),
            ("font-size", "13px", Some("13px")),
            ("font-weight", "400", Some("400")),
            ("text-anchor", "start", None),
            ("paint-order", "", None),
        ] {
            assert_eq!(attribute(property, computed).as_deref(), attribute_value, "{property}: {computed}");
        }
    }

    #[test]
    fn only_what_is_drawn_gets_styles() {
        assert!(properties("g").is_empty() && properties("title").is_empty());
        assert!(properties("text").contains(&"font-family") && properties("line").contains(&"stroke"));
    }
}
