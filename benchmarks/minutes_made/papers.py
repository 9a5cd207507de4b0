"""The papers: invented bodies, names and matters, each in the manner of another sort of authority."""

from __future__ import annotations

from benchmarks.minutes_made.made import Paper, paper

COMMITTEE = paper(
    "namnd",
    """
@kind minutes
@body Omsorgsnämnden
@date 2023-03-14
@venue Sammanträdesrum Eken, kommunhuset
@header Norrviks kommun|Sammanträdesprotokoll|Omsorgsnämnden|2023-03-14
@footer Justerandes sign|Utdragsbestyrkande
@cover Plats och tid|Sammanträdesrum Eken, kommunhuset
@cover Beslutande|Karin Lindh (S), ordförande
@cover |Per Åsgård (M), vice ordförande
@cover |Elsa Norén (C)
@cover |Tage Brolin (V)
@cover Tjänstgörande ersättare|Ulla Frej (L) ersätter Sune Hake (KD)
@cover Övriga närvarande|Maja Bergh, förvaltningschef
@cover Utses att justera|Per Åsgård (M)
@cover Paragrafer|21–23
@present Karin Lindh:S:chair,Per Åsgård:M:vice chair,Elsa Norén:C:member,Tage Brolin:V:member,Ulla Frej:L:serving substitute
@present Maja Bergh::official
§ 21 | Ersättning för hemtjänst enligt lagen om valfrihetssystem | ON/2022:118
=background Sammanfattning av ärendet
Omsorgsnämnden fastställde den 13 december 2022 § 98 ersättningen för 2023 (ON/2022:90). %% ref Omsorgsnämnden|2022-12-13|98|ON/2022:90
Förvaltningen bedömer att ersättningen behöver höjas med 12 kr per utförd timme.
=proposal Förvaltningens förslag till beslut
> Omsorgsnämnden beslutar
1. Ersättningen för hemtjänst höjs till 431 kr per utförd timme från och med den 1 april 2023. %% amount 431 kr
2. Kostnaden om 2 450 000 kronor finansieras inom nämndens ram. %% amount 2450000 kr
=motions Yrkanden
+ Tage Brolin (V) yrkar att ersättningen i punkt 1 ändras till 440 kr per utförd timme. %% motion amendment Tage Brolin:V
+ Karin Lindh (S) och Elsa Norén (C) yrkar bifall till förvaltningens förslag. %% motion approval Karin Lindh:S,Elsa Norén:C
=order Beslutsgång
Ordföranden ställer förvaltningens förslag mot Tage Brolins yrkande och finner att nämnden beslutar enligt förvaltningens förslag. %% outcome proposal
=decision Omsorgsnämndens beslut
1. Ersättningen för hemtjänst höjs till 431 kr per utförd timme från och med den 1 april 2023. %% amount 431 kr
2. Kostnaden om 2 450 000 kronor finansieras inom nämndens ram. %% amount 2450000 kr
=reservations Reservation
Tage Brolin (V) reserverar sig mot beslutet till förmån för eget yrkande. %% reservation Tage Brolin:V
=attachments Beslutsunderlag
- Tjänsteskrivelse 2023-02-20
- Kalkyl hemtjänst 2023
=recipients Beslutet skickas till
+ Ekonomiavdelningen
+ Utförare av hemtjänst
§ 22 | Delårsuppföljning per februari | ON/2023:7
=background Sammanfattning av ärendet
Prognosen visar ett underskott om 3,2 miljoner kronor.
=proposal Förvaltningens förslag till beslut
+ Omsorgsnämnden godkänner uppföljningen och överlämnar den till kommunstyrelsen.
=decision Omsorgsnämndens beslut
+ Omsorgsnämnden godkänner uppföljningen och överlämnar den till kommunstyrelsen.
=attachments Beslutsunderlag
- Delårsuppföljning februari 2023
=recipients Beslutet skickas till
+ Kommunstyrelsen
§ 23 | Val av ersättare i programberedningen | ON/2023:15
=decision Omsorgsnämndens beslut
1. Ulla Frej (L) väljs till ersättare i programberedningen till och med den 31 december 2026.
2. Paragrafen förklaras omedelbart justerad.
""",
)

BOARD = paper(
    "kommunstyrelse",
    """
@kind minutes
@body Kommunstyrelsen
@date 2024-05-07
@venue Stadshuset, Bergsalen
@header Ekmarks stad|Protokoll|Kommunstyrelsen|2024-05-07
@cover Plats|Stadshuset, Bergsalen
@cover Ledamöter|Eva Strömvall (M), ordförande
@cover |Bo Hallgren (S)
@cover |Sara Wiik (SD)
@cover Ersättare|Lars Emtell (KD)
@cover Sekreterare|Disa Kvarn
@cover Justerare|Bo Hallgren (S)
@present Eva Strömvall:M:chair,Bo Hallgren:S:member,Sara Wiik:SD:member,Lars Emtell:KD:substitute,Disa Kvarn::secretary
§ 88 | Ny förskola i Björkhaga | KS 2023/412
=background Ärendet
Kommunfullmäktige beslutade 2022-11-21 § 140 att en ny förskola ska byggas (KS 2022/77). %% ref Kommunfullmäktige|2022-11-21|140|KS 2022/77
Kalkylen uppgår till 64 miljoner kronor, varav 4 miljoner kronor avser mark.
=earlier Arbetsutskottets beslut
Arbetsutskottet tillstyrkte förslaget 2024-04-23 § 51. %% ref Arbetsutskottet|2024-04-23|51|
=proposal Arbetsutskottets förslag till kommunstyrelsen
> Kommunstyrelsen föreslår kommunfullmäktige besluta
1. Investeringen i Björkhaga förskola om högst 64 miljoner kronor godkänns. %% amount 64 mkr
2. Driftkostnaden beaktas i budgeten för 2026.
=motions Yrkanden på sammanträdet
+ Bo Hallgren (S) yrkar bifall till arbetsutskottets förslag med tillägget att förskolan ska ha eget tillagningskök. %% motion addition Bo Hallgren:S
+ Sara Wiik (SD) yrkar avslag på arbetsutskottets förslag. %% motion rejection Sara Wiik:SD
+ Eva Strömvall (M) yrkar att ärendet återremitteras för ny kalkyl. %% motion referral Eva Strömvall:M
=order Propositionsordning
Ordföranden frågar först om ärendet ska avgöras i dag eller återremitteras och finner att det ska avgöras i dag. %% outcome to be settled today
Omröstning begärs. %% outcome vote
=votes Omröstningsresultat
Med 8 ja-röster mot 5 nej-röster och 2 som avstår beslutar kommunstyrelsen enligt arbetsutskottets förslag. %% vote 8-5-2
=decision Kommunstyrelsens förslag till kommunfullmäktige
1. Investeringen i Björkhaga förskola om högst 64 miljoner kronor godkänns. %% amount 64 mkr
2. Driftkostnaden beaktas i budgeten för 2026.
=decision Kommunstyrelsens beslut för egen del
1. Stadsdirektören får i uppdrag att återrapportera i oktober 2024.
=reservations Reservationer
Sara Wiik (SD) reserverar sig mot beslutet. %% reservation Sara Wiik:SD
=statements Protokollsanteckning
Lars Emtell (KD) anför att kalkylen bör följas noga. %% statement Lars Emtell:KD
=attachments Handlingar i ärendet
1. Tjänsteskrivelse, 2024-04-02
2. Kalkyl Björkhaga
3. Protokollsutdrag KSAU § 51, 2024-04-23 %% ref Kommunstyrelsens arbetsutskott|2024-04-23|51|
=recipients Expedieras till
- Tekniska nämnden
- Stadsdirektören
§ 89 | Svar på motion om gratis kollektivtrafik | KS 2023/501
=background Bakgrund
En motion har lämnats in av Tore Alm (V). Enligt 5 kap. 35 § kommunallagen bör den beredas inom ett år.
=proposal Förslag till beslut
+ Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.
=decision Beslut
+ Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.
§ 90 | Anmälan av delegationsbeslut | KS 2024/3
=recusal Jäv
Eva Strömvall (M) anmäler jäv och deltar inte i handläggningen.
=decision Beslut
+ Kommunstyrelsen lägger redovisningen till handlingarna.
""",
)

REGION_ASSEMBLY = paper(
    "regionfullmaktige",
    """
@kind minutes
@body Regionfullmäktige
@date 2022-11-23
@header Region Mellanbygden|Regionfullmäktige|Protokoll 2022-11-23
@footer Signatur justerare
§ 140 | Regionplan och budget 2023 | RS/310/2022
=background Sammanfattning
Regionstyrelsen behandlade ärendet den 2 november 2022 § 201 och föreslår fullmäktige att anta planen. %% ref Regionstyrelsen|2022-11-02|201|
Styrelsen beslutade i juni 2022 § 120 (RS/299/2022) om ramarna. %% ref Regionstyrelsen|2022-06|120|RS/299/2022
=proposal Regionstyrelsens förslag
> Regionfullmäktige beslutar
1. Regionplan och budget 2023 antas.
2. Skattesatsen fastställs till 11,70 kronor per skattekrona. %% amount 11.70 kr
3. Regionbidraget till hälso- och sjukvårdsnämnden uppgår till 4 812,5 mnkr. %% amount 4812.5 mkr
=motions Yrkanden
+ Mats Örn (M): Bifall till regionstyrelsens förslag. %% motion approval Mats Örn:M
+ Lena Skog (S), Ivar Dal (V) och Siri Berg (MP): Avslag på punkt 2. %% motion rejection Lena Skog:S,Ivar Dal:V,Siri Berg:MP
=order Proposition
Ordföranden ställer proposition på bifall respektive avslag på punkt 2 och finner att fullmäktige bifaller regionstyrelsens förslag. %% outcome proposal
Votering begärs. %% outcome vote
=votes Voteringsresultat
Ja: 41 Nej: 34 Avstår: 0 %% vote 41-34-0
=decision Beslut
1. Regionplan och budget 2023 antas.
2. Skattesatsen fastställs till 11,70 kronor per skattekrona. %% amount 11.70 kr
3. Regionbidraget till hälso- och sjukvårdsnämnden uppgår till 4 812,5 mnkr. %% amount 4812.5 mkr
=reservations Reservationer
Lena Skog (S) och Ivar Dal (V) reserverar sig mot beslutet i punkt 2. %% reservation Lena Skog:S,Ivar Dal:V
=attachments Beslutsunderlag
+ Regionplan 2023
+ Protokoll regionstyrelsen 2022-11-02 § 201 %% ref Regionstyrelsen|2022-11-02|201|
=recipients Expedieras till
+ Regiondirektören
+ Hälso- och sjukvårdsnämnden
§ 141 | Avgift för uteblivet besök | RS/288/2022
=background Sammanfattning
Avgiften föreslås höjas från 300 kr till 400 kr.
=proposal Regionstyrelsens förslag
> Regionfullmäktige beslutar
1. Avgiften för uteblivet besök höjs till 400 kronor från den 1 januari 2023. %% amount 400 kr
=decision Beslut
1. Avgiften för uteblivet besök höjs till 400 kronor från den 1 januari 2023. %% amount 400 kr
=recipients Expedieras till
+ Samtliga områden
""",
)

MEMO = paper(
    "tjansteskrivelse",
    """
@kind memo
@date 2024-02-19
@case VN/2024:31
@header Tjänsteskrivelse|2024-02-19|Dnr VN/2024:31
@title Förfrågningsunderlag för särskilt boende 2025
=proposal Förslag till beslut
> Vårdnämnden beslutar
1. att fastställa förfrågningsunderlaget för särskilt boende 2025,
2. att dygnsersättningen ska vara 2 310 kronor, samt %% amount 2310 kr
3. att ge vårddirektören i uppdrag att annonsera underlaget.
=background Sammanfattning
Vårdnämnden antog det nuvarande underlaget den 9 mars 2023 § 17 (VN/2023:12). %% ref Vårdnämnden|2023-03-09|17|VN/2023:12
=background Ekonomiska konsekvenser
Höjningen kostar 5,4 mnkr för helåret.
=attachments Beslutsunderlag
- Förslag till förfrågningsunderlag 2025
- Konsekvensanalys, 2024-02-12
=recipients Beslutet ska skickas till
- Vårddirektören
- Upphandlingsenheten
""",
)

EXTRACT = paper(
    "utdrag",
    """
@kind minutes
@body Barn- och utbildningsnämnden
@date 2023-09-20
@header Protokollsutdrag|Barn- och utbildningsnämnden|2023-09-20
§ 61 | Grundbelopp för fristående förskolor 2024 | BUN-2023/204
=decision Beslut
> Barn- och utbildningsnämnden beslutar
1. Grundbeloppet för barn 1–3 år fastställs till 152 300 kronor per år. %% amount 152300 kr
2. Grundbeloppet för barn 4–5 år fastställs till 128 900 kronor per år. %% amount 128900 kr
=background Ärendebeskrivning
Nämnden beslutade 2022-09-21 § 58 om beloppen för 2023. %% ref Barn- och utbildningsnämnden|2022-09-21|58|
=background Barnets bästa
Beslutet bedöms gynna barnen.
=attachments Underlag
- Beräkning av grundbelopp 2024
=recipients Protokollsutdrag till
+ Fristående förskolor
+ Ekonomienheten
""",
)

COMMISSION = paper(
    "arbetsutskott",
    """
@kind minutes
@body Regionstyrelsens arbetsutskott
@date 2021-10-12
@header Regionstyrelsens arbetsutskott|Protokoll 2021-10-12
§ 72 | Hyresavtal för ambulansstation | RS/512/2021
=background Ärendebeskrivning
Avtalet löper i tio år till en årshyra om 1 240 tkr. Frågan behandlades av regionstyrelsen den 25 maj 2021 § 101. %% ref Regionstyrelsen|2021-05-25|101|
=proposal Regiondirektörens förslag
> Arbetsutskottet föreslår regionstyrelsen
1. Hyresavtalet godkänns.
2. Årshyran om 1 240 tkr finansieras inom fastighetsbudgeten. %% amount 1240 tkr
=motions Yrkande
+ Nils Hjort (C) yrkar bifall till regiondirektörens förslag. %% motion approval Nils Hjort:C
=decision Arbetsutskottets förslag till regionstyrelsen
1. Hyresavtalet godkänns.
2. Årshyran om 1 240 tkr finansieras inom fastighetsbudgeten. %% amount 1240 tkr
=recipients Utdrag till
+ Fastighetschef
+ Ekonomidirektör
§ 73 | Information från regiondirektören | RS/1/2021
=decision Beslut
+ Arbetsutskottet tackar för informationen.
""",
)

CULTURE = paper(
    "kulturnamnd",
    """
@kind minutes
@body Kultur- och fritidsnämnden
@date 2025-01-29
@venue Folkets hus
@cover Sammanträdesdatum|2025-01-29
@cover Nämnd|Kultur- och fritidsnämnden
@cover Plats och tid|Folkets hus
@cover Närvarande ledamöter|Signe Palm (S), Otto Rask (M), Vera Lund (C)
@cover Justerande|Otto Rask (M)
@present Signe Palm:S:member,Otto Rask:M:member,Vera Lund:C:member
§ 4 | Bidrag till föreningar 2025 | KFN 2024-00231
=background Beskrivning av ärendet
Ansökningar om sammanlagt 3,1 mkr har kommit in.
=proposal Kultur- och fritidsförvaltningens förslag
- Bidrag om 2,6 mkr fördelas enligt bilaga 1. %% amount 2.6 mkr
- Resterande 150 000 kr avsätts för tillfälliga arrangemang. %% amount 150000 kr
=motions Yrkanden
+ Vera Lund (C) yrkar att 200 000 kr i stället avsätts för tillfälliga arrangemang. %% motion amendment Vera Lund:C
=order Beslutsgång
Ordföranden ställer proposition på förslaget och Vera Lunds yrkande och finner att nämnden beslutar enligt Vera Lunds yrkande. %% outcome motion
=decision Kultur- och fritidsnämnden beslutar
- Bidrag om 2,6 mkr fördelas enligt bilaga 1. %% amount 2.6 mkr
- Resterande 200 000 kr avsätts för tillfälliga arrangemang. %% amount 200000 kr
=adjournment Ajournering
Sammanträdet ajourneras kl. 10.10–10.25.
=attachments Bilagor
- Bilaga 1, fördelning av bidrag
=recipients Delges
+ Sökande föreningar
§ 5 | Taxa för ishallen | KFN 2024-00240
=decision Kultur- och fritidsnämnden beslutar
+ att höja timtaxan till 640 kronor %% amount 640 kr
""",
)

REGION_MEMO = paper(
    "regionskrivelse",
    """
@kind memo
@date 2022-08-30
@case HSN/77/2022
@title Ersättning till privata tandvårdsgivare 2023
@header Tjänsteutlåtande|2022-08-30|HSN/77/2022
=background Ärendebeskrivning
Nämnden fastställde ersättningen för 2022 den 7 oktober 2021 § 88. %% ref Nämnden|2021-10-07|88|
Patientnämnden har lämnat synpunkter (PN/14/2022).
=background Bedömning
Ersättningen räknas upp med 2,4 %.
=proposal Hälso- och sjukvårdsdirektörens förslag
> Hälso- och sjukvårdsnämnden beslutar
1. Ersättningen per barn fastställs till 1 389 kr för 2023. %% amount 1389 kr
2. Tillägget för gles bygd fastställs till 96 kr. %% amount 96 kr
=signatures I tjänsten
Gun Frisk, direktör
=recipients Utdrag till
+ Tandvårdsenheten
+ Ekonomistaben
""",
)

PAPERS: tuple[Paper, ...] = (COMMITTEE, BOARD, REGION_ASSEMBLY, MEMO, EXTRACT, COMMISSION, CULTURE, REGION_MEMO)
