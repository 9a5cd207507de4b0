"""The words of a sentence that name nothing by themselves, and the verbs between a name and its amount."""

from __future__ import annotations

LEADING_PREPOSITIONS = """för per till i på av med under från vid hos inom om mot utan efter enligt utifrån genom mellan över utöver förutom
    bland kring à á exklusive inklusive"""
PREPOSITIONS = frozenset(LEADING_PREPOSITIONS.split())
ARTICLES = frozenset(["den", "det", "de", "en", "ett", "denna", "detta", "dessa"])
COPULAS = frozenset(["är", "var", "blir", "blev", "utgör", "utgjorde", "motsvarar", "motsvarade", "vara", "bli", "innebär", "avser"])

_GIVING_LIST = """ersätter betalar utbetalar avsätter anvisar beviljar anslår finansierar lämnar erhåller får ger gav tar bidrar står
    tilldelas tilldelar köper kompenserar tilldelades fick skjuter"""
GIVING = frozenset(_GIVING_LIST.split())
"""Verbs whose subject gives or gets: the amount is named by what it is for, if that is said."""
_GIVERS = """kommunen regionen staten nämnden styrelsen kommunstyrelsen regionstyrelsen beställaren huvudmannen förvaltningen landstinget
    leverantören utföraren vårdgivaren myndigheten bolaget föreningen kommunfullmäktige regionfullmäktige fullmäktige hyresgästen kunden"""
GIVERS = frozenset(_GIVERS.split())
COMPENSATED = frozenset(["ersätts", "ersattes", "kompenseras"])
"""Verbs whose subject is who gets something for what is named behind "för"."""
GETTING = frozenset(["får", "fick", "erhåller", "tilldelas", "tilldelades", "få", "erhålla", "söka"])
"""Verbs whose subject is who gets what is named."""
_BEING_GIVEN = """
    utgår utgick utges ges gavs ersätts ersattes betalas utbetalas uppgår uppgick erhålls lämnas fördelas fördelades avsätts avsattes
    beräknas beräknades beslutas fastställs fastställdes höjs höjdes sänks sänktes räknas uppräknas minskas ökas minskar ökar tillförs
    anslås bedöms kostar kostade debiteras faktureras tas gäller kompenseras tillkommer anvisas beviljas finns läggs uttas föreslås
    ska går gick görs sker omfattar innehåller ingår består bestod redovisas redovisades visar visade vill sätts sattes delas viktas
    prövas har hade bidrar hyrs uppskattas bedömdes svarar kan uppvisar rymmer belastar belastas överstiger understiger reserveras
"""
VERBS = GIVING | COPULAS | frozenset(_BEING_GIVEN.split())
MODAL = frozenset(["ska", "skall", "skulle", "kan", "kunde", "bör", "borde", "får", "måste", "väntas", "beräknas", "bedöms", "uppskattas"])
COMING_TO = frozenset(
    ["uppgå", "kosta", "bli", "vara", "utgöra", "motsvara", "utgå", "utges", "ges", "betalas", "ersättas", "lämnas", "fördelas"]
)
"""Infinitives between which and a modal verb the subject may stand ("Då skulle avgiften bli 5 kr")."""

_PASSIVE_ENDINGS = ("as", "ades", "erar", "erade")
_NO_VERB_ENDINGS = ("nas", "gas", "bas", "klas", "kalas", "erarna")
SHORTEST_PASSIVE = 6

CHANGES = {
    **dict.fromkeys(["höjs", "höjdes", "höjas", "höjts"], "Höjning"),
    **dict.fromkeys(["sänks", "sänktes", "sänkas", "sänkts"], "Sänkning"),
    **dict.fromkeys(["ökas", "ökar", "ökade", "öka", "ökat", "stiger", "steg"], "Ökning"),
    **dict.fromkeys(["minskas", "minskar", "minskade", "minska", "minskat", "sjunker", "sjönk", "reduceras"], "Minskning"),
    "utökas": "Utökning",
    "uppräknas": "Uppräkning",
    "justeras": "Justering",
    "indexeras": "Indexering",
}
"""Verbs of change, by the noun that names what "med" brings after them."""
CHANGE_NOUNS = frozenset(noun.lower() for noun in CHANGES.values()) | {"neddragning", "nedskrivning"}
COUNTED_UP = frozenset(["räknas", "räknades", "räknats", "skrivs", "skrivits"])
"""Verbs that are of change with "upp" or "ned" behind them."""

WITH_THEIR_VERB = frozenset(["totalt", "sammanlagt", "sammantaget", "därutöver", "dessutom", "därtill", "årligen", "varje"])
"""Words that name nothing without their verb ("Totalt fördelas")."""
SHARED_OUT = frozenset(["fördelas", "avsätts", "anslås", "tillförs", "utgår", "betalas", "lämnas", "reserveras", "anvisas"])
"""Verbs with which a whole is named by what it is for: "för glesbygd avsätts totalt 90 tkr"."""
WHOLES = frozenset(["totalt", "sammanlagt", "sammantaget"])

_QUANTITY = """
    cirka ca ungefär omkring knappt drygt minst högst lägst maximalt mer mindre fler flera än färre över under upp till endast
    bara motsvarande dock år kr tkr mkr mdkr kronor ska skall kan bör kommer att har genomsnitt snitt storleksordningen senast
    respektive hade skulle kunde borde måste väntas då alltså därmed ytterligare uppemot nära max uppskattningsvis därefter
    årligen sedan även också preliminärt minus plus
"""
QUANTITY = frozenset(_QUANTITY.split()) | {"både"}
BOUNDS = {"högst": "högst", "maximalt": "högst", "lägst": "lägst", "minst": "minst"}
JOINTS = frozenset(["och", "eller", "samt", "men", "som", "där", "vilket", "ut", "att"])
_HOLLOW_LIST = """
    inte ej aldrig överstiga understiga överskrida underskrida x × här där dit
    dvs d.v.s alltså således därmed varav därav föregående förra tidigare nuvarande nya jämfört motsvarande samma ovanstående
    nedanstående perioden vill säga resp respektive alternativt t.ex exempelvis avrundat fördelat fördelade beräknat uppräknat
    justerat indexerat utökat höjt sänkt minskat ökat oförändrad oförändrat oförändrade räknat omräknat fastställt beslutat
    budgeterat prognostiserat redovisat preliminärt sedan fast fasta därefter årligen netto brutto inklusive exklusive samtidigt
    vidare därutöver dessutom därtill istället även också nu idag utöver detta då nedan ovan följande enligt upp ned ner ut in
    bort kvar månaden året veckan dagen timmen månad halvår kvartalet cirka ca minst högst en ett portion sinsemellan vardera
    styck vilka denna dessa hela halva först
"""
VERB_NOUNS = {
    **dict.fromkeys(["ersätts", "ersattes", "ersätter", "utgår", "utges", "lämnas", "betalas", "utbetalas", "betalar"], "Ersättning"),
    **dict.fromkeys(["avsätts", "avsattes", "avsätter", "reserveras"], "Avsättning"),
    **dict.fromkeys(["tillförs", "tillkommer"], "Tillskott"),
    **dict.fromkeys(["kostar", "kostade", "kosta"], "Kostnad"),
    **dict.fromkeys(["debiteras", "faktureras", "uttas"], "Avgift"),
    **dict.fromkeys(["anslås", "anvisas", "anslår", "anvisar"], "Anslag"),
    **dict.fromkeys(["beviljas", "beviljar"], "Bidrag"),
    **dict.fromkeys(["fördelas", "fördelades"], "Fördelas"),
}
"""What an amount is called where a sentence names nothing but what is done with it."""
HOLLOW = frozenset(_HOLLOW_LIST.split())
"""Words that by themselves name nothing: what follows them is said of what was named before."""
FRACTIONS = frozenset(
    ["tolftedel", "tolftedelar", "fjärdedel", "fjärdedelar", "tredjedel", "tredjedelar", "tiondel", "hälften", "femtedel", "åttondel"]
)
_ADVERBS = """upp ned ner ut in bort årligen därefter sedan även också dock alltså därmed enbart endast bara nu vidare idag numera vanligen
    normalt vanligtvis därutöver dessutom därtill löpande alltid preliminärt successivt automatiskt därav då"""
ADVERBS = frozenset(_ADVERBS.split())
"""What may stand between a verb and its object or amount without being either."""
INFINITIVES = frozenset(["få", "bli", "ge", "ske", "gå", "stå"])
"""Infinitives that do not end in "a"."""
AVERAGES = frozenset(["i", "genomsnitt", "snitt", "medeltal"])
GENERIC = frozenset(["belopp", "värde", "nivå", "summa", "andel", "tak", "sätt", "del", "totalbelopp"])
"""Nouns that need what stands before them: "till ett värde av 5 mkr"."""
HOLLOW_HEADS = frozenset(
    ["obs", "exempel", "räkneexempel", "not", "anm", "anmärkning", "förslag", "beslut", "kommentar", "dvs", "nb", "svar"]
)
LEADING = (
    ARTICLES
    | COPULAS
    | PREPOSITIONS
    | JOINTS
    | {"dock", "jämfört", "alltså", "därav", "dvs", "varav", "ytterligare", "även", "också", "mer", "än"}
)
TRAILING = ARTICLES | COPULAS | PREPOSITIONS | JOINTS | QUANTITY


def is_verb(word: str) -> bool:
    """Tell whether a word is one of the verbs around amounts, or has the ending of a passive ("beslutades", "finansieras")."""
    lower = word.lower()
    if lower in VERBS or lower in CHANGES or lower in COUNTED_UP:
        return True
    return len(word) >= SHORTEST_PASSIVE and lower.endswith(_PASSIVE_ENDINGS) and not lower.endswith(_NO_VERB_ENDINGS) and word == lower
