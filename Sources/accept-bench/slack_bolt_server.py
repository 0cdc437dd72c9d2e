"""Takes Slack's events with slack_bolt behind its own HTTP server and does nothing with them: slack_bolt_server.py SECRET"""

import logging
import os
import socket
import sys
import threading

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult

logging.disable(logging.CRITICAL)
app = App(
    signing_secret=sys.argv[1],
    authorize=lambda enterprise_id, team_id: AuthorizeResult(
        enterprise_id=enterprise_id, team_id=team_id, bot_token="xoxb-0", bot_id="B0", bot_user_id="UB0"))


@app.event("message")
def message(event):
    pass


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
with socket.socket() as listener:
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
print(port, flush=True)
app.start(port, path="/hook")
