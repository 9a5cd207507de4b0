"""The papers that the layouts set: of municipalities, regions and a joint authority, each with other names for its parts."""

from __future__ import annotations

from benchmarks.minutes_made.made import paper

PLANNING = paper(
    "byggnad",
    """
@kind minutes
@body Miljö- och byggnadsnämnden
@date 2025-04-08
@venue Sammanträdesrum Björken, förvaltningshuset
@cover Plats och tid|Sammanträdesrum Björken, förvaltningshuset
@cover Beslutande|Stina Hellberg (C), ordförande
@cover |Roger Tammer (S), vice ordförande
@cover |Ingela Sund (M)
@cover |Folke Yderberg (KD)
@cover Ersättare|Mona Strid (L)
@cover Övriga deltagare|Petra Wik, byggchef
@cover Utses att justera|Roger Tammer (S)
@cover Underskrifter|
@present Stina Hellberg:C:chair,Roger Tammer:S:vice chair,Ingela Sund:M:member,Folke Yderberg:KD:member
@present Mona Strid:L:substitute,Petra Wik::official
§ 31 | Taxa för bygglov och tillsyn 2026 | MBN 2025/114
=decision Beslut
> Miljö- och byggnadsnämnden föreslår kommunfullmäktige
1. Taxan för bygglov fastställs till 1 180 kronor per timme. %% amount 1180 kr
2. Taxan gäller från och med den 1 januari 2026.
=background Ärendebeskrivning
Kommunfullmäktige antog den nuvarande taxan den 18 november 2024 § 203 (KS 2024/611). %% ref Kommunfullmäktige|2024-11-18|203|KS 2024/611
Förvaltningens självkostnad har beräknats enligt den modell som Sveriges Kommuner och Regioner rekommenderar. Timkostnaden har ökat med 4,2 procent sedan taxan senast räknades upp, främst på grund av löner och lokaler.
Nämnden har inte tagit ut avgift för hela den nedlagda tiden i ärenden om enkla åtgärder. Förvaltningen föreslår att det ändras under 2026 men lägger inget förslag om det i detta ärende.
=proposal Förvaltningens förslag till beslut
> Miljö- och byggnadsnämnden föreslår kommunfullmäktige
1. Taxan för bygglov fastställs till 1 180 kronor per timme. %% amount 1180 kr
2. Taxan gäller från och med den 1 januari 2026.
=motions Yrkanden
+ Ingela Sund (M) yrkar att taxan i punkt 1 ändras till 1 140 kronor per timme. %% motion amendment Ingela Sund:M
+ Roger Tammer (S) yrkar bifall till förvaltningens förslag. %% motion approval Roger Tammer:S
=order Propositionsordning
Ordföranden ställer förvaltningens förslag mot Ingela Sunds yrkande och finner att nämnden beslutar enligt förvaltningens förslag. %% outcome proposal
Omröstning begärs. %% outcome vote
=votes Omröstningsresultat
Med 3 ja-röster mot 1 nej-röst beslutar nämnden enligt förvaltningens förslag. %% vote 3-1-None
| Ledamot | Ja | Nej | Avstår
| Stina Hellberg (C) | X |  |
| Roger Tammer (S) | X |  |
| Ingela Sund (M) |  | X |
| Folke Yderberg (KD) | X |  |
=reservations Reservation
Ingela Sund (M) reserverar sig mot beslutet till förmån för eget yrkande. %% reservation Ingela Sund:M
=attachments Handlingar
- Tjänsteskrivelse 2025-03-19
- Beräkning av självkostnad 2025
=recipients Skickas till
- Kommunstyrelsen
- Ekonomiavdelningen
§ 32 | Bygglov för tillbyggnad av skola, Lind 4:12 | MBN 2025/88
=recusal Jäv
Folke Yderberg (KD) anmäler jäv och deltar inte i handläggningen av ärendet.
=decision Beslut
1. Bygglov beviljas.
2. Avgiften för lovet är 48 600 kronor. %% amount 48600 kr
=background Ärendebeskrivning
Ansökan avser tillbyggnad med två klassrum om sammanlagt 210 kvadratmeter. Grannar har hörts och ingen har haft något att invända mot den.
=attachments Handlingar
- Ansökan 2025-02-11
- Ritningar
=recipients Skickas till
- Sökanden
§ 33 | Information från förvaltningen | MBN 2025/2
=decision Beslut
+ Miljö- och byggnadsnämnden lägger informationen till handlingarna.
""",
)

BOARD = paper(
    "styrelse",
    """
@kind minutes
@body Kommunstyrelsen
@date 2025-09-16
@venue Kommunhuset, sal A
@cover Plats och tid|Kommunhuset, sal A
@cover Beslutande|Gunvor Asp (M), ordförande
@cover |Tord Eklöf (S)
@cover |Britt Nyrén (V)
@cover |Jens Wall (SD)
@cover Tjänstgörande ersättare|Ylva Rang (C) ersätter Sten Mo (L)
@cover Sekreterare|Kim Holst
@cover Justerande|Tord Eklöf (S)
@present Gunvor Asp:M:chair,Tord Eklöf:S:member,Britt Nyrén:V:member,Jens Wall:SD:member,Ylva Rang:C:serving substitute,Kim Holst::secretary
§ 201 | Renovering av Sjövikens badhus | KS 2025/377
=proposal Arbetsutskottets förslag till beslut
> Kommunstyrelsen föreslår kommunfullmäktige
1. Renoveringen av Sjövikens badhus genomförs till en kostnad av högst 118 miljoner kronor. %% amount 118 mkr
2. Investeringen finansieras med lån.
3. Driftkostnadsökningen om 2,3 miljoner kronor beaktas i budget 2027. %% amount 2.3 mkr
=background Sammanfattning
Badhuset stängdes den 3 mars 2025 efter en besiktning. Kommunstyrelsens arbetsutskott behandlade ärendet den 2 september 2025 § 144. %% ref Kommunstyrelsens arbetsutskott|2025-09-02|144|
Förstudien visar att taket, ventilationen och bassängtekniken måste bytas. Kostnaden bedöms till 118 miljoner kronor i 2025 års prisläge, med en osäkerhet som är större för rivning än för installationer.
Alternativet är en ny anläggning som bedöms kosta mer än dubbelt så mycket och stå klar först om sex år.
=motions Yrkanden
+ Britt Nyrén (V) yrkar att ärendet återremitteras för utredning av en ny anläggning. %% motion referral Britt Nyrén:V
+ Jens Wall (SD) yrkar avslag på arbetsutskottets förslag. %% motion rejection Jens Wall:SD
+ Tord Eklöf (S) yrkar bifall till arbetsutskottets förslag. %% motion approval Tord Eklöf:S
=order Beslutsgång
Ordföranden frågar om ärendet ska avgöras idag eller återremitteras och finner att det ska avgöras idag. %% outcome to be settled today
Ordföranden ställer därefter proposition på bifall och avslag och finner att styrelsen bifaller arbetsutskottets förslag. %% outcome proposal
=decision Kommunstyrelsens beslut
> Kommunstyrelsen föreslår kommunfullmäktige
1. Renoveringen av Sjövikens badhus genomförs till en kostnad av högst 118 miljoner kronor. %% amount 118 mkr
2. Investeringen finansieras med lån.
3. Driftkostnadsökningen om 2,3 miljoner kronor beaktas i budget 2027. %% amount 2.3 mkr
=statements Deltar inte i beslutet
Britt Nyrén (V) deltar inte i beslutet. %% statement Britt Nyrén:V
=reservations Reservation
Jens Wall (SD) reserverar sig mot beslutet. %% reservation Jens Wall:SD
=attachments Beslutsunderlag
- Protokoll från arbetsutskottet 2025-09-02 § 144 %% ref Arbetsutskottet|2025-09-02|144|
- Förstudie badhuset
=recipients Expedieras till
- Kommunfullmäktige
- Tekniska förvaltningen
§ 202 | Svar på medborgarförslag om belysning vid Ekbacken | KS 2024/902
=proposal Förslag till beslut
1. Medborgarförslaget avslås.
=background Sammanfattning
Förslagsställaren vill att gångvägen vid Ekbacken får belysning. Tekniska förvaltningen bedömer att kostnaden är 640 000 kronor och att andra gångvägar är mer angelägna.
=decision Kommunstyrelsens beslut
1. Medborgarförslaget avslås.
=statements Protokollsanteckning
Ylva Rang (C) anför att frågan bör prövas igen i budgeten för 2027. %% statement Ylva Rang:C
=recipients Expedieras till
- Förslagsställaren
""",
)

REGION = paper(
    "halso",
    """
@kind minutes
@body Hälso- och sjukvårdsnämnden
@date 2025-05-21
@cover Ordförande|Anders Berglöf (S)
@cover Ledamöter|Lisbeth Ståhl (M)
@cover |Omar Salim (V)
@cover |Greta Forslund (C)
@cover Sekreterare|Nina Frid
@cover Justerare|Lisbeth Ståhl (M)
@present Anders Berglöf:S:chair,Lisbeth Ståhl:M:member,Omar Salim:V:member,Greta Forslund:C:member,Nina Frid::secretary
§ 64 | Förfrågningsunderlag för fysioterapi 2026 | HSN/291/2025
=background Ärendet i korthet
Nämnden beslutade den 12 juni 2024 § 71 om nuvarande underlag (HSN/188/2024). %% ref Hälso- och sjukvårdsnämnden|2024-06-12|71|HSN/188/2024
Ersättningen per besök föreslås räknas upp med omsorgsprisindex. Antalet mottagningar har minskat i inlandet och en glesbygdsersättning föreslås därför införas för mottagningar med mer än fem mil till närmaste mottagning.
Den samlade kostnaden beräknas till 41,6 mkr för helåret 2026.
=proposal Förslag till beslut
1. Förfrågningsunderlag för fysioterapi 2026 fastställs.
2. Ersättningen är 612 kronor per besök. %% amount 612 kr
3. Glesbygdsersättning om 95 000 kronor per mottagning införs. %% amount 95000 kr
=decision Beslut
1. Förfrågningsunderlag för fysioterapi 2026 fastställs.
2. Ersättningen är 612 kronor per besök. %% amount 612 kr
3. Glesbygdsersättning om 95 000 kronor per mottagning införs. %% amount 95000 kr
=attachments Beslutsunderlag
- Tjänsteskrivelse 2025-05-02
- Förfrågningsunderlag fysioterapi 2026
- Konsekvensanalys 2025-04-28
=recipients Expedieras till
- Beställarenheten
- Privata vårdgivare inom fysioterapi
§ 65 | Patientsäkerhetsberättelse 2024 | HSN/77/2025
=background Ärendet i korthet
Berättelsen redovisar vårdskador, avvikelser och de åtgärder som vidtagits under 2024.
=proposal Förslag till beslut
1. Patientsäkerhetsberättelse 2024 godkänns.
=motions Yrkande
+ Omar Salim (V) yrkar att berättelsen kompletteras med uppgifter om bemanning. %% motion addition Omar Salim:V
=order Beslutsgång
Ordföranden ställer proposition på tilläggsyrkandet och finner att nämnden avslår det. %% outcome rejection
=decision Beslut
1. Patientsäkerhetsberättelse 2024 godkänns.
=reservations Reservationer
Omar Salim (V) reserverar sig mot beslutet. %% reservation Omar Salim:V
=attachments Beslutsunderlag
- Patientsäkerhetsberättelse 2024
=recipients Expedieras till
- Chefläkaren
""",
)

JOINT = paper(
    "forbund",
    """
@kind minutes
@body Direktionen
@date 2024-12-05
@venue Brandstationen, Tallköping
@cover Tid och plats|Brandstationen, Tallköping
@cover Närvarande|Ulf Brask (S), ordförande
@cover |Maj Lindgren (C), vice ordförande
@cover |Erik Hov (M)
@cover Övriga närvarande|Pia Roos, förbundschef
@cover Justeringsperson|Maj Lindgren (C)
@present Ulf Brask:S:chair,Maj Lindgren:C:vice chair,Erik Hov:M:member,Pia Roos::official
§ 47 | Budget och verksamhetsplan 2025 | RTJ 2024-000318
=background Bakgrund
Medlemskommunernas bidrag räknas upp med 3,0 procent. Förbundet har tre heltidsstationer och nio deltidsstationer. Larmen har ökat de senaste tre åren och rekryteringen av deltidsbrandmän är fortsatt svår.
=proposal Förbundschefens förslag
1. Budgeten för 2025 fastställs till 96,4 mnkr. %% amount 96.4 mkr
2. Investeringsramen är 11 mnkr. %% amount 11 mkr
=decision Direktionens beslut
1. Budgeten för 2025 fastställs till 96,4 mnkr. %% amount 96.4 mkr
2. Investeringsramen är 11 mnkr. %% amount 11 mkr
=attachments Beslutsunderlag
- Budget och verksamhetsplan 2025
=recipients Kopia till
- Medlemskommunerna
- Revisorerna
§ 48 | Taxa för sotning 2025 | RTJ 2024-000322
=background Bakgrund
Taxan räknas upp enligt sotningsindex med 2,8 procent.
=proposal Förbundschefens förslag
+ Taxan för sotning 2025 antas och gäller från den 1 februari 2025.
=decision Direktionens beslut
+ Taxan för sotning 2025 antas och gäller från den 1 februari 2025.
=recipients Kopia till
- Sotningsentreprenören
§ 49 | Sammanträdestider 2025 | RTJ 2024-000009
=decision Direktionens beslut
+ Direktionen sammanträder den 13 februari, den 24 april, den 12 juni, den 25 september och den 4 december 2025.
=adjustment Omedelbar justering
Paragrafen justeras omedelbart.
""",
)

EXTRACT = paper(
    "utdrag2",
    """
@kind minutes
@body Kommunfullmäktige
@date 2025-06-16
§ 92 | Borgen för bostadsbolagets lån | KS 2025/208
=decision Kommunfullmäktiges beslut
1. Kommunen går i borgen för bolagets lån upp till 340 miljoner kronor. %% amount 340 mkr
2. Borgensavgiften är 0,35 procent.
=background Sammanfattning
Bolaget avser att bygga 96 lägenheter i kvarteret Rönnen. Kommunstyrelsen tillstyrkte ärendet den 27 maj 2025 § 131. %% ref Kommunstyrelsen|2025-05-27|131|
=motions Yrkanden
+ Jon Falk (SD) yrkar avslag på kommunstyrelsens förslag. %% motion rejection Jon Falk:SD
+ Siv Holm (S) yrkar bifall till kommunstyrelsens förslag. %% motion approval Siv Holm:S
=order Beslutsgång
Ordföranden ställer proposition på yrkandena och finner att fullmäktige bifaller kommunstyrelsens förslag. %% outcome proposal
=reservations Reservation
Jon Falk (SD) reserverar sig mot beslutet. %% reservation Jon Falk:SD
=attachments Beslutsunderlag
- Kommunstyrelsens protokoll 2025-05-27 § 131 %% ref Kommunstyrelsen|2025-05-27|131|
- Tjänsteskrivelse 2025-05-05
=recipients Beslutet skickas till
- Bostadsbolaget
- Ekonomichefen
=signatures Underskrifter
Denna handling har undertecknats elektroniskt av
Lars Ohlin 2025-06-18 09.14
Siv Holm 2025-06-18 13.40
""",
)

WORKING = paper(
    "utskott",
    """
@kind minutes
@body Kommunstyrelsens arbetsutskott
@date 2025-02-11
@venue Rådhuset, plan 3
@cover Sammanträdesdatum|2025-02-11
@cover Plats|Rådhuset, plan 3
@cover Ledamöter|Ove Stark (M), ordförande
@cover |Lena Kvist (S)
@cover |Dan Örn (C)
@cover Justerare|Lena Kvist (S)
@present Ove Stark:M:chair,Lena Kvist:S:member,Dan Örn:C:member
§ 12 | Markanvisning för kvarteret Alen | KSAU 2025/19
=background Sammanfattning av ärendet
Tre anbud har kommit in. Det högsta är på 21 400 tkr och uppfyller kraven på gestaltning.
Frågan om upplåtelseform har varit uppe tidigare och utskottet har då förordat att en tredjedel av bostäderna upplåts med hyresrätt.
=proposal Exploateringskontorets förslag
- Kvarteret Alen anvisas till Norrbo AB.
- Köpeskillingen är 21 400 tkr. %% amount 21400 tkr
=decision Arbetsutskottet beslutar
- Kvarteret Alen anvisas till Norrbo AB.
- Köpeskillingen är 21 400 tkr. %% amount 21400 tkr
=attachments Handlingar i ärendet
- Tjänsteskrivelse 2025-01-27
- Utvärdering av anbud
=recipients Beslut skickas till
- Exploateringskontoret
- Norrbo AB
§ 13 | Remissvar om regional cykelplan | KSAU 2025/23
=background Sammanfattning av ärendet
Regionen har skickat förslag till cykelplan på remiss. Svaret ska lämnas senast den 1 mars 2025.
=motions Yrkande
+ Lena Kvist (S) yrkar att yttrandet kompletteras med en mening om pendlingsstråket mot Vik. %% motion addition Lena Kvist:S
=order Beslutsgång
Ordföranden finner att utskottet bifaller tilläggsyrkandet. %% outcome motion
=decision Arbetsutskottet beslutar
- Yttrandet antas med tillägg av en mening om pendlingsstråket mot Vik.
=recipients Beslut skickas till
- Regionen
""",
)
