"""python-telegram-bot: reads updates and what we send, receives webhooks, and says what a response means."""

import asyncio
import html.parser
import json
import logging

import tornado.httpclient
import tornado.httpserver
import tornado.testing
from telegram import (
    Bot, Chat, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters, Update, constants, error)
from telegram.ext._utils.webhookhandler import WebhookAppClass
from telegram.request import BaseRequest

from lines import serve

logging.disable(logging.CRITICAL)


def limits():
    return {
        "text": constants.MessageLimit.MAX_TEXT_LENGTH.value,
        "entities": constants.MessageLimit.MESSAGE_ENTITIES.value,
        "data": constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA.value,
        "buttons": constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER.value,
    }


def update(body):
    """What the kit reads in an update."""
    read = Update.de_json(json.loads(body), None)
    message = read.effective_message
    return {
        "id": read.update_id,
        "chat": read.effective_chat.id,
        "user": read.effective_user.id,
        "text": message.text,
        "data": read.callback_query.data if read.callback_query else None,
        "mentions": list(message.parse_entities(["mention"]).values()),
    }


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attributes):
        self.tags.append([tag, len(attributes)])

    def handle_data(self, data):
        self.text += data


def check(body):
    """Reads the parameters of sendMessage by the kit's types and compares what they make of them."""
    post = json.loads(body)
    for key, kind in [("reply_markup", InlineKeyboardMarkup), ("link_preview_options", LinkPreviewOptions),
                      ("reply_parameters", ReplyParameters)]:
        if key in post and kind.de_json(post[key], None).to_dict() != post[key]:
            return {"error": f"{key}: {kind.de_json(post[key], None).to_dict()}"}
    unknown = set(post) - {"chat_id", "text", "parse_mode", "message_thread_id", "reply_markup",
                           "link_preview_options", "reply_parameters"}
    if unknown:
        return {"error": f"unknown: {unknown}"}
    reader = Reader()
    reader.feed(post["text"])
    reader.close()
    return {"tags": sorted({tag for tag, _ in reader.tags}), "units": len(reader.text.encode("utf-16-le")) // 2,
            "marks": len(reader.tags)}


def escape(text):
    """The text as HTML."""
    return {"html": Message(1, None, Chat(1, "private"), text=text).text_html}


class Canned(BaseRequest):
    read_timeout = None

    def __init__(self, status, body):
        self.response = (status, body.encode())

    async def initialize(self): pass

    async def shutdown(self): pass

    async def do_request(self, *_, **__):
        return self.response


def meaning(status, body):
    """The kit's error for a response."""
    try:
        asyncio.run(Canned(status, body).post("https://api.telegram.org/bot1:x/sendMessage"))
        return {"meaning": "success"}
    except error.RetryAfter as late:
        return {"meaning": "retry", "seconds": int(late.retry_after.total_seconds()
                                                   if hasattr(late.retry_after, "total_seconds") else late.retry_after)}
    except error.ChatMigrated as moved:
        return {"meaning": "moved", "chat": moved.new_chat_id}
    except error.TelegramError as failure:
        return {"meaning": type(failure).__name__}


def receive(secret, requests):
    """The statuses that the kit's webhook server answers, and the texts that it took."""

    async def run():
        queue = asyncio.Queue()
        app = WebhookAppClass("/", Bot("1:x"), queue, secret)
        server = tornado.httpserver.HTTPServer(app)
        socket, port = tornado.testing.bind_unused_port()
        server.add_sockets([socket])
        client = tornado.httpclient.AsyncHTTPClient()
        statuses = []
        for request in requests:
            response = await client.fetch(
                f"http://127.0.0.1:{port}/", method="POST", headers=request["headers"], body=request["body"],
                raise_error=False)
            statuses.append(response.code)
        server.stop()
        return {"statuses": statuses, "texts": [queue.get_nowait().message.text for _ in range(queue.qsize())]}

    return asyncio.run(run())


serve({"limits": limits, "update": update, "check": check, "escape": escape, "meaning": meaning, "receive": receive})
