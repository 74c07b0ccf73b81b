//! The fixed texts about a new build of the site.

table! {
    /// The fixed texts about a new build of the site.
    NewBuild
    waits: "Det finns en ny version av sidan." | "There is a new version of the site.";
    take: "Uppdatera" | "Update";
    will: "Svaren sparas först. Sedan laddas sidan om." | "Your answers are saved first. Then the page is loaded anew.";
    saving: "Sparar i alla flikar …" | "Saving in all tabs …";
    unsaved_here: "Sidan är inte uppdaterad. Den här fliken har något som bara finns här och skulle försvinna. Spara det, eller spara det som fil, och försök igen."
        | "The site is not updated. This tab holds something that is only here and would be lost. Save it, or save it as a file, and try again.";
    unsaved_elsewhere: "Sidan är inte uppdaterad. En annan flik har något som inte är sparat, eller svarar inte. Gör klart där eller stäng den fliken, och försök igen."
        | "The site is not updated. Another tab holds something that is not saved, or does not answer. Finish there or close that tab, and try again.";
    behind: "Sidan är uppdaterad i en annan flik. Den här är kvar, för här finns något som inte är sparat. Ladda om när det är klart."
        | "The site has been updated in another tab. This one stays, because something here is not saved. Load it anew when that is done.";
    reload: "Ladda om" | "Load anew";
}
