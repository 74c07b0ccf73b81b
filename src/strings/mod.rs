//! Pages as strings: what is left of it while pages become components. Nothing new is written with this.

pub mod html;
