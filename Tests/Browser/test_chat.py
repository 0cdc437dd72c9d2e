"""The chat as a person meets it: by pointer, by keyboard, by screen reader, and when things go wrong."""

import json
import threading
import unittest

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from harness import Browser, BrowserTest, Daemon, request

SYMPTOMS = "What are the symptoms of ALL?"
EMERGENCY = "my child is bleeding from the nose and it will not stop"
CRISIS = "I want to kill myself"
# Several documents have an answer to it.
AMBIGUOUS = "how is it diagnosed"

# Notes every element that becomes a live region of its own, with what it says when it appears.
WATCH_ALERTS = """
window.alerts = [];
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) {
    if (node.nodeType !== 1) continue;
    for (const found of [node, ...node.querySelectorAll('*')]) {
      if (found.getAttribute('role') === 'alert' || found.getAttribute('aria-live') === 'assertive') window.alerts.push(found.textContent);
    }
  }
}).observe(document.body, { childList: true, subtree: true });
"""


class Chat(BrowserTest):
    def test_question_is_answered_with_list_source_notice_and_offers(self):
        reply = self.browser.ask(SYMPTOMS)
        self.assertIn("Bone pain", reply.text)
        self.assertIn("Based on Mayo Clinic patient information", reply.text)
        self.assertIn("I am a program, not a doctor", reply.text)
        self.assertGreaterEqual(len(self.browser.all(".reply .points li")), 5)
        self.assertGreaterEqual(len(self.browser.all(".reply .choice")), 2)
        self.assertEqual(self.browser.one("#question").get_attribute("value"), "")
        self.assertEqual(self.browser.complaints(), [])

    def test_page_asks_only_its_own_daemon_and_sets_no_cookie(self):
        self.browser.open(self.daemon.url + "/")
        self.browser.ask(SYMPTOMS)
        foreign = [url for url in self.browser.requests() if not url.startswith(self.daemon.url)]
        self.assertEqual(foreign, [])
        self.assertEqual(self.browser.driver.get_cookies(), [])
        self.assertEqual(self.browser.run("return localStorage.length + sessionStorage.length"), 0)

    def test_offer_is_taken_by_click(self):
        self.browser.ask(SYMPTOMS)
        offer = self.browser.one(".reply .choice")
        title = offer.text
        offer.click()
        self.browser.wait_for(".reply .tools", 2)
        self.assertIn(title, self.browser.all(".asked")[-1].text)
        self.assertEqual(len(self.browser.all(".reply .source")), 2)

    def test_offer_of_an_earlier_answer_still_means_what_it_says(self):
        self.browser.ask(SYMPTOMS)
        old = self.browser.all(".reply .choice")[0]
        title = old.text
        self.browser.ask("What is an autologous transplant?")
        old.click()
        self.browser.wait_for(".reply .tools", 3)
        self.assertIn(title, self.browser.all(".asked")[-1].text)
        self.assertIn("Acute lymphocytic leukemia", self.browser.all(".reply .source")[-1].text)

    def test_clarify_is_answered_by_keyboard_alone(self):
        self.browser.ask(AMBIGUOUS)
        focused = lambda: self.browser.run("return document.activeElement.className")
        self.assertEqual(self.browser.run("return document.activeElement.id"), "question")
        for _ in range(12):
            if "choice" in focused():
                break
            ActionChains(self.browser.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        self.assertIn("choice", focused())
        ActionChains(self.browser.driver).send_keys(Keys.ENTER).perform()
        self.browser.wait_for(".reply .tools", 2)
        self.assertGreaterEqual(len(self.browser.all(".reply .source")), 1)

    def test_clarify_is_answered_by_click(self):
        reply = self.browser.ask(AMBIGUOUS)
        choices = reply.find_elements("css selector", ".choice")
        self.assertGreaterEqual(len(choices), 2)
        title = choices[1].text
        choices[1].click()
        self.browser.wait_for(".reply .tools", 2)
        self.assertIn(title, self.browser.all(".asked")[-1].text)
        self.assertIn("Based on", self.browser.all(".reply")[-1].text)

    def test_clarify_is_answered_by_its_typed_number(self):
        self.browser.ask(AMBIGUOUS)
        reply = self.browser.ask("1")
        self.assertIn("Based on", reply.text)

    def test_conversation_goes_on_from_what_was_said(self):
        self.browser.ask("How is ALL diagnosed?")
        reply = self.browser.ask("and AML?")
        self.assertIn("Acute myelo", reply.text)

    def test_emergency_is_announced_once_with_numbers_to_call(self):
        self.browser.run(WATCH_ALERTS)
        reply = self.browser.ask(EMERGENCY)
        alerts = self.browser.run("return window.alerts")
        self.assertEqual(len(alerts), 1, alerts)
        self.assertIn("911", alerts[0])
        self.assertIn("urgent", reply.get_attribute("class"))
        self.assertTrue(self.browser.all(".reply [role=alert] a[href='tel:911']"))
        self.assertIn("tel:999", [link.get_attribute("href") for link in self.browser.all(".calls a")])

    def test_crisis_reply_offers_the_lifeline(self):
        self.browser.run(WATCH_ALERTS)
        self.browser.ask(CRISIS)
        self.assertEqual(len(self.browser.run("return window.alerts")), 1)
        links = [link.get_attribute("href") for link in self.browser.all(".reply.care .calls a")]
        self.assertEqual(links[0], "tel:988")
        self.assertIn("tel:116123", links)

    def test_usual_answer_is_no_alert(self):
        self.browser.run(WATCH_ALERTS)
        self.browser.ask(SYMPTOMS)
        self.assertEqual(self.browser.run("return window.alerts"), [])
        self.assertEqual(self.browser.one("#log").get_attribute("role"), "log")

    def test_script_in_a_question_is_text(self):
        question = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script> symptoms of ALL"
        self.browser.ask(question)
        self.assertIn("<script>window.hit=1</script>", self.browser.one(".asked").text)
        self.assertIsNone(self.browser.run("return window.hit ?? null"))
        self.assertEqual(self.browser.all("#log img, #log script"), [])

    def test_script_in_the_words_of_the_knowledge_is_text(self):
        # The real record with mark-up in every text, as a knowledge file could have it; and the page's own code to show it.
        self.browser.run(
            """
            const bad = "<img src=x onerror='window.hit=1'><script>window.hit=1</" + "script>";
            const spoilt = (value) => typeof value === "string" ? bad + value
              : Array.isArray(value) ? value.map(spoilt)
              : value && typeof value === "object"
                ? Object.fromEntries(Object.entries(value).map(([key, inner]) =>
                    [key, ["type", "kind", "section", "id"].includes(key) ? inner : spoilt(inner)]))
              : value;
            const real = window.fetch;
            window.fetch = async (...call) => {
              const reply = await real(...call), record = await reply.json();
              return new Response(JSON.stringify({ ...record, blocks: spoilt(record.blocks), offers: spoilt(record.offers) }));
            };
            """)
        reply = self.browser.ask(SYMPTOMS)
        self.assertIn("<img src=x onerror='window.hit=1'>", reply.text)
        self.assertIn("<script>", self.browser.one(".reply .choice").text)
        self.assertIsNone(self.browser.run("return window.hit ?? null"))
        self.assertEqual(self.browser.all("#log img, #log script"), [])

    def test_script_in_the_address_is_text(self):
        self.browser.open(self.daemon.url + "/#ask=%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E")
        self.browser.wait(lambda page: page.one("#question").get_attribute("value"))
        self.assertIn("<img", self.browser.one("#question").get_attribute("value"))
        self.assertIsNone(self.browser.run("return window.hit ?? null"))

    def test_question_of_100_000_characters_gets_a_clear_message_and_is_kept(self):
        self.browser.run("document.getElementById('question').value = 'word '.repeat(20000)")
        self.browser.one("#question").send_keys(Keys.ENTER)
        words = self.browser.wait(lambda page: page.one("#trouble").text)
        self.assertIn("too long", words)
        self.assertGreater(self.browser.run("return document.getElementById('question').value.length"), 99_000)
        self.assertEqual(self.browser.all(".asked"), [])

    def test_daemon_refuses_100_000_characters_in_words(self):
        body = json.dumps({"question": "word " * 20_000}).encode()
        status, _, text = request(self.daemon.url + "/v1/ask", "POST", body, {"Content-Type": "application/json"})
        self.assertEqual((status, json.loads(text)["error"]["code"]), (400, "question_too_long"))
        self.assertIn("ask shorter", json.loads(text)["error"]["message"])

    def test_empty_question_asks_nothing(self):
        self.browser.one("#question").send_keys("   ", Keys.ENTER)
        self.assertEqual(self.browser.wait(lambda page: page.one("#status").get_attribute("textContent")), "Type a question first.")
        self.assertEqual(self.browser.all(".asked"), [])

    def test_shift_enter_makes_a_line_and_enter_sends(self):
        box = self.browser.one("#question")
        ActionChains(self.browser.driver).click(box).send_keys("symptoms").key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(
            Keys.SHIFT).send_keys("of ALL").perform()
        self.assertEqual(box.get_attribute("value"), "symptoms\nof ALL")
        box.send_keys(Keys.ENTER)
        self.browser.wait_for(".reply .tools")

    def test_start_again_forgets_the_conversation(self):
        self.browser.ask(SYMPTOMS)
        self.browser.one("#start-again").click()
        self.assertEqual(self.browser.all(".exchange"), [])
        self.assertTrue(self.browser.one("#welcome").is_displayed())
        self.assertEqual(self.browser.run("return document.activeElement.id"), "question")
        reply = self.browser.ask("1")
        self.assertNotIn("When to see a doctor about ALL", reply.text.split("\n")[0])
        self.assertEqual(self.browser.all(".reply .source"), [])

    def test_answer_is_copied(self):
        self.browser.driver.execute_cdp_cmd(
            "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
        self.browser.ask(SYMPTOMS)
        self.browser.one(".tools button").click()
        self.assertEqual(self.browser.wait(lambda page: page.one("#status").get_attribute("textContent")), "Answer copied.")
        self.assertIn("Bone pain", self.browser.driver.execute_async_script(
            "navigator.clipboard.readText().then(arguments[0], (error) => arguments[0](String(error)))"))

    def test_starter_asks_its_words(self):
        starter = self.browser.one("#welcome .choice")
        title = starter.text
        starter.click()
        self.browser.wait_for(".reply .tools")
        self.assertIn(title, self.browser.one(".asked").text)
        self.assertFalse(self.browser.one("#welcome").is_displayed())


class Trouble(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser(reduced=True)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def test_daemon_gone_is_said_and_what_was_typed_is_asked_when_it_is_back(self):
        daemon = Daemon()
        port = daemon.port
        self.browser.open(daemon.url + "/")
        daemon.stop()
        self.browser.one("#question").send_keys(SYMPTOMS, Keys.ENTER)
        words = self.browser.wait(lambda page: page.one("#trouble").text)
        self.assertIn("cannot be reached", words)
        self.assertIn("911", words)
        self.assertEqual(self.browser.one("#question").get_attribute("value"), SYMPTOMS)
        self.assertEqual(self.browser.all(".asked"), [])
        daemon = Daemon(port=port)
        self.browser.one("#trouble button").click()
        self.browser.wait_for(".reply .tools")
        self.assertIn("Bone pain", self.browser.one(".reply").text)
        self.assertEqual(self.browser.one("#question").get_attribute("value"), "")
        self.assertEqual(self.browser.one("#trouble").text, "")
        daemon.stop()

    def test_offer_means_the_same_after_the_daemon_began_anew(self):
        daemon = Daemon()
        port = daemon.port
        self.browser.open(daemon.url + "/")
        self.browser.ask(SYMPTOMS)
        daemon.stop()
        daemon = Daemon(port=port)
        self.browser.one(".reply .choice").click()
        self.browser.wait_for(".reply .tools", 2)
        self.assertEqual(len(self.browser.all(".reply .source")), 2)
        daemon.stop()

    def test_too_many_questions_are_refused_in_words_and_the_question_is_kept(self):
        daemon = Daemon("rates.address_per_minute=8")
        self.browser.open(daemon.url + "/")
        is_over = threading.Event()

        def use_up():
            while not is_over.is_set():
                request(daemon.url + "/v1/sections")

        others = threading.Thread(target=use_up)
        others.start()
        try:
            words = ""
            # Now and then the browser is the one that gets through; then it asks again.
            while not words:
                answers = len(self.browser.all(".reply .tools"))
                self.browser.one("#question").send_keys(SYMPTOMS, Keys.ENTER)
                self.browser.wait(lambda page: page.one("#trouble").text or len(page.all(".reply .tools")) > answers)
                words = self.browser.one("#trouble").text
        finally:
            is_over.set()
            others.join()
        self.assertIn("Too many questions", words)
        self.assertEqual(self.browser.one("#question").get_attribute("value"), SYMPTOMS)
        daemon.stop()


if __name__ == "__main__":
    unittest.main()
