"""LINE's own kit: signs by its validator's rule, parses webhooks and builds our requests from its models."""

import base64
import hashlib
import hmac

from linebot.v3 import SignatureValidator, WebhookParser
from linebot.v3.messaging import PushMessageRequest, ReplyMessageRequest

from lines import serve


def sign(secret, body):
    """The signature, which the kit's validator confirms."""
    code = hmac.new(secret.encode(), body.encode(), hashlib.sha256).digest()
    signature = base64.b64encode(code).decode()
    return {"signature": signature, "valid": SignatureValidator(secret).validate(body, signature)}


def parse(secret, signature, body):
    """The texts of a webhook's messages."""
    events = WebhookParser(secret).parse(body, signature)
    texts = [event.message.text for event in events if event.type == "message" and event.message.type == "text"]
    return {"valid": True, "seen": texts}


def check(kind, body):
    """Builds a request by its model, which raises where a limit is broken, and compares what it makes of it with ours."""
    model = {"reply": ReplyMessageRequest, "push": PushMessageRequest}[kind].from_dict(body)
    made = model.to_dict()
    made.pop("notificationDisabled", None)
    made.pop("customAggregationUnits", None)
    if made != body:
        return {"error": f"the model makes {made} of {body}"}
    return {"count": len(model.messages)}


serve({"sign": sign, "parse": parse, "check": check})
