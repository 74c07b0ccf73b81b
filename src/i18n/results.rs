//! The fixed texts about a result.

table! {
    /// The fixed texts about a result.
    Results
    maturity: "Digital mognad" | "Digital maturity";
    contents: "På den här sidan" | "On this page";
    categories: "Kategorierna" | "The categories";
    empty: "Det finns inget resultat ännu" | "There is no result yet";
    empty_text: "Resultatet visas när minst ett påstående i varje dimension har fått ett steg på skalan."
        | "The result appears when at least one statement in each dimension has a step of the scale.";
    both_low: "Både förmågan och arvet behöver stärkas" | "Both ability and legacy need strengthening";
    ability_high: "Stark förmåga på ett arv som håller emot" | "Strong ability on a legacy that holds back";
    legacy_high: "Ett arv som bär mer än det används till" | "A legacy that carries more than it is used for";
    both_high: "Stark förmåga på ett arv som bär" | "Strong ability on a legacy that carries";
    so_far: "Hittills" | "So far";
    is_highest: " ligger högst och " | " is highest and ";
    is_lowest: " lägst" | " lowest";
    categories_any: "Kategorierna, ordnade" | "The categories, ranked";
    standing: "Var ni står" | "Where you stand";
    as_table: "Visa som tabell" | "Show as a table";
    band_note: "Det ljusa bandet visar vad värdet fortfarande kan bli. Den streckade linjen är gränsen mellan låg och hög." | "The pale band shows what the value can still become. The dashed line divides low from high.";
    box_note: "Rutan visar vad läget fortfarande kan bli." | "The box shows what the position can still become.";
    strengths: "Starkast i er egen profil" | "Strongest in your own profile";
    weaknesses: "Svagast i er egen profil" | "Weakest in your own profile";
    relative: "Jämförelsen är relativ: någon kategori är alltid lägst, även i en hög profil." | "The comparison is relative: some category is always the lowest, even in a high profile.";
    how: "Så räknades det" | "How it was counted";
    how_lead: "Från svaret på varje påstående upp till totalen. Alla led räknas på oavrundade värden; talen här visas med en decimal."
        | "From the answer to each statement up to the total. Every level is counted from unrounded values; the figures here show one decimal.";
    threshold: "Gräns mellan låg och hög" | "Line between low and high";
    reconstructed: "Påståendena är formulerade av oss utifrån det som är känt om DiMiOS. Den officiella ordalydelsen är licensierad och ingår inte, så resultatet kan inte jämföras rakt av med en officiell mätning."
        | "The statements are our own wording of what is known about DiMiOS. The official wording is licensed and not included, so the result cannot be compared directly with an official measurement.";
    col_category: "Kategori" | "Category";
    col_score: "Värde" | "Score";
    col_interval: "Möjligt spann" | "Possible range";
    col_answers: "Svar som räknas" | "Answers that count";
    col_dimension: "Dimension" | "Dimension";
    col_statement: "Påstående" | "Statement";
    col_answer: "Svar" | "Answer";
    col_n: "Antal svar" | "Answers";
    col_percent: "Procent" | "Percent";
    col_weight: "Vikt" | "Weight";
    reversed: "omvänt påstående" | "reversed statement";
    not_counted: "räknas inte" | "not counted";
    mean_of: "Medelvärde av" | "Mean of";
    col_now: "Värde nu" | "Score now";
    col_step_up: "Ett steg upp" | "One step up";
    col_all_up: "Hela vägen" | "All the way";
    col_group: "Roll eller enhet" | "Role or unit";
    col_spread: "Spridning" | "Spread";
    radar: "Kategorierna som spindeldiagram" | "The categories as a spider chart";
    radar_even: "Jämn profil: alla kategorier har " | "An even profile: all categories have ";
    radar_from: "Profilen går från " | "The profile runs from ";
    radar_to: " till " | " to ";
    radar_note: "Ytan i ett spindeldiagram säger ingenting: den beror på i vilken ordning kategorierna står." | "The area of a spider chart says nothing: it depends on the order of the categories.";
    points_note: "Varje blek punkt är en svarande." | "Every pale dot is one respondent.";
    spread_note: "Det smala strecket visar var de flesta svarandes egna värden ligger: en standardavvikelse åt vardera hållet." | "The thin line shows where most respondents’ own scores lie: one standard deviation either way.";
    talk: "Prata om de här först" | "Talk about these first";
    talk_lead: "Här går svaren mest isär. Det kan bero på att ni ser olika delar av organisationen, eller läser påståendet olika." | "Here the answers differ most. You may see different parts of the organisation, or read the statement differently.";
    most: "Det här påverkar mest" | "What matters most";
    most_lead: "Så mycket skulle den digitala mognaden stiga om alla som svarat höjde just det svaret. Det är räknat, inte uppskattat."
        | "This is how much digital maturity would rise if everyone who answered raised just that answer. It is counted, not estimated.";
    most_note: "Listan visar var det finns mest att hämta i måttet. Den säger inte vad som är viktigast eller lättast för er." | "The list shows where there is most to gain in the figure. It does not say what is most important or easiest for you.";
    open: "Det här gör spannet brett" | "What keeps the range wide";
    open_lead: "Obesvarade och ”vet ej” räknas inte, men de håller öppet vad den digitala mognaden kan bli. Så många procentenheter smalnar spannet av när svaren på ett påstående blir klara."
        | "Unanswered and “don’t know” do not count, but they keep open what digital maturity can become. This is by how many percentage points the range narrows once the answers to a statement are settled.";
    col_width: "Smalnar av" | "Narrows by";
    spread_title: "Hur svaren fördelar sig" | "How the answers fall";
    spread_most: "Svaren går mest isär om " | "The answers differ most about ";
    spread_most_in: ": svaren går mest isär om " | ": the answers differ most about ";
    spread_none: "Svaren går inte isär" | "The answers do not differ";
    spread_none_in: ": svaren går inte isär" | ": the answers do not differ";
    spread_lead: "Varje stapel är alla svar på ett påstående, från det lägsta steget till vänster. I stapeln står steget och under den antalet svar. Vet ej, ej tillämpligt och obesvarat står sist, utan steg."
        | "Every bar is all answers to a statement, from the lowest step at the left. The bar holds the step, and below it stands the number of answers. Don’t know, not applicable and unanswered stand last, without a step.";
    groups: "Roller och enheter" | "Roles and units";
    groups_own: "Era egna svar i den här bedömningen räknas i totalen, men inte i någon grupp." | "Your own answers in this assessment count in the total, but in no group.";
    no_group: "Ingen angiven" | "None named";
    unanswered: "Inget svar" | "Not answered";
    example: "Exempel med påhittade svar" | "Example with invented answers";
    take_picture: "Spara diagrammet som" | "Save the chart as";
    picture_not_drawn: "Webbläsaren kunde inte rita bilden. Försök igen, eller välj det andra formatet." | "The browser could not draw the picture. Try again, or choose the other format.";

    // Advice.
    advice: "Råd utifrån era svar" | "Advice from your answers";
    advice_lead: "Råden är våra egna. De väljs av värdena och av enskilda svar, och varje råd säger vilka svar det bygger på. Kategorin med lägst värde står först."
        | "The advice is our own. It is chosen by the scores and by single answers, and each piece says which answers it is built on. The category with the lowest score stands first.";
    advice_enough: "Räcker det?" | "Is it enough?";
    advice_next: "Nästa steg" | "Next step";
    advice_by: "Bygger på" | "Built on";
    advice_single: "Svar att börja med" | "Answers to begin with";
    advice_absent: "Råden är inte hämtade ännu. De kommer när sidan har nät." | "The advice has not been fetched yet. It comes when the page has a network.";
    advice_bad: "Råden i frågeformulärets fil har fel och visas inte. Resultatet påverkas inte." | "The advice in the questionnaire’s file has errors and is not shown. The result is not affected.";
}
