//! What tests of this program share.
#![allow(clippy::expect_used)]

use chrono::NaiveDate;
use digitaliseringskommun::domain::award::{Edition, parse};
use digitaliseringskommun::domain::origin::Origin;

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a day")
}

pub fn edition(year: u16) -> Edition {
    let file = std::fs::read(format!("public/data/award/{year}.json")).expect("an edition");
    parse(&file).expect("a good one")
}

pub fn origin() -> Origin {
    Origin::parse("https://pris.example").expect("an origin")
}
