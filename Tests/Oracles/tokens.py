"""Tokens by PyJWT and google-auth, Bot Framework's own verifier, and its models of activities."""

import asyncio
import json

import google.auth.jwt
import jwt
import requests
from botbuilder.schema import Activity
from botframework.connector.auth import ChannelValidation, JwtTokenExtractor, SimpleCredentialProvider
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from jwt.algorithms import RSAAlgorithm

from lines import serve

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
FOREIGN = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def pem(key):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def public_pem(key):
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def jwk(endorsements):
    return {**json.loads(RSAAlgorithm.to_jwk(KEY.public_key())), "kid": "k", "endorsements": endorsements}


def sign(claims, alg="RS256", foreign=False, kid="k", endorsements=()):
    """A token, and the key set that it may be verified with."""
    key = None if alg == "none" else "x" * 64 if alg.startswith("HS") else FOREIGN if foreign else KEY
    return {"token": jwt.encode(claims, key, alg, headers={"kid": kid}), "jwks": {"keys": [jwk(list(endorsements))]}}


class Response:
    def __init__(self, body):
        self.body = body

    def raise_for_status(self):
        pass

    def json(self):
        return self.body


def connector(header, app, service, channel, jwks):
    """Whether Bot Framework's own kit accepts this."""
    JwtTokenExtractor.metadataCache.clear()
    requests.get = lambda url: Response({"jwks_uri": "keys"} if url != "keys" else jwks)
    check = ChannelValidation.authenticate_channel_token_with_service_url(
        header, SimpleCredentialProvider(app, ""), service, channel)
    try:
        return {"valid": asyncio.run(check) is not None}
    except Exception:  # it refuses by exceptions of many kinds
        return {"valid": False}


def google_decode(token, public, audience):
    """What google-auth reads in a token, with its standard checks of time."""
    try:
        return {"valid": True, "claims": google.auth.jwt.decode(token, certs=public, audience=audience)}
    except (ValueError, google.auth.exceptions.GoogleAuthError):
        return {"valid": False}


def google_sign(claims):
    """A token as google-auth signs it, and its key."""
    signer = google.auth.crypt.RSASigner.from_string(pem(KEY), key_id="k")
    return {"token": google.auth.jwt.encode(signer, claims).decode(), "jwks": {"keys": [jwk([])]}}


def activity(body):
    """An activity as the schema's models read and write it; whatever they do not know is left out."""
    model = Activity.deserialize(json.loads(body))
    return {"problems": [str(problem) for problem in model.validate()], "again": json.dumps(model.serialize())}


serve({
    "sign": sign, "connector": connector, "google_decode": google_decode, "google_sign": google_sign, "activity": activity,
})
