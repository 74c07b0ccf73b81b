//! Letters to touch, where something is to be typed and the screen has no keyboard. A pressed key of a real one puts them
//! away.

use super::button;
use crate::browser::event::{Event as Done, Kind};
use crate::browser::{kiosk as browser, page};
use crate::domain::kiosk::Keyboard;
use crate::domain::text::Locale;
use crate::i18n::kiosk as texts;
use crate::strings::html::Html;
use crate::strings::live::Local;

/// The fields that can be typed in.
pub const SEARCH: &str = "kiosk-sok";
pub const PIN: &str = "kiosk-pin";
pub const CONTACT: [&str; 3] = ["kiosk-namn", "kiosk-roll", "kiosk-epost"];

const LETTERS: [&str; 3] = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm-"];
/// The most that a field takes, in characters.
const LONGEST: usize = 200;

fn is_field(id: &str) -> bool {
    id == SEARCH || id == PIN || CONTACT.contains(&id)
}

/// Whether a real keyboard has been used.
#[derive(Clone)]
pub struct Keys(Local<bool>);

impl Default for Keys {
    fn default() -> Keys {
        Keys(Local::new(false))
    }
}

impl Keys {
    /// Takes in what was done. Returns the field that a touched letter has changed.
    pub fn hear(&self, event: &Done, kind: Kind) -> Option<String> {
        // What a keyboard on the screen of the device sends has no name.
        if kind == Kind::Key && !matches!(event.key().as_str(), "" | "Unidentified" | "Process") {
            self.0.peek_mut(|real| *real = true);
            page::set_attribute("kiosk", "data-keys", None);
        }
        let key = event.data("data-key")?;
        match kind {
            // The field keeps the focus.
            Kind::Press => event.stop(),
            Kind::Click => {
                let focused = page::focused();
                let field = if is_field(&focused) { focused } else { event.data("data-field")? };
                page::focus(&field, false);
                page::set_text(&field, &typed(page::value(&field), &key, &field));
                return Some(field);
            }
            _ => {}
        }
        None
    }

    /// Shows the letters, or puts them away. Where they are shown the device's own are not wanted.
    pub fn show(&self, setting: Keyboard) {
        let shown = match setting {
            Keyboard::Shown => true,
            Keyboard::Hidden => false,
            Keyboard::Auto => !self.0.peek(|real| *real) && browser::matches("(pointer: coarse)"),
        };
        page::set_attribute("kiosk", "data-keys", shown.then_some(""));
        for id in [SEARCH, PIN].iter().chain(&CONTACT) {
            page::set_attribute(id, "inputmode", shown.then_some("none"));
        }
    }
}

/// A field's text after a key. Names begin with a capital.
fn typed(mut text: String, key: &str, field: &str) -> String {
    if key == "erase" {
        text.pop();
    } else if text.chars().count() < LONGEST {
        let begins = text.is_empty() || text.ends_with(' ') || text.ends_with('-');
        let capital = begins && field != PIN && field != CONTACT[2];
        text.extend(key.chars().map(|c| if capital { upper(c) } else { c }));
    }
    text
}

/// The capital of a letter on the keyboard. The library's tables weigh kilobytes; these letters differ by one bit.
fn upper(c: char) -> char {
    match c {
        'a'..='z' | 'å' | 'ä' | 'ö' => char::from_u32(c as u32 - 32).unwrap_or(c),
        _ => c,
    }
}

fn key(h: &mut Html, key: &str, text: &str, class: &str) {
    h.el("button", &[("type", "button"), ("class", class), ("data-key", key)], text);
}

/// Writes the letters for a field; `all`: digits and what an address needs too.
pub fn letters(h: &mut Html, field: &str, all: bool, locale: Locale) {
    let t = texts(locale);
    let group = [("class", "k-keys"), ("role", "group"), ("aria-label", t.letters), ("data-field", field)];
    h.open("div", &group);
    let digits = if all { "1234567890" } else { "" };
    for row in [digits].into_iter().chain(LETTERS).filter(|row| !row.is_empty()) {
        h.open("div", &[]);
        for letter in row.chars() {
            let mut buffer = [0; 4];
            let letter = letter.encode_utf8(&mut buffer);
            key(h, letter, letter, "");
        }
        h.close("div");
    }
    h.open("div", &[]);
    for sign in ["@", ".", "_"].iter().filter(|_| all) {
        key(h, sign, sign, "");
    }
    key(h, " ", t.space, "k-wide");
    key(h, "erase", t.erase, "k-wide");
    h.close("div").close("div");
}

/// Writes the digits for the PIN.
pub fn digits(h: &mut Html, locale: Locale) {
    let t = texts(locale);
    h.open("div", &[("class", "k-pad"), ("role", "group"), ("aria-label", t.letters), ("data-field", PIN)]);
    for digit in ["1", "2", "3", "4", "5", "6", "7", "8", "9"] {
        key(h, digit, digit, "");
    }
    key(h, "erase", t.erase, "");
    key(h, "0", "0", "");
    button(h, "", "pin", t.pin_open);
    h.close("div");
}
