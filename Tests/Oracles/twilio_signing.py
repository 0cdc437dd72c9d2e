"""Twilio's own kit: signs, validates, and writes the replies that Twilio reads."""

import xml.etree.ElementTree as tree

from twilio.request_validator import RequestValidator, get_signature_algorithm
from twilio.twiml.messaging_response import MessagingResponse
from urllib.parse import parse_qs

from lines import serve


class Fields(dict):
    """Fields of which a name may have several values."""

    def getall(self, name):
        return self[name]


def fields(form):
    return Fields(parse_qs(form, keep_blank_values=True))


def sign(token, url, form, algorithm=None):
    return {"signature": RequestValidator(token).compute_signature(url, fields(form), algorithm)}


def validate(token, url, body, signature, is_form, settings=None):
    algorithm = get_signature_algorithm(settings)
    return {"valid": RequestValidator(token).validate(url, fields(body) if is_form else body, signature, algorithm)}


def flat(xml):
    root = tree.fromstring(xml)
    return root.tag, [(child.tag, child.text) for child in root]


def twiml(texts, ours):
    """Whether our reply is what the kit writes for the same texts."""
    reply = MessagingResponse()
    for text in texts:
        reply.message(text)
    return {"same": flat(str(reply)) == flat(ours)}


serve({"sign": sign, "validate": validate, "twiml": twiml})
