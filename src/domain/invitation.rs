//! An invitation to answer: what a respondent's device needs to know, in the fragment of a link. The browser never sends
//! that to a server, and it holds no answers.

use super::draft::{Draft, Field, organisations};

/// The longest fragment that is read, in bytes.
const LIMIT: usize = 8 * 1024;
/// What the fragment begins with.
const START: &str = "bjud-in&";

/// What an invitation says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Invitation {
    /// The origin of the measurement, see [`Draft::origin`].
    pub to: String,
    /// The municipalities, in the form of [`Field::Municipalities`].
    pub municipalities: String,
    /// Another organisation.
    pub organisation: String,
    /// The groups to choose from, one a line.
    pub groups: String,
    /// The questionnaire, in the form of [`Field::Instrument`].
    pub instrument: String,
}

impl Invitation {
    /// The invitation to a measurement, with the questionnaire that it uses.
    pub fn to(draft: &Draft, instrument: &str) -> Invitation {
        Invitation {
            to: draft.origin(),
            municipalities: draft.field(Field::Municipalities).into(),
            organisation: draft.field(Field::Organisation).into(),
            groups: draft.field(Field::Groups).into(),
            instrument: instrument.into(),
        }
    }

    /// The fragment of the link, without `#`.
    pub fn fragment(&self) -> String {
        let mut fragment = START.to_string();
        for (key, value) in [
            ("till", &self.to),
            ("kommuner", &self.municipalities),
            ("organisation", &self.organisation),
            ("grupper", &self.groups),
            ("formular", &self.instrument),
        ] {
            if !value.is_empty() {
                fragment.push_str(&[key, "=", &escape(value), "&"].concat());
            }
        }
        fragment.truncate(fragment.len() - 1);
        fragment
    }

    /// Reads a fragment. `None` for one that is no invitation; parts of a newer version are left out.
    pub fn parse(fragment: &str) -> Option<Invitation> {
        if fragment.len() > LIMIT {
            return None;
        }
        let mut invitation = Invitation::default();
        for part in fragment.strip_prefix(START)?.split('&') {
            let (key, value) = part.split_once('=')?;
            let value = unescape(value)?;
            match key {
                "till" => invitation.to = value,
                "kommuner" => invitation.municipalities = value,
                "organisation" => invitation.organisation = value,
                "grupper" => invitation.groups = value,
                "formular" => invitation.instrument = value,
                _ => {}
            }
        }
        (!invitation.to.is_empty()).then_some(invitation)
    }

    /// The names of those whom the measurement is about.
    pub fn organisations(&self) -> Vec<&str> {
        organisations(&self.municipalities, &self.organisation).into_iter().map(|(_, name)| name).collect()
    }

    /// The groups to choose from.
    pub fn groups(&self) -> Vec<&str> {
        groups(&self.groups)
    }
}

/// The groups of a list with one a line: each once, without empty ones.
pub fn groups(lines: &str) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !groups.contains(&line) {
            groups.push(line);
        }
    }
    groups
}

/// Bytes other than letters, digits and a few marks as `%C3`.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push('%');
            for digit in [byte >> 4, byte & 15] {
                escaped.extend(char::from_digit(u32::from(digit), 16));
            }
        }
    }
    escaped
}

fn unescape(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut plain = Vec::new();
    while let Some(byte) = bytes.next() {
        let mut digit = || char::from(bytes.next()?).to_digit(16);
        let byte = if byte == b'%' { u8::try_from(digit()? * 16 + digit()?).ok()? } else { byte };
        plain.push(byte);
    }
    String::from_utf8(plain).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_link_says_what_was_put_into_it(to in "[a-z0-9-]{1,20}", groups in ".{0,80}", organisation in any::<String>()) {
            let invitation = Invitation { to, groups, organisation, ..Invitation::default() };
            let fragment = invitation.fragment();
            prop_assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/%=&".contains(&b)));
            prop_assert_eq!(Invitation::parse(&fragment), Some(invitation));
        }

        #[test]
        fn any_fragment_is_read_or_refused(text in ".{0,200}") {
            let _ = Invitation::parse(&text);
            let _ = Invitation::parse(&[START, &text].concat());
        }
    }

    #[test]
    fn what_is_no_invitation_is_refused() {
        for text in
            ["", "bjud-in&", "bjud-in&till=", "bjud-in&till=%C3", "bjud-in&till=%zz", "x&till=a", "bjud-in&till"]
        {
            assert_eq!(Invitation::parse(text), None, "{text}");
        }
        assert_eq!(Invitation::parse("bjud-in&till=a&nytt=b").map(|i| i.to), Some("a".into()));
        assert_eq!(Invitation::parse(&["bjud-in&till=", &"a".repeat(LIMIT)].concat()), None);
        assert_eq!(groups(" Skola \n\nVård\nSkola"), ["Skola", "Vård"]);
    }
}
