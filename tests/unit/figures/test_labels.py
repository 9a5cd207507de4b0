import pytest

from lydelse.figures.amounts import amounts_in
from lydelse.figures.labels import label_of


def labels(sentence: str) -> list[str]:
    spans = [(amount.start, amount.end) for amount in amounts_in(sentence)]
    return [label_of(sentence, *span, [other for other in spans if other != span]) for span in spans]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Då skulle underskottsbidraget uppgå till 11,5 mkr.", ["Underskottsbidraget"]),
        ("Med dagens regler ska ett bidrag för resor uppgå till 12,5 mkr.", ["Bidrag för resor"]),
        ("Förslaget innebär ett högre anslag då resekostnader på 7,3 mkr flyttas.", ["Resekostnader"]),
        ("Vidare föreslås en dubblerad ersättning för jour, motsvarande 9 mkr.", ["Dubblerad ersättning för jour"]),
        ("Totalt fördelas för år 2026, 41 300 tkr som bidrag.", ["Totalt fördelas"]),
        ("Bidraget till skolor i glesbygd uppgår till 12 mkr för 2026.", ["Bidraget till skolor i glesbygd"]),
        ("Den genomsnittliga avgiften för 2026 är 852 kr per barn, totalt 9 489 tkr.", ["Genomsnittliga avgiften", "Totalt"]),
        ("Kommunen ersätter till ett högsta belopp av motsvarande 6 000 tkr.", ["Högsta belopp"]),
        (
            "Bidrag utgår med 500 kr/timme för lärare och 300 kr/timme för övrig personal.",
            ["Bidrag för lärare", "Bidrag för övrig personal"],
        ),
        ("Reserven är 2 % av budgeten, dvs. 480 tkr.", ["Reserven", "Reserven"]),
        ("Reserven är 2 % av nettokostnaden 24 mkr, dvs. 480 tkr.", ["Reserven", "Nettokostnaden", "Reserven"]),
        ("Sjukfrånvaron var 6,1 % (föregående år 6,8 %).", ["Sjukfrånvaron", "Sjukfrånvaron"]),
        ("Antalet anställda är 640 personer, varav 410 kvinnor.", ["Antalet anställda", "Antalet anställda"]),
        ("Antalet årsarbetare är 812, varav 655 kvinnor.", ["Antalet årsarbetare", "Antalet årsarbetare"]),
        ("Tillägg ges genom att den utbetalda ersättningen räknas upp med 3 %.", ["Uppräkning av utbetalda ersättningen"]),
        (
            "Totalt 50 mkr, varav 20 mkr efter ålder, 18 mkr efter CNI och 12 mkr efter avstånd.",
            ["Totalt", "Efter ålder", "Efter CNI", "Efter avstånd"],
        ),
        ("Avgift: 190 kr (vuxen), 90 kr (barn).", ["Avgift (vuxen)", "Avgift (barn)"]),
        ("Bidraget är 190 kr (exkl. moms).", ["Bidraget"]),
        ("Avgiften höjs med 4 kr per portion till 68 kr per portion.", ["Höjning av avgiften", "Avgiften"]),
        ("Taket har räknats upp med 2,1 % och är 7 238 tkr.", ["Uppräkning av taket", "Taket"]),
        ("LOV-pengen räknas upp årligen med OPI, för 2026 med 3,2 procent.", ["Uppräkning av LOV-pengen"]),
        ("Priserna är fasta i två år och justeras därefter med 80 % av KPI.", ["Justering av priserna"]),
        ("Avgiften har höjts från 484 kr till 500 kr, en höjning med 16 kr.", ["Avgiften", "Avgiften", "Höjning av avgiften"]),
        ("Ersättningen är avrundat 70,7 miljoner kronor.", ["Ersättningen"]),
        ("Skattesatsen är oförändrad 22:40 per skattekrona.", ["Skattesatsen"]),
        ("Timpengen är 489 kr i tätort och 538 kr på landsbygd.", ["Timpengen i tätort", "Timpengen på landsbygd"]),
        ("Kort för vuxen kostar 890 kr och för ungdom 534 kr.", ["Kort för vuxen", "Kort för ungdom"]),
        ("Parkering: zon A 25 kr/tim, zon B 15 kr/tim.", ["Parkering, zon A", "Parkering, zon B"]),
        ("Tillstånd, stadigvarande: 11 500 kr.", ["Tillstånd, stadigvarande"]),
        ("Avbokning senare än 24 timmar: 250 kr.", ["Avbokning senare", "Avbokning senare än 24 timmar"]),
        ("Stödet ges med 50 % år 1, 30 % år 2 och 20 % år 3.", ["Stödet år 1", "Stödet år 2", "Stödet år 3"]),
        ("Av resorna var 41 % fritidsresor, 32 % arbetsresor och 17 % vårdresor.", ["Fritidsresor", "Arbetsresor", "Vårdresor"]),
        ("Anslaget ökar med 25 mkr, varav 10 mkr avser löner och 12 mkr hyror.", ["Ökning av anslaget", "Löner", "Hyror"]),
        ("Nämnden beviljar Föreningen Fjället ett bidrag om 125 000 kr.", ["Bidrag till Föreningen Fjället"]),
        ("För larm betalar kommunen 234 kr per månad.", ["Larm"]),
        ("Nya utförare kan få ett bidrag på högst 9 000 kr.", ["Bidrag till nya utförare"]),
        ("För 2026 ersätts 53 104 barn med 1 332 kr per barn.", ["Barn", "Ersättning för barn"]),
        ("Under 2026 beräknas 23 000 portioner à 96 kr.", ["Portioner", "Pris för portioner"]),
        ("För 2026 fördelas 7 090 tkr på följande sätt.", ["Fördelas"]),
        ("Av ramen betalas 4 mkr av kommunen och 3 mkr av staten.", ["Ramen, av kommunen", "Ramen, av staten"]),
        ("Lägsta bidraget är 5 000 kr, högsta 9 000 kr.", ["Lägsta bidraget", "Högsta bidraget"]),
        ("Nämnden ersätter enheten för samtal med 1 150 kr per samtal.", ["Samtal"]),
        ("Nämnden ersätter uppdraget att bedriva jour för Byn med 7 238 tkr.", ["Uppdraget att bedriva jour för Byn"]),
        ("Nämnden ersätter 60 % av medianlönen.", ["Ersättning"]),
        ("Vidare beslutade nämnden att taket ska vara 5 mkr.", ["Taket"]),
        ("Alternativet är att kompensationen då skulle bli 12,7 mkr.", ["Kompensationen"]),
        ("För 2026 är den av Kommunen Norra Viken utbetalda ersättningen för elever 3 mkr.", ["Utbetalda ersättningen för elever"]),
        ("Vitet är 5 000 kr per påbörjad dag, dock högst 50 000 kr.", ["Vitet", "Vitet, högst"]),
        ("Kommunen ersätter 75 % för lärlingar samt 20 % praktikanter.", ["Lärlingar", "Praktikanter"]),
        ("Avgiften för vikt 1,00 är 210 kr.", ["Avgiften för vikt", "Avgiften för vikt 1,00"]),
        ("Under 2026 avsätts 3 mkr till utbildning.", ["Utbildning"]),
        ("Stödet till den som bedriver verksamheten är 70 % av lönen.", ["Stödet till den som bedriver verksamheten"]),
    ],
)
def test_an_amount_is_named_as_a_person_would_name_it(sentence: str, names: list[str]) -> None:
    assert labels(sentence) == names


def test_a_name_holds_no_year() -> None:
    assert "2026" not in labels("För 2026 är taket för bidraget under 2026 sammanlagt 300 kr.")[0]


def test_a_sentence_that_names_nothing_gives_an_empty_label() -> None:
    assert label_of("700 kr", 0, 6) == ""
