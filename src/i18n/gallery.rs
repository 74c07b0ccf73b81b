//! The texts of the gallery.

table! {
    /// The fixed texts of the gallery.
    Gallery
    title: "Nominerade och vinnare sedan 2001" | "Nominees and winners since 2001";
    lead: "Utmärkelsen delas ut vartannat år på Kvalitetsmässan. Till och med 2015 hette den Sveriges IT-kommun."
        | "The award is given every second year at the fair Kvalitetsmässan. Until 2015 its name was Sveriges IT-kommun.";
    filters: "Hitta bland de nominerade" | "Find among the nominees";
    search: "Kommun, län eller år" | "Municipality, county or year";
    year: "År" | "Year";
    stage: "Hur långt de kom" | "How far they came";
    county: "Län" | "County";
    all_years: "Alla år" | "All years";
    all_stages: "Alla steg" | "All stages";
    all_counties: "Alla län" | "All counties";
    clear: "Visa alla igen" | "Show all again";
    none: "Ingen nominerad passar. Pröva med färre ord, eller visa alla igen."
        | "No nominee fits. Try fewer words, or show all again.";
    others_unknown: "Övriga nominerade är inte kända." | "The other nominees are not known.";
    more: "Visa alla" | "Show all";
    on_map: "Välj län på kartan" | "Choose a county on the map";
    map: "Nominerade på kartan" | "Nominees on the map";
    map_help: "Välj ett län i kartan för att bara se dess nominerade." | "Choose a county on the map to see its nominees only.";
}
