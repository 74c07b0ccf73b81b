//! What a record is about. The words are stored, so they never change; new ones may be added.

/// What a record is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// The answer to a statement, by its id.
    Answer(String),
    /// The comment on a statement, by its id.
    Comment(String),
    /// The sheet of another respondent, by the origin of the draft it came from, see
    /// [`Respondent`](crate::domain::respondents::Respondent).
    Sheet(String),
    /// The group that whoever measures has put such a sheet in, by the same origin, see
    /// [`given_group`](crate::domain::respondents::given_group).
    Group(String),
    /// A part of the plan for a category or statement, by its id.
    Plan(PlanPart, String),
    /// Another measurement to compare with, see [`Baseline`](crate::domain::baseline::Baseline).
    Baseline(String),
    /// A field of the draft itself.
    Field(Field),
}

/// A part of what is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanPart {
    /// The score to reach, in whole percent 0–100.
    Target,
    /// What is to be done.
    Action,
    /// The role that answers for it.
    Owner,
    /// The day when it is to be done: `2027-06-30`.
    Date,
}

impl PlanPart {
    /// Every part, with the word it is stored under.
    pub const ALL: [(PlanPart, &'static str); 4] = [
        (PlanPart::Target, "mal"),
        (PlanPart::Action, "atgard"),
        (PlanPart::Owner, "ansvar"),
        (PlanPart::Date, "datum"),
    ];

    /// The word it is stored under.
    pub fn word(self) -> &'static str {
        PlanPart::ALL.iter().find(|(part, _)| *part == self).map_or("", |(_, word)| word)
    }

    /// Reads [`word`](Self::word) back.
    pub fn parse(word: &str) -> Option<PlanPart> {
        PlanPart::ALL.iter().find(|(_, w)| *w == word).map(|(part, _)| *part)
    }
}

/// A field of the draft itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The municipalities, as `2062 Mora;2034 Orsa`.
    Municipalities,
    /// The name of an organisation that is not a municipality.
    Organisation,
    /// When the draft was begun: milliseconds since 1970, UTC.
    Created,
    /// When it last changed: milliseconds since 1970, UTC. To show, never to decide by.
    Changed,
    /// The instrument it was begun with, see [`instrument_word`](super::instrument_word).
    Instrument,
    /// The id of the category where the person last was.
    Place,
    /// The contact person's name.
    ContactName,
    /// The contact person's role.
    ContactRole,
    /// The contact person's e-mail address.
    ContactEmail,
    /// The key of the last submission made from this draft.
    Submission,
    /// What the draft is called, where somebody has named it.
    Name,
    /// When it was last saved as a file: milliseconds since 1970, UTC.
    Backup,
    /// In a measurement: the groups that its respondents choose from, one a line.
    Groups,
    /// In a measurement: how many respondents are expected.
    Expected,
    /// In a respondent's draft: the origin of the measurement it is for.
    For,
    /// In a respondent's draft: the group chosen.
    Group,
    /// In a respondent's draft: the name given, if any.
    Respondent,
    /// Not empty in an example with invented answers, which is never sent.
    Example,
    /// The lowest version of this format that may write it. Nothing writes it yet: a newer version of the site would.
    Requires,
}

impl Field {
    /// Every field, with the word it is stored under.
    pub const ALL: [(Field, &'static str); 19] = [
        (Field::Municipalities, "kommuner"),
        (Field::Organisation, "organisation"),
        (Field::Created, "skapad"),
        (Field::Changed, "andrad"),
        (Field::Instrument, "instrument"),
        (Field::Place, "plats"),
        (Field::ContactName, "kontakt-namn"),
        (Field::ContactRole, "kontakt-roll"),
        (Field::ContactEmail, "kontakt-epost"),
        (Field::Submission, "inskick"),
        (Field::Name, "namn"),
        (Field::Backup, "fil"),
        (Field::Groups, "grupper"),
        (Field::Expected, "vantade"),
        (Field::For, "svarar-till"),
        (Field::Group, "grupp"),
        (Field::Respondent, "svarande"),
        (Field::Example, "exempel"),
        (Field::Requires, "kraver"),
    ];
}

impl Name {
    /// The stored word: `a/<statement>`, `k/<statement>`, `s/<draft>`, `g/<draft>`, `p/<part>.<id>`, `b/<baseline>` or
    /// `f/<field>`.
    pub fn word(&self) -> String {
        match self {
            Name::Answer(id) => ["a/", id].concat(),
            Name::Comment(id) => ["k/", id].concat(),
            Name::Sheet(id) => ["s/", id].concat(),
            Name::Group(id) => ["g/", id].concat(),
            Name::Plan(part, id) => ["p/", part.word(), ".", id].concat(),
            Name::Baseline(id) => ["b/", id].concat(),
            Name::Field(field) => {
                let word = Field::ALL.iter().find(|(f, _)| f == field).map_or("", |(_, w)| w);
                ["f/", word].concat()
            }
        }
    }

    /// Reads a stored word. `None` for one of another kind or a field of a newer version.
    pub fn parse(word: &str) -> Option<Name> {
        let (kind, rest) = word.split_once('/')?;
        if rest.is_empty() || rest.len() > 80 {
            return None;
        }
        match kind {
            "a" => Some(Name::Answer(rest.into())),
            "k" => Some(Name::Comment(rest.into())),
            "s" => Some(Name::Sheet(rest.into())),
            "g" => Some(Name::Group(rest.into())),
            "p" => {
                let (part, id) = rest.split_once('.').filter(|(_, id)| !id.is_empty())?;
                Some(Name::Plan(PlanPart::parse(part)?, id.into()))
            }
            "b" => Some(Name::Baseline(rest.into())),
            "f" => Field::ALL.iter().find(|(_, w)| *w == rest).map(|(f, _)| Name::Field(*f)),
            _ => None,
        }
    }
}

/// Drafts with everything that one can hold, for tests.
#[cfg(test)]
pub mod generated {
    use super::*;
    use crate::domain::draft::{Draft, DraftId};
    use proptest::prelude::*;

    /// The id of a statement or category, now and then one that the questionnaire has.
    fn id() -> impl Strategy<Value = String> {
        prop_oneof![3 => "[a-z_0-9]{1,12}", 1 => "skugg_it|kultur|teknik|innovation"]
    }

    /// A name of any kind.
    pub fn name() -> impl Strategy<Value = Name> {
        prop_oneof![
            id().prop_map(Name::Answer),
            id().prop_map(Name::Comment),
            "[0-9]{1,13}-[a-z0-9]{1,6}".prop_map(Name::Sheet),
            "[0-9]{1,13}-[a-z0-9]{1,6}".prop_map(Name::Group),
            (0..PlanPart::ALL.len(), id()).prop_map(|(part, id)| Name::Plan(PlanPart::ALL[part].0, id)),
            "[0-9a-z.-]{1,30}".prop_map(Name::Baseline),
            (0..Field::ALL.len()).prop_map(|field| Name::Field(Field::ALL[field].0)),
        ]
    }

    /// Any text, also such as a page or a file is made of.
    pub fn value() -> impl Strategy<Value = String> {
        let awkward = "dimios-utkast|<pre hidden id=\"dimios-utkast\">|id=dimios-utkast>\\{\"|&amp;lt;|</pre>|dimios-draft/2|2062 Mora;0120 x";
        let sheet = ("[1-6]|vet_ej", "(?s).{0,20}", any::<u32>()).prop_map(|(answer, name, t)| {
            let name = serde_json::to_string(&name).unwrap_or_default();
            format!("{{\"a\":[[\"skugg_it\",\"{answer}\"]],\"k\":[],\"g\":{name},\"n\":{name},\"t\":{t}}}")
        });
        prop_oneof![4 => "(?s).{0,60}", 2 => "[1-6]", 2 => awkward, 1 => sheet]
    }

    /// A draft with any of it, written by any tabs.
    pub fn draft() -> impl Strategy<Value = Draft> {
        proptest::collection::vec((name(), value(), "[a-z0-9]{1,8}"), 0..40).prop_map(|writes| {
            let mut draft = Draft::new(DraftId::parse("draft-1").expect("good id"));
            for (name, value, tab) in writes {
                draft.write(name, &value, &tab);
            }
            draft
        })
    }

    /// All that a file keeps of a draft.
    pub fn known(draft: &Draft) -> Vec<(Name, String, u64, String)> {
        draft.records().map(|(n, r)| (n.clone(), r.value.clone(), r.clock, r.tab.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back() {
        let fields = Field::ALL.iter().map(|(f, _)| Name::Field(*f));
        let plan = PlanPart::ALL.iter().map(|(part, _)| Name::Plan(*part, "teknik".into()));
        let others = [Name::Answer("skugg_it".into()), Name::Comment("x".into()), Name::Sheet("k3f9-x2".into())];
        let others = others.into_iter().chain([Name::Group("k3f9-x2".into()), Name::Baseline("100-m.200".into())]);
        for name in fields.chain(plan).chain(others) {
            assert_eq!(Name::parse(&name.word()), Some(name.clone()));
        }
    }

    #[test]
    fn foreign_words_are_refused() {
        for word in [
            "",
            "a",
            "a/",
            "c/x",
            "f/okand",
            "p/mal",
            "p/mal.",
            "p/x.y",
            "s/",
            "g/",
            "plats",
            &["a/", &"x".repeat(99)].concat(),
        ] {
            assert_eq!(Name::parse(word), None, "{word}");
        }
    }
}
