"""The editor's desk: signing in, what was asked in vain, knowledge, and a reply that could not be delivered."""

import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import threading
import time
import unittest

from harness import HERE, HOME, Browser, Daemon, command, request

TOKEN = "a-token-for-the-desk-1"
SECRET = "whsec_" + base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()
SUITE = """suite: tried
about: A suite for the desk.
cases:
  - id: thanks
    why: a case that passes
    question: thank you
    expect: {kind: smalltalk}
  - id: not-so
    why: a case that fails, so that the desk has something to show
    question: "<script>document.title='hit'</script> what are the symptoms of ALL"
    expect: {kind: decline, reason: "gap:cost"}
"""
RULES = (HERE / "rules.js").read_text()


class Sink:
    """Where answers are posted; says what it is told to."""

    def __init__(self):
        self.status, self.bodies, sink = 410, [], self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                sink.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(sink.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}/answers"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Desk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sink = Sink()
        config = (
            "platforms:\n  - name: site\n    kind: generic\n"
            f"    callback_url: {cls.sink.url}\n    private_hosts: [127.0.0.1]\n")
        cls.daemon = Daemon(
            config=config, environment={"MARROW_WEB_DESK_TOKEN": TOKEN, "MARROW_PLATFORMS_SITE_SECRET": SECRET})
        cls.browser = Browser(reduced=True)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.daemon.stop()
        cls.sink.stop()

    def setUp(self):
        self.browser.driver.delete_all_cookies()
        self.browser.size(1280, 900)
        self.browser.open(self.daemon.url + "/desk")
        self.browser.complaints()

    def sign_in(self, token=TOKEN):
        self.browser.one("#token").send_keys(token)
        self.browser.one(".sign-in button").click()

    def question(self, identifier, words):
        """Sends a signed event, as a client of Standard Webhooks does."""
        body = json.dumps({"type": "question", "data": {"question": words}}).encode()
        moment = str(int(time.time()))
        key = base64.b64decode(SECRET.removeprefix("whsec_"))
        signed = hmac.new(key, f"{identifier}.{moment}.".encode() + body, hashlib.sha256).digest()
        headers = {
            "Content-Type": "application/json", "webhook-id": identifier, "webhook-timestamp": moment,
            "webhook-signature": "v1," + base64.b64encode(signed).decode()}
        return request(self.daemon.url + "/webhooks/site", "POST", body, headers)[0]

    def test_wrong_token_is_refused_late(self):
        began = time.monotonic()
        self.sign_in("not-the-token-at-all")
        self.browser.wait_for("[role=alert]")
        self.assertGreaterEqual(time.monotonic() - began, 1)
        self.assertEqual(self.browser.driver.get_cookies(), [])
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        self.assertEqual(request(self.daemon.url + "/desk/session", "POST", b"token=wrong", form)[0], 401)

    def test_cookie_is_closed_to_scripts_and_other_sites_and_is_not_the_token(self):
        self.sign_in()
        self.browser.wait_for(".desk")
        (cookie,) = self.browser.driver.get_cookies()
        self.assertTrue(cookie["httpOnly"])
        self.assertEqual((cookie["sameSite"], cookie["path"]), ("Strict", "/desk"))
        self.assertNotIn(TOKEN, cookie["value"])
        self.assertEqual(self.browser.run("return document.cookie"), "")

    def test_signing_out_ends_the_session(self):
        self.sign_in()
        self.browser.wait_for(".desk")
        value = self.browser.driver.get_cookies()[0]["value"]
        self.browser.one("form[action='/desk/leave'] button").click()
        self.browser.wait_for("#token")
        page = self.daemon.get("/desk", {"Cookie": "marrow-desk=" + value})[2]
        self.assertIn(b'id="token"', page)

    def ask(self, daemon, words):
        body = json.dumps({"question": words}).encode()
        status, _, text = request(daemon.url + "/v1/ask", "POST", body, {"Content-Type": "application/json"})
        self.assertEqual(status, 200)
        return json.loads(text)

    def section(self, heading):
        """The part of the desk below a heading."""
        return next(part for part in self.browser.all(".desk section") if part.text.startswith(heading))

    def test_what_was_asked_in_vain_is_counted_with_lines_to_paste_and_without_its_words(self):
        self.ask(self.daemon, "What are the symptoms of AML, dear canary?")
        self.sign_in()
        self.browser.wait_for(".desk")
        vain = self.section("Asked in vain")
        self.assertIn("hole:aml/symptoms", vain.text)
        self.assertTrue(vain.find_elements("css selector", "svg[aria-label^='Each day of the last week']"))
        # One click gives an alias and a canned case.
        vain.find_element("xpath", ".//li[contains(., 'hole:aml/symptoms')]//summary").click()
        self.assertIn("Knowledge/gaps/aml-symptoms.yaml, below questions:", vain.text)
        self.assertIn('expect: {kind: decline, reason: "hole:aml/symptoms"}', vain.text)
        self.assertNotIn("canary", self.browser.driver.page_source)

    def test_words_are_shown_redacted_where_the_operator_collects_them_and_the_chat_says_so(self):
        daemon = Daemon("web.collect_questions=true", environment={"MARROW_WEB_DESK_TOKEN": TOKEN})
        self.ask(daemon, "What are the symptoms of AML, asks Mark Kowalczyk, 41, of mark.k@mail.example, call 0151 2345678")
        self.ask(daemon, "What are the symptoms of ALL, asks nobody")
        self.browser.open(daemon.url + "/")
        self.assertIn("kept for a while, without names or numbers", self.browser.one("#about").text)
        self.browser.open(daemon.url + "/desk")
        self.sign_in()
        self.browser.wait_for(".desk")
        vain = self.section("Asked in vain").text
        self.assertIn("What are the symptoms of AML", vain)
        for words in ("Mark", "Kowalczyk", "41", "mail.example", "0151", "2345678", "asks nobody"):
            self.assertNotIn(words, vain)
        daemon.stop()

    def test_last_check_is_shown_with_what_failed(self):
        self.sign_in()
        self.browser.wait_for(".desk")
        self.assertIn("No report yet.", self.section("Canned questions").text)
        suite = pathlib.Path(self.daemon.state) / "tried.yaml"
        suite.write_text(SUITE)
        report = pathlib.Path(self.daemon.state) / "marrow" / "check.json"
        self.assertIn(str(report), self.section("Canned questions").text)
        code, text = command("check", "--home", HOME, str(suite), "--json", str(report))
        self.assertEqual(code, 1, text)
        self.browser.open(self.daemon.url + "/desk")
        check = self.section("Canned questions")
        self.assertIn("Below a floor. 1 passed, 1 failed", check.text)
        self.assertNotIn("of other knowledge", check.text)
        check.find_element("css selector", "summary").click()
        self.assertIn("<script>document.title='hit'</script> what are the symptoms of ALL", check.text)
        self.assertIn("- reason: gap:cost", check.text)
        self.assertIn("Editor's desk", self.browser.driver.title)
        old = json.loads(report.read_text())
        report.write_text(json.dumps({**old, "knowledge": "sha256:0"}))
        self.browser.open(self.daemon.url + "/desk")
        self.assertIn("of other knowledge than is served now", self.section("Canned questions").text)
        report.unlink()

    def test_sections_have_their_use_and_reading_grade(self):
        self.ask(self.daemon, "What are the symptoms of ALL?")
        self.sign_in()
        self.browser.wait_for(".desk")
        use = self.section("Sections and their use")
        self.assertRegex(use.text, r"Reading grade \(Flesch-Kincaid\): mean \d+\.\d")
        rows = {row.find_element("css selector", "a").text: row for row in use.find_elements("css selector", "tbody tr")}
        cells = [cell.text for cell in rows["all/symptoms"].find_elements("css selector", "td")]
        self.assertGreaterEqual(int(cells[0]), 1)
        self.assertRegex(cells[1], r"^-?\d+\.\d$")

    def test_latency_and_deliveries_are_drawn(self):
        self.ask(self.daemon, "What are the symptoms of ALL?")
        self.sign_in()
        self.browser.wait_for(".desk")
        labels = [chart.text for chart in self.browser.all(".chart figcaption")]
        for title in ("Questions an hour", "Time to an answer", "Replies an hour", "Time from a question to its delivered reply"):
            self.assertTrue(any(label.startswith(title) for label in labels), title)
        self.assertIn("half of them within", next(label for label in labels if label.startswith("Time to an answer")))
        self.assertTrue(self.browser.all(".chart svg rect.whole"))

    def test_knowledge_is_loaded_anew(self):
        self.sign_in()
        self.browser.wait_for(".desk")
        self.assertIn("sha256:", self.browser.one(".desk code").text)
        self.browser.one("form[action='/desk/reload'] button").click()
        self.assertIn("loaded anew", self.browser.wait_for("[role=status]")[0].text)

    def test_dead_letter_is_sent_again(self):
        self.assertEqual(self.question("msg_dead", "What are the symptoms of ALL?"), 202)
        self.sign_in()
        self.browser.wait_for(".desk")

        def again(page):
            page.open(self.daemon.url + "/desk")
            return page.all("form[action='/desk/replay'] button")

        button = self.browser.wait(again)[0]
        sent = len(self.sink.bodies)
        self.sink.status = 204
        button.click()
        self.assertIn("being sent again", self.browser.wait_for("[role=status]")[0].text)
        self.browser.wait(lambda _: len(self.sink.bodies) > sent)
        self.assertIn(b"Bone pain", self.sink.bodies[-1])
        self.browser.wait(lambda page: not again(page))

    def test_actions_need_a_session_and_forms_of_the_desk_itself(self):
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for path in ("/desk/reload", "/desk/replay", "/desk/leave"):
            self.assertEqual(request(self.daemon.url + path, "POST", b"id=1", form)[0], 401)
        for foreign in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
            self.assertEqual(request(self.daemon.url + "/desk/session", "POST", b"token=x", {**form, **foreign})[0], 403)

    def test_no_rule_is_broken(self):
        self.ask(self.daemon, "What are the symptoms of AML?")
        for signed_in in (False, True):
            if signed_in:
                self.sign_in()
                self.browser.wait_for(".desk")
                self.browser.run("for (const details of document.querySelectorAll('details')) details.open = true")
            for width in (320, 1280):
                self.browser.size(width, 720)
                self.assertEqual(self.browser.run(RULES)["faults"], [], width)

    def test_without_a_token_there_is_no_desk(self):
        daemon = Daemon()
        self.assertEqual(daemon.get("/desk")[0], 404)
        daemon.stop()


if __name__ == "__main__":
    unittest.main()
