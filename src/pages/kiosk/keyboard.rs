//! Letters to touch, where something is to be typed and the screen has no keyboard; and the fields that they are for.

use super::state::KioskState;
use crate::i18n::{kiosk as texts, use_locale};
use leptos::html::Input;
use leptos::prelude::*;

/// A key of a keyboard on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Types a sign.
    Sign(char),
    /// Takes away the last sign.
    Erase,
}

impl Key {
    /// Changes a text as the key does. `capitals`: whether a word begins with one; `longest`: the most that the field takes,
    /// in characters.
    pub(super) fn press(self, text: &mut String, capitals: bool, longest: usize) {
        match self {
            Key::Erase => {
                text.pop();
            }
            Key::Sign(sign) if text.chars().count() < longest => {
                let begins = text.is_empty() || text.ends_with(' ') || text.ends_with('-');
                text.push(if capitals && begins { upper(sign) } else { sign });
            }
            Key::Sign(_) => {}
        }
    }
}

/// The capital of a letter on the keyboard. The library's tables weigh kilobytes; these letters differ by one bit.
fn upper(letter: char) -> char {
    match letter {
        'a'..='z' | 'å' | 'ä' | 'ö' => char::from_u32(letter as u32 - 32).unwrap_or(letter),
        _ => letter,
    }
}

/// Which keys a keyboard has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// The letters of names.
    Names,
    /// Also digits, and what an address of e-mail needs.
    Addresses,
}

impl Letters {
    fn rows(self) -> &'static [&'static str] {
        let rows = &["1234567890", "qwertyuiopå", "asdfghjklöä", "zxcvbnm-"];
        match self {
            Letters::Addresses => rows,
            Letters::Names => rows.get(1..).unwrap_or_default(),
        }
    }

    fn signs(self) -> &'static str {
        if self == Letters::Addresses { "@._" } else { "" }
    }
}

/// The keyboard. The style sheet shows it where the kiosk has `data-keys`.
#[component]
pub(super) fn Keyboard(
    /// Which keys it has.
    letters: Letters,
    /// Called with each key that is touched.
    #[prop(into)]
    on_key: Callback<Key>,
) -> impl IntoView {
    let t = texts(use_locale());
    let sign = move |sign: char| view! { <KeyButton key=Key::Sign(sign) text=sign.to_string() class="" on_key/> };
    let row = move |row: &'static str| view! { <div>{row.chars().map(sign).collect_view()}</div> };
    view! {
        <div class="k-keys" role="group" aria-label=t.letters on:mousedown=|ev| ev.prevent_default()>
            {letters.rows().iter().map(|letters| row(letters)).collect_view()}
            <div>
                {letters.signs().chars().map(sign).collect_view()}
                <KeyButton key=Key::Sign(' ') text=t.space class="k-wide" on_key/>
                <KeyButton key=Key::Erase text=t.erase class="k-wide" on_key/>
            </div>
        </div>
    }
    .into_any()
}

/// The digits of the PIN, with a button that opens.
#[component]
pub(super) fn PinPad(
    /// Called with each key that is touched.
    #[prop(into)]
    on_key: Callback<Key>,
    /// Called when the PIN is whole.
    on_open: impl Fn() + 'static,
) -> impl IntoView {
    let t = texts(use_locale());
    let digit = move |digit: char| view! { <KeyButton key=Key::Sign(digit) text=digit.to_string() class="" on_key/> };
    view! {
        <div class="k-pad" role="group" aria-label=t.letters on:mousedown=|ev| ev.prevent_default()>
            {"123456789".chars().map(digit).collect_view()}
            <KeyButton key=Key::Erase text=t.erase class="" on_key/>
            {digit('0')}
            <button type="button" on:click=move |_| on_open()>{t.pin_open}</button>
        </div>
    }
}

/// A key. The field keeps the focus while it is touched: see `mousedown` of the keyboards.
#[component]
fn KeyButton(
    /// What it does.
    key: Key,
    /// What it says.
    #[prop(into)]
    text: String,
    /// Its class; none where empty.
    class: &'static str,
    /// Called when it is touched.
    on_key: Callback<Key>,
) -> impl IntoView {
    let class = Some(class).filter(|class| !class.is_empty());
    view! { <button type="button" class=class on:click=move |_| on_key.run(key)>{text}</button> }
}

/// A field to type in, with the device's keyboard or that of the page.
#[component]
pub(super) fn TouchField(
    /// Its id, which its label names.
    id: &'static str,
    /// What is to be typed.
    label: &'static str,
    /// What is typed.
    text: RwSignal<String>,
    /// The element, to give it the focus.
    field: NodeRef<Input>,
    /// The most that it takes, in characters.
    longest: usize,
    /// The id of what explains it.
    #[prop(optional, into)]
    described_by: Option<&'static str>,
    /// Called when it gets the focus.
    #[prop(optional, into)]
    on_focus: Option<Callback<()>>,
) -> impl IntoView {
    let kiosk = KioskState::get();
    view! {
        <label for=id>{label}</label>
        <input
            id=id
            type="text"
            autocomplete="off"
            spellcheck="false"
            maxlength=longest.to_string()
            aria-describedby=described_by
            inputmode=move || kiosk.shows_keyboard.get().then_some("none")
            node_ref=field
            prop:value=move || text.get()
            on:input:target=move |ev| text.set(ev.target().value())
            on:focus=move |_| {
                if let Some(on_focus) = on_focus {
                    on_focus.run(());
                }
            }
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str, capitals: bool, longest: usize) -> String {
        let mut text = String::new();
        keys.chars().for_each(|sign| Key::Sign(sign).press(&mut text, capitals, longest));
        text
    }

    #[test]
    fn names_begin_with_a_capital_and_addresses_do_not() {
        assert_eq!(typed("åsa öberg-ek", true, 60), "Åsa Öberg-Ek");
        assert_eq!(typed("a-b@c.se", false, 60), "a-b@c.se");
    }

    #[test]
    fn a_full_field_takes_no_more_and_what_was_typed_can_be_erased() {
        let mut text = typed("mora", true, 3);
        assert_eq!(text, "Mor");
        for _ in 0..4 {
            Key::Erase.press(&mut text, true, 3);
        }
        assert_eq!(text, "");
    }

    #[test]
    fn a_name_needs_no_digits_and_an_address_has_its_signs() {
        let has = |letters: Letters, sign| {
            letters.rows().iter().any(|row| row.contains(sign)) || letters.signs().contains(sign)
        };
        assert!(!has(Letters::Names, '1') && !has(Letters::Names, '@'));
        assert!(['1', '@', '.', '_', 'ö'].iter().all(|sign| has(Letters::Addresses, *sign)));
    }
}
