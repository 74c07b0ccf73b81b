//! Being invited to answer: what the link says, a role to choose, and the way to the statements.

use crate::browser::page;
use crate::components::heading::PageHeading;
use crate::components::link::assess_href;
use crate::domain::draft::{DraftId, Field, Name, instrument_word};
use crate::domain::instrument::Instrument;
use crate::domain::invitation::Invitation;
use crate::i18n::{keeping, list, respondents as texts, use_locale, words};
use crate::route::Assess;
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::state::unsaved_input::use_unsaved;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use std::sync::Arc;

/// What the address says of an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Invited {
    /// The page is being prerendered: the address comes with a browser.
    Unknown,
    /// There is no invitation in it, or not all of one.
    Incomplete,
    /// It is for another questionnaire than the one that is here.
    OtherInstrument(Invitation),
    /// It can be answered.
    Open(Invitation),
}

/// Reads what stands after `#` in the address. `None` where there is no browser.
fn invited(fragment: Option<&str>, instrument: &Instrument) -> Invited {
    let Some(fragment) = fragment else { return Invited::Unknown };
    match Invitation::parse(fragment) {
        None => Invited::Incomplete,
        Some(invitation) if invitation.instrument != instrument_word(&instrument.reference) => {
            Invited::OtherInstrument(invitation)
        }
        Some(invitation) => Invited::Open(invitation),
    }
}

/// The fields of the draft that an answer to an invitation begins with.
fn fields(invitation: &Invitation, group: &str, name: &str) -> [(Name, String); 5] {
    [
        (Field::For, invitation.to.as_str()),
        (Field::Municipalities, &invitation.municipalities),
        (Field::Organisation, &invitation.organisation),
        (Field::Group, group),
        (Field::Respondent, name.trim()),
    ]
    .map(|(field, value)| (Name::Field(field), value.to_string()))
}

/// The answer to the measurement of this origin that has been begun on this device.
fn begun(store: DraftStore, origin: &str) -> Option<DraftId> {
    let answers = |id: &DraftId| store.draft(id).is_some_and(|draft| draft.field(Field::For) == origin);
    store.drafts().into_iter().find(answers)
}

/// The page.
#[component]
pub fn InvitedPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let locale = use_locale();
    let (k, r) = (keeping(locale), texts(locale));
    // Following another invitation in the same tab changes only the fragment.
    let hash = use_location().hash;
    let invited = Memo::new(move |_| {
        let fragment = (!cfg!(feature = "ssr")).then(|| {
            // `read`, not `track`: a lazy memo that is never read is never computed, and so never notifies.
            hash.read();
            page::fragment()
        });
        invited(fragment.as_deref(), &instrument)
    });
    let content = move || match invited.get() {
        Invited::Unknown => view! { <p class="coming" role="status">{words(locale).result_coming}</p> }.into_any(),
        Invited::Incomplete => view! { <p class="note warn">{r.not_whole}</p> }.into_any(),
        Invited::OtherInstrument(invitation) => view! {
            <div class="card stack new-draft">
                <About invitation/>
                <p class="note warn">{r.other_version}</p>
            </div>
        }
        .into_any(),
        Invited::Open(invitation) => view! { <InvitationForm invitation/> }.into_any(),
    };
    view! {
        <PageHeading>{k.invited_title}</PageHeading>
        <p class="lead">{k.invited_text}</p>
        <div id="invitation" class="room">{content}</div>
    }
    .into_any()
}

/// Whom it is about.
#[component]
fn About(
    /// The invitation.
    invitation: Invitation,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <dl class="pairs">
            <div>
                <dt>{texts(locale).invited}</dt>
                <dd>{list(locale, &invitation.organisations())}</dd>
            </div>
        </dl>
    }
}

/// The form to begin an answer with, and the way on with one that has been begun.
#[component]
fn InvitationForm(
    /// The invitation.
    invitation: Invitation,
) -> impl IntoView {
    let (draft, store, locale) = (CurrentDraft::get(), DraftStore::get(), use_locale());
    let (r, navigate) = (texts(locale), use_navigate());
    let (group, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let shared = RwSignal::new(false);
    use_unsaved("your-name", Signal::derive(move || !name.read().is_empty()));
    let begun = {
        let origin = invitation.to.clone();
        Memo::new(move |_| {
            store.read.track();
            begun(store, &origin)
        })
    };
    let overview = move |id: &DraftId| assess_href(&Assess::Overview, Some(id), locale);
    let go_on = move || begun.get().map(|id| view! { <p><a class="btn" href=overview(&id)>{r.go_on}</a></p> });
    let groups: Vec<String> = invitation.groups().into_iter().map(str::to_string).collect();
    let begin = {
        let invitation = invitation.clone();
        move || {
            store.share(shared.get_untracked());
            draft.open(None);
            let id = draft.begin();
            draft.write_all(fields(&invitation, &group.read_untracked(), &name.read_untracked()));
            navigate(&overview(&id), NavigateOptions::default());
        }
    };
    view! {
        <form
            class="card stack new-draft"
            novalidate
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                begin();
            }
        >
            <About invitation/>
            {go_on}
            {(!groups.is_empty()).then(|| view! { <Groups groups chosen=group/> })}
            <NameField name/>
            <SharedField shared/>
            <p>
                <button class=move || if begun.read().is_some() { "btn quiet" } else { "btn" } type="submit" id="begin">
                    {r.begin}
                </button>
            </p>
        </form>
    }
    .into_any()
}

/// The groups to choose from.
#[component]
fn Groups(
    /// Their names.
    groups: Vec<String>,
    /// The one chosen; empty for none.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let choices = (0..).zip(groups).map(|(number, group): (u32, String)| {
        let choose = {
            let group = group.clone();
            move |_| chosen.set(group.clone())
        };
        view! {
            <label class="check">
                <input type="radio" name="group" id=format!("group-{number}") value=group.clone() on:change=choose/>
                <span>{group}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{texts(use_locale()).your_group}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}

/// The name, for those who want to give it.
#[component]
fn NameField(
    /// What has been entered.
    name: RwSignal<String>,
) -> impl IntoView {
    let r = texts(use_locale());
    view! {
        <div class="field">
            <label for="your-name">{r.your_name}</label>
            <p class="hint" id="your-name-hint">{r.your_name_hint}</p>
            <input
                id="your-name"
                type="text"
                maxlength="120"
                aria-describedby="your-name-hint"
                on:input=move |event| name.set(event_target_value(&event))
            />
        </div>
    }
}

/// Whether this is a shared computer.
#[component]
fn SharedField(
    /// Whether it is.
    shared: RwSignal<bool>,
) -> impl IntoView {
    let r = texts(use_locale());
    view! {
        <div class="field">
            <label class="check">
                <input
                    type="checkbox"
                    id="shared"
                    aria-describedby="shared-hint"
                    on:change=move |event| shared.set(event_target_checked(&event))
                />
                <span>{r.shared}</span>
            </label>
            <p class="hint" id="shared-hint">{r.shared_hint}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::instrument::parse;

    fn instrument() -> Instrument {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the questionnaire");
        parse(&file, "abc").expect("a good one")
    }

    #[test]
    fn an_invitation_is_whole_and_for_this_questionnaire_or_says_why_not() {
        let instrument = instrument();
        let invitation = Invitation {
            to: "100-m".into(),
            municipalities: "0120 Värmdö;2062 Mora".into(),
            organisation: "Ett förbund".into(),
            instrument: instrument_word(&instrument.reference),
            ..Invitation::default()
        };
        let read = |fragment: &str| invited(Some(fragment), &instrument);
        assert_eq!(read(&invitation.fragment()), Invited::Open(invitation.clone()));
        assert_eq!(invitation.organisations(), ["Värmdö", "Mora", "Ett förbund"]);
        let other = Invitation { instrument: "annat/1/x".into(), ..invitation };
        assert_eq!(read(&other.fragment()), Invited::OtherInstrument(other.clone()));
        assert_eq!([read(""), read("bjud-in&till=")], [Invited::Incomplete, Invited::Incomplete]);
        assert_eq!(invited(None, &instrument), Invited::Unknown);
    }

    #[test]
    fn an_answer_begins_with_what_the_invitation_says_and_a_name_without_blanks_around_it() {
        let invitation = Invitation { to: "100-m".into(), ..Invitation::default() };
        let fields = fields(&invitation, "Skola", "  Åsa ");
        assert_eq!(fields[0], (Name::Field(Field::For), "100-m".into()));
        assert_eq!(fields[3], (Name::Field(Field::Group), "Skola".into()));
        assert_eq!(fields[4], (Name::Field(Field::Respondent), "Åsa".into()));
    }
}
