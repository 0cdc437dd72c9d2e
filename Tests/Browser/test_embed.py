"""The chat on pages of other origins: those that the configuration names, and no others."""

import http.server
import json
import threading
import unittest

from selenium.webdriver.common.keys import Keys

from harness import Browser, Daemon, request


class HostSite:
    """A site of its own origin with one page that embeds the chat."""

    def __init__(self, script):
        page = (
            "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Clinic</title><h1>A clinic</h1>"
            f"<script src='{script}' async></script>").encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200 if self.path == "/" else 204)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                if self.path == "/":
                    self.wfile.write(page)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def origin(self):
        return f"http://localhost:{self.server.server_address[1]}"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Embedding(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The daemon must name the site's origin, and the site the daemon's script: the site's page is written last.
        cls.allowed, cls.refused = HostSite(""), HostSite("")
        cls.daemon = Daemon(f"web.origins={cls.allowed.origin}")
        for site in (cls.allowed, cls.refused):
            site.stop()
        script = cls.daemon.url + "/embed.js"
        ports = [site.server.server_address[1] for site in (cls.allowed, cls.refused)]
        cls.allowed, cls.refused = [cls.site(script, port) for port in ports]
        cls.browser = Browser(reduced=True)

    @staticmethod
    def site(script, port):
        site = HostSite(script)
        site.stop()
        handler = site.server.RequestHandlerClass
        site.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        threading.Thread(target=site.server.serve_forever, daemon=True).start()
        return site

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.daemon.stop()
        cls.allowed.stop()
        cls.refused.stop()

    def frame(self, site):
        self.browser.open(site.origin + "/")
        self.browser.wait_for("button")[0].click()
        self.browser.driver.switch_to.frame(self.browser.one("iframe"))

    def test_allowed_page_asks_and_reads_in_its_frame(self):
        self.frame(self.allowed)
        self.browser.wait_for("#question")
        reply = self.browser.ask("What are the symptoms of ALL?")
        self.assertIn("Bone pain", reply.text)
        self.browser.one("#question").send_keys(Keys.ESCAPE)
        self.browser.driver.switch_to.default_content()
        self.browser.wait(lambda page: not page.one("[role=dialog]").is_displayed())
        self.assertEqual(self.browser.run("return document.activeElement.textContent"), "Ask a question")

    def test_other_page_gets_no_frame(self):
        self.frame(self.refused)
        self.assertEqual(self.browser.all("#question"), [])
        self.browser.driver.switch_to.default_content()
        refusals = self.browser.wait(lambda page: [line for line in page.complaints() if "frame" in line.lower()])
        self.assertTrue(any("frame-ancestors" in line or "frame" in line for line in refusals), refusals)

    def fetch(self, site):
        self.browser.open(site.origin + "/")
        return self.browser.driver.execute_async_script(
            """
            const done = arguments[1];
            fetch(arguments[0] + "/v1/ask", {
              method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ question: "What is ALL?" }),
            }).then((reply) => reply.json()).then((record) => done(record.kind), () => done("refused"));
            """, self.daemon.url)

    def test_script_of_allowed_origin_may_ask(self):
        self.assertEqual(self.fetch(self.allowed), "answer")

    def test_script_of_other_origin_may_not_ask(self):
        self.assertEqual(self.fetch(self.refused), "refused")

    def test_foreign_origin_is_refused_before_it_is_answered(self):
        body = json.dumps({"question": "What is ALL?"}).encode()
        headers = {"Content-Type": "application/json", "Origin": "https://elsewhere.example"}
        status, _, text = request(self.daemon.url + "/v1/ask", "POST", body, headers)
        self.assertEqual((status, json.loads(text)["error"]["code"]), (403, "origin_refused"))
        status, fields, _ = request(
            self.daemon.url + "/v1/ask", "OPTIONS", headers={"Origin": "https://elsewhere.example"})
        self.assertEqual((status, fields["Access-Control-Allow-Origin"]), (403, None))

    def test_chat_itself_can_never_be_framed(self):
        self.assertIn("frame-ancestors 'none'", self.daemon.get("/")[1]["Content-Security-Policy"])
        policy = self.daemon.get("/embed")[1]["Content-Security-Policy"]
        self.assertIn(f"frame-ancestors {self.allowed.origin}", policy)

    def test_without_origins_there_is_nothing_to_embed(self):
        daemon = Daemon()
        self.assertEqual([daemon.get(path)[0] for path in ("/embed", "/embed.js")], [404, 404])
        daemon.stop()


if __name__ == "__main__":
    unittest.main()
