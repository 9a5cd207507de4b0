from lydelse.differ import compare
from lydelse.differ.renumbering import Shift, shift_of
from lydelse.extractors.written import written
from lydelse.model.change import Renumbered, Reworded


def test_one_figure_may_shift() -> None:
    assert shift_of("5.3.1", "5.4.1") == Shift("", (5,), 1)
    assert shift_of("Bilaga 2", "Bilaga 3") == Shift("Bilaga ", (), 1)


def test_two_figures_or_another_depth_are_no_shift() -> None:
    assert shift_of("5.3.1", "6.4.1") is None
    assert shift_of("5.3", "5.3.1") is None
    assert shift_of("A", "B") is None


def test_sections_in_which_references_alone_follow_are_otherwise_unchanged() -> None:
    before = "# § 1 Namn\nNamnet är Föreningen.\n# § 2 Ny medlem\nMedlem antas av styrelsen.\n# § 3 Avgift\nAvgiften är 150 kr, se § 2."
    new = "# § 2 Säte\nFöreningens säte är i länets residensstad.\n# § 3 Ny medlem"
    after = before.replace("§ 3", "§ 4").replace("se § 2", "se § 3").replace("# § 2 Ny medlem", new)
    (renumbered,) = [change for change in compare(written(before), written(after)).changes if isinstance(change, Renumbered)]
    assert renumbered.sections == (("2", "3"), ("3", "4"))
    assert renumbered.unchanged


def test_a_section_that_changes_beside_its_references_is_not_otherwise_unchanged() -> None:
    before = "# § 1 Namn\nNamnet är Föreningen.\n# § 2 Ny medlem\nMedlem antas av styrelsen.\n# § 3 Avgift\nAvgiften är 150 kr, se § 2."
    new = "# § 2 Säte\nFöreningens säte är i länets residensstad.\n# § 3 Ny medlem"
    after = before.replace("§ 3", "§ 4").replace("150 kr, se § 2", "175 kr, se § 3").replace("# § 2 Ny medlem", new)
    (renumbered,) = [change for change in compare(written(before), written(after)).changes if isinstance(change, Renumbered)]
    assert not renumbered.unchanged


def test_a_section_with_another_title_and_the_same_text_is_one_with_its_heading_reworded() -> None:
    before = "# 1 Krav\n# 1.1 Bemanning\nVid mottagningen ska det finnas två läkare på heltid.\n# 1.2 Lokal\nLokalen ska vara ljus."
    (change,) = compare(written(before), written(before.replace("Bemanning", "Personal"))).changes
    assert isinstance(change, Reworded)
    assert (change.before, change.after) == ("1.1 Bemanning", "1.1 Personal")
