"""How the page speaks of a client."""

from datetime import date

from app.records.clients.record import Client, Pronouns
from ui.translation import translate
from ui.words.dates import full_day, week_day


def pronoun_words(pronouns: Pronouns) -> str:
    """The pronouns as people write them; empty when unset."""
    return {
        Pronouns.UNSET: "",
        Pronouns.SHE: translate("Client", "She/her"),
        Pronouns.HE: translate("Client", "He/him"),
        Pronouns.THEY: translate("Client", "They/them"),
    }[pronouns]


def about(client: Client, today: date) -> str:
    """The line under the name: pronouns, role, client since, archived."""
    since = translate("Client", "Client since {day}").format(day=full_day(client.since.day))
    parts = [pronoun_words(client.details.pronouns), client.details.role.rstrip("."), since]
    if client.archived_at is not None:
        archived = translate("Client", "Archived {day}")
        parts.append(archived.format(day=week_day(client.archived_at.day, today)))
    return ". ".join(part for part in parts if part)


def question(client: Client) -> str:
    """What to ask at the first session, when nothing is written about working together."""
    asked = {
        Pronouns.UNSET: translate("Client", "What does {name} need from you?"),
        Pronouns.SHE: translate("Client", "What does she need from you?"),
        Pronouns.HE: translate("Client", "What does he need from you?"),
        Pronouns.THEY: translate("Client", "What do they need from you?"),
    }[client.details.pronouns]
    return asked.format(name=client.first_name)
