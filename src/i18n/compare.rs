//! The fixed texts about comparing.

table! {
    /// The fixed texts about comparing.
    Compare
    title: "Jämför" | "Compare";
    lead: "Lägg in en tidigare mätning: en sparad bedömning eller det som skickades in. Bara värdena läggs in, inga enskilda svar. En annan organisations fil går också bra, om ni har fått den."
        | "Put in an earlier measurement: a saved assessment or what was sent in. Only the scores are put in, no single answers. Another organisation’s file works too, if you have been given it.";
    file: "Fil att jämföra med" | "File to compare with";
    file_hint: "Den slutar på .html eller .json. Den lämnar inte datorn." | "It ends in .html or .json. It does not leave the computer.";
    taken: "Jämförelsen är inlagd." | "The comparison is put in.";
    is_foreign: "Filen är varken en sparad bedömning eller en inskickad, eller så är den skadad. Inget har ändrats." | "The file is neither a saved assessment nor one that was sent in, or it is damaged. Nothing has changed.";
    is_other_instrument: "Filen är en sparad bedömning med ett annat frågeformulär, så dess svar går inte att räkna här. Välj i stället filen som skickades in: i den står värdena. Inget har ändrats."
        | "The file is a saved assessment of another questionnaire, so its answers cannot be counted here. Choose the file that was sent in instead: it holds the scores. Nothing has changed.";
    is_empty: "Filen har inga värden att jämföra med. Inget har ändrats." | "The file has no scores to compare with. Nothing has changed.";
    is_same: "Den är redan inlagd." | "It is there already.";
    is_many: "Sex jämförelser är det mesta som får plats. Ta bort en först." | "Six comparisons are the most that fit. Remove one first.";
    remove: "Ta bort jämförelsen" | "Remove the comparison";
    removed: "Jämförelsen är borttagen." | "The comparison is removed.";
    before: "Då" | "Then";
    now: "Nu" | "Now";
    theirs: "Deras" | "Theirs";
    area: "Område" | "Area";
    change: "Skillnad" | "Difference";
    unknown: "okänt" | "unknown";
    mark_note: "Ringen är det tidigare värdet, den fyllda symbolen är värdet nu." | "The ring is the earlier score, the filled mark is the score now.";
    too_near: "Jämförelsen visas inte. Det är samma bedömning med några få svar fler eller färre, och skillnaden skulle visa vad just de har svarat."
        | "The comparison is not shown. It is the same assessment with a few answers more or fewer, and the difference would show what just those said.";
    break_title: "Bruten jämförelse" | "Broken comparison";
    break_instrument: "Frågeformuläret är ett annat." | "The questionnaire is another.";
    break_organisation: "Det är en annan organisation." | "It is another organisation.";
    break_respondents: "Antalet svarande skiljer sig mycket." | "The number of respondents differs much.";
    break_note: "Värdena står bredvid varandra, men ingen linje går mellan dem och ingen skillnad räknas." | "The scores stand side by side, but no line runs between them and no difference is counted.";
    national_between: "Publicerade siffror ligger inom" | "Published figures lie within";
    unchanged: "Digital mognad är oförändrad" | "Digital maturity is unchanged";
    up: "Digital mognad upp" | "Digital maturity up";
    down: "Digital mognad ned" | "Digital maturity down";
    points: "procentenheter" | "percentage points";
    national: "Publicerade siffror" | "Published figures";
    national_lead: "Så högt har digital mognad mätts i publicerade rapporter. Urval och metod skiljer sig mellan dem, så siffrorna bildar ingen serie. De är mätta med det officiella formuläret, medan påståendena här är våra egna: jämför försiktigt. Snitt per kategori är inte publicerade."
        | "This is how high digital maturity has been measured in published reports. Population and method differ between them, so the figures form no series. They were measured with the official form, while the statements here are our own: compare with care. Averages by category are not published.";
    you: "Ni, nu" | "You, now";
    col_figure: "Siffra" | "Figure";
    col_population: "Urval" | "Population";
    col_period: "Period" | "Period";
    col_n: "Organisationer / svarande" | "Organisations / respondents";
    col_source: "Källa" | "Source";
    source: "källa" | "source";
    inferred: "härlett" | "inferred";
}
