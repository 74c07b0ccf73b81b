//! The fixed texts about several respondents.

table! {
    /// The fixed texts about several respondents.
    Respondents

    // Inviting.
    invite: "Bjud in" | "Invite";
    groups: "Roller eller enheter att välja mellan" | "Roles or units to choose from";
    groups_hint: "En per rad, till exempel Kommunledning, Skola, Vård och omsorg. Lämna tomt om ni inte vill dela upp svaren."
        | "One a line, for example Municipal management, School, Care. Leave empty if you do not want to divide the answers.";
    expected: "Hur många ni väntar er svar från" | "How many you expect answers from";
    expected_hint: "Då visas hur stor del som har svarat. Kan lämnas tomt." | "Then the share that has answered is shown. May be left empty.";
    link: "Länk att skicka till dem som ska svara" | "Link to send to those who are to answer";
    link_hint: "I länken står vilken kommun det gäller, rollerna ovan och vilket frågeformulär det är. Den innehåller inga svar. Ändrar ni rollerna behöver ni skicka en ny länk."
        | "The link says which municipality it is about, the roles above and which questionnaire it is. It holds no answers. If you change the roles you need to send a new link.";
    copy_link: "Kopiera länken" | "Copy the link";

    save_invitation: "Spara inbjudan som fil" | "Save the invitation as a file";
    invitation: "Du är inbjuden att svara på DiMiOS" | "You are invited to answer DiMiOS";
    invitation_text: "Följ länken för att svara. Du kan ta paus och fortsätta senare på samma enhet." | "Follow the link to answer. You can pause and go on later on the same device.";
    invitation_safe: "Dina svar stannar på din enhet tills du själv lämnar tillbaka dem som en fil till den som bad dig svara."
        | "Your answers stay on your device until you hand them back as a file yourself to the one who asked you.";

    // Handing in.
    hand_in: "Lägg in svaren" | "Put in the answers";
    files: "Filer som ni har fått tillbaka" | "Files that you have got back";
    files_hint: "Välj eller släpp så många som helst på en gång. Samma fil räknas bara en gång." | "Choose or drop as many as you like at once. The same file counts only once.";
    working: "Läser filerna …" | "Reading the files …";
    is_new: "inlagt" | "put in";
    is_later: "en nyare version av ett svar som redan finns" | "a newer version of an answer that is already there";
    is_same: "fanns redan" | "was already there";
    is_earlier: "en äldre version av ett svar som redan finns" | "an older version of an answer that is already there";
    is_itself: "den här bedömningen själv" | "this assessment itself";
    is_empty: "innehåller inga svar" | "holds no answers";
    is_other_instrument: "svarar på ett annat frågeformulär, eller en annan version av det" | "answers another questionnaire, or another version of it";
    is_other: "är ett svar till en annan bedömning" | "is an answer for another assessment";
    is_long: "har för långa kommentarer (högst 256 kB)" | "has too long comments (256 kB at most)";
    is_many: "får inte plats: 2 000 svar är det mesta som en bedömning rymmer" | "does not fit: 2,000 answers are the most that an assessment holds";
    replaced: "utbytt mot den nyare versionen" | "replaced by the newer version";
    replace: "Byt ut mot de nyare" | "Replace by the newer";
    keep: "Behåll de gamla" | "Keep the old";
    later_question: "Några av filerna är nyare versioner av svar som redan finns. Ska de ersätta de gamla?" | "Some of the files are newer versions of answers that are already there. Are they to replace the old ones?";

    // The list.
    handed: "Inlagda svar" | "Answers put in";
    none: "Inga svar är inlagda ännu." | "No answers have been put in yet.";
    own: "Den här bedömningen" | "This assessment";
    own_counts: "Svar som ni ger här räknas som en svarande." | "Answers that you give here count as one respondent.";
    col_who: "Svarande" | "Respondent";
    col_group: "Roll eller enhet" | "Role or unit";
    col_answers: "Besvarade" | "Answered";
    col_changed: "Ändrad" | "Changed";
    anonymous: "Anonym" | "Anonymous";
    no_group: "–" | "–";
    change_group: "Ändra" | "Change";
    group_of: "Roll eller enhet för" | "Role or unit of";
    remove: "Ta bort" | "Remove";
    removed: "Svaret är borttaget." | "The answer is removed.";
    undo: "Ångra" | "Undo";

    // Being invited.
    invited: "Gäller" | "About";
    not_whole: "Det finns ingen inbjudan i adressen. Öppna länken igen, hela, som du fick den." | "There is no invitation in the address. Open the link again, all of it, as you got it.";
    your_group: "Din roll eller enhet" | "Your role or unit";
    your_name: "Ditt namn" | "Your name";
    your_name_hint: "Frivilligt. Lämnar du det tomt är svaret anonymt." | "Optional. If you leave it empty the answer is anonymous.";
    shared: "Delad dator: spara inget här" | "Shared computer: store nothing here";
    shared_hint: "Svaren finns då bara i den här fliken. Spara filen innan du stänger den." | "The answers are then only in this tab. Save the file before you close it.";
    begin: "Börja svara" | "Begin to answer";
    go_on: "Fortsätt på ditt svar" | "Go on with your answer";
    other_version: "Inbjudan gäller ett annat frågeformulär än det som sidan har nu. Be om en ny länk." | "The invitation is for another questionnaire than the one this site has now. Ask for a new link.";

}
