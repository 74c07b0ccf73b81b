//! One contract for every kind of endpoint, run against real receivers: the embedded one, nginx with the configuration
//! of `deploy/`, WebDAV (wsgidav) and S3 (moto). What is sent is made by the app's own code.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod contract;
mod headers;
mod kills;
mod raw;
mod receivers;
