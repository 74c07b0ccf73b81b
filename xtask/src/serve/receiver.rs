//! The receiver: stores what is posted, once, under the name that its bytes give it.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::submission::MAX_BYTES;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::set_header::SetResponseHeaderLayer;

/// The receiver, for a folder.
pub fn router(folder: &Path) -> Router {
    Router::new()
        .route("/", post(receive))
        .layer(DefaultBodyLimit::max(MAX_BYTES))
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .with_state(Arc::new(folder.to_path_buf()))
}

async fn receive(State(folder): State<Arc<PathBuf>>, headers: HeaderMap, body: Bytes) -> Response {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    if kind.split(';').next().map(str::trim) != Some("application/json") {
        return answer(StatusCode::UNSUPPORTED_MEDIA_TYPE, "");
    }
    let Some(key) = headers.get("idempotency-key").and_then(|v| v.to_str().ok()).and_then(key) else {
        return answer(StatusCode::BAD_REQUEST, "");
    };
    let named = key.split_once('.').map(|(_, hash)| hash);
    let is_json = serde_json::from_slice::<serde_json::Value>(&body).is_ok();
    if named != Some(sha256_hex(&body).as_str()) || !is_json {
        return answer(StatusCode::UNPROCESSABLE_ENTITY, "");
    }
    let (folder, name) = (folder.clone(), key.to_string());
    match tokio::task::spawn_blocking(move || store(&folder, &name, &body)).await {
        Ok(Ok(())) => answer(StatusCode::CREATED, key),
        Ok(Err(error)) if error.kind() == ErrorKind::AlreadyExists => answer(StatusCode::PRECONDITION_FAILED, key),
        failure => {
            eprintln!("a submission could not be stored: {failure:?}");
            let mut response = answer(StatusCode::SERVICE_UNAVAILABLE, "");
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
            response
        }
    }
}

/// The key inside `"<uuid>.<sha256>"`, quotes and all. Its form makes it a safe file name.
fn key(header: &str) -> Option<&str> {
    let key = header.strip_prefix('"')?.strip_suffix('"')?;
    let (uuid, hash) = key.split_once('.')?;
    let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    let fits = uuid.len() == 36 && uuid.bytes().all(|b| hex(b) || b == b'-');
    (fits && hash.len() == 64 && hash.bytes().all(hex)).then_some(key)
}

/// Writes a new file so that it is either whole or not there, also after a crash, and never over another.
fn store(folder: &Path, key: &str, bytes: &[u8]) -> std::io::Result<()> {
    let target = folder.join(format!("{key}.json"));
    // tempfile gives each attempt a name of its own: two of the same key do not meet.
    let mut file = tempfile::Builder::new().prefix(".in-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    // A link, unlike a rename, refuses to replace.
    let linked = fs::hard_link(file.path(), target);
    drop(file);
    // Also where it was there already: who links first may not have synced yet, and 412 tells that it is safe.
    File::open(folder)?.sync_all()?;
    linked
}

fn answer(status: StatusCode, key: &str) -> Response {
    let body = if key.is_empty() { String::from("{}") } else { format!("{{\"key\":\"{key}\"}}") };
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
