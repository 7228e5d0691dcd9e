"""No code reaches for the network: sockets are for processes of this computer alone."""

import re
from pathlib import Path

import pytest

from tests.support.source_tree import imported, modules, planted

NETWORK = re.compile(
    r"(?:http|urllib\.request|urllib3|requests|ftplib|smtplib|imaplib|poplib|telnetlib|xmlrpc|ssl"
    r"|asyncio|webbrowser|socketserver|PySide6\.Qt(?:Network|WebSockets|WebEngine)\w*)(?:\.|$)"
)
INTERNET = re.compile(r"\bAF_INET6?\b|\bcreate_connection\b|\bgetaddrinfo\b|\bopenUrl\b")
# Names the families in order to refuse them.
REFUSES_THEM = {"crypto/process/seccomp.py", "crypto/process/hardening.py"}


def reaching(root: Path) -> list[str]:
    return [
        module.place
        for module in modules(root, "ui", "app", "crypto", "resources")
        if any(NETWORK.match(name) for name, _ in imported(module.tree))
        or (module.place not in REFUSES_THEM and INTERNET.search(module.source))
    ]


def test_nothing_reaches_for_the_network(root: Path) -> None:
    assert reaching(root) == []


@pytest.mark.parametrize(
    "source",
    [
        "import urllib.request\n",
        "from http import client\n",
        "from PySide6.QtNetwork import QTcpSocket\n",
        "import socket\ns = socket.socket(socket.AF_INET)\n",
        "import socket\nsocket.create_connection((host, 80))\n",
    ],
)
def test_a_way_to_the_network_is_found(tmp_path: Path, source: str) -> None:
    assert reaching(planted(tmp_path, "app/upload.py", source)) == ["app/upload.py"]


def test_a_local_socket_passes(tmp_path: Path) -> None:
    source = "import socket\ns = socket.socket(socket.AF_UNIX)\n"
    assert reaching(planted(tmp_path, "app/process/single_start.py", source)) == []
