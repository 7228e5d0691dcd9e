import traceback
from datetime import date

from crypto import errors
from crypto.errors import CryptoError, KeyringBackendChanged, RecoveryWordUnknown, RecoveryWrong


def test_an_error_shows_its_class_and_never_its_data() -> None:
    for error in (
        RecoveryWordUnknown(4, "house"),
        RecoveryWrong(3, date(2026, 11, 23)),
        KeyringBackendChanged("KDE Wallet", "GNOME Keyring"),
    ):
        shown = "".join(traceback.format_exception(error)) + f"{error} {error!r}"
        assert "house" not in shown
        assert "Wallet" not in shown
        assert "2026" not in shown


def test_an_error_has_the_data_that_its_sentence_needs() -> None:
    unknown = RecoveryWordUnknown(4, "house")
    assert (unknown.position, unknown.suggestion) == (4, "house")
    wrong = RecoveryWrong(3, date(2026, 11, 23))
    assert (wrong.kit_number, wrong.kit_made_on) == (3, date(2026, 11, 23))
    changed = KeyringBackendChanged(was="KDE Wallet", now="GNOME Keyring")
    assert (changed.was, changed.now) == ("KDE Wallet", "GNOME Keyring")


def test_every_error_says_what_it_is_for() -> None:
    family = [each for each in vars(errors).values() if isinstance(each, type)]
    for each in family:
        if issubclass(each, CryptoError):
            assert (each.__doc__ or "").endswith("."), each
