"""Slack's own kit: signs, verifies, receives and checks blocks."""

import logging

from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.models import blocks as models
from slack_sdk.signature import SignatureVerifier

from lines import serve

logging.disable(logging.CRITICAL)


class FixedClock:
    """A clock that stands, so that old samples can be verified."""

    def __init__(self, now):
        self.moment = now

    def now(self):
        return self.moment


def sign(secret, timestamp, body):
    return {"signature": SignatureVerifier(secret).generate_signature(timestamp=timestamp, body=body)}


def verify(secret, headers, body, now):
    return {"valid": SignatureVerifier(secret, clock=FixedClock(now)).is_valid_request(body, headers)}


def bolt(secret, headers, body):
    """What Bolt answers, and the questions that its listeners saw; Bolt looks at the real clock."""
    seen = []

    def authorize(**_):
        return AuthorizeResult(
            enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_id="BBOT", bot_token="xoxb-1")

    app = App(signing_secret=secret, authorize=authorize, process_before_response=True)
    app.event("app_mention")(lambda event: seen.append(event["text"]))
    app.event("message")(lambda event: seen.append(event["text"]))
    app.command("/marrow")(lambda ack, command: (ack(), seen.append(command["text"])))
    app.action("offer_1")(lambda ack, action: (ack(), seen.append(action["value"])))
    response = app.dispatch(BoltRequest(body=body, headers=headers))
    return {"status": response.status, "body": response.body or "", "seen": seen}


def check(blocks):
    """Builds each block by its model, which raises where a limit is broken, and compares what it makes of it with ours."""
    for block in blocks:
        model = models.Block.parse(block)
        if model is None:
            return {"error": f"no model for {block['type']}"}
        made = model.to_dict()
        if strip(made) != strip(block):
            return {"error": f"the model makes {made} of {block}"}
    return {"count": len(blocks)}


def strip(value):
    """Without what stands at its default."""
    if isinstance(value, dict):
        return {key: strip(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [strip(item) for item in value]
    return value


serve({"sign": sign, "verify": verify, "bolt": bolt, "check": check})
