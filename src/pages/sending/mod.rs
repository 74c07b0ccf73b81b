//! Sending a measurement in: review of what is sent, the receipt, and checking a receipt.

pub mod hand_back;
