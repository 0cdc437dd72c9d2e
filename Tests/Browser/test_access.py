"""Accessibility by rules: in both themes, at four widths, on every kind of page and answer; and the tree that readers get."""

import unittest

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from harness import HERE, Browser, Daemon

RULES = (HERE / "rules.js").read_text()
QUESTIONS = (
    "What are the symptoms of ALL?", "how is it diagnosed", "symptoms of AML",
    "my child is bleeding from the nose and it will not stop", "I want to kill myself", "hello",
    "A" * 400,
)
WIDTHS = (320, 360, 768, 1280)


class Access(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.daemon = Daemon("web.origins=https://clinic.example")
        cls.browsers = {"light": Browser(reduced=True), "dark": Browser(dark=True, reduced=True)}

    @classmethod
    def tearDownClass(cls):
        for browser in cls.browsers.values():
            browser.close()
        cls.daemon.stop()

    def check(self, browser, theme, what):
        for width in WIDTHS:
            browser.size(width, 720)
            result = browser.run(RULES)
            self.assertEqual(result["faults"], [], f"{what}, {theme}, {width} px")

    def test_no_rule_is_broken_by_conversations(self):
        for theme, browser in self.browsers.items():
            browser.size(1280, 900)
            browser.open(self.daemon.url + "/")
            self.check(browser, theme, "the welcome")
            browser.size(1280, 900)
            for question in QUESTIONS:
                browser.ask(question)
            self.check(browser, theme, "a conversation")
            browser.run("document.getElementById('question').value = 'word '.repeat(20000)")
            browser.one("#question").send_keys(Keys.ENTER)
            browser.wait(lambda page: page.one("#trouble").text)
            self.check(browser, theme, "trouble")

    def test_no_rule_is_broken_by_topics_and_frames(self):
        for theme, browser in self.browsers.items():
            for path in ("/topics", "/topics/all/symptoms", "/topics/aml/treatment", "/topics/none", "/embed"):
                browser.open(self.daemon.url + path)
                self.check(browser, theme, path)

    def test_rules_find_what_is_planted(self):
        browser = self.browsers["light"]
        browser.size(320, 720)
        browser.open(self.daemon.url + "/topics")
        browser.run(
            """
            const add = (name, text, style) => {
              const node = Object.assign(document.createElement(name), { textContent: text });
              Object.assign(node.style, style);
              document.querySelector("main").append(node);
              return node;
            };
            add("p", "too pale", { color: "#999", background: "#fff" });
            add("h4", "too deep", {});
            add("button", "x", { width: "12px", height: "12px", padding: "0", overflow: "hidden" });
            add("button", "", { width: "30px", height: "30px" });
            add("input", "", {});
            add("p", "too wide", { width: "500px" });
            document.documentElement.lang = "";
            """)
        faults = " ".join(browser.run(RULES)["faults"])
        for rule in ("1.4.3", "1.3.1 headings", "2.5.8", "4.1.2 name", "4.1.2 label", "1.4.10", "3.1.1"):
            self.assertIn(rule, faults)

    def test_tree_for_readers_has_the_log_the_alert_and_named_controls(self):
        browser = self.browsers["light"]
        browser.size(1280, 900)
        browser.open(self.daemon.url + "/")
        browser.ask("my child is bleeding from the nose and it will not stop")
        browser.ask("What are the symptoms of ALL?")
        nodes = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        found = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]
        roles = [role for role, _ in found]
        self.assertEqual(roles.count("alert"), 1)
        self.assertIn(("log", "Conversation"), found)
        self.assertIn(("textbox", "Your question"), found)
        self.assertIn(("button", "Ask"), found)
        self.assertIn("main", roles)
        for role, name in found:
            if role in ("button", "link", "textbox", "heading"):
                self.assertTrue(name.strip(), f"a {role} without a name")

    def test_order_of_focus_follows_the_page_and_is_visible(self):
        browser = self.browsers["light"]
        browser.size(1280, 900)
        browser.open(self.daemon.url + "/")
        seen = []
        for _ in range(20):
            ActionChains(browser.driver).send_keys(Keys.TAB).perform()
            place = browser.run(
                """
                const node = document.activeElement;
                if (node === document.body) return null;
                const style = getComputedStyle(node), box = node.getBoundingClientRect();
                return { id: node.id || node.textContent, outline: parseFloat(style.outlineWidth), top: box.top, bottom: box.bottom,
                  order: [...document.querySelectorAll('*')].indexOf(node), height: innerHeight };
                """)
            if place is None:
                break
            self.assertGreaterEqual(place["outline"], 2, place)
            self.assertTrue(place["bottom"] > 0 and place["top"] < place["height"], place)
            seen.append(place)
            if place["id"] == "send":
                break
        self.assertEqual(seen[-1]["id"], "send")
        orders = [place["order"] for place in seen]
        self.assertEqual(orders, sorted(orders))

    def test_focused_choice_is_not_hidden_by_the_box(self):
        browser = self.browsers["light"]
        browser.size(360, 640)
        browser.open(self.daemon.url + "/")
        browser.ask("What are the symptoms of ALL?")
        for choice in browser.all(".reply .choice"):
            browser.run("arguments[0].focus()", choice)
            gap = browser.wait(lambda page: page.run(
                "const top = document.getElementById('composer').getBoundingClientRect().top;"
                "return top - arguments[0].getBoundingClientRect().bottom >= 0", choice))
            self.assertTrue(gap)

    def test_reduced_motion_stills_the_page(self):
        browser = Browser(reduced=True)
        browser.open(self.daemon.url + "/")
        browser.ask("What are the symptoms of ALL?")
        self.assertEqual(browser.run("return document.getAnimations().length"), 0)
        self.assertEqual(browser.run("return getComputedStyle(document.documentElement).scrollBehavior"), "auto")
        self.assertEqual(browser.run("return getComputedStyle(document.querySelector('.exchange')).animationName"), "none")
        browser.close()

    def test_low_window_lets_the_box_scroll_away(self):
        browser = self.browsers["light"]
        browser.size(320, 256)
        browser.open(self.daemon.url + "/")
        self.assertEqual(browser.run("return getComputedStyle(document.getElementById('composer')).position"), "static")

    def test_print_leaves_controls_out(self):
        browser = self.browsers["light"]
        browser.size(1280, 900)
        browser.open(self.daemon.url + "/")
        browser.ask("What are the symptoms of ALL?")
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            self.assertFalse(browser.one("#composer").is_displayed())
            self.assertFalse(browser.one(".tools").is_displayed())
            self.assertTrue(browser.one(".reply .source").is_displayed())
        finally:
            browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


if __name__ == "__main__":
    unittest.main()
