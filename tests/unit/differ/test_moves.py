from lydelse.differ import compare
from lydelse.extractors.written import in_words, written
from lydelse.model.change import Moved, Removed
from lydelse.model.readings import accepting_marks, rejecting_marks

CLAUSE = "Mottagningen ersätts med 1 250 kr för varje besök som en listad invånare gör under kvällar och helger."
OTHERS = [f"Stycke {number} handlar om {word} och inget annat." for number, word in enumerate(("skolor", "vägar", "parker", "hamnar"), 1)]


def test_a_moved_clause_removes_and_adds_no_amount() -> None:
    before = "\n".join(["# 1 Början", CLAUSE, *OTHERS, "# 2 Slut", "Här är slutet."])
    after = "\n".join(["# 1 Början", *OTHERS, "# 2 Slut", "Här är slutet.", CLAUSE.replace("1 250", "1 300")])
    comparison = compare(written(before), written(after))
    assert [type(change) for change in comparison.changes] == [Moved]
    assert [(str(each.before and each.before.value), str(each.after and each.after.value)) for each in comparison.entries] == [
        ("1250", "1300")
    ]


def test_a_moved_section_is_one_change_and_both_versions_come_back() -> None:
    first, second, third = (
        f"# {{}} {title}\n{CLAUSE.replace('kvällar', title)}\n{text}" for title, text in zip("ABC", OTHERS, strict=False)
    )
    before = "\n".join(part.format(number) for number, part in enumerate((first, second, third), 1)) + "\n"
    after = "\n".join(part.format(number) for number, part in enumerate((second, third, first), 1)) + "\n"
    comparison = compare(written(before), written(after))
    assert sum(isinstance(change, Moved) for change in comparison.changes) == 1
    assert not any(isinstance(change, Removed) for change in comparison.changes)
    assert in_words(rejecting_marks(comparison.redline)) == before
    assert in_words(accepting_marks(comparison.redline)) == after


def test_a_clause_that_moved_is_not_the_rewording_of_what_stands_where_it_stood() -> None:
    new = CLAUSE.replace("kvällar och helger", "dagtid").replace("1 250 kr", "ett belopp")
    before = "\n".join(["# 1 Början", CLAUSE, *OTHERS])
    after = "\n".join(["# 1 Början", new, *OTHERS, CLAUSE])
    assert [type(change).__name__ for change in compare(written(before), written(after)).changes] == ["Added", "Moved"]
