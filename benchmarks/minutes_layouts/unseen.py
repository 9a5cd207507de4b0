"""Layouts that nothing was adjusted to: other words, other bodies, other ways to set them."""

from __future__ import annotations

from benchmarks.minutes_layouts.layouts import CoverLook, ItemHead, Layout, PartHead
from benchmarks.minutes_made.made import paper

SCHOOL = paper(
    "grundskola",
    """
@kind minutes
@body Grundskolenämnden
@date 2024-10-22
@venue Stadshuset, rum 312
@cover Plats|Stadshuset, rum 312
@cover Datum|2024-10-22
@cover Närvarande ledamöter|Annika Roth (L), ordförande
@cover |Samir Haddad (S)
@cover |Lotta Bjur (MP)
@cover |Göran Pil (M)
@cover Närvarande ersättare|Tuva Eng (V)
@cover Tjänstepersoner|Malin Korp, utbildningschef
@cover Justerare|Samir Haddad (S)
@present Annika Roth:L:chair,Samir Haddad:S:member,Lotta Bjur:MP:member,Göran Pil:M:member,Tuva Eng:V:substitute,Malin Korp::official
§ 110 | Skolskjutsregler läsåret 2025/26 | GSN 2024/1187
=decision Grundskolenämndens beslut
1. Regler för skolskjuts fastställs att gälla från den 1 augusti 2025.
2. Utbildningschefen får i uppdrag att informera vårdnadshavare före den 1 april 2025.
=background Beskrivning av ärendet
Nämnden antog gällande regler den 14 september 2021 § 96. %% ref Grundskolenämnden|2021-09-14|96|
Avstånden i de lägre årskurserna föreslås oförändrade. För elever i årskurs 7–9 föreslås gränsen sänkas från fem till fyra kilometer, vilket beräknas kosta 1,7 miljoner kronor per läsår.
=background Ekonomiska konsekvenser
Kostnaden ryms inte i nämndens ram och tas upp i underlaget till budget 2026.
=proposal Utbildningsförvaltningens förslag till beslut
1. Regler för skolskjuts fastställs att gälla från den 1 augusti 2025.
2. Utbildningschefen får i uppdrag att informera vårdnadshavare före den 1 april 2025.
=motions Framställda yrkanden
+ Lotta Bjur (MP) yrkar att gränsen i årskurs 7–9 ska vara tre kilometer. %% motion other_proposal Lotta Bjur:MP
+ Annika Roth (L), Samir Haddad (S) och Göran Pil (M) yrkar bifall till förvaltningens förslag. %% motion approval Annika Roth:L,Samir Haddad:S,Göran Pil:M
=order Propositioner
Ordföranden ställer proposition på förvaltningens förslag och på Lotta Bjurs yrkande och finner att nämnden bifaller förvaltningens förslag. %% outcome proposal
=reservations Reservationer mot beslutet
Lotta Bjur (MP) reserverar sig mot beslutet till förmån för eget yrkande. %% reservation Lotta Bjur:MP
=statements Protokollsanteckning
Tuva Eng (V) ansluter sig till Lotta Bjurs yrkande. %% statement Tuva Eng:V
=attachments Underlag för beslut
- Tjänsteskrivelse 2024-09-30
- Förslag till regler för skolskjuts
- Barnkonsekvensanalys
=recipients Protokollsutdrag till
- Utbildningschefen
- Trafikenheten
§ 111 | Ersättning till fristående fritidshem 2025 | GSN 2024/1203
=decision Grundskolenämndens beslut
+ Grundbeloppet fastställs till 41 250 kronor per elev och år. %% amount 41250 kr
=background Beskrivning av ärendet
Beloppet motsvarar kommunens egen budgeterade kostnad.
=proposal Utbildningsförvaltningens förslag till beslut
+ Grundbeloppet fastställs till 41 250 kronor per elev och år. %% amount 41250 kr
=attachments Underlag för beslut
- Beräkning av grundbelopp 2025
=recipients Protokollsutdrag till
- Fristående skolor
""",
)

ASSEMBLY = paper(
    "regionfull",
    """
@kind minutes
@body Regionfullmäktige
@date 2025-11-26
@venue Folkets hus, Granstad
@cover Tid och plats|Folkets hus, Granstad
@cover Ordförande|Inga Thor (S)
@cover Sekreterare|Pål Ängs
@cover Justerare|Ture Lod (M), Evy Sparr (C)
@present Inga Thor:S:chair,Pål Ängs::secretary
§ 151 | Regionplan och budget 2026–2028 | RS/402/2025
=background Sammanfattning
Regionstyrelsen behandlade förslaget den 5 november 2025 § 233 (RS/402/2025). %% ref Regionstyrelsen|2025-11-05|233|RS/402/2025
Planen anger regionens mål och ekonomiska ramar. Resultatet för 2026 beräknas till 52 miljoner kronor.
=proposal Regionstyrelsens förslag till beslut
1. Regionplan och budget 2026–2028 fastställs.
2. Skattesatsen för 2026 är 12,10 kronor. %% amount 12.10 kr
3. Ramen för hälso- och sjukvård är 5 214 mkr. %% amount 5214 mkr
=motions Yrkanden
+ Ture Lod (M): Avslag på regionstyrelsens förslag i punkt 2. %% motion rejection Ture Lod:M
+ Evy Sparr (C) och Mats Uhr (L): Ärendet återremitteras. %% motion referral Evy Sparr:C,Mats Uhr:L
+ Rut Vass (S): Bifall till regionstyrelsens förslag. %% motion approval Rut Vass:S
=order Beslutsgång
Ordföranden ställer först proposition på yrkandet om återremiss och finner att ärendet ska avgöras vid dagens sammanträde. %% outcome to be settled today
Därefter ställer ordföranden proposition på bifall eller avslag på punkt 2 och finner att fullmäktige bifaller regionstyrelsens förslag. %% outcome proposal
Votering begärs och verkställs. %% outcome vote
=votes Voteringsresultat
Ja: 28, Nej: 24, Avstår: 3. %% vote 28-24-3
=decision Regionfullmäktiges beslut
1. Regionplan och budget 2026–2028 fastställs.
2. Skattesatsen för 2026 är 12,10 kronor. %% amount 12.10 kr
3. Ramen för hälso- och sjukvård är 5 214 mkr. %% amount 5214 mkr
=reservations Reservationer
Ture Lod (M) reserverar sig mot beslutet i punkt 2. %% reservation Ture Lod:M
Evy Sparr (C) lämnar skriftlig reservation. %% reservation Evy Sparr:C
=attachments Beslutsunderlag
- Regionplan och budget 2026–2028
- Protokollsutdrag regionstyrelsen 2025-11-05 § 233 %% ref Regionstyrelsen|2025-11-05|233|
=recipients Expedieras till
- Regiondirektören
- Samtliga nämnder
§ 152 | Val av revisor | RS/31/2025
=proposal Valberedningens förslag
+ Bengt Skog (KD) väljs till revisor till och med 2026.
=decision Regionfullmäktiges beslut
+ Bengt Skog (KD) väljs till revisor till och med 2026.
=recipients Expedieras till
- Bengt Skog
- Revisionskontoret
""",
)

CARE = paper(
    "vardomsorg",
    """
@kind minutes
@body Vård- och omsorgsnämnden
@date 2025-03-27
@cover Sammanträdesdatum|2025-03-27
@cover Beslutande ledamöter|Karl Ask (M), ordförande
@cover |Yvonne Lilja (S), vice ordförande
@cover |Per-Erik Damm (C)
@cover Utsedd att justera|Yvonne Lilja (S)
@present Karl Ask:M:chair,Yvonne Lilja:S:vice chair,Per-Erik Damm:C:member
§ 27 | Avgifter inom äldreomsorgen 2026 | VON/2025:61
=background Ärendebeskrivning
Maxtaxan följer prisbasbeloppet. Måltidsavgiften föreslås höjas med 95 kronor per månad och matlådan med 4 kronor.
=proposal Förvaltningens förslag till beslut
> Vård- och omsorgsnämnden föreslår kommunfullmäktige besluta
1. att måltidsavgiften ska vara 4 210 kronor per månad, %% amount 4210 kr
2. att matlådan ska kosta 71 kronor, samt %% amount 71 kr
3. att avgifterna ska gälla från den 1 januari 2026.
=decision Vård- och omsorgsnämndens beslut
> Vård- och omsorgsnämnden föreslår kommunfullmäktige besluta
1. att måltidsavgiften ska vara 4 210 kronor per månad, %% amount 4210 kr
2. att matlådan ska kosta 71 kronor, samt %% amount 71 kr
3. att avgifterna ska gälla från den 1 januari 2026.
=attachments Handlingar i ärendet
- Tjänsteskrivelse, 2025-03-10
- Jämförelse av avgifter i länet
=recipients Beslutet skickas till
- Kommunfullmäktige
§ 28 | Verksamhetsberättelse 2024 | VON/2025:12
=background Ärendebeskrivning
Nämnden redovisar ett överskott om 3,9 mnkr jämfört med budget.
=proposal Förvaltningens förslag till beslut
- Verksamhetsberättelsen godkänns.
- Verksamhetsberättelsen överlämnas till kommunstyrelsen.
=decision Vård- och omsorgsnämndens beslut
- Verksamhetsberättelsen godkänns.
- Verksamhetsberättelsen överlämnas till kommunstyrelsen.
=adjournment Ajournering
Mötet ajourneras kl. 14.20–14.35.
=recipients Beslutet skickas till
- Kommunstyrelsen
- Kommunens revisorer
""",
)

UNSEEN: tuple[Layout, ...] = (
    Layout(
        *("unseen-school", "chromium", SCHOOL, ItemHead.TITLE_CASE_BELOW, PartHead.BOLD, CoverLook.BARE),
        head="GRANSTADS KOMMUN|PROTOKOLL|\nGrundskolenämnden|Sammanträde 2024-10-22|",
        foot="Ordförandens signatur|Justerarens signatur|Utdraget bestyrks",
        boxed=True,
    ),
    Layout(
        *("unseen-school-2", "libreoffice", SCHOOL, ItemHead.CASE_THEN_TITLE, PartHead.ITALIC, CoverLook.RULED),
        head="Granstads kommun|Grundskolenämnden|2024-10-22",
        foot="Sign|Sign|",
    ),
    Layout(
        *("unseen-assembly", "weasyprint", ASSEMBLY, ItemHead.BODY_FIRST, PartHead.BOLD, CoverLook.RULED),
        head="Region Granland|Regionfullmäktige\nProtokoll|2025-11-26",
        foot="Justeras|Justeras|Sida {page}",
    ),
    Layout(
        *("unseen-assembly-2", "reportlab", ASSEMBLY, ItemHead.CASE_RIGHT, PartHead.MARGIN, CoverLook.BARE),
        head="Region Granland|Protokoll regionfullmäktige|2025-11-26|Sida {page}",
        foot="Justerandes sign|Utdragsbestyrkande",
        boxed=True,
    ),
    Layout(
        *("unseen-care", "weasyprint", CARE, ItemHead.MARGIN, PartHead.CAPITALS, CoverLook.RULED),
        head="Åminne kommun|Vård- och omsorgsnämnden|2025-03-27",
        foot="Signaturer|||",
        boxed=True,
        signing=("Protokollet har signerats digitalt av", "Karl Ask", "Yvonne Lilja", "Verifikat 55021-AB"),
    ),
    Layout(
        *("unseen-care-2", "word", CARE, ItemHead.THREE_LINES, PartHead.BOLD, CoverLook.BARE),
        head="Åminne kommun|Sammanträdesprotokoll\nVård- och omsorgsnämnden|2025-03-27",
        foot="Justerandes sign|Justerandes sign|Utdragsbestyrkande",
        boxed=True,
        signing=("Underskrifter", "Karl Ask, ordförande", "Yvonne Lilja, justerare"),
    ),
)
