"""Minutes (protokoll), memos (tjänsteskrivelser) and extracts of minutes: who met, and for each § what was proposed and decided."""

from __future__ import annotations

from enum import StrEnum

from lydelse.model.amount import Amount
from lydelse.model.case_number import CaseNumber
from lydelse.model.document import Document
from lydelse.model.finding import Passage, Unread
from lydelse.model.place import Place
from lydelse.model.proceedings import Ballot, Outcome, Ruling
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Paragraph
from lydelse.records import dataclass, field


class DocumentKind(StrEnum):
    """What sort of paper a document is; an extract of minutes is minutes."""

    MINUTES = "minutes"
    MEMO = "memo"
    TENDER = "tender"
    OTHER = "other"


class PartKind(StrEnum):
    """What a part of an item is."""

    BACKGROUND = "background"
    PROPOSAL = "proposal"
    MOTIONS = "motions"
    ORDER = "order"
    VOTES = "votes"
    DECISION = "decision"
    EARLIER = "earlier"
    RESERVATIONS = "reservations"
    STATEMENTS = "statements"
    RECUSAL = "recusal"
    ADJOURNMENT = "adjournment"
    ADJUSTMENT = "adjustment"
    ATTACHMENTS = "attachments"
    RECIPIENTS = "recipients"
    SIGNATURES = "signatures"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """As what somebody was present."""

    CHAIR = "chair"
    VICE_CHAIR = "vice chair"
    MEMBER = "member"
    SERVING_SUBSTITUTE = "serving substitute"
    SUBSTITUTE = "substitute"
    SECRETARY = "secretary"
    OFFICIAL = "official"
    ADJUSTER = "adjuster"
    OTHER = "other"


class Support(StrEnum):
    """What a motion (yrkande) asks for; UNKNOWN is one that was not understood."""

    APPROVAL = "approval"
    REJECTION = "rejection"
    REFERRAL = "referral"
    POSTPONEMENT = "postponement"
    AMENDMENT = "amendment"
    ADDITION = "addition"
    OTHER_PROPOSAL = "other proposal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is named: at the meeting, with a motion, a reservation or a vote. ``party`` is its letters ("S"), "" for none."""

    name: str
    party: str = ""
    role: Role = Role.OTHER
    place: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a proposal or a decision.

    ``number`` is None where the points are not numbered. ``lead`` is the line that the point completes ("Regionstyrelsen föreslår
    regionfullmäktige"), ``heading`` that of the part it stands in ("Regiondirektörens förslag"); either may be "". ``blocks`` are the
    paragraphs and tables that hold it, the first of which its text begins in; lettered parts and tables below it are its own.
    ``amounts`` have their places.
    """

    number: int | None
    text: str
    place: Place
    amounts: tuple[Amount, ...] = ()
    lead: str = ""
    heading: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion (yrkande): who moved it, its sentence, and the points that it wants in the decision, none where it names none.

    ``amounts`` are those of the whole motion. A motion that was taken back is ``withdrawn``.
    """

    movers: tuple[Present, ...]
    text: str
    supports: Support
    place: Place
    points: tuple[Point, ...] = ()
    amounts: tuple[Amount, ...] = ()
    withdrawn: bool = False
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote that was counted; a number that is not told is None. ``by_name`` is each voter with the word of the vote ("Ja")."""

    yes: int | None
    no: int | None
    abstaining: int | None
    text: str
    place: Place
    by_name: tuple[tuple[Present, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """A reservation, a special statement or a note: by whom, and what it says."""

    by: tuple[Present, ...]
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list of attachments or recipients, with the date and the case number that it states; "date" is ISO 8601."""

    text: str
    place: Place
    date: str | None = None
    case_number: CaseNumber | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """An earlier decision that the text refers to: what is said of it in a sentence or two.

    ``body`` is as in a heading ("Regionstyrelsen"), "" where none is named. ``date`` is ISO 8601 with what is written alone:
    "2021-01-20", "2019-08", None for none. ``literal`` is the sentence.
    """

    body: str
    date: str | None
    paragraph: int | None
    case_number: CaseNumber | None
    literal: str
    place: Place


@dataclass(frozen=True, slots=True)
class CaseMention:
    """A case number where it stands in running text. ``of`` is the sentence, up to and including the number."""

    case_number: CaseNumber
    of: str
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an item: its heading and what stands under it. ``title`` is the heading's words, "" for what has none."""

    kind: PartKind
    title: str
    place: Place
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs and cells, one to a line."""
        return "\n".join(paragraph.after for paragraph in paragraphs_of(self.blocks) if paragraph.after)


@dataclass(frozen=True, slots=True)
class Item:
    """One § of minutes, or all of a memo. ``paragraph`` is None for a memo and where the number could not be read.

    ``parts`` hold every block of the item, in order, each once; the other fields are read from them. ``outcomes`` are what the order of
    propositions tells, in order, ``course`` what became of the motions: each ruling, ballot and vote. ``adjusted_immediately`` is the
    sentence that says so, None where none does. ``unread`` is what of it was not understood.
    """

    paragraph: int | None
    title: str
    place: Place
    case_numbers: tuple[CaseNumber, ...] = ()
    parts: tuple[Part, ...] = ()
    proposal: tuple[Point, ...] = ()
    motions: tuple[Motion, ...] = ()
    order: tuple[Passage, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    votes: tuple[Vote, ...] = ()
    course: tuple[Ruling | Ballot | Vote, ...] = ()
    decision: tuple[Point, ...] = ()
    reservations: tuple[Stance, ...] = ()
    statements: tuple[Stance, ...] = ()
    attachments: tuple[Listed, ...] = ()
    recipients: tuple[Listed, ...] = ()
    references: tuple[Citation, ...] = ()
    mentions: tuple[CaseMention, ...] = ()
    adjourned: tuple[Passage, ...] = ()
    recused: tuple[Passage, ...] = ()
    adjusted_immediately: Passage | None = None
    unread: tuple[Unread, ...] = ()

    @property
    def background(self) -> tuple[Block, ...]:
        """The blocks that tell of the matter, before and between what is proposed and decided."""
        return tuple(block for part in self.parts if part.kind is PartKind.BACKGROUND for block in part.blocks)

    @property
    def motions_understood(self) -> bool:
        """Tell whether what every motion asks for was understood; true where there are none."""
        return all(motion.supports is not Support.UNKNOWN for motion in self.motions)

    def parts_of(self, kind: PartKind) -> tuple[Part, ...]:
        """Return the parts of one kind."""
        return tuple(part for part in self.parts if part.kind is kind)


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document read as minutes or a memo. Documents of other kinds have no items.

    ``body`` is who met, for a memo "". ``date`` is ISO 8601. ``document`` is the reading whose places all of this has: the later one.
    ``unread`` is what was not understood, that of the items included; what the file's reader left is in ``document.unread``.
    """

    document: Document
    kind: DocumentKind
    body: str = ""
    date: str | None = None
    venue: str = ""
    attendance: tuple[Present, ...] = ()
    adjusters: tuple[Present, ...] = ()
    items: tuple[Item, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.document.source.name


def paragraphs_of(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of blocks in order, those of table cells included."""
    return tuple(each for block in blocks for each in (block.paragraphs() if isinstance(block, Table) else (block,)))
