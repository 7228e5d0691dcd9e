"""A session, and the pure rules for ending one."""

from dataclasses import dataclass, replace
from datetime import timedelta

from app.core.clock import Moment
from app.core.errors import EndBeforeStart, SessionAlreadyEnded
from app.core.ids import ClientId, SessionId


@dataclass(frozen=True)
class Session:
    """One meeting; `number` counts a client's sessions from 1."""

    id: SessionId
    client: ClientId
    number: int
    started_at: Moment
    ended_at: Moment | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has no end yet."""
        return self.ended_at is None

    @property
    def length(self) -> timedelta | None:
        """From start to end, None while it runs."""
        return self.ended_at.utc - self.started_at.utc if self.ended_at else None


def ended(session: Session, at: Moment) -> Session:
    """The session with its end; raises SessionAlreadyEnded or EndBeforeStart."""
    if not session.is_running:
        raise SessionAlreadyEnded
    if at.utc < session.started_at.utc:
        raise EndBeforeStart
    return replace(session, ended_at=at)


def content(session: Session) -> dict[str, str | int | None]:
    """What an entry of kind `session/1` commits to."""
    ended_at = session.ended_at
    return {
        "client": str(session.client),
        "number": session.number,
        "started_ms": session.started_at.milliseconds,
        "started_zone": session.started_at.zone,
        "ended_ms": ended_at.milliseconds if ended_at else None,
        "ended_zone": ended_at.zone if ended_at else None,
    }
