"""From an error to what people read: what happened, what is safe, and the way out."""

from ui.messages.message import Message
from ui.messages.wording import message_for

__all__ = ["Message", "message_for"]
