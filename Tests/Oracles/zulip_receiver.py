"""Zulip's own receiver of outgoing webhooks, the Botserver, with a bot that notes what it is asked."""

import logging

from zulip_botserver import server

from lines import serve

logging.disable(logging.CRITICAL)


class Noted:
    """A bot and all that the Botserver wants to know of it."""

    def __init__(self, name):
        self.full_name = name
        self.user_id = 7
        self.seen = []

    def handle_message(self, message, bot_handler):
        self.seen.append(message["content"])


def receive(email, token, name, body):
    """The status, the body and the questions that the bot got."""
    bot = Noted(name)
    server.bots_config = {"marrow": {"email": email, "token": token, "key": "k", "site": "http://127.0.0.1:9"}}
    for key in ("BOTS_LIB_MODULES", "BOT_HANDLERS", "MESSAGE_HANDLERS"):
        server.app.config[key] = {"marrow": bot}
    response = server.app.test_client().post("/", data=body.encode(), content_type="application/json")
    return {"status": response.status_code, "body": response.get_data(as_text=True), "seen": bot.seen}


serve({"receive": receive})
