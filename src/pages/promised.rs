//! Whether the browser has promised to keep what is stored.

use crate::browser::quota;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether the browser has granted persistent storage. `false` until it answers; the texts for both are equally long,
/// so there is no layout shift.
pub fn use_promise_to_keep() -> ReadSignal<bool> {
    let (promised, set_promised) = signal(false);
    Effect::new(move |_| {
        spawn_local(async move {
            if quota::is_kept().await == Some(true) {
                set_promised.try_set(true);
            }
        });
    });
    promised
}
