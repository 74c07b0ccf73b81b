//! A submission: what is checked, frozen, sent and proved.
//!
//! [`check`] turns a draft into a [`ReadyToSend`] or lists everything that is missing; [`FrozenSubmission::freeze`] turns
//! that into bytes that never change again; [`freeze`] does both. Only frozen bytes can be sent, so every attempt sends the
//! same.

mod check;
mod delivery;
mod format;
mod frozen;
pub mod outbox;
mod request;
pub mod sealed;
mod verify;

pub use check::{Along, Missing, ReadyToSend, check, missing};
pub use delivery::{Attempt, Delivery, MAX_BYTES, Trouble};
pub use format::{ContactV1, OrganisationV1, PlanV1, ScoreV1, SubmissionV1};
pub use frozen::{FrozenSubmission, Stored, StoredError, freeze, short_code};
pub use request::{Request, request};
pub use verify::{Claim, Contents, Recount, Verdict, verify};
