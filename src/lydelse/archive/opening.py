"""An archive by its address, brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from lydelse.archive.keeping import Archive
from lydelse.errors import UsageError

SECONDS_TO_WAIT = 60
"""For another run that is writing to the same file."""
ONE_AT_A_TIME = 0x6C7964
"""The number of the lock under which PostgreSQL lets one run at a time bring an archive up to date."""
MIGRATIONS = Path(__file__).parent / "migrations"


@contextmanager
def opened(address: str, *, make: bool = True) -> Iterator[Archive]:
    """Give the archive at an address: a file's path, or the URL of a database (``postgresql://user@host/name``).

    Args:
        address: where it is.
        make: whether an archive that is not there is made; else that is an error.

    Raises:
        UsageError: there is no archive at the address, it cannot be reached, or it is that of a later version of the program.
    """
    engine = _engine_of(address, make=make)
    try:
        with engine.begin() as connection:
            _up_to_date(connection)
        yield Archive(engine)
    except CommandError as problem:
        raise UsageError("archive.later", archive=_shown(address)) from problem
    except SQLAlchemyError as problem:
        raise UsageError("archive.fails", archive=_shown(address), why=_first_line(problem)) from problem
    finally:
        engine.dispose()


def _engine_of(address: str, *, make: bool) -> Engine:
    if "://" not in address:
        return _file_engine(Path(address), make=make)
    try:
        url = make_url(address)
        if url.drivername in {"postgres", "postgresql"}:
            url = url.set(drivername="postgresql+pg8000")
        if url.drivername.startswith("sqlite"):
            return _file_engine(Path(url.database or ""), make=make)
        return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as problem:
        raise UsageError("archive.address", archive=_shown(address)) from problem
    except ImportError as missing:
        raise UsageError("archive.driver", module=missing.name or "pg8000") from missing


def _file_engine(file: Path, *, make: bool) -> Engine:
    if file.is_dir() or not file.parent.is_dir() or not (make or file.is_file()):
        raise UsageError("archive.no-file", archive=str(file))
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": SECONDS_TO_WAIT})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_to_write)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    """Let SQLite hold to foreign keys, let readers read while one writes, and leave beginning a transaction to us."""
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_to_write(connection: Connection) -> None:
    """Take the right to write at once: two runs that both read first would each wait for the other."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _up_to_date(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": ONE_AT_A_TIME})
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _shown(address: str) -> str:
    """Return an address without its password."""
    try:
        return make_url(address).render_as_string(hide_password=True) if "://" in address else address
    except ArgumentError:
        return address.partition("://")[0] + "://"


def _first_line(problem: SQLAlchemyError) -> str:
    cause = problem.__cause__ or problem
    return str(cause).strip().partition("\n")[0]
