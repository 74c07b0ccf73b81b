//! Choosing municipalities by typing: an input with a list of suggestions, after the ARIA combobox pattern.

use crate::browser::dom;
use crate::domain::award::{Municipality, find_municipalities, named_municipality};
use crate::i18n::{use_locale, words};
use crate::state::site::Site;
use crate::state::unsaved_input::use_unsaved;
use leptos::html;
use leptos::prelude::*;

/// The most suggestions shown: nobody reads more.
const SHOWN: usize = 8;

/// What is typed and suggested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Combobox {
    typed: String,
    suggestions: Vec<Municipality>,
    /// The index of the suggestion that the arrow keys have reached.
    active: Option<usize>,
    open: bool,
}

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pressed {
    /// Nothing: the browser does what it does with the key.
    Ignored,
    /// It opened or closed the list, or moved in it.
    Handled,
    /// It chose the suggestion with this index.
    Chosen(usize),
}

impl Combobox {
    fn set_text(&mut self, typed: String, suggestions: Vec<Municipality>) {
        let open = !typed.trim().is_empty();
        *self = Combobox { typed, suggestions, active: None, open };
    }

    fn close(&mut self) {
        (self.open, self.active) = (false, None);
    }

    /// Whether the list shows.
    fn is_listed(&self) -> bool {
        self.open && !self.suggestions.is_empty()
    }

    /// Whether it is to be said that nothing fits what is typed.
    fn is_in_vain(&self) -> bool {
        self.open && self.suggestions.is_empty()
    }

    /// Takes a suggestion out of the list, which ends what was typed.
    fn choose(&mut self, index: usize) -> Option<Municipality> {
        let chosen = self.suggestions.get(index).cloned();
        *self = Combobox::default();
        chosen
    }

    /// Moves by one suggestion, from the last to the first and back.
    fn step(&mut self, forward: bool) {
        let count = self.suggestions.len();
        self.open = count > 0;
        self.active = match self.active {
            _ if count == 0 => None,
            None if forward => Some(0),
            Some(index) if forward => Some((index + 1) % count),
            None | Some(0) => Some(count - 1),
            Some(index) => Some(index - 1),
        };
    }

    /// `named`: the municipality whose name is typed in full.
    fn press(&mut self, key: &str, named: Option<&Municipality>) -> Pressed {
        match key {
            "ArrowDown" => self.step(true),
            "ArrowUp" => self.step(false),
            "Escape" if self.open => self.close(),
            "Enter" if self.open => {
                let position = named.and_then(|named| self.suggestions.iter().position(|m| m == named));
                let only = (self.suggestions.len() == 1).then_some(0);
                return self.active.or(position).or(only).map_or(Pressed::Ignored, Pressed::Chosen);
            }
            _ => return Pressed::Ignored,
        }
        Pressed::Handled
    }
}

/// A field for choosing one or more municipalities. There is one on a page.
#[component]
pub fn MunicipalityPicker(
    /// The chosen ones, in the order chosen.
    chosen: RwSignal<Vec<Municipality>>,
) -> impl IntoView {
    let (site, w) = (Site::get(), words(use_locale()));
    let combobox = RwSignal::new(Combobox::default());
    let input = NodeRef::<html::Input>::new();
    use_unsaved("municipality", Signal::derive(move || combobox.with(|c| !c.typed.is_empty())));
    let add = move |municipality: Municipality| {
        site.say(&municipality.name);
        chosen.try_update(|all| all.push(municipality));
    };
    let choose = move |index: usize| {
        if let Some(municipality) = combobox.try_update(|c| c.choose(index)).flatten() {
            add(municipality);
        }
    };
    let named = move || {
        let typed = combobox.try_with_untracked(|c| c.typed.clone())?;
        chosen
            .try_with_untracked(|c| site.municipalities.with_value(|all| named_municipality(all, c, &typed)))
            .flatten()
    };
    let type_in = move |typed: String| {
        let found =
            chosen.with_untracked(|c| site.municipalities.with_value(|all| find_municipalities(all, c, &typed, SHOWN)));
        combobox.update(|c| c.set_text(typed, found));
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        let named = named();
        let pressed = combobox.try_update(|c| c.press(&event.key(), named.as_ref())).unwrap_or(Pressed::Ignored);
        if pressed != Pressed::Ignored {
            event.prevent_default();
        }
        if let Pressed::Chosen(index) = pressed {
            choose(index);
        }
    };
    // A name that was typed in full is chosen, whether or not the list was used. Unmounting a focused field fires
    // `blur` too, when its signals may be disposed.
    let leave = move |_| {
        let named = named();
        combobox.try_update(|c| if named.is_some() { *c = Combobox::default() } else { c.close() });
        if let Some(municipality) = named {
            add(municipality);
        }
    };
    view! {
        <div class="field">
            <label for="municipality">{w.start_who}</label>
            <p class="hint" id="municipality-hint">{w.start_who_hint}</p>
            <div class="combo">
                <input id="municipality" type="text" role="combobox" autocomplete="off" autocapitalize="words" spellcheck="false"
                    aria-autocomplete="list" aria-controls="municipality-list" aria-describedby="municipality-hint"
                    aria-expanded=move || combobox.with(Combobox::is_listed).to_string()
                    aria-activedescendant=move || combobox.with(|c| c.active).map(|index| format!("municipality-{index}"))
                    prop:value=move || combobox.with(|c| c.typed.clone()) node_ref=input
                    on:input:target=move |event| type_in(event.target().value()) on:keydown=press on:focusout=leave/>
                <Suggestions combobox on_choose=choose/>
                <p class="hint" id="municipality-none" role="status">
                    {move || if combobox.with(Combobox::is_in_vain) { w.start_no_match } else { "" }}
                </p>
            </div>
            <Chips chosen on_remove=move || if let Some(input) = input.get_untracked() { dom::focus(&input); }/>
        </div>
    }
}

/// The list of suggestions. Always rendered, so that the id in the input's `aria-controls` exists.
#[component]
fn Suggestions(
    /// What is typed and suggested.
    combobox: RwSignal<Combobox>,
    /// Called with the index of the suggestion that was chosen by a click.
    on_choose: impl Fn(usize) + Copy + Send + 'static,
) -> impl IntoView {
    let option = move |index: ReadSignal<usize>, municipality: Municipality| {
        let is_active = move || combobox.with(|c| c.active == Some(index.get()));
        view! {
            // By default mousedown would move the focus from the input.
            <li id=move || format!("municipality-{}", index.get()) role="option" aria-selected=move || is_active().to_string()
                on:mousedown=|event| event.prevent_default() on:click=move |_| on_choose(index.get_untracked())>
                {municipality.name}
            </li>
        }
    };
    view! {
        <ul id="municipality-list" class="options" role="listbox" aria-label=words(use_locale()).start_who
            hidden=move || !combobox.with(Combobox::is_listed)>
            <ForEnumerate each=move || combobox.with(|c| c.suggestions.clone()) key=|m| m.code.clone() children=option/>
        </ul>
    }
}

/// The chosen municipalities, each a button that takes it back.
#[component]
fn Chips(
    /// The chosen ones.
    chosen: RwSignal<Vec<Municipality>>,
    /// Called after one was taken back: its button is gone, so the focus must move.
    on_remove: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let w = words(use_locale());
    let chip = move |municipality: Municipality| {
        let Municipality { code, name } = municipality;
        let remove = move |_| {
            chosen.update(|all| all.retain(|m| m.code != code));
            on_remove();
        };
        view! {
            <li>
                <button type="button" on:click=remove>
                    {name}" "<span aria-hidden="true">"×"</span><span class="vh">{w.start_remove}</span>
                </button>
            </li>
        }
    };
    view! {
        <ul id="municipality-chosen" class="chips" aria-label=w.start_chosen hidden=move || chosen.with(Vec::is_empty)>
            <For each=move || chosen.get() key=|m| m.code.clone() children=chip/>
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggesting(typed: &str, names: &[&str]) -> Combobox {
        let named = |(index, name): (usize, &&str)| Municipality { code: index.to_string(), name: (*name).to_string() };
        let mut combobox = Combobox::default();
        combobox.set_text(typed.into(), names.iter().enumerate().map(named).collect());
        combobox
    }

    #[test]
    fn the_arrow_keys_go_round() {
        let mut combobox = suggesting("mo", &["Mora", "Motala", "Krokom"]);
        let mut reached = |key: &str| {
            assert_eq!(combobox.press(key, None), Pressed::Handled);
            combobox.active
        };
        assert_eq!(["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown"].map(&mut reached), [0, 1, 2, 0].map(Some));
        assert_eq!(["ArrowUp", "ArrowUp"].map(&mut reached), [Some(2), Some(1)]);
        assert_eq!(suggesting("mo", &["Mora", "Motala"]).tap("ArrowUp").active, Some(1));
    }

    #[test]
    fn enter_chooses_the_active_one_or_the_one_named_or_the_only_one() {
        assert_eq!(suggesting("mo", &["Mora", "Motala"]).press("Enter", None), Pressed::Ignored);
        assert_eq!(suggesting("mo", &["Mora", "Motala"]).tap("ArrowDown").press("Enter", None), Pressed::Chosen(0));
        let mut combobox = suggesting("mora", &["Mora", "Morab"]);
        let named = combobox.suggestions.first().cloned();
        assert_eq!(combobox.press("Enter", named.as_ref()), Pressed::Chosen(0));
        assert_eq!(combobox.choose(0).map(|m| m.name).as_deref(), Some("Mora"));
        assert_eq!(combobox, Combobox::default());
        assert_eq!(suggesting("motal", &["Motala"]).press("Enter", None), Pressed::Chosen(0));
        // Nothing is open: the form may be submitted.
        assert_eq!(Combobox::default().press("Enter", None), Pressed::Ignored);
    }

    #[test]
    fn escape_closes_the_list_and_keeps_the_text() {
        let mut combobox = suggesting("mo", &["Mora"]);
        assert_eq!(combobox.press("Escape", None), Pressed::Handled);
        assert_eq!((combobox.is_listed(), combobox.typed.as_str()), (false, "mo"));
        assert_eq!(combobox.press("Escape", None), Pressed::Ignored);
    }

    #[test]
    fn nothing_fits_only_where_something_is_typed() {
        assert!(suggesting("xyz", &[]).is_in_vain());
        assert!(!suggesting("  ", &[]).is_in_vain() && !suggesting("mo", &["Mora"]).is_in_vain());
    }

    impl Combobox {
        fn tap(mut self, key: &str) -> Combobox {
            self.press(key, None);
            self
        }
    }
}
