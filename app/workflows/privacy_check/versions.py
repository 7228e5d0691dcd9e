"""Which versions of the libraries are at work that keep the vault."""

from app.workflows.privacy_check.finding import Fact, Finding
from crypto.vault.versions import versions


def look() -> Finding:
    """Asks the libraries themselves."""
    found = versions()
    return Finding(Fact.VERSIONS_KNOWN, (found.sqlcipher, found.sqlite, found.openssl))
