//! Sending a measurement in: review of what is sent, the receipt, and checking a receipt.

pub mod check;
pub mod contact;
pub mod hand_back;
pub mod receipt;
pub mod send;
