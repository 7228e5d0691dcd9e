"""Which database and ciphers are at work: asked of the libraries themselves."""

from typing import NamedTuple

from cryptography.hazmat.backends.openssl import backend

from crypto.vault.connection import open_scratch


class Versions(NamedTuple):
    """As the libraries call themselves."""

    sqlcipher: str
    sqlite: str
    openssl: str  # the one inside SQLCipher, which encrypts the database
    openssl_of_keys: str  # the one that wraps and derives keys


def versions() -> Versions:
    """Needs no vault, writes nothing; a few milliseconds."""
    scratch = open_scratch()
    try:
        asked = (
            "PRAGMA cipher_version",
            "SELECT sqlite_version()",
            "PRAGMA cipher_provider_version",
        )
        sqlcipher, sqlite, provider = (str(scratch.execute(sql)[0][0]) for sql in asked)
    finally:
        scratch.close()
    # SQLCipher adds its edition, OpenSSL its name and date.
    return Versions(
        sqlcipher.split()[0], sqlite, _number(provider), _number(backend.openssl_version_text())
    )


def _number(text: str) -> str:
    return text.removeprefix("OpenSSL ").split()[0]
