//! How far a submission has come, in one of three truths (waiting, not confirmed, received) or a refusal.

use crate::domain::submission::{Delivery, Trouble};
use crate::domain::text::Locale;
use crate::i18n::{refused, trouble, use_locale, words};
use crate::state::draft_store::{DraftStore, Saved};
use crate::state::outbox::Outbox;
use leptos::prelude::*;

/// What is said of a delivery. An empty text is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryWords {
    /// The class of the chip.
    class: &'static str,
    /// The state in a few words.
    name: &'static str,
    /// What it means and what can be done.
    text: String,
    /// Where the submission is kept while it is not received.
    kept: &'static str,
}

/// The words for a delivery. `is_sending`: whether an attempt is under way; `saved`: whether this device has stored it.
pub fn delivery_words(delivery: &Delivery, is_sending: bool, saved: Saved, locale: Locale) -> DeliveryWords {
    let w = words(locale);
    if is_sending {
        return DeliveryWords { class: "state-chip waiting", name: w.send_sending, text: String::new(), kept: "" };
    }
    let (class, name, text) = match delivery {
        Delivery::Received { .. } => ("state-chip received", w.receipt_received, w.receipt_next.to_string()),
        Delivery::Refused { status } => ("state-chip failed", w.receipt_refused, refused(locale, *status)),
        Delivery::Unconfirmed { trouble: t } => ("state-chip unconfirmed", w.receipt_unconfirmed, trouble(locale, *t)),
        Delivery::Waiting { trouble: t } => {
            let at_receiver = matches!(t, Some(Trouble::Busy(_) | Trouble::Closed(_)));
            let name = if at_receiver { w.receipt_waiting_busy } else { w.receipt_waiting };
            ("state-chip waiting", name, t.map(|t| trouble(locale, t)).unwrap_or_default())
        }
    };
    let kept = match saved {
        _ if !delivery.is_open() => "",
        Saved::Quick => w.save_quick,
        Saved::Shared => w.receipt_in_tab,
        _ => w.receipt_safe,
    };
    DeliveryWords { class, name, text, kept }
}

/// The state of a submission, announced when it changes: the status region and its paragraphs stay mounted, only their
/// texts change.
#[component]
pub fn DeliveryState(
    /// How far it has come.
    #[prop(into)]
    delivery: Signal<Delivery>,
    /// Its key.
    #[prop(into)]
    key: Signal<String>,
) -> impl IntoView {
    let (locale, outbox, store) = (use_locale(), Outbox::get(), DraftStore::get());
    let said = Memo::new(move |_| {
        let is_sending = key.with(|key| outbox.is_sending(key));
        delivery.with(|delivery| delivery_words(delivery, is_sending, store.saved.get(), locale))
    });
    view! {
        <div role="status">
            <p class=move || said.with(|s| s.class)>{move || said.with(|s| s.name)}</p>
            <p hidden=move || said.with(|s| s.text.is_empty())>{move || said.with(|s| s.text.clone())}</p>
            <p hidden=move || said.with(|s| s.kept.is_empty())>{move || said.with(|s| s.kept)}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SV: Locale = Locale::Sv;

    fn said(delivery: &Delivery) -> DeliveryWords {
        delivery_words(delivery, false, Saved::At(1), SV)
    }

    #[test]
    fn each_of_the_three_truths_has_a_name_of_its_own_and_says_where_the_submission_is_kept() {
        let w = words(SV);
        let unconfirmed = Delivery::Unconfirmed { trouble: Trouble::NoAnswer };
        let received = Delivery::Received { server_date: String::new(), at: 7 };
        let (waits, unsure, there) = (said(&Delivery::NEW), said(&unconfirmed), said(&received));
        assert_eq!((waits.name, waits.text.as_str(), waits.kept), (w.receipt_waiting, "", w.receipt_safe));
        assert_eq!((unsure.name, unsure.kept), (w.receipt_unconfirmed, w.receipt_safe));
        assert_eq!((there.name, there.text.as_str(), there.kept), (w.receipt_received, w.receipt_next, ""));
    }

    #[test]
    fn a_receiver_that_turns_it_away_is_not_called_a_missing_network() {
        let w = words(SV);
        for trouble in [Trouble::Busy(503), Trouble::Closed(404)] {
            assert_eq!(said(&Delivery::Waiting { trouble: Some(trouble) }).name, w.receipt_waiting_busy);
        }
        let offline = said(&Delivery::Waiting { trouble: Some(Trouble::NoNetwork) });
        assert_eq!(offline.name, w.receipt_waiting);
        let refused = said(&Delivery::Refused { status: 422 });
        assert_eq!((refused.name, refused.kept), (w.receipt_refused, ""));
        assert!(refused.text.contains("422"));
    }

    #[test]
    fn an_attempt_under_way_says_only_that_and_a_shared_computer_that_the_tab_holds_it() {
        let w = words(SV);
        let sending = delivery_words(&Delivery::NEW, true, Saved::At(1), SV);
        assert_eq!((sending.name, sending.text.as_str(), sending.kept), (w.send_sending, "", ""));
        assert_eq!(delivery_words(&Delivery::NEW, false, Saved::Shared, SV).kept, w.receipt_in_tab);
    }
}
