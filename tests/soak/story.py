"""A practice's days as a script: steps that write, and what a vault holds after each of them."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from app.core.ids import ClientId, SessionId
from app.records.clients.record import ClientDetails
from app.records.session_notes.record import Paragraph, SessionNote
from app.workspace import Workspace

WORDS = [
    "spoke",
    "about",
    "the",
    "board",
    "and",
    "what",
    "it",
    "would",
    "take",
    "to",
    "say",
    "no",
    "before",
    "Thursday",
]


@dataclass(frozen=True)
class Meeting:
    """A session as a reader finds it."""

    number: int
    note: tuple[str, ...] = ()
    is_over: bool = False
    is_final: bool = False


Held = dict[str, tuple[Meeting, ...]]  # by client, oldest first


class Step(ABC):
    """One write: everything of it is kept, or nothing."""

    client: str

    @abstractmethod
    def do(self, workspace: Workspace) -> None:
        """Writes it; when this returns, it was acknowledged as saved."""

    @abstractmethod
    def after(self, held: Held) -> Held:
        """What a vault with `held` holds afterwards."""


@dataclass(frozen=True)
class AddClient(Step):
    """Somebody new."""

    client: str

    def do(self, workspace: Workspace) -> None:
        workspace.clients.add(ClientDetails(self.client))

    def after(self, held: Held) -> Held:
        return held | {self.client: ()}


@dataclass(frozen=True)
class StartSession(Step):
    """A meeting begins."""

    client: str

    def do(self, workspace: Workspace) -> None:
        workspace.start_session(client_called(workspace, self.client))

    def after(self, held: Held) -> Held:
        before = held[self.client]
        return held | {self.client: (*before, Meeting(len(before) + 1))}


@dataclass(frozen=True)
class Write(Step):
    """What the editor does about once a second: the whole note, as it is by now."""

    client: str
    note: tuple[str, ...]

    def do(self, workspace: Workspace) -> None:
        client = client_called(workspace, self.client)
        paragraphs = tuple(Paragraph(text) for text in self.note)
        note = SessionNote(newest_session(workspace, client), client, paragraphs)
        workspace.session_notes.autosave(note)

    def after(self, held: Held) -> Held:
        return _with_newest(held, self.client, lambda meeting: replace(meeting, note=self.note))


@dataclass(frozen=True)
class EndSession(Step):
    """A meeting ends."""

    client: str

    def do(self, workspace: Workspace) -> None:
        client = client_called(workspace, self.client)
        workspace.sessions.end(newest_session(workspace, client))

    def after(self, held: Held) -> Held:
        return _with_newest(held, self.client, lambda meeting: replace(meeting, is_over=True))


@dataclass(frozen=True)
class MakeFinal(Step):
    """Its note can only gain addenda from here on."""

    client: str

    def do(self, workspace: Workspace) -> None:
        client = client_called(workspace, self.client)
        workspace.session_notes.make_final(newest_session(workspace, client), client)

    def after(self, held: Held) -> Held:
        return _with_newest(held, self.client, lambda meeting: replace(meeting, is_final=True))


@dataclass
class Story:
    """Steps without end, the same from the same chance, and what is held after the nth."""

    chance: Random
    steps: list[Step] = field(default_factory=list[Step])
    held: list[Held] = field(default_factory=lambda: [{}])  # one more than steps

    def step(self, number: int) -> Step:
        """The step of this number, from 0."""
        self.prepare(number + 1)
        return self.steps[number]

    def prepare(self, count: int) -> None:
        """Makes up so many steps, for a process that is going to be forked."""
        while len(self.steps) < count:
            step = self._next(self.held[-1])
            self.steps.append(step)
            self.held.append(step.after(self.held[-1]))

    def _next(self, held: Held) -> Step:
        running = [c for c, meetings in held.items() if meetings and not meetings[-1].is_final]
        if not running:
            idle = list(held)
            if not idle or self.chance.random() < 0.3:
                return AddClient(f"Client {len(held) + 1}")
            return StartSession(self.chance.choice(idle))
        client = running[-1]
        meeting = held[client][-1]
        if meeting.note and self.chance.random() < 0.2:
            return MakeFinal(client) if meeting.is_over else EndSession(client)
        return Write(client, self._written_on(meeting.note))

    def _written_on(self, note: tuple[str, ...]) -> tuple[str, ...]:
        words = " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 12)))
        if not note or self.chance.random() < 0.3:
            return (*note, words * self.chance.choice((1, 1, 1, 40)))
        return (*note[:-1], f"{note[-1]} {words}")


def held_by(workspace: Workspace) -> Held:
    """What an open vault holds."""
    found: Held = {}
    for client in workspace.clients.listed():
        meetings: list[Meeting] = []
        for session in reversed(workspace.sessions.of_client(client.id)):
            note = workspace.session_notes.get(session.id, client.id)
            meetings.append(
                Meeting(
                    session.number,
                    tuple(paragraph.text for paragraph in note.paragraphs),
                    session.ended_at is not None,
                    note.final_at is not None,
                )
            )
        found[client.name] = tuple(meetings)
    return found


def client_called(workspace: Workspace, name: str) -> ClientId:
    """The client of this name."""
    return next(client.id for client in workspace.clients.listed() if client.name == name)


def newest_session(workspace: Workspace, client: ClientId) -> SessionId:
    """The client's session with the highest number."""
    return workspace.sessions.of_client(client)[0].id


def _with_newest(held: Held, client: str, change: Callable[[Meeting], Meeting]) -> Held:
    *before, newest = held[client]
    return held | {client: (*before, change(newest))}
