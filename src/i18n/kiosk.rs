//! The fixed texts of the kiosk.

table! {
    /// The fixed texts of the kiosk.
    Kiosk
    // The loop.
    start: "Testa din kommun på två minuter" | "Test your municipality in two minutes";
    start_whole: "Testa din kommun" | "Test your municipality";
    see_nominees: "Se alla nominerade" | "See all nominees";
    test_title: "Hur långt har din kommun kommit?" | "How far has your municipality come?";
    test_text: "Ta ställning till några påståenden om digital förmåga och digitalt arv. Resultatet kommer direkt, och du kan ta med det i telefonen."
        | "Take a stand on some statements about digital ability and digital legacy. The result comes at once, and you can take it with you on your phone.";
    stop: "Stoppa bilderna" | "Stop the pictures";
    go_on: "Visa bilderna" | "Show the pictures";
    before: "Föregående bild" | "Previous picture";
    after: "Nästa bild" | "Next picture";
    over: "Börja om" | "Start over";
    back: "Tillbaka" | "Back";

    // Choosing.
    who: "Vilken kommun gäller det?" | "Which municipality is it?";
    search: "Kommunens namn" | "The municipality’s name";
    search_hint: "Skriv början på namnet och välj i listan." | "Type the first letters and choose from the list.";
    no_one: "Fortsätt utan kommun" | "Go on without a municipality";
    space: "Mellanslag" | "Space";
    erase: "Sudda" | "Erase";
    letters: "Tangentbord" | "Keyboard";
    how_much: "Hur mycket tid har du?" | "How much time do you have?";
    short: "Kort test" | "Short test";
    short_text: "Ungefär två minuter. Ger en fingervisning." | "About two minutes. Gives an indication.";
    whole: "Hela bedömningen" | "The whole assessment";
    whole_text: "Ungefär tio minuter. Ger hela bilden." | "About ten minutes. Gives the whole picture.";
    kept: "Svaren finns bara på den här skärmen så länge du är kvar. Inget skickas om du inte väljer det."
        | "Your answers are on this screen only while you are here. Nothing is sent unless you choose to.";
    skip: "Hoppa över" | "Skip";

    // The result.
    take_home: "Ta med dig svaren" | "Take your answers home";
    take_home_text: "Läs av koden med telefonens kamera. Svaren öppnas som ett utkast på din telefon, och där kan du fortsätta."
        | "Read the code with your phone’s camera. The answers open as a draft on your phone, where you can go on.";
    take_home_safe: "Svaren ligger i själva koden och skickas inte till någon server." | "The answers are in the code itself and are not sent to any server.";
    take_home_code: "Kod med dina svar" | "Code with your answers";
    rest: "Svara på resten" | "Answer the rest";
    done: "Klar" | "Done";
    read_more: "Läs mer på webbplatsen" | "Read more on the site";
    facts: "Det här är känt" | "What is known";

    // Sending.
    sent_what: "Det här skickas: kommunen, alla svar, resultatet och kontaktpersonen." | "This will be sent: the municipality, all answers, the result and the contact person.";
    sent_keep: "Spara kvittot: läs av koden eller skriv av kvittokoden." | "Keep the receipt: read the code or write down the receipt code.";
    sent_code: "Kod till kvittot" | "Code to the receipt";
    need_who: "Gå tillbaka och välj en kommun. Annars vet mottagaren inte vem bedömningen gäller." | "Go back and choose a municipality. Otherwise the receiver does not know whom the assessment is for.";

    // Standing still.
    still_there: "Är du kvar?" | "Are you still there?";
    will_clear: "Annars töms skärmen, så att nästa besökare kan börja. Sekunder kvar:" | "Otherwise the screen is cleared for the next visitor. Seconds left:";
    stay: "Fortsätt" | "Continue";
    leave: "Jag är klar" | "I am done";
    seconds_left: "Tio sekunder kvar" | "Ten seconds left";

    // The staff.
    pin: "Personalens PIN" | "The staff’s PIN";
    pin_wrong: "Fel PIN. Vänta en stund och försök igen." | "Wrong PIN. Wait a while and try again.";
    pin_open: "Öppna" | "Open";
    cancel: "Avbryt" | "Cancel";
    staff: "För personalen" | "For the staff";
    staff_outbox: "Inskickat härifrån" | "Sent from here";
    staff_waiting: "Väntar" | "Waiting";
    staff_unconfirmed: "Skickat, inte bekräftat" | "Sent, not confirmed";
    staff_received: "Mottaget" | "Received";
    staff_refused: "Inte godtaget" | "Refused";
    staff_send: "Skicka nu" | "Send now";
    staff_stored: "Lagrat på datorn" | "Stored on this computer";
    staff_build: "Version" | "Build";
    staff_home: "Adress för hemtagning" | "Address to take home";
    staff_no_home: "Saknas i config.json: besökare kan inte ta med svaren" | "Missing in config.json: visitors cannot take their answers home";
    staff_network: "Nät" | "Network";
    staff_unknown: "Inte provat" | "Not tried";
    staff_trying: "Provar …" | "Trying …";
    staff_online: "Servern svarar" | "The server answers";
    staff_offline: "Servern svarar inte" | "The server does not answer";
    staff_test: "Prova nätet" | "Try the network";
    staff_reload: "Ladda om" | "Reload";
    staff_exit: "Lämna kiosken" | "Leave the kiosk";
}
