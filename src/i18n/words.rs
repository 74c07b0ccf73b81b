//! The fixed texts.

table! {
    /// The fixed texts of a language, named by what they are for.
    Words
    // The frame of every page.
    skip: "Hoppa till innehållet" | "Skip to content";
    menu: "Meny" | "Menu";
    nav_nominees: "Nominerade" | "Nominees";
    nav_timeline: "Hålltider" | "Key dates";
    nav_assess: "Bedömning" | "Assessment";
    nav_method: "Metod" | "Method";
    other_language: "English" | "Svenska";
    foot_about: "Om utmärkelsen" | "About the award";
    foot_method: "Så räknas det" | "How it is counted";
    foot_stored: "Det här sparas" | "What is stored";
    foot_accessibility: "Tillgänglighet" | "Accessibility";
    foot_data: "Öppna data" | "Open data";
    foot_label: "Om webbplatsen" | "About this site";
    nav_label: "Huvudmeny" | "Main menu";

    // Saving.
    save_neutral: "Svaren sparas på den här datorn" | "Answers are saved on this computer";
    save_underway: "Sparar …" | "Saving …";
    save_quick: "Sparat i webbläsaren, men ännu inte säkert på disken. Spara en fil om det är viktigt."
        | "Saved in the browser, but not yet safe on the disk. Save a file if it matters.";
    save_where: "på den här datorn" | "on this computer";
    save_failed: "Inte sparat." | "Not saved.";
    save_blocked: "Webbläsaren låter inte sidan spara. Svaren finns kvar så länge fliken är öppen."
        | "The browser does not let this page save. The answers stay as long as this tab is open.";
    save_full: "Webbläsarens utrymme är fullt. Det du sparat tidigare är kvar, och det nya finns kvar så länge fliken är öppen."
        | "The browser’s storage is full. What was saved before is safe, and the new answers stay as long as this tab is open.";
    save_again: "Försök igen" | "Try again";
    save_file: "Spara en fil" | "Save a file";

    // Assessment: start.
    start_title: "Bedöm er digitala mognad" | "Assess your digital maturity";
    start_lead: "Ta ställning till 30 påståenden om hur det är hos er i dag. Ni ser resultatet direkt, och inget lämnar datorn förrän ni själva skickar in."
        | "Take a stand on 30 statements about how things are today. You see the result at once, and nothing leaves this computer until you choose to send it.";
    start_new: "Ny bedömning" | "New assessment";
    start_who: "Vilken kommun gäller det?" | "Which municipality is it for?";
    start_who_hint: "Skriv början på namnet. Välj flera om ni gör en gemensam bedömning." | "Type the first letters. Choose several for a joint assessment.";
    start_chosen: "Valda kommuner" | "Chosen municipalities";
    start_remove: "Ta bort" | "Remove";
    start_other: "Annan organisation" | "Another organisation";
    start_other_hint: "Till exempel ett kommunalförbund, en region eller en myndighet." | "For example a joint authority, a region or an agency.";
    start_begin: "Börja bedömningen" | "Begin the assessment";
    start_no_match: "Ingen kommun heter så." | "No municipality has that name.";
    start_nothing_chosen: "Välj en kommun eller skriv en annan organisation." | "Choose a municipality or type another organisation.";

    // Assessment: overview.
    overview_title: "Översikt" | "Overview";
    overview_lead: "Svara i vilken ordning ni vill." | "Answer in any order.";
    overview_leave: " Ni kan lämna sidan och komma tillbaka." | " You can leave and come back.";
    overview_start: "Alla bedömningar" | "All assessments";
    overview_no_organisation: "Namnet följer med i resultatet och i det ni skickar in." | "The name goes with the result and with what you send in.";
    overview_review: "Granska svaren" | "Check the answers";
    overview_result: "Se resultatet" | "See the result";
    overview_sent: "Inskickad" | "Sent in";
    overview_receipt: "Visa kvittot" | "Show the receipt";

    // Assessment: a category.
    to_overview: "Till översikten" | "To the overview";
    to_review: "Granska svaren" | "Check the answers";
    clear: "Ta bort svaret" | "Remove the answer";
    comment: "Skriv en kommentar" | "Write a comment";
    comment_label: "Kommentar" | "Comment";
    comment_hint: "Undvik personuppgifter. Kommentaren skickas bara om ni väljer det." | "Avoid personal data. The comment is sent only if you choose so.";
    no_such_category: "Den delen finns inte i frågeformuläret." | "The questionnaire has no such part.";
    no_such_draft: "Bedömningen finns inte på den här datorn." | "That assessment is not on this computer.";
    no_such_draft_help: "Den kan vara gjord i en annan webbläsare, eller så har webbläsaren rensat sina sparade uppgifter. Har ni en sparad fil kan ni öppna den."
        | "It may have been made in another browser, or the browser may have cleared what it stored. If you have a saved file you can open it.";

    // Assessment: review.
    review_title: "Granska svaren" | "Check the answers";
    review_lead: "Läs igenom svaren. Ni kan ändra allt tills ni skickar in, och även därefter skicka en rättad version." | "Read through the answers. You can change everything until you send, and send a corrected version after that.";
    review_none: "Inget svar" | "Not answered";
    review_change: "Ändra" | "Change";
    review_send: "Gå vidare till att skicka in" | "Go on to sending";

    // A part of the app that could not be fetched.
    chunk_failed_title: "Sidan kunde inte hämtas" | "The page could not be fetched";
    chunk_failed: "Den här delen av webbplatsen kunde inte hämtas. Det ni har svarat är kvar. Kontrollera nätet och försök igen."
        | "This part of the site could not be fetched. Your answers are still here. Check the network and try again.";
    data_coming: "Hämtar sidan …" | "Fetching the page …";

    // Assessment: result.
    result_coming: "Resultatet räknas …" | "Counting the result …";
    result_failed: "Den del av sidan som räknar resultatet kunde inte hämtas. Svaren är kvar. Kontrollera nätet och försök igen."
        | "The part of the site that counts the result could not be fetched. Your answers are still here. Check the network and try again.";
    result_again: "Försök igen" | "Try again";
    result_print: "Skriv ut" | "Print";
    result_send: "Skicka in" | "Send in";

    // Assessment: send.
    send_title: "Skicka in bedömningen" | "Send in the assessment";
    send_lead: "Ange vem juryn kan kontakta. Nästa steg visar exakt vad som skickas." | "Say whom the jury can contact. The next step shows exactly what is sent.";
    send_contact: "Kontaktperson" | "Contact person";
    send_name: "Namn" | "Name";
    send_role: "Roll" | "Role";
    send_role_hint: "Till exempel digitaliseringschef eller nyckelanvändare." | "For example head of digitalisation or key user.";
    send_email: "E‑postadress" | "Email address";
    send_comments: "Skicka med kommentarerna" | "Include the comments";
    send_plan: "Skicka med planen" | "Send the plan too";
    send_preview: "Visa det som skickas" | "Show what will be sent";
    send_check_title: "Det här skickas" | "This will be sent";
    send_check_lead: "Kontrollera uppgifterna. När ni skickar in fryses innehållet, och varje nytt försök skickar exakt samma innehåll."
        | "Check the details. Sending freezes the content, and every new attempt sends exactly the same.";
    send_exact: "Visa exakt innehåll" | "Show the exact content";
    send_now: "Skicka in" | "Send in";
    send_sending: "Skickar …" | "Sending …";
    send_edit: "Ändra uppgifterna" | "Change the details";
    send_no_store: "Inget har skickats. Webbläsaren kunde inte spara det som skulle skickas. Spara en fil, frigör utrymme och försök igen."
        | "Nothing has been sent. The browser could not store what was to be sent. Save a file, make room and try again.";
    send_no_config: "Inget har skickats. Adressen till mottagaren gick inte att läsa. Svaren är kvar. Försök igen om en stund."
        | "Nothing has been sent. The receiver’s address could not be read. Your answers are still here. Try again in a while.";
    send_not_frozen: "Inget har skickats. En del av sidan gick inte att hämta, och utan den kan du inte se vad som skickas. Svaren är kvar. Kontrollera nätet och försök igen."
        | "Nothing has been sent. A part of the page could not be fetched, and without it you cannot see what will be sent. Your answers are still here. Check the network and try again.";
    send_too_big: "Inget har skickats. Kommentarerna är för långa tillsammans: mottagaren tar emot högst 256 kB. Korta dem eller skicka utan kommentarer."
        | "Nothing has been sent. The comments are too long together: the receiver takes at most 256 kB. Shorten them or send without comments.";
    errors_title: "Det finns något att rätta" | "There is something to correct";
    need_real: "Det här är ett exempel med påhittade svar. Det kan inte skickas in." | "This is an example with invented answers. It cannot be sent in.";
    need_organisation: "Välj vilken organisation bedömningen gäller" | "Choose which organisation the assessment is for";
    need_name: "Skriv kontaktpersonens namn" | "Enter the contact person’s name";
    need_role: "Skriv kontaktpersonens roll" | "Enter the contact person’s role";
    need_email: "Skriv kontaktpersonens e‑postadress" | "Enter the contact person’s email address";
    need_email_form: "Skriv e‑postadressen som namn@kommun.se" | "Enter the email address like name@kommun.se";
    label_organisation: "Organisation" | "Organisation";
    label_result: "Resultat" | "Result";

    // Assessment: receipt.
    receipt_title: "Kvitto" | "Receipt";
    receipt_received: "Mottaget" | "Received";
    receipt_waiting: "Väntar på nät" | "Waiting for the network";
    receipt_waiting_busy: "Väntar på mottagaren" | "Waiting for the receiver";
    receipt_unconfirmed: "Skickat men inte bekräftat" | "Sent but not confirmed";
    receipt_refused: "Mottagaren tog inte emot" | "The receiver did not accept it";
    receipt_none: "Inget har skickats in från den här bedömningen." | "Nothing has been sent in from this assessment.";
    receipt_code: "Kvittokod" | "Receipt code";
    receipt_key: "Fullständig nyckel" | "Full key";
    receipt_server_date: "Mottagarens klockslag" | "The receiver’s time";
    receipt_save: "Spara det som skickats som fil" | "Save what was sent as a file";
    receipt_retry: "Skicka igen" | "Send again";
    receipt_safe: "Innehållet är sparat på den här datorn. Det skickas igen av sig självt, precis likadant, medan sidan är öppen och nästa gång den öppnas. Inget kan bli dubbelt."
        | "The content is saved on this computer. It is sent again by itself, unchanged, while the page is open and when it is next opened. Nothing can arrive twice.";
    receipt_in_tab: "Delad dator: innehållet finns bara i den här fliken. Det skickas igen av sig självt, precis likadant, så länge fliken är öppen. Spara det som fil innan ni stänger den. Inget kan bli dubbelt."
        | "Shared computer: the content is only in this tab. It is sent again by itself, unchanged, as long as the tab is open. Save it as a file before you close it. Nothing can arrive twice.";
    receipt_next: "Juryn läser bedömningen tillsammans med ansökan. Spara eller skriv ut kvittot." | "The jury reads the assessment together with the application. Save or print this receipt.";
    receipt_altered: "Det sparade innehållet stämmer inte med sin nyckel. Något har ändrat det. Inget skickas; svaren i bedömningen är orörda, så skicka in på nytt."
        | "The stored content does not fit its key. Something has altered it. Nothing is sent; the answers of the assessment are untouched, so send it in anew.";

    // A bad instrument.
    bad_title: "Frågeformuläret går inte att använda" | "The questionnaire cannot be used";
    bad_lead: "Filen med frågor har fel. Inga svar har ändrats. Felen är:" | "The file of statements has errors. No answers have changed. The errors are:";
    bad_help: "Rätta filen, eller peka ut en annan i config.json, och ladda om sidan." | "Correct the file, or name another in config.json, and reload the page.";
    changed_instrument: "Frågeformuläret har ändrats sedan bedömningen påbörjades. Svar på påståenden som finns kvar gäller fortfarande."
        | "The questionnaire has changed since the assessment was begun. Answers to statements that remain still count.";

    // Home.
    home_assess: "Gör bedömningen i DiMiOS" | "Do the DiMiOS assessment";
    home_all: "Alla år sedan 2001" | "All years since 2001";
    not_found_title: "Sidan finns inte" | "There is no such page";
    not_found_help: "Adressen kan vara felskriven, eller så har sidan flyttats. Inget som du har sparat är borta."
        | "The address may be mistyped, or the page may have moved. Nothing that you have saved is gone.";
    not_found_home: "Till startsidan" | "To the start page";
}
