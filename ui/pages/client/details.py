"""The fields of a client's details, and which of them may not stay as they are."""

from collections.abc import Mapping
from dataclasses import fields, replace

from app.core.errors import Refusal
from app.records.clients.record import ClientDetails

WORKING_WITH = ("goals", "needs", "prefers", "avoid", "if_not_working")
_FINE = ClientDetails("A")


def refusals(details: ClientDetails) -> Mapping[str, Refusal]:
    """Why each field would be refused; empty when all can be kept."""
    refused: dict[str, Refusal] = {}
    for field in fields(details):
        try:
            replace(_FINE, **{field.name: getattr(details, field.name)}).tidied()
        except Refusal as refusal:
            refused[field.name] = refusal
    return refused


def knows_working_with(details: ClientDetails) -> bool:
    """Whether anything was written about working together."""
    return any(getattr(details, name) for name in WORKING_WITH)
