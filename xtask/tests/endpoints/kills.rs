//! A receiver that is killed again and again loses nothing that it has acknowledged, tears nothing and doubles nothing.
//! `KILLS` and `SUBMISSIONS_SENT` ask for more or fewer.

use super::contract::{STORED, submission};
use super::raw;
use super::receivers::{self, Receiver};
use digitaliseringskommun::domain::hash::sha256_hex;
use digitaliseringskommun::domain::submission::request;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

fn survives(name: &str, mut receiver: Receiver) {
    let (kills, all) = (number("KILLS", 54), number("SUBMISSIONS_SENT", 2400));
    let (next, done, failed) = (AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0));
    let (acknowledged, ended) = (Mutex::new(BTreeSet::new()), AtomicBool::new(false));
    let (endpoint, port, begun) = (receiver.endpoint.clone(), receiver.port, Instant::now());
    let mut killed = 0;
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    if n >= all {
                        return;
                    }
                    let (key, text) = submission(n);
                    // As the app does: the same bytes, until somebody says that they are there.
                    loop {
                        match raw::send(port, &request(&endpoint, &key, &text)) {
                            Some(a) if STORED.contains(&a.status) || a.status == 412 => break,
                            _ => failed.fetch_add(1, Ordering::SeqCst),
                        };
                        std::thread::sleep(Duration::from_millis(5));
                    }
                    acknowledged.lock().unwrap().insert(format!("{key}.json"));
                    done.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
        // Evenly over the submissions, so each kill falls into the middle of work.
        while killed < kills {
            let due = all * (killed + 1) / (kills + 1);
            while done.load(Ordering::SeqCst) < due {
                std::thread::sleep(Duration::from_millis(1));
            }
            receiver.kill();
            receiver.run();
            killed += 1;
        }
        ended.store(true, Ordering::SeqCst);
    });
    let (stored, acknowledged) = (receiver.stored(), acknowledged.into_inner().unwrap());
    let missing = acknowledged.iter().filter(|name| !stored.contains_key(*name)).count();
    let torn = stored.iter().filter(|(name, bytes)| !name.contains(&sha256_hex(bytes))).count();
    println!(
        "{name}: {all} submissions, {killed} kills, {} failed attempts, {} stored, {missing} missing, {torn} torn, {} s",
        failed.load(Ordering::SeqCst),
        stored.len(),
        begun.elapsed().as_secs()
    );
    assert_eq!((missing, torn, stored.len()), (0, 0, all as usize));
}

#[test]
fn the_embedded_receiver_survives_being_killed() {
    survives("embedded", receivers::embedded());
}

#[test]
fn nginx_survives_being_killed() {
    survives("nginx", receivers::nginx("post"));
}
