//! The fixed texts of documents to take away.

table! {
    /// The fixed texts of documents to take away.
    Export
    // The table.
    level: "Nivå" | "Level";
    id: "Id" | "Id";
    name: "Namn" | "Name";
    score: "Värde, procent" | "Score, percent";
    low: "Lägst möjligt, procent" | "Lowest possible, percent";
    high: "Högst möjligt, procent" | "Highest possible, percent";
    spread: "Spridning, procentenheter" | "Spread, percentage points";
    steps: "Svar som räknas" | "Answers that count";
    dont_know: "Vet ej" | "Don’t know";
    not_applicable: "Ej tillämpligt" | "Not applicable";
    unanswered: "Obesvarade" | "Unanswered";
    answer: "Svar" | "Answer";
    comments: "Kommentarer" | "Comments";
    target: "Mål, procent" | "Target, percent";
    action: "Åtgärd" | "Action";
    owner: "Ansvarig roll" | "Role in charge";
    date: "Klart senast" | "Done by";
    total: "Totalt" | "Total";
    dimension: "Dimension" | "Dimension";
    category: "Kategori" | "Category";
    statement: "Påstående" | "Statement";

    // Taking away.
    take: "Ta med er resultatet" | "Take the result with you";
    take_lead: "Allt skapas här i webbläsaren. Filerna innehåller svaren: lämna dem bara till dem som ska läsa dem."
        | "Everything is made here in the browser. The files hold the answers: give them only to those who are to read them.";
    paper: "Dokument för utskrift eller PDF" | "Document for print or PDF";
    paper_hint: "Försättsblad, sammanfattning, diagram, alla svar med kommentarer, metod, plan och plats för underskrifter." | "Front page, summary, charts, all answers with comments, method, plan and room for signatures.";
    csv: "Tabell för Excel eller LibreOffice (CSV)" | "Table for Excel or LibreOffice (CSV)";
    json: "Data för andra program (JSON)" | "Data for other programs (JSON)";
    json_hint: "Formatet är beskrivet i" | "The format is described in";

    // The document.
    subtitle: "Mätning av digital mognad med DiMiOS" | "Measurement of digital maturity with DiMiOS";
    printed: "Utskrivet" | "Printed";
    respondents: "Svarande" | "Respondents";
    instrument: "Frågeformulär" | "Questionnaire";
    version: "version" | "version";
    drafted: "Bedömningen ändrades senast" | "The assessment was last changed";
    summary: "Sammanfattning" | "Summary";
    answers: "Alla svar" | "All answers";
    none: "Inget svar" | "No answer";
    comment: "Kommentar" | "Comment";
    method: "Metod" | "Method";
    method_scale: "Varje påstående besvaras med ett steg på skalan, vet ej eller ej tillämpligt. Steg 1 är 0 procent och det högsta steget 100; stegen däremellan ligger lika långt isär. Omvända påståenden speglas."
        | "Every statement is answered with a step of the scale, don’t know or not applicable. Step 1 is 0 percent and the highest step 100; the steps between are equally far apart. Reversed statements are mirrored.";
    method_mean: "En kategori är medelvärdet av sina besvarade påståenden, en dimension av sina kategorier och den digitala mognaden av dimensionerna, allt på oavrundade värden. Vet ej, ej tillämpligt och obesvarat räknas aldrig som noll."
        | "A category is the mean of its answered statements, a dimension of its categories and digital maturity of the dimensions, all from unrounded values. Don’t know, not applicable and unanswered never count as zero.";
    method_mean_statements: "En kategori är medelvärdet av sina besvarade påståenden, en dimension av alla sina besvarade påståenden och den digitala mognaden av dimensionerna, allt på oavrundade värden. Vet ej, ej tillämpligt och obesvarat räknas aldrig som noll."
        | "A category is the mean of its answered statements, a dimension of all its answered statements and digital maturity of the dimensions, all from unrounded values. Don’t know, not applicable and unanswered never count as zero.";
    method_interval: "Spannet visar det lägsta och det högsta som värdet kan bli när allt som är obesvarat eller vet ej har fått ett svar." | "The range shows the lowest and the highest that the score can become once everything unanswered or don’t know has an answer.";
    signatures: "Underskrifter" | "Signatures";
    sign_name: "Namn" | "Name";
    sign_role: "Roll" | "Role";
    sign_date: "Datum" | "Date";
    signature: "Underskrift" | "Signature";
}
