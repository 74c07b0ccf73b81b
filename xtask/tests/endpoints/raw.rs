//! HTTP by hand, so that a body can be cut off and nothing is repeated behind our back.

use digitaliseringskommun::domain::submission::Request;
use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

/// Sends a request to a port of this machine; no answer is `None`.
pub fn send(port: u16, request: &Request) -> Option<Answer> {
    let mut stream = connect(port)?;
    stream.write_all(head(request, request.body.len()).as_bytes()).ok()?;
    // A receiver that refuses may answer before it has read everything.
    let _ = stream.write_all(request.body.as_bytes());
    read(stream)
}

/// Sends the head and half of the body, then cuts the line.
pub fn send_half(port: u16, request: &Request) {
    let Some(mut stream) = connect(port) else { return };
    let half = &request.body.as_bytes()[..request.body.len() / 2];
    let _ = stream.write_all(head(request, request.body.len()).as_bytes());
    let _ = stream.write_all(half);
    let _ = stream.shutdown(Shutdown::Both);
}

/// Asks for something.
pub fn ask(port: u16, method: &'static str, path: &str) -> Option<Answer> {
    send(port, &Request { method, url: path.into(), headers: Vec::new(), body: String::new() })
}

fn connect(port: u16) -> Option<TcpStream> {
    let stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    Some(stream)
}

fn head(request: &Request, length: usize) -> String {
    let path = request.url.split_once("://").map_or(request.url.as_str(), |(_, rest)| &rest[rest.find('/').unwrap()..]);
    let mut head = format!("{} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n", request.method);
    for (name, value) in &request.headers {
        head += &format!("{name}: {value}\r\n");
    }
    if request.method != "GET" && request.method != "DELETE" {
        head += &format!("Content-Length: {length}\r\n");
    }
    head + "\r\n"
}

fn read(mut stream: TcpStream) -> Option<Answer> {
    let mut bytes = Vec::new();
    // A receiver that has refused may reset the line after its answer.
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|w| w == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines.filter_map(|l| l.split_once(": ")).map(|(n, v)| (n.to_lowercase(), v.to_string())).collect();
    Some(Answer { status, headers, body: bytes[end + 4..].to_vec() })
}
