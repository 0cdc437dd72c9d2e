"""A daemon and a browser for tests: the built program on a free port, and Chromium without a window."""

import atexit
import base64
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import unittest
import urllib.error
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
HOME = os.environ.get("MARROW_HOME", str(ROOT))  # folder with Knowledge
PATIENCE = 60  # seconds that a test waits for an event before it fails


def program():
    """The built program: MARROW, else what swift build left."""
    named = os.environ.get("MARROW")
    if named:
        return named
    built = [ROOT / ".build" / kind / "marrow" for kind in ("release", "debug")]
    found = [path for path in built if path.exists()]
    if not found:
        raise SystemExit("marrow is not built: run swift build -c release, or name the program in MARROW")
    return str(max(found, key=lambda path: path.stat().st_mtime))


def command(*arguments, environment=None):
    """Runs the program and gives its exit code and its output, errors included."""
    result = subprocess.run(
        [program(), *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=10 * PATIENCE,
        env={**os.environ, **(environment or {})})
    return result.returncode, result.stdout


class Daemon:
    """`marrow serve` on a free port, ready to answer."""

    def __init__(self, *settings, port=0, config=None, environment=None):
        self.state = tempfile.mkdtemp(prefix="marrow-browser-")
        arguments = [program(), "serve", "--home", HOME, "--port", str(port)]
        if config is not None:
            file = pathlib.Path(self.state) / "marrow.yaml"
            file.write_text(config)
            arguments += ["--config", str(file)]
        for setting in settings:
            arguments += ["--set", setting]
        self.process = subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=self.state,
            env={**os.environ, "XDG_STATE_HOME": self.state, **(environment or {})})
        atexit.register(self.stop)
        self.lines = []
        self.port = self._listening()
        self._reader = threading.Thread(target=lambda: self.lines.extend(self.process.stdout), daemon=True)
        self._reader.start()

    def _listening(self):
        port, loaded = None, False
        for line in self.process.stdout:
            self.lines.append(line)
            # Beside one JSON object an event there are lines for people.
            if not line.startswith("{"):
                continue
            event = json.loads(line)
            if event["event"] == "listening":
                port = event["port"]
            if event["event"] == "knowledge loaded":
                loaded = True
            if port and loaded:
                return port
        raise RuntimeError("the daemon did not start: " + "".join(self.lines))

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def get(self, path, headers=None):
        """Status, header fields and body of a GET request."""
        return request(self.url + path, headers=headers)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(PATIENCE)
        self.process.stdout.close()
        shutil.rmtree(self.state, ignore_errors=True)


def request(url, method="GET", body=None, headers=None):
    """Status, header fields and body of a request; a status that says no is no error."""
    call = urllib.request.Request(url, method=method, data=body, headers=headers or {})
    try:
        with urllib.request.urlopen(call, timeout=PATIENCE) as reply:
            return reply.status, reply.headers, reply.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


class Browser:
    """Chromium without a window, a profile of its own, and nothing that asks the network by itself."""

    def __init__(self, width=1280, height=900, dark=False, reduced=False, arguments=()):
        self.profile = tempfile.mkdtemp(prefix="marrow-chromium-")
        options = Options()
        options.binary_location = shutil.which("chromium") or "/usr/bin/chromium"
        for argument in (
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", f"--user-data-dir={self.profile}", f"--window-size={width},{height}", *arguments,
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(
            options=options, service=Service(shutil.which("chromedriver") or "/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(PATIENCE)
        self.size(width, height)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        if reduced:
            features.append({"name": "prefers-reduced-motion", "value": "reduce"})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        # What the browser's own first page asked for is no matter of ours.
        self.open("about:blank")
        self.requests()
        atexit.register(self.close)

    def size(self, width, height, mobile=False):
        """Sets the page's own size in CSS pixels, whatever the window could be."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile})

    def close(self):
        if self.driver:
            self.driver.quit()
            self.driver = None
            shutil.rmtree(self.profile, ignore_errors=True)

    # Looking

    def open(self, url):
        self.driver.get(url)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition):
        """Waits until a condition of this browser holds, and gives its value."""
        return WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05).until(lambda _: condition(self))

    def wait_for(self, selector, count=1):
        return self.wait(lambda page: (lambda found: found if len(found) >= count else None)(page.all(selector)))

    def picture(self, path, whole=False):
        metrics = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        options = {"format": "png"}
        if whole:
            options["captureBeyondViewport"] = True
            options["clip"] = {"x": 0, "y": 0, "width": metrics["width"], "height": metrics["height"], "scale": 1}
        data = self.driver.execute_cdp_cmd("Page.captureScreenshot", options)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    # The chat

    def ask(self, question):
        """Types a question, sends it by Enter, and gives the element of its reply."""
        before = len(self.all(".reply"))
        box = self.one("#question")
        box.send_keys(question, Keys.ENTER)
        return self.wait_for(".reply .tools", before + 1) and self.all(".reply")[-1]

    # What happened meanwhile

    def complaints(self):
        """Errors and warnings of the console since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """Addresses that pages asked for since the last call."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found


class BrowserTest(unittest.TestCase):
    """A test with one daemon and one browser for the whole class."""

    settings = ()

    @classmethod
    def setUpClass(cls):
        cls.daemon = Daemon(*cls.settings)
        # Without motion nothing is clicked while it still moves.
        cls.browser = Browser(reduced=True)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.daemon.stop()

    def setUp(self):
        self.browser.size(1280, 900)
        self.browser.open(self.daemon.url + "/")
        self.browser.complaints()
        self.browser.requests()
