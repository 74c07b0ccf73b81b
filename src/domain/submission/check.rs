//! Validation before a draft can be sent. All problems are returned together.

use super::delivery::MAX_BYTES;
use super::format::{
    AnswerV1, ContactV1, CountV1, InstrumentV1, NamedScoreV1, OrganisationV1, PlanV1, SCHEMA, ScoreV1, ScoresV1,
    SheetV1, SubmissionV1, TallyV1,
};
use crate::domain::answers::Answer;
use crate::domain::draft::{Draft, Field, Name, PlanPart};
use crate::domain::instrument::Instrument;
use crate::domain::plan::{self, Line};
use crate::domain::respondents::{counted, respondents};
use crate::domain::scoring::{Measure, report};
use crate::domain::sheet::Sheet;

/// Something that must be there before a draft can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The answers: it is an example with invented ones, which is never sent.
    Example,
    /// No municipality and no other organisation.
    Organisation,
    /// The statement with this index has no answer; *vet ej* is one.
    Answer(usize),
    /// The contact person's name.
    ContactName,
    /// The contact person's role.
    ContactRole,
    /// The contact person's e-mail address.
    ContactEmail,
    /// There is an e-mail address, but it lacks what every address has.
    ContactEmailForm,
}

/// The proof that a draft holds all that a submission needs. Only [`check`] makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadyToSend(SubmissionV1);

impl ReadyToSend {
    /// What will be sent, but for id and time.
    pub fn preview(&self) -> &SubmissionV1 {
        &self.0
    }

    pub(super) fn into_submission(self) -> SubmissionV1 {
        self.0
    }
}

/// What goes along only if it was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Along {
    /// The comments.
    pub comments: bool,
    /// The plan.
    pub plan: bool,
}

/// Everything that a draft lacks before it can be sent, in the order in which it is asked for.
pub fn missing(draft: &Draft, instrument: &Instrument) -> Vec<Missing> {
    if !draft.field(Field::Example).is_empty() {
        return vec![Missing::Example];
    }
    let mut missing = Vec::new();
    if draft.organisations().is_empty() {
        missing.push(Missing::Organisation);
    }
    // With others' answers, one's own are one sheet among them, whole or not.
    let (own, handed) = (draft.sheet(instrument), counted(respondents(draft, instrument), instrument));
    let open = (0..instrument.statements.len()).filter(|i| handed.is_empty() && !own.get(*i).is_answered());
    missing.extend(open.map(Missing::Answer));
    let contact = [
        (Field::ContactName, Missing::ContactName),
        (Field::ContactRole, Missing::ContactRole),
        (Field::ContactEmail, Missing::ContactEmail),
    ];
    missing
        .extend(contact.into_iter().filter(|(field, _)| draft.field(*field).trim().is_empty()).map(|(_, kind)| kind));
    let email = draft.field(Field::ContactEmail).trim();
    if !email.is_empty() && !looks_like_email(email) {
        missing.push(Missing::ContactEmailForm);
    }
    missing
}

/// Checks a draft.
///
/// # Errors
/// Everything that is [`missing`].
pub fn check(draft: &Draft, instrument: &Instrument, along: Along) -> Result<ReadyToSend, Vec<Missing>> {
    let missing = missing(draft, instrument);
    if !missing.is_empty() {
        return Err(missing);
    }
    let (own, handed) = (draft.sheet(instrument), counted(respondents(draft, instrument), instrument));
    let organisation =
        |(code, name): (Option<&str>, &str)| OrganisationV1 { code: code.map(str::to_string), name: name.to_string() };
    let contact = |field| draft.field(field).trim().to_string();
    let own_comments = instrument.statements.iter().enumerate().map(|(i, s)| (i, draft.comment(&s.id).to_string()));
    let mut all: Vec<(Sheet, Vec<(usize, String)>)> = Vec::new();
    if own.answered() > 0 {
        all.push((own, own_comments.collect()));
    }
    all.extend(handed.into_iter().map(|r| (r.sheet, r.comments)));
    let sheets: Vec<Sheet> = all.iter().map(|(sheet, _)| sheet.clone()).collect();
    let sent = |(sheet, comments): &(Sheet, Vec<(usize, String)>)| sent(instrument, sheet, comments, along.comments);
    let reference = &instrument.reference;
    let mut submission = SubmissionV1 {
        contact: ContactV1 {
            email: contact(Field::ContactEmail),
            name: contact(Field::ContactName),
            role: contact(Field::ContactRole),
        },
        created: String::new(),
        id: String::new(),
        instrument: InstrumentV1 {
            id: reference.id.clone(),
            sha256: reference.sha256.clone(),
            version: reference.version,
        },
        organisations: draft.organisations().into_iter().map(organisation).collect(),
        plan: if along.plan { plan(draft, instrument) } else { Vec::new() },
        respondents: None,
        schema: SCHEMA.to_string(),
        scores: scores(instrument, &sheets),
        sheets: all.iter().map(sent).collect(),
        supersedes: Some(draft.field(Field::Submission)).filter(|k| !k.is_empty()).map(str::to_string),
        tally: Vec::new(),
    };
    // Sheets with comments are never replaced by a tally: the sender has to leave some out.
    if !along.comments && weight(&submission) > ROOM {
        submission.respondents = u32::try_from(submission.sheets.len()).ok();
        submission.tally = instrument.statements.iter().map(|s| tally(&submission, instrument, &s.id)).collect();
        submission.sheets = Vec::new();
    }
    Ok(ReadyToSend(submission))
}

/// How many bytes sheets may take: what a receiver takes, less room for everything else.
const ROOM: usize = MAX_BYTES - 32 * 1024;

/// About how many bytes the sheets take.
fn weight(submission: &SubmissionV1) -> usize {
    let answers = submission.sheets.iter().flat_map(|s| &s.answers);
    answers.map(|a| a.answer.len() + a.statement.len() + r#"{"answer":"","statement":""},"#.len()).sum()
}

fn tally(submission: &SubmissionV1, instrument: &Instrument, statement: &str) -> TallyV1 {
    let count = |answer: Answer| {
        let count = u32::try_from(submission.count(statement, answer.word())).unwrap_or(0);
        CountV1 { answer: answer.word().to_string(), count }
    };
    let answers = instrument.answers().map(count).filter(|given| given.count > 0).collect();
    TallyV1 { answers, statement: statement.to_string() }
}

fn plan(draft: &Draft, instrument: &Instrument) -> Vec<PlanV1> {
    let line = |line: Line| PlanV1 {
        date: line
            .date
            .map(|_| draft.value(&Name::Plan(PlanPart::Date, line.id.clone())).trim().to_string())
            .unwrap_or_default(),
        target: line.target.and_then(|t| u32::try_from(t.tenths() / 10).ok()),
        action: line.action,
        id: line.id,
        owner: line.owner,
    };
    plan::plan(draft, instrument).into_iter().map(line).collect()
}

/// One sheet as it is sent: without name and group, and without what is not answered.
fn sent(instrument: &Instrument, sheet: &Sheet, comments: &[(usize, String)], with_comments: bool) -> SheetV1 {
    let answered = instrument.statements.iter().enumerate().filter(|(index, _)| sheet.get(*index).is_answered());
    let answers = answered.map(|(index, statement)| AnswerV1 {
        answer: sheet.get(index).word().to_string(),
        comment: comments
            .iter()
            .find(|(of, _)| *of == index)
            .map(|(_, comment)| comment.trim())
            .filter(|c| with_comments && !c.is_empty())
            .map(str::to_string),
        statement: statement.id.clone(),
    });
    SheetV1 { answers: answers.collect() }
}

/// Something, an @, something with a dot inside. Stricter tests refuse addresses that work.
fn looks_like_email(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let inner_dot = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    !local.is_empty() && inner_dot && !text.bytes().any(|b| b <= b' ')
}

/// All scores of these sheets, as they are sent.
pub(super) fn scores(instrument: &Instrument, sheets: &[Sheet]) -> ScoresV1 {
    let report = report(instrument, sheets);
    let named = |id: &String, measure: Measure| NamedScoreV1 { id: id.clone(), score: score(measure) };
    ScoresV1 {
        categories: instrument
            .categories
            .iter()
            .zip(&report.categories)
            .map(|(c, r)| named(&c.id, r.measure))
            .collect(),
        dimensions: instrument.dimensions.iter().zip(&report.dimensions).map(|(d, m)| named(&d.id, *m)).collect(),
        overall: score(report.overall),
    }
}

fn score(measure: Measure) -> ScoreV1 {
    ScoreV1 {
        high: measure.interval.high.hundredths(),
        low: measure.interval.low.hundredths(),
        value: measure.score.map(|s| s.hundredths()),
    }
}

#[cfg(test)]
mod tests {
    use super::looks_like_email;

    #[test]
    fn addresses_that_work_pass_and_slips_do_not() {
        for good in ["a@b.se", "förnamn.efternamn@kommun.se", "x+y@sub.kommun.se", "\"a@b\"@c.se"] {
            assert!(looks_like_email(good), "{good}");
        }
        for bad in ["", "a", "a@", "@b.se", "a@b", "a@b.", "a@.se", "a b@c.se", "a@b..se"] {
            assert!(!looks_like_email(bad), "{bad}");
        }
    }
}
