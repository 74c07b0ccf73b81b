//! The fixed texts about keeping answers.

table! {
    /// The fixed texts about keeping answers: drafts, files, what is stored, and receipts.
    Keeping
    // Drafts on this computer.
    drafts: "Påbörjade bedömningar" | "Assessments in progress";
    no_drafts: "Inga påbörjade bedömningar på den här datorn." | "No assessments in progress on this computer.";
    unnamed: "Utan namn" | "Unnamed";
    manage: "Hantera" | "Manage";
    name: "Namn på bedömningen" | "Name of the assessment";
    rename: "Byt namn" | "Rename";
    copy: "Gör en kopia" | "Make a copy";
    copied: "Kopian ligger överst i listan." | "The copy is first in the list.";
    copy_suffix: " (kopia)" | " (copy)";
    delete: "Ta bort" | "Delete";
    deleted: "Bedömningen är borttagen." | "The assessment is deleted.";
    undo: "Ångra" | "Undo";
    no_file: "Ingen fil sparad" | "No file saved";
    old_file: "Ändrad efter att filen sparades" | "Changed after the file was saved";
    newer_drafts: "På den här datorn finns uppgifter som en nyare version av sidan har sparat. De är orörda. Ladda om sidan för att få den nya versionen."
        | "This computer holds data that a newer version of the site has stored. It is untouched. Reload the page to get the new version.";
    newer_draft: "En nyare version av sidan har sparat den här bedömningen. Här går den bara att läsa, och inget i den ändras. Ladda om sidan för att få den nya versionen."
        | "A newer version of the site has stored this assessment. Here it can only be read, and nothing in it is changed. Reload the page to get the new version.";

    // Opening a file.
    open: "Öppna en sparad fil" | "Open a saved file";
    open_hint: "Välj filen eller släpp den på sidan. Den blir en ny bedömning, och inget på den här datorn skrivs över."
        | "Choose the file or drop it on the page. It becomes a new assessment, and nothing on this computer is overwritten.";
    preview: "Det här finns i filen" | "This is in the file";
    open_as_new: "Öppna som ny bedömning" | "Open as a new assessment";
    leave: "Avbryt" | "Cancel";
    file_large: "Filen är större än 16 MB. En sparad bedömning är aldrig så stor, så det här är en annan fil. Inget har ändrats."
        | "The file is larger than 16 MB. A saved assessment is never that large, so this is another file. Nothing has changed.";
    file_foreign: "Filen är inte en sparad bedömning. Den ska heta något med dimios och sluta på .html eller .json. Inget har ändrats."
        | "The file is not a saved assessment. Its name should contain dimios and end in .html or .json. Nothing has changed.";
    file_submission: "Filen är en inskickad bedömning. Den går att kontrollera på sidan Kontrollera kvitto, men inte att fortsätta på. Inget har ändrats."
        | "The file is an assessment that was sent in. It can be checked on the page Check a receipt, but not continued. Nothing has changed.";
    file_newer: "En nyare version av sidan har sparat filen. Ladda om sidan för att få den nya versionen och öppna filen igen. Inget har ändrats."
        | "A newer version of the site has saved the file. Reload the page to get the new version, and open the file again. Nothing has changed.";
    file_damaged: "Filen är en sparad bedömning, men den är skadad: en del av den saknas eller har ändrats. Öppna en annan kopia av filen. Svaren går att läsa om ni öppnar den i webbläsaren. Inget har ändrats."
        | "The file is a saved assessment, but it is damaged: a part of it is missing or has been altered. Open another copy of it. The answers can be read by opening it in the browser. Nothing has changed.";
    file_unread: "Webbläsaren kunde inte läsa filen. Inget har ändrats." | "The browser could not read the file. Nothing has changed.";

    // A shared computer.
    shared: "Delad dator: spara inget här" | "Shared computer: store nothing here";
    shared_hint: "Svaren finns då bara i den här fliken och försvinner när den stängs eller laddas om. Spara en fil om ni vill fortsätta senare."
        | "The answers are then only in this tab, and are gone when it is closed or reloaded. Save a file to go on later.";
    shared_state: "Delad dator: svaren finns bara i den här fliken." | "Shared computer: the answers are only in this tab.";

    // The draft file.
    file_kind: "Sparad bedömning i DiMiOS" | "Saved DiMiOS assessment";
    file_how: "Så fortsätter ni" | "How to continue";
    file_step_1: "Gå till" | "Go to";
    file_step_2: "Välj den här filen under ”Öppna en sparad fil”, eller släpp den på sidan." | "Choose this file under “Open a saved file”, or drop it on the page.";
    file_step_3: "Filen blir en ny bedömning. Ni kan öppna den hur många gånger ni vill." | "The file becomes a new assessment. It can be opened any number of times.";
    file_private: "Filen innehåller alla svar och kommentarer. Lämna den bara till dem som ska läsa dem."
        | "The file holds all answers and comments. Give it only to those who are to read them.";
    file_other: "Övrigt" | "Other";

    // Backups.
    backup_none: "Det senaste finns bara i den här webbläsaren. Det kan försvinna om webbläsarens data rensas, och Safari kan ta bort det efter sju dagar utan besök."
        | "The latest is only in this browser. It may be lost if the browser’s data is cleared, and Safari may remove it after seven days without a visit.";
    backup_promised: "Det senaste finns bara i den här webbläsaren. Det kan försvinna om webbläsarens data rensas, men webbläsaren har lovat att inte ta bort det själv."
        | "The latest is only in this browser. It may be lost if the browser’s data is cleared, but the browser has promised not to remove it by itself.";
    backup_deadline: "Sista dagen att skicka in är nära, och det senaste finns inte i någon sparad fil. Spara en fil nu."
        | "The last day to send in is near, and the latest changes are in no saved file. Save a file now.";
    last_day: "Sista dag att skicka in" | "Last day to send in";

    // The same in two tabs.
    conflict: "Ändrat i två flikar samtidigt." | "Changed in two tabs at once.";
    conflict_why: "Vilket ska gälla?" | "Which is to count?";
    keep_ours: "Den här fliken:" | "This tab:";
    keep_theirs: "Den andra fliken:" | "The other tab:";

    // What is stored.
    title: "Det här sparas på din enhet" | "What is stored on your device";
    stored_lead: "Sidan sätter inga kakor och spårar inte. Den sparar bara det du själv fyller i, och en kopia av sina egna sidor för att fungera utan nät, i den här webbläsaren."
        | "This site sets no cookies and does not track. It stores only what you enter, and a copy of its own pages so that it works without network, in this browser.";
    stored_limits: "Rensar du webbläsarens data försvinner bedömningarna. Safari kan ta bort dem om sidan inte besöks på sju dagar. Spara en fil om du vill vara säker."
        | "If you clear the browser’s data the assessments are gone. Safari may remove them if the site is not visited for seven days. Save a file to be safe.";
    stored_durability: "Varje svar skrivs på minst två ställen i webbläsaren. När det står ”Sparat” ligger det på disken, även om datorn stängs av tvärt."
        | "Every answer is written in at least two places in the browser. When it says “Saved” it is on the disk, even if the computer is cut off suddenly.";
    stored_drafts: "Bedömningar" | "Assessments";
    stored_sent: "Inskickade eller på väg" | "Sent or on their way";
    stored_clear: "Rensa allt" | "Clear everything";
    stored_clear_sure: "Tryck igen för att ta bort allt som är sparat här. Det går inte att ångra." | "Press again to remove everything stored here. This cannot be undone.";
    stored_clearing: "Tar bort …" | "Removing …";
    stored_cleared: "Allt du har fyllt i är borttaget." | "Everything you have entered is removed.";
    stored_cleared_partly: "Webbläsaren lät inte sidan ta bort allt. Ta bort webbplatsens data i webbläsarens inställningar." | "The browser did not let the page remove everything. Remove the site’s data in the browser’s settings.";

    stored_kept: "Webbläsaren rensar inte det som är sparat här när den får ont om plats." | "The browser does not remove what is stored here when it runs short of room.";
    stored_not_kept: "Webbläsaren kan rensa det som är sparat här när den får ont om plats." | "The browser may remove what is stored here when it runs short of room.";
    stored_where: "Var" | "Where";
    stored_where_text: "localStorage och IndexedDB (databasen dimios, i Chrome och Edge även en kopia av den) i den här webbläsaren"
        | "localStorage and IndexedDB (the database dimios, in Chrome and Edge also a copy of it) of this browser";
    stored_size: "Storlek" | "Size";
    stored_damaged: "Skadade uppgifter" | "Damaged data";
    stored_damaged_text: "Något har skadat uppgifter som var sparade här. De räknas inte med, men är inte borttagna. Spara dem som fil om någon ska kunna rädda det som går."
        | "Something has damaged data that was stored here. It does not count, but it has not been removed. Save it as a file if somebody is to rescue what can be.";
    stored_damaged_save: "Spara de skadade uppgifterna som fil" | "Save the damaged data as a file";

    // Checking a receipt.
    check_title: "Kontrollera ett kvitto" | "Check a receipt";
    check_lead: "Se att en inskickad bedömning är oförändrad och att resultatet följer av svaren. Allt räknas här i webbläsaren, och filen lämnar inte datorn."
        | "See that an assessment that was sent in is unaltered and that the result follows from the answers. Everything is counted in this browser, and the file does not leave the computer.";
    check_receipt: "Kvittokod eller fullständig nyckel" | "Receipt code or full key";
    check_hint: "Den står på kvittot, till exempel 3F1A-90C2. Nyckeln är säkrare än koden." | "It is on the receipt, for example 3F1A-90C2. The key is safer than the code.";
    check_file: "Den inskickade filen" | "The file that was sent in";
    check_file_hint: "Den sparas från kvittosidan, och mottagaren har den. Namnet slutar på .json." | "It is saved from the receipt page, and the receiver has it. Its name ends in .json.";
    check_not_a_receipt: "Det är varken en kvittokod eller en nyckel. Koden är åtta tecken, till exempel 3F1A-90C2." | "That is neither a receipt code nor a key. The code has eight characters, for example 3F1A-90C2.";
    check_needs_file: "Den inskickade bedömningen finns inte i den här webbläsaren. Välj filen, så kontrolleras den mot kvittot." | "What was sent in is not in this browser. Choose the file, and it is checked against the receipt.";
    check_unread: "Filen gick inte att läsa, eller så är den större än 256 kB och därför ingen inskickad bedömning." | "The file could not be read, or it is larger than 256 kB and therefore no assessment that was sent in.";
    check_from_here: "Skickad från den här webbläsaren" | "Sent from this browser";
    seal_will: "Arrangören har bett om kryptering. Det du ser här krypteras i webbläsaren, och bara arrangören kan läsa det." | "The organiser has asked for encryption. What you see here is encrypted in the browser, and only the organiser can read it.";
    seal_sent: "Det som skickades är krypterat till arrangören." | "What was sent is encrypted for the organiser.";
    seal_failed: "Inget har skickats. Arrangören har bett om kryptering, men webbläsaren kan inte kryptera på den här sidan. Öppna sidan med https i en annan webbläsare. Svaren är kvar här."
        | "Nothing has been sent. The organiser has asked for encryption, but the browser cannot encrypt on this page. Open the site over https in another browser. Your answers are still here.";

    // Several respondents.
    respondents: "Svarande" | "Respondents";
    respondents_lead: "Låt fler svara. Var och en svarar på sin egen enhet och lämnar tillbaka en fil. Ingen behöver ett konto, och svaren skickas inte till någon server."
        | "Let more people answer. Each answers on a device of their own and hands back a file. Nobody needs an account, and the answers are not sent to any server.";
    plan: "Plan" | "Plan";
    plan_lead: "Sätt mål där det betyder något, och skriv vad som ska göras, av vem och till när. Planen sparas med bedömningen och skickas bara in om ni väljer det."
        | "Set targets where it matters, and write what is to be done, by whom and by when. The plan is saved with the assessment and is sent in only if you choose so.";
    plan_whole: "Hela planen" | "The whole plan";
    document: "Dokument" | "Document";
    document_lead: "Så här ser det ut på papper. Skriv ut det, eller välj att spara som PDF i utskriftsrutan." | "This is what it looks like on paper. Print it, or choose to save as PDF in the print dialogue.";
    take_failed: "Filen kunde inte skapas. Svaren är kvar. Försök igen. Hjälper det inte, spara bedömningen som fil och ladda om sidan."
        | "The file could not be made. Your answers are still here. Try again. If that does not help, save the assessment as a file and reload the page.";
    example: "Se ett exempel" | "See an example";
    example_hint: "Ett helt resultat med påhittade svar från Exempelkommunen." | "A full result with invented answers from an invented municipality.";
    example_mark: "Exempel med påhittade svar. Det går att ändra, men aldrig att skicka in." | "Example with invented answers. It can be changed, but never sent in.";
    respondents_way: "Låt fler svara" | "Let more people answer";
    link_copied: "Länken är kopierad." | "The link is copied.";
    link_not_copied: "Webbläsaren lät inte sidan kopiera. Markera länken och kopiera den själv." | "The browser did not let the page copy. Select the link and copy it yourself.";
    respondents_result: "Se resultatet" | "See the result";
    invited_title: "Du är inbjuden att svara" | "You are invited to answer";
    invited_text: "Någon har bett dig svara. Dina svar stannar på den här enheten tills du själv lämnar tillbaka dem som en fil."
        | "Somebody has asked you to answer. Your answers stay on this device until you hand them back as a file yourself.";
    hand_back: "Lämna ditt svar" | "Hand in your answer";
    hand_back_text: "Spara svaret som en fil och skicka den till den som bad dig svara, till exempel i ett mejl. Ändrar du något sedan, spara filen igen och skicka den nya."
        | "Save the answer as a file and send it to the one who asked you, for example by email. If you change anything later, save the file again and send the new one.";
    hand_back_open: "Obesvarade påståenden räknas inte. Du kan lämna svaret ändå." | "Unanswered statements do not count. You can hand in the answer all the same.";
    hand_back_saved: "Filen är sparad. Skicka den till den som bad dig svara." | "The file is saved. Send it to the one who asked you.";
    hand_back_save: "Spara svaret som fil" | "Save the answer as a file";
}
