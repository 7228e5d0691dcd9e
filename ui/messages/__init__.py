"""From an error to what people read: what happened, what is safe, and the way out."""

from ui.messages.message import Message
from ui.messages.moment import At
from ui.messages.wording import message_for

__all__ = ["At", "Message", "message_for"]
