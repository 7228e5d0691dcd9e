"""The tour's own text: a made-up coach, and what she notes of a made-up client."""

from app.records.consents.record import EventKind

VAULT_NAME = "Whitlock Coaching"

CLIENT = "Amara Osei"
ROLE = "Head of operations, Meridian Foods"

# A beginning such as "> " marks a paragraph, and goes.
NOTE = """\
Came from the board meeting and needed a moment to arrive. We let the silence be.
> Yes is how I buy time. Then the time is gone and the work is still there.
! She says no easily to her team and hardly ever to her peers.
Asked what a no would have cost on Monday. A long pause: less than the yes did.
? The merger is announced on Friday. Ask next time how she sleeps.
[] She tells Ruben by Thursday what she will not take on."""

# Consents by the names that their templates have.
DECISIONS = (
    ("Health and other sensitive matters in my notes", EventKind.GIVEN),
    ("Recording of sessions", EventKind.REFUSED),
    ("Summary for the sponsor", EventKind.GIVEN),
)

COACH = "Hanna Whitlock"
ADDRESS = "14 Orchard Row\nBath BA1 5TQ"
EMAIL = "hanna@whitlock.example"
COUNTRY = "United Kingdom"
