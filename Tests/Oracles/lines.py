"""Requests as JSON lines on standard input, replies as JSON lines on standard output, in the same order."""

import json
import sys
import traceback


def serve(operations):
    """Answers every line by the function that its "op" names; an exception becomes {"error": its type and text}."""
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = operations[request.pop("op")](**request)
        except Exception as error:  # the kits throw types of many kinds, and each of them is an answer
            traceback.print_exc(file=sys.stderr)
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)
