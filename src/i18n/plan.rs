//! The fixed texts about the plan.

table! {
    /// The fixed texts about the plan.
    Plan
    title: "Plan" | "Plan";
    target: "Mål, procent" | "Target, percent";
    target_hint: "Ett helt tal från 0 till 100." | "A whole number from 0 to 100.";
    action: "Åtgärd" | "Action";
    owner: "Ansvarig roll" | "Role in charge";
    date: "Klart senast" | "Done by";
    now: "Värde nu" | "Score now";
    col_about: "Gäller" | "About";
    col_target: "Mål" | "Target";
    single: "Plan för enskilda påståenden" | "Plan for single statements";
    empty: "Planen är tom. Sätt ett mål eller en åtgärd för minst en kategori eller ett påstående." | "The plan is empty. Set a target or an action for at least one category or statement.";
    chart: "Värdena nu och målen" | "The scores now and the targets";
    target_note: "Romben är målet i planen." | "The diamond is the target of the plan.";
    change: "Ändra planen" | "Change the plan";
    make: "Gör en plan" | "Make a plan";
    to_plan: "Lägg in i planen" | "Put into the plan";
}
