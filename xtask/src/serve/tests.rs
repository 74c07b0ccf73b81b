//! The receiver and the headers, asked as a browser would.

use super::router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use digitaliseringskommun::domain::hash::sha256_hex;
use http_body_util::BodyExt;
use std::fs;
use tempfile::TempDir;
use tower::ServiceExt;

const UUID: &str = "0d9c7a52-4c4e-4f0e-9f3a-1d2c3b4a5968";
const BODY: &str = "{\"a\":1}";

fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in [
        ("dist/index.html", "<p>start"),
        ("dist/404.html", "<p>saknas"),
        ("dist/metod/index.html", "<p>metod"),
        ("dist/assets/app-0123.wasm", "\0asm"),
        ("dist/assets/app-0123.wasm.br", "packad"),
        ("dist/config.json", "{}"),
        ("hemlig.txt", "hemlig"),
    ] {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    fs::create_dir(folder.path().join("in")).unwrap();
    folder
}

async fn ask(folder: &TempDir, request: Request<Body>) -> Response<Body> {
    router(&folder.path().join("dist"), &folder.path().join("in")).oneshot(request).await.unwrap()
}

async fn get(folder: &TempDir, path: &str) -> (StatusCode, String, Response<()>) {
    let request = Request::get(path).header("accept-encoding", "br").body(Body::empty()).unwrap();
    let (parts, body) = ask(folder, request).await.into_parts();
    let text = String::from_utf8_lossy(&body.collect().await.unwrap().to_bytes()).into_owned();
    (parts.status, text, Response::from_parts(parts, ()))
}

fn post(key: &str, kind: &str, body: &str) -> Request<Body> {
    Request::post("/inlamning")
        .header("content-type", kind)
        .header("idempotency-key", key)
        .body(Body::from(body.to_string()))
        .unwrap()
}

fn good() -> Request<Body> {
    post(&format!("\"{UUID}.{}\"", sha256_hex(BODY.as_bytes())), "application/json", BODY)
}

fn stored(folder: &TempDir) -> Vec<String> {
    let files = fs::read_dir(folder.path().join("in")).unwrap();
    files.map(|f| f.unwrap().file_name().into_string().unwrap()).collect()
}

#[tokio::test]
async fn a_submission_is_stored_under_the_name_of_its_bytes() {
    let folder = site();
    assert_eq!(ask(&folder, good()).await.status(), StatusCode::CREATED);
    let name = format!("{UUID}.{}.json", sha256_hex(BODY.as_bytes()));
    assert_eq!(stored(&folder), std::slice::from_ref(&name));
    assert_eq!(fs::read_to_string(folder.path().join("in").join(name)).unwrap(), BODY);
    assert_eq!(ask(&folder, good()).await.status(), StatusCode::PRECONDITION_FAILED);
    assert_eq!(stored(&folder).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_24_at_once_one_is_stored() {
    let folder = site();
    let router = router(&folder.path().join("dist"), &folder.path().join("in"));
    let tasks: Vec<_> = (0..24).map(|_| tokio::spawn(router.clone().oneshot(good()))).collect();
    let mut created = 0;
    for task in tasks {
        match task.await.unwrap().unwrap().status() {
            StatusCode::CREATED => created += 1,
            status => assert_eq!(status, StatusCode::PRECONDITION_FAILED),
        }
    }
    assert_eq!((created, stored(&folder).len()), (1, 1));
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_nothing_is_stored() {
    let folder = site();
    let key = |body: &str| format!("\"{UUID}.{}\"", sha256_hex(body.as_bytes()));
    let large = format!("\"{}\"", "x".repeat(262_143));
    for (request, status) in [
        (post(&key(BODY), "text/plain", BODY), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (post(&key(BODY).replace('"', ""), "application/json", BODY), StatusCode::BAD_REQUEST),
        (post("\"../../x.0\"", "application/json", BODY), StatusCode::BAD_REQUEST),
        (post(&key(BODY), "application/json", "{\"a\":2}"), StatusCode::UNPROCESSABLE_ENTITY),
        (post(&key("inte json"), "application/json", "inte json"), StatusCode::UNPROCESSABLE_ENTITY),
        (post(&key(&large), "application/json", &large), StatusCode::PAYLOAD_TOO_LARGE),
        (Request::put("/inlamning").body(Body::empty()).unwrap(), StatusCode::METHOD_NOT_ALLOWED),
    ] {
        let response = ask(&folder, request).await;
        assert_eq!(response.status(), status);
        assert!(response.headers().contains_key("content-security-policy"));
        assert_eq!(response.headers()["cache-control"], "no-store", "{status}");
    }
    assert!(stored(&folder).is_empty());
}

#[tokio::test]
async fn pages_are_files_and_what_is_not_there_is_404() {
    let folder = site();
    for (path, status, text) in [
        ("/", StatusCode::OK, "<p>start"),
        ("/metod", StatusCode::OK, "<p>metod"),
        ("/metod/", StatusCode::OK, "<p>metod"),
        ("/okand", StatusCode::NOT_FOUND, "<p>saknas"),
        ("/assets/borta.js", StatusCode::NOT_FOUND, "<p>saknas"),
        ("/../hemlig.txt", StatusCode::NOT_FOUND, "<p>saknas"),
        ("/%2e%2e/hemlig.txt", StatusCode::NOT_FOUND, "<p>saknas"),
    ] {
        let (is, body, response) = get(&folder, path).await;
        assert_eq!((is, body.as_str()), (status, text), "{path}");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert!(response.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
    }
}

#[tokio::test]
async fn an_unknown_path_is_a_whole_page_whatever_is_asked() {
    let folder = site();
    let long = format!("/{}", "x".repeat(300));
    for (path, name, value) in [
        ("/okand", "if-modified-since", "Sun, 17 May 2099 12:00:00 GMT"),
        ("/okand", "range", "bytes=0-1"),
        ("/%2e%2e%2fhemlig.txt", "accept", "*/*"),
        (long.as_str(), "accept", "*/*"),
    ] {
        let request = Request::get(path).header(name, value).body(Body::empty()).unwrap();
        let (parts, body) = ask(&folder, request).await.into_parts();
        assert_eq!(
            (parts.status, &body.collect().await.unwrap().to_bytes()[..]),
            (StatusCode::NOT_FOUND, &b"<p>saknas"[..]),
            "{path}"
        );
        assert_eq!(parts.headers["content-type"], "text/html; charset=utf-8");
    }
}

#[tokio::test]
async fn what_is_not_modified_lasts_as_long() {
    let folder = site();
    let request = Request::get("/assets/app-0123.wasm").header("if-modified-since", "Sun, 17 May 2099 12:00:00 GMT");
    let response = ask(&folder, request.body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
    assert!(response.headers()["cache-control"].to_str().unwrap().contains("immutable"));
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_asks_to_come_again() {
    let folder = site();
    fs::remove_dir(folder.path().join("in")).unwrap();
    let response = ask(&folder, good()).await;
    assert_eq!(
        (response.status(), &response.headers()["retry-after"]),
        (StatusCode::SERVICE_UNAVAILABLE, &"30".parse().unwrap())
    );
}

#[tokio::test]
async fn a_real_answer_has_its_date() {
    let folder = site();
    let options = super::Options {
        dist: folder.path().join("dist"),
        submissions: folder.path().join("in"),
        host: [127, 0, 0, 1].into(),
        port: 0,
    };
    let running = super::start(options).await.unwrap();
    let mut socket = tokio::net::TcpStream::connect(running.address).await.unwrap();
    let ask = "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    tokio::io::AsyncWriteExt::write_all(&mut socket, ask.as_bytes()).await.unwrap();
    let mut answer = String::new();
    tokio::io::AsyncReadExt::read_to_string(&mut socket, &mut answer).await.unwrap();
    assert!(answer.contains("\r\ndate: ") && answer.ends_with("<p>start"), "{answer}");
    running.stop().await;
}

#[tokio::test]
async fn hashed_files_last_and_are_sent_packed() {
    let folder = site();
    let (_, body, response) = get(&folder, "/assets/app-0123.wasm").await;
    let headers = response.headers();
    assert_eq!((body.as_str(), headers["content-encoding"].to_str().unwrap()), ("packad", "br"));
    assert_eq!(headers["content-type"], "application/wasm");
    assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
    let (_, _, response) = get(&folder, "/config.json").await;
    assert_eq!(response.headers()["cache-control"], "no-cache");
}
