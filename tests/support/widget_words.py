"""Where a widget takes words to show: Qt's own setters, and the text parameters of our widgets."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.source_tree import called, modules

# Any argument of these is shown or spoken.
QT_CALLS = {
    "setText", "setWindowTitle", "setPlaceholderText", "setToolTip", "setStatusTip", "setWhatsThis",
    "setAccessibleName", "setAccessibleDescription", "setTitle", "setSubTitle", "setLabelText",
    "setInformativeText", "setHtml", "setPlainText", "appendPlainText", "setHeaderLabels",
    "setTabText", "setTabToolTip", "setPrefix", "setSuffix", "showMessage", "addTab", "addMenu",
    "addItem", "addItems", "insertItem", "addRow", "drawText", "QLabel", "QPushButton", "QCheckBox",
    "QRadioButton", "QToolButton", "QGroupBox", "QAction", "QMenu", "QListWidgetItem",
    "QAccessibleAnnouncementEvent", "announce",
}  # fmt: skip
# Parameters of our own widgets and functions that are shown or spoken.
TEXT_PARAMETERS = {
    "text", "label", "title", "placeholder", "words", "why_not", "hint", "caption", "message",
    "sentence", "tip", "name", "accessible_name", "detail", "question", "heading", "remark",
    "subtitle", "explanation", "spoken", "way_out",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]{2}")
# What our own callables also take: "client.add", "file-down", "icons/lock.svg".
IDENTIFIER = re.compile(r"[a-z][A-Za-z0-9]*([._/-][A-Za-z0-9]+)*")


@dataclass(frozen=True)
class Signature:
    """The parameters of a callable of ours, in order, without `self`."""

    parameters: tuple[str, ...]

    def text_arguments(self, call: ast.Call) -> Iterator[ast.expr]:
        """Yields the arguments of a call that are shown or spoken."""
        for name, argument in zip(self.parameters, call.args, strict=False):
            if name in TEXT_PARAMETERS:
                yield argument


def own_signatures(root: Path) -> dict[str, Signature]:
    """Returns the constructors and functions of ui/ by name; an ambiguous name is left out."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for module in modules(root, "ui"):
        for node in module.tree.body:
            for name, function in _callables(node):
                arguments = [argument.arg for argument in function.args.args]
                found.setdefault(name, set()).add(tuple(a for a in arguments if a != "self"))
    return {
        name: Signature(parameters.pop())
        for name, parameters in found.items()
        if len(parameters) == 1
    }


def _callables(node: ast.stmt) -> Iterator[tuple[str, ast.FunctionDef]]:
    if isinstance(node, ast.FunctionDef):
        yield node.name, node
    if isinstance(node, ast.ClassDef):
        for member in node.body:
            if isinstance(member, ast.FunctionDef):
                yield (node.name if member.name == "__init__" else member.name), member


def shown_words(call: ast.Call, own: dict[str, Signature]) -> Iterator[ast.expr]:
    """Yields the arguments of a call that are shown or spoken and say something by themselves."""
    name = called(call)
    named = [word.value for word in call.keywords if word.arg in TEXT_PARAMETERS]
    if name in QT_CALLS:
        shown, identifiers = [*call.args, *named], False
    elif name in own or name[:1].isupper():
        positional = own[name].text_arguments(call) if name in own else ()
        shown, identifiers = [*positional, *named], True
    else:
        return
    for argument in shown:
        if any(
            WORD.search(text) and not (identifiers and IDENTIFIER.fullmatch(text))
            for text in _literals(argument)
        ):
            yield argument


def _literals(argument: ast.expr) -> Iterator[str]:
    """Yields the strings that an expression may stand for, with "0" for what is filled in."""
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(next(_literals(part), "0") for part in parts)
        case ast.BinOp(left=left, right=right):
            yield next(_literals(left), "0") + next(_literals(right), "0")
        case ast.IfExp(body=body, orelse=otherwise):
            yield from _literals(body)
            yield from _literals(otherwise)
        case ast.Call(func=ast.Attribute(value=text, attr="format" | "join")):
            yield from _literals(text)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            for item in items:
                yield from _literals(item)
        case _:
            pass
