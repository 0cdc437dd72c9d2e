"""markdown-it, a reader of CommonMark: what is left of a text once its marks are read. Also signs as Teams does."""

import base64
import hashlib
import hmac

from markdown_it import MarkdownIt

from lines import serve

# Lists are ours; every other node is a mark.
OURS = {"paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close", "ordered_list_open",
        "ordered_list_close", "list_item_open", "list_item_close", "inline", "text", "text_special", "softbreak",
        "hardbreak"}


def read(text):
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    nodes = tokens + [child for token in tokens for child in token.children or []]
    words = [child.content for token in tokens for child in token.children or []]
    return {"marks": sorted({node.type for node in nodes} - OURS), "text": "".join(words)}


def sign(token, body):
    code = hmac.new(base64.b64decode(token), body.encode(), hashlib.sha256).digest()
    return {"header": "HMAC " + base64.b64encode(code).decode()}


serve({"read": read, "sign": sign})
