"""A place as JSON values, for the view state in the vault."""

from typing import Any, cast
from uuid import UUID

from app.core.ids import ClientId, SessionId
from ui.places.navigation import HOME, PageId, Place


def place_to_json(place: Place) -> dict[str, str]:
    """The place's parts that are set."""
    parts = {
        "page": place.page.value,
        "client": place.client.hex if place.client else "",
        "tab": place.tab,
        "session": place.session.hex if place.session else "",
    }
    return {name: value for name, value in parts.items() if value}


def place_from_json(value: object) -> Place:
    """The place that was written; home if it can't be read, or its page is gone."""
    try:
        parts = cast(dict[str, Any], value)
        client, session = parts.get("client"), parts.get("session")
        return Place(
            page=PageId(parts["page"]),
            client=ClientId(UUID(client)) if client else None,
            tab=str(parts.get("tab", "")),
            session=SessionId(UUID(session)) if session else None,
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return HOME
