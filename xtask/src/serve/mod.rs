//! The site with its real headers, and the receiver of submissions, on one origin.

pub mod headers;
mod receiver;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::header;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::oneshot;
use tower::ServiceBuilder;
use tower_http::services::{ServeDir, ServeFile};

/// What to serve and where.
pub struct Options {
    /// The built site.
    pub dist: PathBuf,
    /// Where submissions are stored.
    pub submissions: PathBuf,
    /// The address to listen on.
    pub host: IpAddr,
    /// The port; 0 takes a free one.
    pub port: u16,
}

/// A server that runs until it is stopped.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: tokio::task::JoinHandle<()>,
}

impl Running {
    /// Stops it.
    pub async fn stop(self) {
        // Already stopped is as good.
        let _ = self.stop.send(());
        let abort = self.task.abort_handle();
        // Open answers are finished; a connection that a client keeps open does not hold us for ever.
        if tokio::time::timeout(Duration::from_secs(2), self.task).await.is_err() {
            abort.abort();
        }
    }
}

/// Starts serving.
///
/// # Errors
/// If the folder for submissions cannot be made or the port is taken.
pub async fn start(options: Options) -> Result<Running> {
    std::fs::create_dir_all(&options.submissions)
        .with_context(|| format!("the folder {} cannot be made", options.submissions.display()))?;
    let listener = tokio::net::TcpListener::bind((options.host, options.port)).await.with_context(|| {
        format!("nothing can listen at {}:{}; choose another with --port", options.host, options.port)
    })?;
    let address = listener.local_addr()?;
    let router = router(&options.dist, &options.submissions);
    let (stop, stopped) = oneshot::channel::<()>();
    let task = tokio::spawn(async move {
        let until = async {
            let _ = stopped.await;
        };
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(until).await {
            eprintln!("the server stopped: {error}");
        }
    });
    Ok(Running { address, stop, task })
}

/// The site and the receiver.
pub fn router(dist: &Path, submissions: &Path) -> Router {
    let missing = ServiceBuilder::new()
        .layer(axum::middleware::from_fn(not_found))
        .service(ServeFile::new(dist.join("404.html")).precompressed_br().precompressed_gzip());
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().fallback(missing);
    let site = Router::new().fallback_service(files).layer(axum::middleware::from_fn(pages));
    Router::new()
        .nest_service("/inlamning", receiver::router(submissions))
        .fallback_service(site)
        .layer(axum::middleware::from_fn_with_state(headers::policy(dist), headers::add))
}

/// `/metod` and `/metod/` are the file `metod/index.html`, without a redirect.
async fn pages(request: axum::extract::Request, next: axum::middleware::Next) -> axum::response::Response {
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path();
    let last = path.rsplit('/').next().unwrap_or("");
    // No file has a name that long: asking the file system for it would be an error of ours.
    let unnameable = path.split('/').any(|segment| segment.len() > 255);
    if unnameable || !last.contains('.') {
        let path = if unnameable { "/-" } else { path.trim_end_matches('/') };
        let file = format!("{path}/index.html");
        if let Ok(uri) = file.parse() {
            parts.uri = uri;
        }
    }
    next.run(axum::extract::Request::from_parts(parts, body)).await
}

/// The page for what is not there, always whole: it is never "not modified" and has no ranges.
async fn not_found(mut request: axum::extract::Request, next: axum::middleware::Next) -> axum::response::Response {
    for name in [header::IF_MODIFIED_SINCE, header::IF_NONE_MATCH, header::IF_UNMODIFIED_SINCE, header::RANGE] {
        request.headers_mut().remove(name);
    }
    let mut response = next.run(request).await;
    for name in [header::LAST_MODIFIED, header::ACCEPT_RANGES] {
        response.headers_mut().remove(name);
    }
    *response.status_mut() = axum::http::StatusCode::NOT_FOUND;
    response
}
