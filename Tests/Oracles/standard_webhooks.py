"""Signs and verifies as the two libraries of Standard Webhooks do."""

from datetime import datetime, timezone

import standardwebhooks
import svix

from lines import serve


def sign(secret, id, timestamp, body):
    moment = datetime.fromtimestamp(timestamp, timezone.utc)
    return {
        "standardwebhooks": standardwebhooks.Webhook(secret).sign(id, moment, body),
        "svix": svix.Webhook(secret).sign(id, moment, body),
    }


def verify(secret, headers, body):
    """Both verifiers look at the real clock, so the timestamp must be recent."""
    return {
        "standardwebhooks": standardwebhooks.Webhook(secret).verify(body, headers),
        "svix": svix.Webhook(secret).verify(body, headers),
    }


serve({"sign": sign, "verify": verify})
