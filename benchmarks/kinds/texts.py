"""The text that every way of marking is tried on: strikes and additions of all lengths, and decoys that are kept."""

from __future__ import annotations

MARKED = """
# 2 Ersättning till vårdcentralerna

Avsnittet beskriver hur vårdcentralerna får betalt under [-2025-] {+2026+}. Frågor lämnas till ⟦l:www.exempelregionen.se/avtal⟧ senast den [-14 mars-] {+21 mars+}. ⟦v:Obs! Sista dag för anmälan kan inte flyttas.⟧

# 2.1 Ersättning för listade

Vårdcentralen får [-1 482 kr-] {+1 534 kr+} per listad invånare och år. Beloppet betalas ut [-kvartalsvis i efterskott-] {+månadsvis i förskott+} och räknas om varje år den 1 januari med [-landstingsprisindex-] {+prisindex för kommunal verksamhet+}. För den som är 75 år eller äldre är vikten [-1,85-]{+1,92+}, för övriga 1,00.

[-Vårdcentraler med färre än 2 000 listade får ett särskilt stöd om 450 tkr per år. Stödet söks hos beställarenheten före utgången av februari och prövas en gång om året av nämnden efter yttrande från den lokala samrådsgruppen.-]

{+Vårdcentraler med färre än 2 500 listade får ett grundstöd om 520 tkr per år. Stödet betalas ut utan ansökan så snart antalet listade har fastställts, och räknas av mot rörlig ersättning först när vårdcentralen har passerat gränsen i två kvartal i följd.+}

Antalet listade räknas den första vardagen i varje månad. Den som listar sig under månaden räknas från och med nästa månad.

# 2.2 Rörlig ersättning

Besök hos läkare ersätts med [-410-]{+425+} kr och besök hos sjuksköterska med [-205-]{+215+} kr. ⟦u:Uteblivna besök⟧ ersätts inte. Avtal[-s-]{+et+} gäller till och med den 31 december 202[-7-]{+9+}, med möjlighet till [-ett-] {+två+} års förlängning.

För hembesök lämnas tillägg enligt följande:

* läkare på vardagar, [-600 kr-] {+640 kr+} per besök
* läkare på helger, 900 kr per besök
* [-fotvård i hemmet, 310 kr per besök-]
* {+digitala vårdmöten, 180 kr per möte+}

Tilläggen faktureras [-i särskild ordning-] en gång i månaden. Fakturan ska innehålla uppgift om datum, yrkesgrupp{+, besökets längd+} och den ort där besöket ägde rum.

# 2.3 Målrelaterad ersättning

Vårdcentralen kan få högst [-3-]{+4+} procent av den samlade ersättningen som målrelaterad ersättning. Under [-2025-] {+2026+} fördelas totalt [-21 400-] {+28 900+} tkr. Målen gäller tillgänglighet, kontinuitet och [-läkemedelsgenomgångar-] {+fast läkarkontakt för äldre med omfattande behov av vård och omsorg+}.

Målen följs upp två gånger om året, första gången den 30 april. Den vårdcentral som inte lämnar underlag i tid får ingen ersättning för perioden, om inte [-beställarenheten-] {+regiondirektören+} beslutar annat. Underlaget lämnas i det format som framgår av anvisningarna, och ska vara undertecknat av den som ansvarar för verksamheten.

[-Om målen nås i sin helhet under två år i följd ska ersättningen höjas med ytterligare en procentenhet, dock längst till avtalets slut.-] {+Nivåerna prövas på nytt inför varje budgetår.+}

# 2.4 Kostnadsansvar

Vårdcentralen bär kostnaden för allmänna läkemedel, laboratorieprover och [-röntgen-] {+bilddiagnostik+} som verksamheten själv beställer. Kostnaden regleras mot ersättningen i efterhand, tidigast [-30-]{+45+} dagar efter kvartalets slut. För hjälpmedel gäller det som sägs i regionens ⟦b:gemensamma anvisningar⟧.

Regionen svarar för kostnader för tolk, ambulans och sjukresor. Vårdcentralen ska medverka till att tolk bokas i god tid, och att bokningar som inte längre behövs avbokas senast [-24-]{+48+} timmar före besöket.

# 2.5 Lokaler och utrustning

Verksamheten ska bedrivas i lokaler som är ändamålsenliga och tillgängliga. Byte av lokal ska anmälas minst [-tre-] {+sex+} månader i förväg. {+Anmälan ska innehålla en plan för hur patienterna informeras och för hur journaler och läkemedel flyttas på ett säkert sätt.+} Regionen kan begära att få besöka lokalerna innan de tas i bruk.

Utrustning som ägs av regionen får användas av vårdcentralen mot [-hyra-] {+en avgift som motsvarar avskrivning och underhåll+}. För utrustning som skadas svarar den som har haft den i sin vård.

# 2.6 Uppföljning

Regionen följer upp verksamheten genom [-årliga besök-] {+dialogmöten varje halvår+}, granskning av journaler och enkäter till patienter. Vårdcentralen ska lämna de uppgifter som behövs [-inom tio arbetsdagar-] {+inom fem arbetsdagar+} från det att de begärts.

Brister som upptäcks ska åtgärdas utan dröjsmål. En plan ska lämnas inom [-två månader-] {+en månad+}, och regionen kan hålla inne upp till [-5-]{+10+} procent av ersättningen till dess att planen har godkänts. Den som vill bestrida ett beslut om avdrag ska göra det skriftligen.
"""

SHORT = """
# 3 Bemanning och öppettider

Vårdcentralen ska ha öppet minst [-40-]{+45+} timmar i veckan. Telefontid ska finnas [-varje förmiddag-] {+hela dagen+} på vardagar.

Minst [-en-] {+två+} specialister i allmänmedicin ska tjänstgöra varje dag. Den som är legitimerad sjuksköterska får bedöma behovet av [-läkarbesök-] {+vård+}. ⟦v:Observera att bemanningsföretag kräver godkännande.⟧

Ersättning för [-AT-läkare-] {+BT-läkare+} lämnas med [-38 500-] {+41 250+} kr i månaden. Vid frånvaro längre än [-14-]{+10+} dagar görs avdrag.

# 3.1 Samverkan

Vårdcentralen ska delta i [-lokala-] {+regionala+} samråd om barn och unga. Underlag finns på ⟦l:www.exempelregionen.se/samrad⟧ för den som vill läsa mer.

{+Samråden leds av kommunen och regionen tillsammans, och en gång om året redovisas vad de har kommit fram till.+}

[-Protokoll skickas till beställarenheten inom tre veckor och förvaras i minst fem år efter avtalets slut.-]

Årets medel för samverkan är [-1 250-] {+1 400+} tkr och fördelas efter antalet barn i området.
"""


def long_strike() -> str:
    """Return a text whose struck and inserted stretches go over lines, paragraphs and a page's end."""
    sentence = "Verksamheten ska planeras så att den som söker vård får en första bedömning samma dag och en tid inom {} dagar därefter. "
    paragraphs = ["# 4 Tillgänglighet"]
    for number in range(3, 21):
        text = (sentence.format(number) + sentence.format(number + 40)).strip()
        kept = f"Punkt {number} följs upp i november."
        paragraphs.append(f"[-{text}-]" if number % 3 == 0 else f"{{+{text}+}} {kept}" if number % 3 == 1 else f"{kept} [-{text}-]")
    return "\n\n".join(paragraphs)
