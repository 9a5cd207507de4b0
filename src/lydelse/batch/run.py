"""A folder, from its files to its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from lydelse.archive import Archive, opened
from lydelse.batch import local
from lydelse.batch.cases import cases_among
from lydelse.batch.folder import Found, digest_of, found_in
from lydelse.batch.in_force import amended_among, prints_in
from lydelse.batch.index import Known, index_of
from lydelse.batch.orders import Order, Result, hashes_in, ordered
from lydelse.batch.pair_file import Fixed, fixed_in
from lydelse.batch.pairing import pairs_among
from lydelse.batch.work import Manner
from lydelse.batch.writing import write_index
from lydelse.model.archive import Described, Report
from lydelse.model.batch import Batch, Doubt, FileTold, Standing, Together
from lydelse.model.message import Message
from lydelse.records import dataclass, field
from lydelse.reports.wording import say
from lydelse.workers import Broken, Done, Limits, Outcome, Refused

OF_THE_MOMENT = frozenset({"error.missing", "error.refused", "error.conversion-late"})
"""Refusals that say nothing of the file's content: they are not kept, and the file is tried again."""

Watch = Callable[[Message], None]
Pair = tuple[Together, str, str]
"""Two documents that are reviewed together, by their paths, and as what."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a run.

    ``archive`` is the address of the archive, ``pairs`` a file that fixes pairs, ``known`` what an earlier index told, ``scheduler`` the
    address of a Dask scheduler, "" where the work is done here, ``jobs`` how many documents are worked on at once.
    """

    folder: Path
    out: Path
    archive: str
    manner: Manner
    limits: Limits = field(default_factory=Limits)
    jobs: int = 1
    pairs: Path | None = None
    known: Known | None = None
    scheduler: str = ""


def run(asked: Asked, watch: Watch) -> Batch:
    """Read and review every document of a folder, and write the reports and the index.

    Raises:
        UsageError: the folder, the file of pairs, the archive or the scheduler cannot be used, or a report cannot be written.
    """
    own = [asked.out, *(Path(asked.archive + ending) for ending in ("", "-wal", "-shm", "-journal") if "://" not in asked.archive)]
    found = found_in(asked.folder, own)
    fixed = fixed_in(asked.pairs, {each.path for each in found}) if asked.pairs else Fixed()
    with opened(asked.archive) as archive:
        files = _Files(asked, archive, watch)
        files.hash_all(found)
        files.read_all()
        pairs, unsure = _pairs(files, fixed)
        reviewed, doubts = files.review_pairs(pairs)
        works = files.works(reviewed)
        batch = index_of(asked.folder.resolve().name, files.told(reviewed), works, archive, [*unsure, *doubts], asked.known)
        write_index(batch, works, archive, asked.out, asked.manner.language)
    return batch


def _pairs(files: _Files, fixed: Fixed) -> tuple[tuple[Pair, ...], tuple[Doubt, ...]]:
    """Return what is reviewed together: what is fixed, and what the documents themselves tell; and what is doubtful."""
    known = files.described
    versions = pairs_among(known, fixed.settled(Together.VERSIONS))
    amended = amended_among(known, files.prints_of, fixed.settled(Together.IN_FORCE))
    cases = cases_among(known, fixed.settled(Together.CASE))
    stated = [pair for pair in fixed.pairs if all(path in known for path in pair[1:])]
    unmade = [pair[1:] for pair in fixed.pairs if pair not in stated]
    doubts = [Doubt(*pair, Message("batch.doubt.unread", {"before": pair[0], "after": pair[1]})) for pair in unmade]
    found = ((Together.VERSIONS, versions.sure), (Together.IN_FORCE, amended.sure), (Together.CASE, cases))
    sure = {*stated, *((together, *pair) for together, told in found for pair in told)}
    return tuple(sorted(sure, key=lambda pair: (pair[1:], pair[0]))), (*doubts, *versions.doubts, *amended.doubts)


class _Files:
    """The files of a folder, as far as they have been dealt with."""

    def __init__(self, asked: Asked, archive: Archive, watch: Watch) -> None:
        self._asked, self._archive, self._watch = asked, archive, watch
        self._told: dict[str, FileTold] = {}
        self._orders: dict[str, Order] = {}
        self._prints: dict[str, frozenset[int]] = {}
        self.described: dict[str, Described] = {}

    def hash_all(self, found: Sequence[Found]) -> None:
        """Tell which files are to be read: each content once, by the first path that has it."""
        first: dict[str, str] = {}
        for each in found:
            if each.skipped:
                self._tell(each.path, Standing.SKIPPED, "", each.skipped)
                continue
            try:
                digest = digest_of(self._asked.folder / each.path)
            except OSError as problem:
                why = Message("error.refused", {"file": Path(each.path).name, "reason": problem.strerror or ""})
                self._tell(each.path, Standing.REFUSED, "", why)
                continue
            if digest in first:
                self._tell(each.path, Standing.COPY, digest, Message("batch.copy", {"path": first[digest]}))
            else:
                first[digest] = each.path
                self._orders[each.path] = ordered(((each.path, digest),), self._asked.manner)

    def read_all(self) -> None:
        """Read every document that the archive does not know, and keep what was read."""
        self._recall()
        new = [order for path, order in self._orders.items() if path not in self.described and path not in self._told]
        for order, outcome in self._outcomes(new):
            path, digest = order.paths[0], order.hashes[0]
            match outcome:
                case Done(value=value) if not isinstance(value, Report) and hashes_in(value) == order.hashes:
                    reading, report = value
                    self._archive.keep_reading(order.work, reading, report)
                    self.described[path] = reading.described
                case Done():
                    self._tell(path, Standing.BROKEN, digest, Message("batch.changed"))
                case Refused(message=message):
                    if message.key not in OF_THE_MOMENT:
                        self._archive.keep_refusal(order.work, digest, message)
                    self._tell(path, Standing.REFUSED, digest, message)
                case Broken(message=message):
                    self._tell(path, Standing.BROKEN, digest, message)

    def prints_of(self, path: str) -> frozenset[int]:
        """Return the prints of the passages of a document that has been read; they are kept for the next who asks."""
        if path not in self._prints:
            self._prints[path] = prints_in(self._archive.passages_of(self.described[path].sha256))
        return self._prints[path]

    def review_pairs(self, pairs: Sequence[Pair]) -> tuple[list[Order], list[Doubt]]:
        """Review the pairs that the archive does not know; return the orders that were done, and why others were not."""
        orders = [self._ordered(*pair) for pair in pairs]
        done = {order.work for order in orders if self._archive.has_pair(order.work)}
        doubts: list[Doubt] = []
        for order, outcome in self._outcomes([order for order in orders if order.work not in done]):
            match outcome:
                case Done(value=value) if isinstance(value, Report) and hashes_in(value) == order.hashes:
                    self._archive.keep_pair(order.work, order.hashes[0], order.hashes[1], value)
                    done.add(order.work)
                case Done():
                    doubts.append(self._undone(order, Message("batch.changed")))
                case Refused(message=message) | Broken(message=message):
                    doubts.append(self._undone(order, message))
        return [order for order in orders if order.work in done], sorted(doubts, key=lambda doubt: (doubt.before, doubt.after))

    def _ordered(self, together: Together, first: str, second: str) -> Order:
        return ordered(tuple((path, self.described[path].sha256) for path in (first, second)), self._asked.manner, together)

    def _undone(self, order: Order, why: Message) -> Doubt:
        before, after = order.paths
        said = say(why, self._asked.manner.language)
        return Doubt(before, after, Message("batch.doubt.failed", {"before": before, "after": after, "why": said}))

    def told(self, pairs: Sequence[Order]) -> tuple[FileTold, ...]:
        """Return what became of every file, in the order of their paths."""
        paired = _told_together(pairs)
        for path, described in self.described.items():
            standing = Standing.PAIRED if path in paired else Standing.REVIEWED
            self._told[path] = FileTold(path, standing, described.sha256, described)
        return tuple(self._told[path] for path in sorted(self._told))

    def works(self, pairs: Sequence[Order]) -> tuple[Order, ...]:
        """Return the work behind each report: of each pair, and of each document that is in none."""
        paired = _told_together(pairs)
        alone = [order for path, order in self._orders.items() if path in self.described and path not in paired]
        return tuple(sorted([*pairs, *alone], key=lambda order: order.paths[::-1]))

    def _recall(self) -> None:
        """Take what the archive knows already."""
        for path, order in self._orders.items():
            known = self._archive.described(order.work)
            if known:
                self.described[path] = known
            elif refusal := self._archive.refusal(order.work):
                self._tell(path, Standing.REFUSED, order.hashes[0], refusal)

    def _tell(self, path: str, standing: Standing, digest: str, said: Message) -> None:
        self._told[path] = FileTold(path, standing, digest, said=said)

    def _outcomes(self, orders: Sequence[Order]) -> Iterator[tuple[Order, Outcome[Result]]]:
        asked = self._asked
        if asked.scheduler and orders:
            from lydelse.batch import several_machines  # noqa: PLC0415 - Dask is an extra

            ended = several_machines.outcomes(orders, asked.folder, asked.manner, asked.limits, asked.scheduler)
        else:
            ended = local.outcomes(orders, asked.folder, asked.manner, asked.limits, asked.jobs)
        for count, (order, outcome) in enumerate(ended, 1):
            self._watch(Message("step.batch", {"done": count, "all": len(orders), "file": order.paths[-1]}))
            yield order, outcome


def _told_together(pairs: Sequence[Order]) -> set[str]:
    """Return the paths that a report of two documents tells of whole; of a document in force it tells only what is amended."""
    return set(chain.from_iterable(order.paths[order.together is Together.IN_FORCE :] for order in pairs))
