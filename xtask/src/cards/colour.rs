//! The colours of a card.

use std::fmt;

/// A colour. The names and values are those of `style/tokens.css`, which also says why they can be told apart, and the
/// two of the land.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// The ground.
    pub const PAPER: Colour = Colour(0xf7, 0xf5, 0xf0);
    /// The ground of a winner.
    pub const GOLD_SOFT: Colour = Colour(0xfd, 0xf0, 0xc8);
    /// The top step and the winner.
    pub const GOLD: Colour = Colour(0xf0, 0xb4, 0x00);
    /// What is read first.
    pub const INK: Colour = Colour(0x12, 0x23, 0x3d);
    /// What is read second.
    pub const INK_2: Colour = Colour(0x4a, 0x58, 0x6e);
    /// The steps, and the county.
    pub const BRAND: Colour = Colour(0x0a, 0x4f, 0x8f);
    /// The country on paper.
    pub const LAND: Colour = Colour(0xe2, 0xdb, 0xcc);
    /// The country on the winner's ground.
    pub const LAND_GOLD: Colour = Colour(0xf2, 0xdc, 0x98);

    /// All of them.
    pub const ALL: [Colour; 8] = [
        Colour::PAPER,
        Colour::GOLD_SOFT,
        Colour::GOLD,
        Colour::INK,
        Colour::INK_2,
        Colour::BRAND,
        Colour::LAND,
        Colour::LAND_GOLD,
    ];
}

impl fmt::Display for Colour {
    /// As SVG and CSS write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_of_the_site() {
        let tokens = include_str!("../../../style/tokens.css");
        let names = ["paper", "gold-soft", "gold", "ink", "ink-2", "brand"];
        for (name, colour) in names.iter().zip(Colour::ALL) {
            assert!(tokens.contains(&format!("--{name}: {colour};")), "{name} is not {colour}");
        }
    }
}
