"""Runs a Matrix homeserver with one application service, as long as standard input stays open.

    homeserver.py FOLDER BOT_URL

The folder is made, and removed at the end. The service is reached at BOT_URL. Commands are lines on standard input, each answered
by a line of JSON on standard output; before the first command comes one line that says where the homeserver is:

    restart      stops the homeserver cleanly and starts it again on the same database
    kill         the same by SIGKILL
    user NAME    makes an ordinary user: {"id", "token"}
    admin NAME   makes an administrator
"""

import contextlib
import hashlib
import hmac
import json
import os
import pathlib
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

SERVER = "marrow.test"
START_SECONDS = 60


def free_port():
    with contextlib.closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Homeserver:
    def __init__(self, folder, bot):
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.tokens = {name: secrets.token_urlsafe(24) for name in ("as_token", "hs_token", "shared")}
        self.process = None
        folder.mkdir(parents=True)
        # JSON is YAML too.
        self.write("registration.yaml", {
            "id": "marrow", "url": bot, "as_token": self.tokens["as_token"], "hs_token": self.tokens["hs_token"],
            "sender_localpart": "marrow", "rate_limited": False,
            "namespaces": {"users": [{"exclusive": True, "regex": r"@marrow.*:marrow\.test"}], "aliases": [],
                           "rooms": []}})
        self.write("log.yaml", {
            "version": 1, "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {"file": {"class": "logging.FileHandler", "filename": "hs.log", "formatter": "plain"}},
            "root": {"level": "INFO", "handlers": ["file"]}, "disable_existing_loggers": False})
        free = {"per_second": 1000, "burst_count": 1000}
        self.write("homeserver.yaml", {
            "server_name": SERVER, "public_baseurl": self.url + "/", "pid_file": "hs.pid", "log_config": "log.yaml",
            "listeners": [{"port": self.port, "bind_addresses": ["127.0.0.1"], "type": "http", "tls": False,
                           "resources": [{"names": ["client"]}]}],
            "database": {"name": "sqlite3", "args": {"database": "hs.db"}}, "media_store_path": "media",
            "signing_key_path": "signing.key", "registration_shared_secret": self.tokens["shared"],
            "macaroon_secret_key": secrets.token_hex(16), "form_secret": secrets.token_hex(16), "report_stats": False,
            "enable_registration": False, "trusted_key_servers": [], "suppress_key_server_warning": True,
            "federation_domain_whitelist": [], "presence": {"enabled": False}, "bcrypt_rounds": 4,
            "app_service_config_files": ["registration.yaml"], "rc_message": free, "rc_registration": free,
            "rc_room_creation": free, "rc_login": {"address": free, "account": free, "failed_attempts": free},
            "rc_joins": {"local": free, "remote": free},
            "rc_invites": {"per_room": free, "per_user": free, "per_issuer": free}})
        self.run("--generate-keys").wait()

    def write(self, name, value):
        (self.folder / name).write_text(json.dumps(value))

    def run(self, *arguments):
        with open(self.folder / "out", "ab") as out:
            return subprocess.Popen(
                [sys.executable, "-m", "synapse.app.homeserver", "-c", "homeserver.yaml", *arguments], cwd=self.folder,
                stdin=subprocess.DEVNULL, stdout=out, stderr=out)

    def start(self):
        self.process = self.run()
        deadline = time.monotonic() + START_SECONDS
        while True:
            with contextlib.suppress(OSError):
                self.ask("GET", "/_matrix/client/versions")
                return
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the homeserver does not start: " + (self.folder / "out").read_text()[-2000:])
            time.sleep(0.1)

    def stop(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"}, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=20) as response:
            return json.load(response)

    def user(self, name, admin=False):
        """Synapse's registration by shared secret."""
        nonce = self.ask("GET", "/_synapse/admin/v1/register")["nonce"]
        password = secrets.token_urlsafe(12)
        text = "\0".join([nonce, name, password, "admin" if admin else "notadmin"])
        mac = hmac.new(self.tokens["shared"].encode(), text.encode(), hashlib.sha1).hexdigest()
        made = self.ask("POST", "/_synapse/admin/v1/register", {
            "nonce": nonce, "username": name, "password": password, "admin": admin, "mac": mac})
        return {"id": made["user_id"], "token": made["access_token"]}


def say(**reply):
    print(json.dumps(reply), flush=True)


def main(folder, bot):
    # Whoever started this closes the input when he ends; a signal to his whole group must not end it sooner.
    os.setpgid(0, 0)
    # Whoever started this may have had signals blocked, and the homeserver must hear that it is to stop.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    server = None
    try:
        server = Homeserver(folder, bot)
        server.start()
        say(url=server.url, pid=server.process.pid, as_token=server.tokens["as_token"],
            hs_token=server.tokens["hs_token"], user=f"@marrow:{SERVER}")
        for line in sys.stdin:
            command, *names = line.split()
            if command in ("restart", "kill"):
                server.stop(signal.SIGKILL if command == "kill" else signal.SIGTERM)
                server.start()
                say(pid=server.process.pid)
            elif command in ("user", "admin"):
                say(**server.user(names[0], admin=command == "admin"))
            else:
                say(error=f"unknown command {command}")
    finally:
        if server:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


main(pathlib.Path(sys.argv[1]), sys.argv[2])
