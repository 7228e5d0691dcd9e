"""Sealing a secret under another one: AES-256-GCM-SIV (RFC 8452) with a commitment to its key.

GCM-SIV alone lets one ciphertext open under two keys. HKDF therefore yields a commitment beside
the key; it is stored, and compared first.
"""

import hmac
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from crypto.errors import CryptoError, WrongSecret
from crypto.primitives.kdf import KEY_BYTES, hkdf
from crypto.secret import SecretBytes

SALT_BYTES = 32
COMMITMENT_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class Altered(CryptoError):
    """The key is right, but what it sealed was changed since."""


@dataclass(frozen=True)
class Sealed:
    """A sealed secret with what is needed, beside the right key, to open it."""

    salt: bytes
    commitment: bytes
    nonce: bytes
    ciphertext: bytes


def seal(plaintext: SecretBytes, key_material: SecretBytes, *, info: bytes, aad: bytes) -> Sealed:
    """Seals `plaintext` under fresh salt and nonce; `info` and `aad` are bound to it."""
    salt = secrets.token_bytes(SALT_BYTES)
    key, commitment = _key_and_commitment(key_material, salt, info)
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Sealed(salt, commitment, nonce, AESGCMSIV(key).encrypt(nonce, plaintext.reveal(), aad))


def open_sealed(
    sealed: Sealed, key_material: SecretBytes, *, info: bytes, aad: bytes
) -> SecretBytes:
    """What was sealed.

    Raises WrongSecret when the key material is another one, and Altered when it is the right one
    but ciphertext, nonce or `aad` were changed.
    """
    key, commitment = _key_and_commitment(key_material, sealed.salt, info)
    if not hmac.compare_digest(commitment, sealed.commitment):
        raise WrongSecret
    try:
        return SecretBytes(AESGCMSIV(key).decrypt(sealed.nonce, sealed.ciphertext, aad))
    except InvalidTag:
        raise Altered from None


def _key_and_commitment(key_material: SecretBytes, salt: bytes, info: bytes) -> tuple[bytes, bytes]:
    okm = hkdf(key_material.reveal(), salt, info, KEY_BYTES + COMMITMENT_BYTES)
    return okm[:KEY_BYTES], okm[KEY_BYTES:]
