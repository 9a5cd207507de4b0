"""What an archive keeps, finds and forgets: in SQLite and in PostgreSQL."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text

from lydelse.archive import Archive, opened
from lydelse.archive.tables import METADATA
from lydelse.errors import UsageError
from lydelse.model.amount import AmountKind
from lydelse.model.archive import Described, KeptAmount, KeptPassage, Reading, Report
from lydelse.model.message import Message
from lydelse.model.quantity import Status
from lydelse.model.text import Version
from lydelse.records import replace
from support.archives import postgresql

ONE, TWO = "1" * 64, "2" * 64
DESCRIBED = Described(ONE, "villkor 2025.pdf", "pdf", 3, "none", "tender", "Villkor", "2025-01-01", ("RS/1/2025",), 2025, 400, (1, 2, 3))
REPORT = Report(
    '{"findings": [{"id": "S101-1", "code": "S101", "severity": "error", "section": "2", "page": 1, "message": "Fel."}]}', "<p>å</p>"
)


def amount(value: str, said: str, year: int = 2025) -> KeptAmount:
    stated = (AmountKind.MONEY, "kr", None, year, Version.AFTER, Status.UNCHANGED, Decimal(value), value)
    return KeptAmount("2", "Ersättning", "Ersättningen för vikt 1,00", None, *stated, 1, said)


READING = Reading(
    DESCRIBED,
    (amount("2222.50", "Ersättning Ersättningen för vikt 1,00 är 2 222,50 kr"), amount("15", "Taket är 15 kr")),
    (KeptPassage("2", "Ersättning", 1, "Ersättningen för vikt 1,00 är 2 222,50 kr."),),
)


def engine_for(address: str) -> Engine:
    """Return a way past the archive into its database."""
    return create_engine(f"sqlite:///{address}" if "://" not in address else address.replace("postgresql:", "postgresql+pg8000:"))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "arkiv.sqlite")
    server: str = request.getfixturevalue("server")
    name = f"test_{abs(hash(request.node.name)) % 10**9}"
    engine = engine_for(server).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.rpartition("/")[0] + "/" + name


@pytest.fixture
def archive(address: str) -> Iterator[Archive]:
    with opened(address) as archive:
        yield archive


def rows_in(address: str) -> int:
    """Return how many rows all tables hold together, those of the search included."""
    engine = engine_for(address)
    with engine.connect() as connection:
        tables = [
            name for name in inspect(connection).get_table_names() if name != "alembic_version" and not name.startswith("words_index")
        ]
        counts = [connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in tables]
        if connection.dialect.name == "sqlite":
            counts.append(connection.execute(text("SELECT count(*) FROM words_index WHERE words_index MATCH 'vikt'")).scalar_one())
    engine.dispose()
    return sum(counts)


def test_what_was_read_comes_back_as_it_was_kept(archive: Archive) -> None:
    archive.keep_reading("w1", READING, REPORT)
    assert archive.described("w1") == DESCRIBED
    assert archive.report("w1") == REPORT
    assert (archive.described("w2"), archive.report("w2"), archive.refusal("w1"), archive.has_pair("w1")) == (None, None, None, False)


def test_keeping_the_same_twice_keeps_it_once(archive: Archive, address: str) -> None:
    archive.keep_reading("w1", READING, REPORT)
    rows = rows_in(address)
    archive.keep_reading("w1", READING, REPORT)
    assert rows_in(address) == rows


def test_a_refusal_keeps_its_message(archive: Archive) -> None:
    message = Message("error.x", {"file": "a.pdf", "count": 3, "suffixes": ("a", "b")})
    archive.keep_refusal("w1", ONE, message)
    assert archive.refusal("w1") == message


def test_a_figure_is_found_whole_and_a_word_by_how_it_begins(archive: Archive) -> None:
    archive.keep_reading("w1", READING, REPORT)
    assert archive.amounts_with("ersättning vikt 1,00") == ((DESCRIBED, READING.amounts[0]),)
    assert archive.amounts_with("ERSÄTT 2222,50") == ((DESCRIBED, READING.amounts[0]),)
    assert archive.passages_with("2 222,50") == ((DESCRIBED, READING.passages[0]),)
    assert archive.amounts_with("vikt 1,0") == archive.amounts_with("ersattning") == archive.amounts_with("vikt 222") == ()


@pytest.mark.parametrize("query", ["", "  ", "!?", "' OR 1=1 --", '"', "a*b:c&|!(", "NEAR(vikt)", "\\"])
def test_no_query_is_more_than_words(archive: Archive, query: str) -> None:
    archive.keep_reading("w1", READING, REPORT)
    assert archive.amounts_with(query) == ()


def test_forgetting_a_document_deletes_all_that_came_from_it_and_nothing_else(archive: Archive, address: str) -> None:
    other = replace(READING, described=replace(DESCRIBED, sha256=TWO, name="villkor 2026.pdf"))
    archive.keep_reading("w2", other, REPORT)
    archive.keep_refusal("w4", TWO, Message("error.x"))
    rows = rows_in(address)
    archive.keep_reading("w1", READING, REPORT)
    archive.keep_refusal("w5", ONE, Message("error.x"))
    archive.keep_pair("w3", ONE, TWO, REPORT)
    assert archive.has_pair("w3")
    archive.forget(ONE)
    assert rows_in(address) == rows
    assert not archive.has_pair("w3")
    assert [document.sha256 for document, _ in archive.amounts_with("vikt")] == [TWO]
    archive.forget(TWO)
    assert rows_in(address) == 0


def test_documents_are_told_with_their_names(archive: Archive) -> None:
    archive.keep_reading("w1", READING, REPORT)
    archive.keep_reading("w2", replace(READING, described=replace(DESCRIBED, name="annat namn.pdf")), REPORT)
    archive.keep_refusal("w3", TWO, Message("error.x"))
    assert [(each.sha256, each.names) for each in archive.documents()] == [(ONE, ("annat namn.pdf", "villkor 2025.pdf")), (TWO, ())]


def test_the_migrations_leave_the_tables_that_the_program_knows(archive: Archive, address: str) -> None:
    del archive
    engine = engine_for(address)
    own = {"words_index", "words_index_data", "words_index_idx", "words_index_docsize", "words_index_config"}
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
    engine.dispose()
    named = [each for each in differences if not (each[0] == "remove_table" and each[1].name in own)]
    assert [each for each in named if "lexemes" not in str(each)] == []


def test_an_archive_is_opened_again_with_what_it_held(address: str) -> None:
    with opened(address) as archive:
        archive.keep_reading("w1", READING, REPORT)
    with opened(address, make=False) as archive:
        assert archive.described("w1") == DESCRIBED


def test_two_that_have_it_open_do_not_stand_in_each_others_way(address: str) -> None:
    with opened(address) as one, opened(address) as other:
        for at in range(10):
            one.keep_reading(f"one{at}", READING, REPORT)
            other.keep_reading(f"other{at}", READING, REPORT)
        assert one.described("other9") == other.described("one9") == DESCRIBED


def test_an_archive_that_is_not_there_is_made_only_where_it_may_be(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"archive\.no-file"), opened(str(tmp_path / "a.sqlite"), make=False):
        pass
    with pytest.raises(UsageError, match=r"archive\.no-file"), opened(str(tmp_path / "no" / "a.sqlite")):
        pass


def test_a_file_that_is_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("en helt vanlig text " * 100, encoding="utf-8")
    with pytest.raises(UsageError, match=r"archive\.fails"), opened(str(file)):
        pass


def test_an_archive_of_a_later_version_is_left_alone(address: str) -> None:
    with opened(address):
        pass
    engine = engine_for(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'z999'"))
    engine.dispose()
    with pytest.raises(UsageError, match=r"archive\.later"), opened(address):
        pass


@pytest.mark.parametrize("address", ["mysql://a:hemligt@b/c", "strange://a", "postgresql://user:hemligt@[", "://"])
def test_an_address_of_no_database_of_ours_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(UsageError) as refused, opened(address):
        pass
    assert "hemligt" not in str(refused.value.message.facts)


def test_a_database_that_does_not_answer_is_said_so_without_its_password() -> None:
    with pytest.raises(UsageError, match=r"archive\.fails") as refused, opened("postgresql://user:hemligt@127.0.0.1:1/x"):
        pass
    assert "hemligt" not in str(refused.value.message.facts)
