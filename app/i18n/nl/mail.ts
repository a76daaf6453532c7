import { noticeMail } from "./notice-mail.ts";

export const mail = {
  hello: "Hallo,",
  regards: "Groeten van Buurhof",
  code: "Of typ deze code in het scherm waar je de mail aanvroeg:",
  tenMinutes: "De link en de code werken 10 minuten, en één keer.",
  oddLink: "Lukt de knop niet? Kopieer dan deze link naar je browser:",
  proof: {
    log_in: {
      subject: "Inloggen bij Buurhof",
      text: "Je wilt inloggen bij Buurhof. Klik op de knop in dezelfde browser waarin je dat vroeg.",
      action: "Inloggen",
      why: "Heb je dit niet gevraagd? Dan hoef je niets te doen. Zonder deze mail kan niemand in jouw account.",
    },
    sign_up: {
      subject: "Bevestig je mailadres voor Buurhof",
      text: "Je meldt je aan bij Buurhof. Klik op de knop in dezelfde browser waarin je begon. Daarna kies je hoe je laat zien dat je er woont.",
      action: "Mijn mailadres klopt",
      why: "Heb je je niet aangemeld? Dan hoef je niets te doen: zonder jouw klik wissen we dit adres na 30 dagen.",
    },
    change_email: {
      subject: "Bevestig je nieuwe mailadres",
      text: "Je wilt dit mailadres gaan gebruiken voor Buurhof. Klik op de knop in de browser waarin je bent ingelogd.",
      action: "Dit adres gebruiken",
      why: "Heb je dit niet gevraagd? Dan hoef je niets te doen.",
    },
    confirm_waiting: {
      subject: "Bevestig je plek op de wachtlijst",
      text: "Je wilt horen wanneer Buurhof in jouw buurt begint. Klik op de knop, dan tellen we je mee.",
      action: "Zet me op de lijst",
      why: "Heb je dit niet gevraagd? Dan hoef je niets te doen.",
    },
  },
  unknown: {
    subject: "Inloggen bij Buurhof",
    text: "Iemand wilde met dit mailadres inloggen bij Buurhof. We kennen dit adres nog niet. Misschien gebruikte je een ander adres. Of je doet nog niet mee: dan kun je je aanmelden.",
    action: "Aanmelden",
    why: "Was jij dit niet? Dan hoef je niets te doen. We wissen je adres binnen drie dagen.",
  },
  notice: {
    "new-household": {
      subject: "Er is een tweede huishouden op jouw adres",
      text: "Iemand liet zien dat die op jouw adres woont, en doet nu mee als eigen huishouden. Dat huishouden ziet van jou alleen wat je andere buren ook zien. Klopt dit niet? Je hebt 14 dagen om dat te zeggen, bij Mijn huishouden.",
      action: "Bekijk mijn huishouden",
    },
    "new-adult": {
      subject: "Iemand is bij jouw huishouden gekomen",
      text: "Er is een volwassene bij jouw huishouden gekomen. Jullie hebben dezelfde rechten.",
      action: "Bekijk mijn huishouden",
    },
    "adult-left": {
      subject: "Iemand hoort niet meer bij jouw huishouden",
      text: "Een huisgenoot heeft gezegd dat die niet meer op jouw adres woont. Wat die zelf had toegevoegd, zien jullie buren niet meer; jij kunt het 7 dagen lang terugzetten, alleen voor jullie zelf. Wat jij hebt toegevoegd, blijft zoals het is.",
      action: "Bekijk mijn huishouden",
    },
    "adult-split": {
      subject: "Een huisgenoot heeft nu een eigen huishouden",
      text: "Een huisgenoot heeft een eigen huishouden gemaakt op jouw adres. Wat die zelf had toegevoegd, is meegegaan. Wat jij hebt toegevoegd, blijft zoals het is. Jullie zien van elkaar nog wat je met andere buren deelt.",
      action: "Bekijk mijn huishouden",
    },
    "moved-out": {
      subject: "Je hoort niet meer bij je huishouden",
      text: "Je hebt gezegd dat je niet meer op je adres woont. Wat je daar deelde, zien je buren niet meer. Was dit een vergissing, of was jij het niet? Dan kun je 7 dagen lang terug.",
      action: "Bekijk wat je kunt doen",
    },
    "join-request": {
      subject: "Iemand wil bij jouw huishouden horen",
      text: "Iemand op jouw adres vraagt om bij jouw huishouden te horen. Jij kiest of dat mag. Ken je die persoon niet, kies dan nee.",
      action: "Bekijk de vraag",
    },
    "join-accepted": {
      subject: "Je doet mee",
      text: "Een huisgenoot zei ja: je hoort nu bij het huishouden op jouw adres.",
      action: "Ga verder",
    },
    "audience-narrowed": {
      subject: "Kies opnieuw wie iets van jou mag zien",
      text: "Door een nieuwe indeling telt je straat of gebouw te weinig woningen, of is je buurt veranderd. Daarom ziet alleen je huishouden nu nog wat je daar deelde. Wil je het weer delen, kies dan opnieuw met wie.",
      action: "Kies opnieuw",
    },
    "account-leaving": {
      subject: "Je bent weg bij Buurhof",
      text: "Wat jij deelde is vanaf nu voor niemand meer te zien. Over 7 dagen wissen we je gegevens voorgoed. Wil je toch blijven, of was jij dit niet? Log dan binnen die 7 dagen in en kies voor blijven.",
      action: "Toch blijven",
    },
    "email-changing": {
      subject: "Het mailadres van een huisgenoot verandert",
      text: "Een volwassene in jouw huishouden gaat een ander mailadres gebruiken. Vertrouw je dit niet, vraag het dan even na. De wijziging gaat pas na 7 dagen in, of eerder als het oude adres ermee instemt.",
      action: "Bekijk mijn huishouden",
    },
    "code-alarm": {
      subject: "Veel foute briefcodes in je buurt",
      text: "In een buurt waar jij beheerder bent zijn vandaag al 20 foute briefcodes ingevuld. Kijk of er iets vreemds gebeurt.",
      action: "Naar beheer",
    },
    "joint-request-sent": {
      subject: "Bewoners vragen je samen iets",
      text: "Drie of meer huishoudens uit een gebouw dat je verhuurt of beheert, vragen je samen iets. Je leest het verzoek na het inloggen.",
      action: "Bekijk het verzoek",
    },
    "joint-request-answered": {
      subject: "Er is een antwoord op jullie verzoek",
      text: "Je doet mee met een verzoek van bewoners van je gebouw. Er is een antwoord. Je leest het na het inloggen.",
      action: "Lees het antwoord",
    },
    "role-ended": {
      subject: "Je rol bij Buurhof is voorbij",
      text: "Een rol die je had bij Buurhof is net beëindigd. Je kunt er niets meer mee doen. Klopt dit niet? Bel dan {{organisation}}.",
      action: "Bekijk mijn rollen",
    },
    "item-hidden": {
      subject: "Iets wat jij deelde is verborgen",
      text: "Een beheerder heeft iets verborgen wat jij deelde. Je leest waarom, en wat je kunt doen.",
      action: "Bekijk waarom",
    },
    "item-shown-again": {
      subject: "Wat jij deelde is weer te zien",
      text: "Een beheerder heeft iets wat van jou verborgen was weer zichtbaar gemaakt, voor wie jij had gekozen.",
      action: "Naar mijn huis",
    },
    "second-look-left": {
      subject: "Een beheerder keek opnieuw: het blijft verborgen",
      text: "Je huishouden vroeg om opnieuw te kijken naar iets wat verborgen is. Het blijft verborgen. Je leest waarom, en wat je kunt doen.",
      action: "Lees waarom",
    },
    "report-handled": {
      subject: "Je melding is bekeken",
      text: "Een beheerder heeft je melding bekeken en een besluit genomen. Dank dat je oplette.",
      action: "Lees het besluit",
    },
    "report-reviewed": {
      subject: "Je melding is nog eens bekeken",
      text: "Een andere beheerder heeft nog eens naar je melding gekeken, en een besluit genomen.",
      action: "Lees het besluit",
    },
    "report-appeal-decided": {
      subject: "Er is besloten op je bezwaar",
      text: "Een andere beheerder heeft je bezwaar gelezen en een besluit genomen. Je leest wat en waarom.",
      action: "Lees het besluit",
    },
    "appeal-decided": {
      subject: "Er is besloten op het bezwaar van je huishouden",
      text: "Een andere beheerder heeft het bezwaar gelezen en een besluit genomen. Je leest wat en waarom.",
      action: "Lees het besluit",
    },
    "second-factor-set-up": {
      subject: "Je tweede stap is ingesteld",
      text: "Om in jouw account te komen is nu ook een code van een telefoon nodig. Dat is net ingesteld. Was jij dat niet? Log dan overal uit en bel {{organisation}}.",
      action: "Bekijk waar ik ben ingelogd",
    },
    "recovery-code-used": {
      subject: "Er is een herstelcode gebruikt",
      text: "Er is net in jouw account ingelogd met een herstelcode. Was jij dat niet? Stel de tweede stap dan meteen opnieuw in en bel {{organisation}}.",
      action: "Tweede stap opnieuw instellen",
    },
    "passkey-added": {
      subject: "Er is een passkey toegevoegd",
      text: "Met deze passkey kun je inloggen met een vingerafdruk, gezicht of pincode. Hij is net aan jouw account toegevoegd. Was jij dat niet? Haal hem dan weg, log overal uit en bel {{organisation}}.",
      action: "Bekijk mijn passkeys",
    },
    vouched: {
      subject: "Je adres is bevestigd",
      text: "Twee buren zeggen dat jij op je adres woont, of iemand van de buurt stond bij je aan de deur. Log in om te zien wanneer je kunt beginnen.",
      action: "Ga verder",
    },
    "claim-started": {
      subject: "Je doet mee",
      text: "De wachttijd is voorbij: je hoort nu bij je buurt.",
      action: "Ga verder",
    },
    "claim-paused": {
      subject: "Je aanmelding staat even stil",
      text: "Iemand op je adres zegt dat er iets niet klopt. Een beheerder kijkt ernaar. Tot die tijd kun je niet meedoen. Je hoort van ons wat er besloten is.",
      action: "Bekijk mijn aanmelding",
    },
    "claim-stays": {
      subject: "Je kunt meedoen",
      text: "Iemand liet weten dat er iets niet klopte aan je aanmelding. Een beheerder heeft ernaar gekeken en besloot dat je kunt blijven.",
      action: "Ga verder",
    },
    "address-claimed": {
      subject: "Iemand zegt ook op jouw adres te wonen",
      text: "Twee buren zeggen dat iemand op jouw adres woont. Klopt dat niet? Je hebt 14 dagen om dat te zeggen. Klopt het wel, dan kan die meteen meedoen.",
      action: "Bekijk het",
    },
    "still-here": {
      subject: "Woon je nog op je adres?",
      text: "Een ander huishouden op je adres zegt dat eerdere bewoners zijn verhuisd. Woon je er nog? Laat het ons dan binnen 14 dagen weten. Er verandert niets zonder besluit van een beheerder.",
      action: "Geef antwoord",
    },
    "claim-decided": {
      subject: "Er is besloten over je adres",
      text: "Een beheerder heeft gekeken wie er op je adres woont, en een besluit genomen.",
      action: "Bekijk het besluit",
    },
    "claim-objected": {
      subject: "Iemand zegt dat een aanmelding niet klopt",
      text: "In een buurt waar jij beheerder bent, is er een vraag over wie er op een adres woont.",
      action: "Naar beheer",
    },
    "vouch-right-lost": {
      subject: "Je kunt niet meer voor een buur instaan",
      text: "Een aanmelding waar jij voor instond, klopte niet. Een beheerder heeft besloten dat je niet meer voor een buur kunt instaan. Je leest de reden op de pagina. Verder verandert er niets voor je.",
      action: "Lees de reden",
    },
    "passkey-removed": {
      subject: "Er is een passkey weggehaald",
      text: "Met deze passkey kan niemand meer in jouw account. Inloggen met een mail blijft werken. Heb jij hem niet weggehaald? Log dan overal uit en bel {{organisation}}.",
      action: "Bekijk mijn passkeys",
    },
  },
  notices: noticeMail,
  noticeWhy: "Je krijgt deze mail omdat je meedoet met Buurhof.",
  invitation: {
    subject: "Kom bij ons huishouden op Buurhof",
    text: "Een huisgenoot nodigt je uit om samen mee te doen met Buurhof. Je krijgt een eigen account en dezelfde rechten.",
    action: "Bekijk de uitnodiging",
    why: "De link werkt 14 dagen en één keer. Ken je degene niet die je uitnodigt? Dan hoef je niets te doen.",
  },
  roleInvitation: {
    subject: "Een rol voor jou bij Buurhof",
    moderator: "Je bent uitgenodigd als beheerder van {{place}}.",
    official: "Je bent uitgenodigd als medewerker van de gemeente {{place}}.",
    contact_person: "Je bent uitgenodigd als contactpersoon van {{place}}.",
    property_manager: "Je bent uitgenodigd als verhuurder, corporatie of VvE-bestuur van {{place}}.",
    text: "Je leest eerst wat de rol inhoudt, en kiest daarna zelf. Nee is ook goed.",
    action: "Bekijk de uitnodiging",
    why: "De link werkt 14 dagen, tot je ja of nee zegt. Weet je niet waar dit over gaat? Dan hoef je niets te doen.",
  },
  inactive: {
    subject: "Wil je bij Buurhof blijven?",
    text: "Je was lang niet bij Buurhof. Op {{day}} halen we je gegevens weg, en wat je deelde. Wil je blijven? Log dan voor die dag in; meer hoef je niet te doen.",
    action: "Inloggen",
  },
  emailLeaving: {
    subject: "Je mailadres bij Buurhof verandert",
    text: "Iemand die in jouw account is ingelogd wil een ander mailadres gebruiken. Was jij dat? Dan kun je het meteen laten ingaan. Was jij het niet? Houd het dan nu tegen. Doe je niets, dan gaat het over 7 dagen in.",
    action: "Ga naar de keuze",
    why: "Deze mail gaat naar je oude adres, zodat niemand ongemerkt jouw account kan overnemen.",
  },
  waitingServed: {
    subject: "Buurhof begint in jouw buurt",
    text: "Je vroeg ons het te laten weten: vanaf nu kun je meedoen in jouw buurt.",
    action: "Meedoen",
    why: "Dit is de laatste mail van de wachtlijst. Na 30 dagen wissen we je adres.",
  },
  claimEnded: {
    subject: "Je huishouden bij Buurhof is gestopt",
    text: "Een beheerder keek wie er op je adres woont en besloot dat je huishouden daar stopt. De reden: “{{reason}}” Wat je deelde, ziet niemand meer. Woon je er wel, of ergens anders, dan kun je je opnieuw aanmelden met een brief.",
    action: "Opnieuw aanmelden",
    why: "Ben je het er niet mee eens? Laat het ons weten: {{contact}}",
  },
  missingAddress: {
    subject: "We hebben naar je adres gekeken",
    text: "Je liet weten dat je adres ontbrak. Een beheerder keek ernaar en schrijft je: “{{outcome}}”",
    action: "Opnieuw proberen",
    why: "Klopt dit niet? Vul je adres dan opnieuw in en kies weer dat het er niet bij staat. Na 30 dagen wissen we je mailadres.",
  },
  waitingStop: "Wil je niet meer op de wachtlijst? Ga dan naar:",
};
