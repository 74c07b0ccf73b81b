//! Requests, by gloo-net.

use crate::domain::config::Endpoint;
use crate::domain::submission::{Attempt, request};
use gloo_net::http::{Request, Response};
use web_sys::{AbortController, RequestCache};

/// The timeout of a submission, in milliseconds.
const SEND_TIMEOUT: u32 = 30_000;
/// The timeout of a file, in milliseconds.
const GET_TIMEOUT: u32 = 20_000;
/// The largest file that is read, in bytes.
const GET_LIMIT: usize = 4 * 1024 * 1024;

/// Why a file could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GetError {
    /// No answer, or none in time.
    NoAnswer,
    /// An answer that is not the file: its status, or 200 with HTML in place of data.
    Status(u16),
}

/// Fetches a data file, revalidating the cached copy.
///
/// # Errors
/// [`GetError`].
pub async fn get(url: &str) -> Result<Vec<u8>, GetError> {
    let limit = TimeLimit::start(GET_TIMEOUT);
    let request = Request::get(url).cache(RequestCache::NoCache).abort_signal(limit.signal().as_ref());
    let response = request.send().await.map_err(|_| GetError::NoAnswer)?;
    if !response.ok() || is_html(&response) {
        return Err(GetError::Status(response.status()));
    }
    let bytes = response.binary().await.map_err(|_| GetError::NoAnswer)?;
    if bytes.len() > GET_LIMIT { Err(GetError::Status(413)) } else { Ok(bytes) }
}

/// Sends frozen bytes to an endpoint: one attempt, which the domain interprets. A browser does not distinguish a
/// request that was never sent from one whose answer was lost: only if it reported no network has surely nothing been
/// sent.
pub async fn send(endpoint: &Endpoint, key: &str, text: &str) -> Attempt {
    let limit = TimeLimit::start(SEND_TIMEOUT);
    let wanted = request(endpoint, key, text);
    let mut request = if wanted.method == "PUT" { Request::put(&wanted.url) } else { Request::post(&wanted.url) };
    for (name, value) in &wanted.headers {
        request = request.header(name, value);
    }
    let request = request.abort_signal(limit.signal().as_ref()).body(wanted.body);
    let Ok(request) = request else { return Attempt::NoNetwork };
    let offline = web_sys::window().is_some_and(|w| !w.navigator().on_line());
    match request.send().await {
        Ok(response) => Attempt::Answered {
            status: response.status(),
            html: is_html(&response),
            date: response.headers().get("date").unwrap_or_default(),
            retry_after: response.headers().get("retry-after").and_then(|wish| seconds(&wish)),
        },
        Err(_) if offline => Attempt::NoNetwork,
        Err(_) => Attempt::NoAnswer,
    }
}

/// `Retry-After` is a number of seconds or a date.
fn seconds(wish: &str) -> Option<u64> {
    let until = || Some(super::intl::parse_http_date(wish)?.saturating_sub(super::clock::now()).div_ceil(1000));
    wish.trim().parse().ok().or_else(until)
}

fn is_html(response: &Response) -> bool {
    response.headers().get("content-type").is_some_and(|t| t.contains("html"))
}

/// Aborts a request after a while; its timer ends with it.
struct TimeLimit {
    controller: Option<AbortController>,
    timer: Option<leptos::leptos_dom::helpers::TimeoutHandle>,
}

impl TimeLimit {
    fn start(milliseconds: u32) -> TimeLimit {
        let controller = AbortController::new().ok();
        let abort = controller.clone();
        let timer = leptos::prelude::set_timeout_with_handle(
            move || {
                if let Some(controller) = abort {
                    controller.abort();
                }
            },
            std::time::Duration::from_millis(u64::from(milliseconds)),
        );
        TimeLimit { controller, timer: timer.ok() }
    }

    fn signal(&self) -> Option<web_sys::AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}

impl Drop for TimeLimit {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}
