//! How far a frozen submission has come, and what an attempt's outcome means for it.
//!
//! The rules are those of design section 5: what counts as received, what is worth another try, what an operator may
//! repair, and what will never be taken as it is. Nothing leaves the outbox here: even a refused one is kept.

/// The largest body that is sent, in bytes.
pub const MAX_BYTES: usize = 256 * 1024;

/// How far a frozen submission has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Not sent, or surely not received: *Väntar på nät*.
    Waiting {
        /// What the last attempt met, if there was one.
        trouble: Option<Trouble>,
    },
    /// Sent, but nobody said that it was received: *Skickat men inte bekräftat*.
    Unconfirmed {
        /// What the last attempt met.
        trouble: Trouble,
    },
    /// *Mottaget kl. …*
    Received {
        /// The server's date of the answer, as it wrote it; empty if it gave none.
        server_date: String,
        /// When this device got the answer: milliseconds since 1970, UTC.
        at: u64,
    },
    /// Will not be taken as it is. Kept, with a file as the way out.
    Refused {
        /// The status that said so.
        status: u16,
    },
}

/// What an attempt met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no network: nothing was sent this time.
    NoNetwork,
    /// It was sent, but no answer came: not in time, or the line broke. It may have arrived.
    NoAnswer,
    /// An answer in HTML: a captive portal or a wrong address.
    NotTheReceiver,
    /// The receiver has a passing fault (408, 425, 429, 5xx, a first 409).
    Busy(u16),
    /// Something an operator can repair (401, 403, 404, or a status nobody expects).
    Closed(u16),
}

/// The outcome of one attempt to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// An answer came.
    Answered {
        /// Its status.
        status: u16,
        /// Whether its content type is HTML.
        html: bool,
        /// Its `Date` header; empty if there is none.
        date: String,
        /// How many seconds it asks to wait for, in `Retry-After`.
        retry_after: Option<u64>,
    },
    /// There is no network: nothing was sent.
    NoNetwork,
    /// It was sent, but no answer came: not in time, or the line broke.
    NoAnswer,
}

impl Attempt {
    /// How many seconds the receiver asks to wait for.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Attempt::Answered { retry_after, .. } => *retry_after,
            _ => None,
        }
    }
}

impl Trouble {
    /// The stored words.
    fn words(self) -> String {
        match self {
            Trouble::NoNetwork => "no_network".into(),
            Trouble::NoAnswer => "timed_out".into(),
            Trouble::NotTheReceiver => "not_the_receiver".into(),
            Trouble::Busy(status) => ["busy ", &status.to_string()].concat(),
            Trouble::Closed(status) => ["closed ", &status.to_string()].concat(),
        }
    }

    fn parse(words: &str) -> Option<Trouble> {
        let (word, status) = words.split_once(' ').unwrap_or((words, ""));
        match word {
            "no_network" => Some(Trouble::NoNetwork),
            "timed_out" => Some(Trouble::NoAnswer),
            "not_the_receiver" => Some(Trouble::NotTheReceiver),
            "busy" => status.parse().ok().map(Trouble::Busy),
            "closed" => status.parse().ok().map(Trouble::Closed),
            _ => None,
        }
    }
}

impl Delivery {
    /// The stored words: `waiting`, `waiting busy 503`, `received 1779028325000 Sun, 17 May …`.
    pub fn words(&self) -> String {
        match self {
            Delivery::Waiting { trouble: None } => "waiting".into(),
            Delivery::Waiting { trouble: Some(trouble) } => ["waiting ", &trouble.words()].concat(),
            Delivery::Unconfirmed { trouble } => ["unconfirmed ", &trouble.words()].concat(),
            Delivery::Received { server_date, at } => ["received ", &at.to_string(), " ", server_date].concat(),
            Delivery::Refused { status } => ["refused ", &status.to_string()].concat(),
        }
    }

    /// Reads [`words`](Self::words) back.
    pub fn parse(words: &str) -> Option<Delivery> {
        let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
        match word {
            "waiting" if rest.is_empty() => Some(Delivery::NEW),
            "waiting" => Trouble::parse(rest).map(|t| Delivery::Waiting { trouble: Some(t) }),
            "unconfirmed" => Trouble::parse(rest).map(|trouble| Delivery::Unconfirmed { trouble }),
            "refused" => rest.parse().ok().map(|status| Delivery::Refused { status }),
            "received" => {
                let (at, date) = rest.split_once(' ')?;
                Some(Delivery::Received { server_date: date.to_string(), at: at.parse().ok()? })
            }
            _ => None,
        }
    }

    /// A submission that has just been frozen.
    pub const NEW: Delivery = Delivery::Waiting { trouble: None };

    /// Whether another attempt makes sense.
    pub fn is_open(&self) -> bool {
        matches!(self, Delivery::Waiting { .. } | Delivery::Unconfirmed { .. })
    }

    /// What is stored before an attempt begins: from then on it may have arrived, also if the browser is killed.
    pub fn begun(&self) -> Delivery {
        match self.last() {
            _ if !self.is_open() => self.clone(),
            trouble => Delivery::Unconfirmed { trouble: trouble.unwrap_or(Trouble::NoAnswer) },
        }
    }

    /// What an attempt's outcome means. `now` is in milliseconds since 1970, UTC. What has been received or refused
    /// stays so.
    pub fn after(&self, attempt: Attempt, now: u64) -> Delivery {
        if !self.is_open() {
            return self.clone();
        }
        match attempt {
            Attempt::NoNetwork => self.still(Trouble::NoNetwork),
            Attempt::NoAnswer => Delivery::Unconfirmed { trouble: Trouble::NoAnswer },
            Attempt::Answered { status, html, date, .. } => self.answered(status, html, date, now),
        }
    }

    fn answered(&self, status: u16, html: bool, date: String, now: u64) -> Delivery {
        match status {
            // 204 has no body, so what kind it would be says nothing.
            200..=202 if html => self.still(Trouble::NotTheReceiver),
            // 412: it is already there. Its name is the hash of its bytes, so that proves it.
            200 | 201 | 202 | 204 | 412 => Delivery::Received { server_date: date, at: now },
            // Some stores answer 409 while two attempts race, others when the file exists: retry once to find out.
            409 if self.last() == Some(Trouble::Busy(409)) => Delivery::Received { server_date: date, at: now },
            // A gateway that got no answer from the receiver, which may have stored it.
            502 | 504 => Delivery::Unconfirmed { trouble: Trouble::Busy(status) },
            408 | 409 | 425 | 429 | 500..=599 => self.still(Trouble::Busy(status)),
            400 | 405 | 411 | 413 | 415 | 422 | 431 => Delivery::Refused { status },
            _ => self.still(Trouble::Closed(status)),
        }
    }

    /// An attempt that may have arrived stays unconfirmed until somebody says otherwise.
    fn still(&self, trouble: Trouble) -> Delivery {
        match self {
            Delivery::Unconfirmed { .. } => Delivery::Unconfirmed { trouble },
            _ => Delivery::Waiting { trouble: Some(trouble) },
        }
    }

    /// What the last attempt met.
    pub fn last(&self) -> Option<Trouble> {
        match self {
            Delivery::Waiting { trouble } => *trouble,
            Delivery::Unconfirmed { trouble } => Some(*trouble),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, html: bool) -> Attempt {
        Attempt::Answered { status, html, date: "Sun, 17 May 2026 12:00:00 GMT".into(), retry_after: None }
    }

    fn is_received(delivery: &Delivery) -> bool {
        matches!(delivery, Delivery::Received { .. })
    }

    #[test]
    fn success_and_already_there_are_received() {
        for status in [200, 201, 202, 204, 412] {
            assert!(is_received(&Delivery::NEW.after(answer(status, false), 5)), "{status}");
        }
    }

    #[test]
    fn a_captive_portal_is_not_a_receiver() {
        let after = Delivery::NEW.after(answer(200, true), 5);
        assert_eq!(after, Delivery::Waiting { trouble: Some(Trouble::NotTheReceiver) });
    }

    #[test]
    fn conflict_is_success_only_the_second_time() {
        let once = Delivery::NEW.after(answer(409, false), 5);
        assert_eq!(once, Delivery::Waiting { trouble: Some(Trouble::Busy(409)) });
        assert!(is_received(&once.after(answer(409, false), 6)));
    }

    #[test]
    fn every_status_has_a_meaning_and_only_the_listed_ones_are_final() {
        for status in 100..=599 {
            let after = Delivery::NEW.after(answer(status, false), 5);
            let final_ones = [200, 201, 202, 204, 412, 400, 405, 411, 413, 415, 422, 431];
            assert_eq!(!after.is_open(), final_ones.contains(&status), "{status}");
        }
    }

    #[test]
    fn what_may_have_arrived_is_unconfirmed_until_an_answer_comes() {
        for unsure in [Attempt::NoAnswer, answer(502, false), answer(504, false)] {
            let unsure = Delivery::NEW.after(unsure, 5).after(Attempt::NoNetwork, 6);
            assert_eq!(unsure, Delivery::Unconfirmed { trouble: Trouble::NoNetwork });
            let still = unsure.after(answer(503, false), 7);
            assert_eq!(still, Delivery::Unconfirmed { trouble: Trouble::Busy(503) });
            assert!(is_received(&still.after(answer(412, false), 8)));
        }
    }

    #[test]
    fn what_was_never_sent_or_was_turned_away_waits() {
        for attempt in
            [Attempt::NoNetwork, answer(200, true), answer(429, false), answer(503, false), answer(404, false)]
        {
            let after = Delivery::NEW.after(attempt.clone(), 5);
            assert!(matches!(after, Delivery::Waiting { trouble: Some(_) }), "{attempt:?}: {after:?}");
        }
    }

    #[test]
    fn an_attempt_that_has_begun_may_have_arrived_if_nobody_hears_of_it_again() {
        assert_eq!(Delivery::NEW.begun(), Delivery::Unconfirmed { trouble: Trouble::NoAnswer });
        let refused = Delivery::Refused { status: 422 };
        assert_eq!(refused.begun(), refused);
        // Killed before the answer, opened again without network.
        let again = Delivery::NEW.begun().after(Attempt::NoNetwork, 6);
        assert_eq!(again, Delivery::Unconfirmed { trouble: Trouble::NoNetwork });
    }

    #[test]
    fn every_state_is_read_back_from_its_words() {
        let troubles =
            [Trouble::NoNetwork, Trouble::NoAnswer, Trouble::NotTheReceiver, Trouble::Busy(503), Trouble::Closed(404)];
        let mut all: Vec<Delivery> = troubles.map(|trouble| Delivery::Unconfirmed { trouble }).to_vec();
        all.extend(troubles.map(|t| Delivery::Waiting { trouble: Some(t) }));
        all.extend([
            Delivery::NEW,
            Delivery::Refused { status: 422 },
            Delivery::Received { server_date: String::new(), at: 7 },
        ]);
        all.push(Delivery::NEW.after(answer(201, false), 5));
        for state in all {
            assert_eq!(Delivery::parse(&state.words()), Some(state.clone()), "{}", state.words());
        }
        for foreign in ["", "sent", "received", "received x y", "waiting busy", "refused"] {
            assert_eq!(Delivery::parse(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn what_is_received_stays_received() {
        let received = Delivery::NEW.after(answer(201, false), 5);
        assert_eq!(received.after(answer(400, false), 6), received);
    }
}
