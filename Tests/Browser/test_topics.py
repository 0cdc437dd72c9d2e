"""The topics, read without JavaScript, and how pages may be kept."""

import json
import re
import unittest

from harness import Browser, BrowserTest


class Topics(BrowserTest):
    def test_every_section_has_a_page_with_its_words_source_and_date(self):
        listing = json.loads(self.daemon.get("/v1/sections")[2])
        page = self.daemon.get("/topics")[2].decode()
        for document in listing["documents"]:
            for section in document["sections"]:
                self.assertIn(f'href="/topics/{section["id"]}"', page)
                status, _, body = self.daemon.get("/topics/" + section["id"])
                text = body.decode()
                self.assertEqual(status, 200)
                self.assertIn(document["reviewed"], text)
                self.assertIn("Based on", text)
                self.assertIn("Ask about this", text)

    def test_topic_is_read_without_javascript(self):
        self.browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            self.browser.open(self.daemon.url + "/topics")
            self.assertEqual(self.browser.one("h1").text, "Topics")
            self.browser.one("a[href='/topics/all/symptoms']").click()
            self.browser.wait_for(".topic .points")
            self.assertIn("Bone pain", self.browser.one(".topic").text)
        finally:
            self.browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        self.assertEqual(self.browser.all("script"), [])

    def test_ask_about_this_brings_the_title_into_the_box(self):
        self.browser.open(self.daemon.url + "/topics/all/symptoms")
        title = self.browser.one("h1").text
        self.browser.one("a.button").click()
        self.browser.wait_for("#question")
        self.browser.wait(lambda page: page.one("#question").get_attribute("value") == title)
        self.assertNotIn("#", self.browser.driver.current_url)

    def test_script_in_an_address_is_not_repeated(self):
        status, fields, body = self.daemon.get("/topics/%3Cscript%3Ealert(1)%3C/script%3E")
        self.assertEqual(status, 404)
        self.assertIn("text/html", fields["Content-Type"])
        self.assertNotIn(b"alert(1)", body)

    def test_pages_are_asked_about_again_and_their_files_kept(self):
        for path in ("/", "/topics", "/topics/all/symptoms"):
            _, fields, body = self.daemon.get(path)
            self.assertEqual(fields["Cache-Control"], "no-cache")
            status, _, again = self.daemon.get(path, {"If-None-Match": fields["ETag"]})
            self.assertEqual((status, again), (304, b""))
        for asset in set(re.findall(r'"(/assets/[^"]+)"', self.daemon.get("/")[2].decode())):
            status, fields, _ = self.daemon.get(asset)
            self.assertEqual(status, 200)
            self.assertIn("immutable", fields["Cache-Control"])

    def test_policies_allow_nothing_inline_and_nothing_from_elsewhere(self):
        for path in ("/", "/topics"):
            _, fields, body = self.daemon.get(path)
            policy = fields["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy)
            self.assertNotIn("unsafe", policy)
            self.assertNotIn("http", policy)
            self.assertEqual(fields["X-Content-Type-Options"], "nosniff")
            self.assertIsNone(fields["Set-Cookie"])
            self.assertIsNone(re.search(rb"<style|style=|onclick=|<script(?![^>]* src=)", body))


if __name__ == "__main__":
    unittest.main()
