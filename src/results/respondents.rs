//! That the answers of others do not count, where they are too few.

use super::Found;
use crate::i18n::too_few;
use crate::strings::html::Html;

/// That the answers of others do not count, where they are too few.
pub(super) fn uncounted(found: &Found<'_>) -> Html {
    let mut h = Html::new();
    if found.counted.len() < found.handed.len() {
        let why = too_few(found.locale, found.handed.len(), found.instrument.rules.minimum_group);
        h.el("p", &[("class", "note"), ("id", "raknas-inte")], &why);
    }
    h
}
