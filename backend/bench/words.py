"""What the measured listings are made of; the first words of each list are used the most."""

ACTIVITEITEN = (
    "koffie drinken", "samen eten", "wandelen", "spreekuur", "taalles", "bewegen", "inloop",
    "handwerken", "zingen", "kaarten", "computerhulp", "maatje", "fietsen", "koken", "schilderen",
    "gesprek", "boodschappen", "voorlezen", "tuinieren", "repareren", "dansen", "yoga", "schaken",
    "biljarten", "budgetkring", "huiswerkhulp", "zwemmen", "lotgenoten", "rouwcafé", "kleding",
    "speelgoed", "film kijken", "muziek maken", "timmeren", "sjoelen", "bloemschikken", "gymnastiek",
    "fotograferen", "geheugentraining", "mantelzorg", "papieren ordenen", "rijbewijs",
    "sollicitatie", "vervoer", "logeren", "klussen", "oppas", "peuters", "breien", "toneel",
    "bordspellen", "vogels kijken", "moestuin", "meditatie", "boksen", "tafeltennis", "naailes",
    "conversatie", "ontbijt", "buurtlunch",
)  # fmt: skip
GROEPEN = (
    "voor iedereen", "voor ouderen", "voor buren", "voor ouders", "voor jongeren",
    "voor nieuwkomers", "voor mantelzorgers", "voor vrouwen", "voor mannen", "voor kinderen",
    "voor gezinnen", "voor wie alleen is", "voor beginners", "voor vrijwilligers",
    "voor mensen met een beperking",
)  # fmt: skip
BIJZONDER = (
    "gezellig", "rustig", "gratis", "nieuw", "samen", "warm", "vrolijk", "klein", "open", "vertrouwd",
    "avond", "ochtend", "weekend", "buiten", "digitaal", "creatief", "sportief", "muzikaal",
    "lekker", "leerzaam",
)  # fmt: skip
OPENINGEN = (
    "Doe mee met", "Zin in", "Kom langs voor", "Elke week", "Je bent welkom bij",
    "Probeer het eens:",
)  # fmt: skip
SLOT = (
    "Je hoeft niets te kunnen.", "Vooraf aanmelden is niet nodig.", "De koffie staat klaar.",
    "Neem gerust iemand mee.", "Bel eerst even.", "Het is er klein en rustig.",
)  # fmt: skip
ZINNEN = (
    "We beginnen met een kop thee en een rondje langs de tafel.",
    "Er is altijd iemand die je de weg wijst.",
    "De meeste mensen wonen hier om de hoek.",
    "In de pauze halen we een frisse neus.",
    "Wat je meemaakt, blijft onder ons.",
    "Wie wil, helpt na afloop met opruimen.",
    "Je kunt op elk moment instappen.",
    "We lachen veel en soms is het even stil.",
    "De zaal is op de begane grond en de deur is breed.",
    "Een vrijwilliger belt je een dag van tevoren.",
    "Je betaalt alleen voor wat je eet.",
    "Een keer per maand gaan we op pad.",
    "Heb je hulp nodig bij het vervoer? Dan zoeken we een lift.",
    "Samen bedenken we wat we de volgende keer doen.",
    "Ook als je de taal nog leert, kun je goed meedoen.",
    "We werken in kleine stappen, in jouw tempo.",
)
DOEN = (
    "Je leert er over", "We praten over", "Samen werken we aan", "Er is ruimte voor",
    "Breng gerust mee:", "De begeleider weet veel van", "Je vindt er", "Na afloop is er",
)  # fmt: skip
VERENIGINGEN = (
    "Buurthuis", "Stichting", "Vereniging", "Wijkploeg", "Inloophuis", "Werkplaats", "Koor",
    "Kring", "Speeltuin", "Steunpunt",
)  # fmt: skip
PLEKKEN = ("Buurthuis", "Bibliotheek", "Kerk", "School", "Sporthal", "Huiskamer", "Werkplaats")
SOORTEN = ("straat", "laan", "weg", "hof", "plein", "kade", "pad", "dreef")
BEGINNEN = (
    "wilgen", "linde", "beuken", "molen", "brug", "water", "zonne", "sterren", "vogel", "appel",
    "kersen", "rozen", "klaver", "veld", "heide", "duin", "polder", "kade", "haven", "schippers",
    "bakkers", "smids", "wevers", "timmer", "kaars", "lamp", "brief", "boek", "muziek", "trommel",
    "fluit", "kleur", "verf", "draad", "wol", "linnen", "koper", "zilver", "steen", "klei",
    "pan", "soep", "brood", "honing", "kruiden", "thee", "koffie", "fiets", "trein", "wandel",
    "tuin", "bloem", "zaad", "oogst", "zomer", "winter", "lente", "herfst", "morgen", "avond",
    "buur", "vriend", "stad", "dorp", "wijk", "plein", "stoel", "tafel", "deur", "venster",
)  # fmt: skip
DELEN = (
    "hof", "huis", "kring", "plek", "tafel", "schuur", "zaal", "tuin", "brug", "poort", "bank",
    "markt", "club", "koor", "straat", "laan", "weide", "akker", "toren", "hoek", "punt", "haven",
    "boom", "bloem", "vogel", "steen", "pad", "bron", "veld", "kamer", "keuken", "winkel", "dienst",
    "ploeg", "groep", "middag", "uur", "feest", "spel", "werk", "kunst", "verhaal", "gids", "kast",
    "mand", "fiets", "kar", "lamp", "klok", "raad", "bericht", "dag", "week", "reis", "lied",
    "stoel", "deur", "muur", "hal", "trap", "zolder", "loods", "atelier", "lokaal", "podium",
)  # fmt: skip
