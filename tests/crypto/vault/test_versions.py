import re
import time

from crypto.vault.connection import open_scratch
from crypto.vault.versions import versions


def test_each_library_says_its_own_version() -> None:
    found = versions()
    scratch = open_scratch()
    for sql, version in (
        ("PRAGMA cipher_version", found.sqlcipher),
        ("SELECT sqlite_version()", found.sqlite),
        ("PRAGMA cipher_provider_version", found.openssl),
    ):
        assert version in str(scratch.execute(sql)[0][0]).split()
    scratch.close()
    for version in found:
        assert re.fullmatch(r"\d+\.\d+\.\d+[a-z]?", version), version


def test_it_is_quick() -> None:
    versions()
    began = time.monotonic()
    versions()
    assert time.monotonic() - began < 0.1
