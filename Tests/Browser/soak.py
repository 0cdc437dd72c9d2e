"""Five simulated chats for an hour: does the server's memory stay where it was? No test: prints figures and a verdict.

    Tests/Browser/run.sh soak.py                      an hour
    Tests/Browser/run.sh soak.py --minutes 3          a try
    MARROW=program MARROW_HOME=folder Tests/Browser/run.sh soak.py --set answering.cached=256

Each chat loads the page and what it names, asks by the calls that the page makes, pauses as a reader does, goes on in its
conversation, takes offers, and now and then starts again. Questions are those of the shipped suites.

The warm-up asks each of them once, as fast as it is answered: it fills the cache of answers and touches the mapped files, so
that what grows afterwards is no cache. Memory is the resident memory of the process, as the kernel counts it, and of it what is
the process's own (not mapped from files); a figure is the median of its last minute. The verdict compares the end with the end
of the warm-up. Ends with 0 where memory stayed within the limit and every question was answered, else 1.
"""

import argparse
import http.client
import json
import pathlib
import random
import re
import statistics
import sys
import threading
import time

from harness import HOME, Daemon

CHATS = 5
PAUSE = (2.0, 8.0)  # seconds between an answer and the next question of the same chat
SAMPLE = 5.0  # seconds between two looks at the memory
LIMIT = 0.05
FOLLOW_UPS = ("tell me more", "and AML?", "why", "how long does that take", "the second one", "thank you", "what about children")


def questions():
    """Every question of the suites that stands on a line of its own."""
    pattern = re.compile(r'^\s*(?:- )?question: "(.+)"$', re.MULTILINE)
    files = sorted((pathlib.Path(HOME) / "Knowledge/suites").glob("*.yaml"))
    return [words for file in files for words in pattern.findall(file.read_text())]


class Chat(threading.Thread):
    """One person at one page."""

    def __init__(self, daemon, number, pool, is_over):
        super().__init__(daemon=True)
        self.address, self.pool, self.is_over = ("127.0.0.1", daemon.port), pool, is_over
        self.dice = random.Random(number)
        self.asked, self.failures, self.slowest = 0, [], 0.0

    def run(self):
        while not self.is_over.is_set():
            try:
                self.visit()
            except (OSError, http.client.HTTPException, ValueError, KeyError) as failure:
                self.failures.append(repr(failure))
                self.is_over.wait(1)

    def visit(self):
        """A page from its loading until the person leaves it."""
        connection = http.client.HTTPConnection(*self.address, timeout=30)
        page = self.get(connection, "/").decode()
        for path in set(re.findall(r'"(/assets/[^"]+)"', page)):
            self.get(connection, path)
        conversation, offers = None, []
        for _ in range(self.dice.randint(3, 20)):
            if self.is_over.wait(self.dice.uniform(*PAUSE)):
                break
            if self.dice.random() < 0.05:
                conversation, offers = None, []  # "start again"
            record = self.ask(connection, self.next(conversation, offers), conversation)
            conversation, offers = record["conversation"], [offer["title"] for offer in record["offers"]]
        connection.close()

    def next(self, conversation, offers):
        chance = self.dice.random()
        if offers and chance < 0.25:
            return self.dice.choice(offers)
        if conversation and chance < 0.35:
            return self.dice.choice(FOLLOW_UPS)
        return self.dice.choice(self.pool)

    def ask(self, connection, question, conversation):
        body = {"question": question, "conversation": conversation} if conversation else {"question": question}
        began = time.monotonic()
        connection.request(
            "POST", "/v1/ask", json.dumps(body).encode(),
            {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{self.address[1]}", "Sec-Fetch-Site": "same-origin"})
        reply = connection.getresponse()
        text = reply.read()
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.asked += 1
        if reply.status != 200:
            raise ValueError(f"status {reply.status}: {text[:200]}")
        record = json.loads(text)
        if not record["text"]:
            raise ValueError("an empty answer")
        return record

    def get(self, connection, path):
        connection.request("GET", path)
        reply = connection.getresponse()
        body = reply.read()
        if reply.status != 200:
            raise ValueError(f"status {reply.status} of {path}")
        return body


def warm_up(daemon, pool):
    """Asks every question once, each of its own conversation, over as many connections as there are chats."""
    queue = list(pool)

    def ask():
        chat = Chat(daemon, 0, pool, threading.Event())
        connection = http.client.HTTPConnection(*chat.address, timeout=30)
        while queue:
            chat.ask(connection, queue.pop(), None)

    workers = [threading.Thread(target=ask) for _ in range(CHATS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


class Memory:
    """Looks at the memory of a process now and then."""

    def __init__(self, process):
        self.file, self.samples = pathlib.Path(f"/proc/{process}/status"), []

    def look(self, now):
        text = self.file.read_text()
        size = lambda name: int(re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE).group(1)) / 1024
        self.samples.append((now, size("VmRSS"), size("RssAnon")))
        self.samples = [sample for sample in self.samples if sample[0] > now - 60]

    @property
    def figures(self):
        """Resident, and of it the process's own, in MiB."""
        return tuple(statistics.median(sample[index] for sample in self.samples) for index in (1, 2))


def watch(daemon, chats, minutes):
    """Samples the memory until the time is over; gives the figures at the beginning and at the end."""
    began, end, step = time.monotonic(), minutes * 60, min(300.0, minutes * 10)
    memory, due = Memory(daemon.process.pid), step
    memory.look(0)
    first = memory.figures
    say(0, first, chats, "end of the warm-up")
    while True:
        time.sleep(SAMPLE)
        now = time.monotonic() - began
        memory.look(now)
        if now >= due or now >= end:
            due += step
            say(now, memory.figures, chats, f"{memory.figures[0] / first[0] - 1:+.1%}")
        if now >= end:
            return first, memory.figures


def say(now, figures, chats, words):
    asked, failed = sum(chat.asked for chat in chats), sum(len(chat.failures) for chat in chats)
    print(
        f"{now / 60:5.1f} min  {figures[0]:6.1f} MiB, own {figures[1]:6.1f} MiB  {asked:5} asked, {failed} failed  {words}", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Memory of the server under five simulated chats.")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting of the daemon")
    options = parser.parse_args()
    daemon, pool, is_over = Daemon("rates.address_per_minute=0", *options.set), questions(), threading.Event()
    chats = [Chat(daemon, number, pool, is_over) for number in range(CHATS)]
    print(f"{CHATS} chats for {options.minutes:g} minutes, questions of {len(pool)}", flush=True)
    start = Memory(daemon.process.pid)
    start.look(0)
    say(0, start.figures, chats, "at the start")
    warm_up(daemon, pool)
    for chat in chats:
        chat.start()
    first, last = watch(daemon, chats, options.minutes)
    is_over.set()
    for chat in chats:
        chat.join()
    daemon.stop()
    failures = [failure for chat in chats for failure in chat.failures]
    for failure in failures[:10]:
        print(f"failed: {failure}")
    growth = last[0] / first[0] - 1
    is_good = growth <= LIMIT and not failures
    print(f"slowest answer: {max(chat.slowest for chat in chats) * 1000:.0f} ms")
    print(f"memory from the warm-up's end to the end: {growth:+.1%}, limit {LIMIT:.0%}: {'held' if is_good else 'NOT HELD'}")
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
