"""Where things stand on the page that a note is written on, in logical pixels."""

from dataclasses import dataclass

from ui.theme.tokens import Tokens


@dataclass(frozen=True)
class Sheet:
    """Distances of the editor at one text scale; x counts from its left edge."""

    line: int  # height of a line
    gap: int  # between paragraphs
    top: int  # above the first line
    text: int  # x of the text
    measure: int  # width of the text
    right: int  # free beside the text when the window is narrow
    drop: int  # how much lower Qt sets letters in a fixed line than the middle of it
    icon: int  # x of a mark's icon
    icon_size: int
    time: int  # x of the end of a time
    rule: int  # x of a mark's line
    rule_width: int
    rule_inset: int  # of a mark's line, above and below
    caret_width: int
    caret_height: int

    @classmethod
    def of(cls, tokens: Tokens) -> "Sheet":
        """The sheet for these tokens."""
        scaled = tokens.scaled
        drop = scaled(2)
        return cls(
            line=tokens.type_style("editor").line,
            gap=scaled(16),
            top=scaled(40) - drop,
            drop=drop,
            text=scaled(168),
            measure=scaled(680),
            right=scaled(36),
            icon=scaled(70),
            icon_size=tokens.size("icon"),
            time=scaled(142),
            rule=scaled(153),
            rule_width=2,
            rule_inset=4,
            caret_width=2,
            caret_height=scaled(25),
        )

    def width_in(self, room: int) -> int:
        """How wide text and gutter are together in a window of `room`."""
        return min(self.text + self.measure, room - self.right)
