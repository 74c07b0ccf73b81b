//! The fixed texts about what was sent and about checking it.

table! {
    /// The fixed texts about what was sent and about checking it.
    Sent
    result: "Utfall" | "Outcome";
    same: "Filen är oförändrad och stämmer med kvittot" | "The file is unaltered and fits the receipt";
    differs: "Filen stämmer inte med kvittot" | "The file does not fit the receipt";
    differs_why: "Antingen är det en annan inskickad bedömning, eller så har minst ett tecken i filen ändrats."
        | "Either it is another assessment, or at least one character of the file has been altered.";
    unnamed: "Jämför koden nedan med kvittot" | "Compare the code below with the receipt";
    code: "Filens kod" | "The file’s code";
    sealed: "Filen är krypterad. Bara arrangören kan läsa innehållet." | "The file is encrypted. Only the organiser can read its content.";
    foreign: "Filen är inte en inskickad bedömning av den version som sidan känner till."
        | "The file is not an assessment sent in, of a version that this site knows.";
    recounted: "Resultatet räknades om ur svaren och stämmer." | "The result was counted again from the answers and is the same.";
    miscounted: "Resultatet i filen följer inte av svaren i den." | "The result in the file does not follow from its answers.";
    other_instrument: "Bedömningen gjordes med en annan version av frågeformuläret, så resultatet kan inte räknas om här."
        | "The assessment was made with another version of the questionnaire, so its result cannot be counted again here.";
    check_title: "Kontrollera ett kvitto" | "Check a receipt";
    qr: "QR-kod till kontroll av kvittot" | "QR code for checking the receipt";
    qr_text: "Skanna koden eller följ länken för att kontrollera kvittot:" | "Scan the code or follow the link to check the receipt:";
    contact: "Kontaktperson" | "Contact person";
    answers: "Svar" | "Answers";
    instrument: "Frågeformulär" | "Questionnaire";
    replaces: "Ersätter" | "Replaces";
    changed: "Svaren har ändrats efter att de skickades. Skicka in igen om ändringen ska gälla."
        | "The answers have changed since they were sent. Send again if the change is to count.";
    tally: "Så många har svarat att svaren skickas som antal, inte ett och ett." | "So many have answered that the answers are sent as counts, not one by one.";
    organisation: "Organisation" | "Organisation";
}
