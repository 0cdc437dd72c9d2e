"""pywa, a kit for WhatsApp's Cloud API: verifies, reads messages, and builds what we send."""

import json
import warnings

from pywa import WhatsApp, errors, utils
from pywa.types import Button, CallbackButton, CallbackSelection, Message, Section, SectionList, SectionRow

from lines import serve

warnings.simplefilter("ignore")
CLIENT = WhatsApp(phone_id="106540352242922", token="x")
KINDS = {"text": Message, "button_reply": CallbackButton, "list_reply": CallbackSelection}


def verify(secret, body, signature):
    return {"valid": utils.webhook_updates_validator(secret, body.encode(), signature)}


def read(body):
    """What the kit reads in an update of one message."""
    update = json.loads(body)
    message = update["entry"][0]["changes"][0]["value"]["messages"][0]
    kind = message.get("interactive", {}).get("type", message["type"])
    made = KINDS[kind].from_update(CLIENT, update)
    return {"id": made.id, "user": message["from"], "text": made.text if kind == "text" else made.title,
            "seconds": int(made.timestamp.timestamp()), "data": getattr(made, "data", None)}


def check(body):
    """Lets the kit send the same message, and compares the request that it makes."""
    post = json.loads(body)
    sent = {}
    CLIENT.api._request = lambda method, endpoint, json: sent.update(json) or {
        "messages": [{"id": "wamid.1"}], "contacts": [{"input": "1", "wa_id": "1", "user_id": "1"}]}
    message = post.get("text", post.get("interactive"))
    text = message["body"] if "text" in post else message["body"]["text"]
    CLIENT.send_message(to=post["to"], text=text, buttons=buttons(message), preview_url=False,
                        reply_to_message_id=post.get("context", {}).get("message_id"))
    sent = json.loads(json.dumps(sent))
    for section in sent.get("interactive", {}).get("action", {}).get("sections", []):
        section.pop("title")  # needed only where there are several
    return {"same": sent == post, "error": None if sent == post else json.dumps(sent)}


def buttons(message):
    action = message.get("action", {})
    if "buttons" in action:
        return [Button(one["reply"]["title"], one["reply"]["id"]) for one in action["buttons"]]
    if "sections" in action:
        rows = [SectionRow(row["title"], row["id"], row.get("description")) for row in action["sections"][0]["rows"]]
        return SectionList(action["button"], [Section("", rows)])
    return None


def meaning(code):
    """The kit's name for an error."""
    return {"meaning": type(errors.WhatsAppError.from_dict({"code": code, "message": "x"})).__name__}


serve({"verify": verify, "read": read, "check": check, "meaning": meaning})
