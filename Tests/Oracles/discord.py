"""Ed25519 by libsodium, and Discord's own verifier."""

import contextlib
import io

from discord_interactions import verify_key
from nacl.signing import SigningKey

from lines import serve


def sign(seed, timestamp, body):
    key = SigningKey(bytes.fromhex(seed))
    return {
        "public": bytes(key.verify_key).hex(),
        "signature": key.sign(timestamp.encode() + body.encode()).signature.hex(),
    }


def verify(public, headers, body):
    with contextlib.redirect_stdout(io.StringIO()):  # the verifier prints what it thinks of a bad signature
        return {"valid": verify_key(
            body.encode(), headers["x-signature-ed25519"], headers["x-signature-timestamp"], public)}


serve({"sign": sign, "verify": verify})
