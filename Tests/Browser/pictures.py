"""Makes the pictures of the README anew: Tests/Browser/pictures/*.png, from the real chat with its real answers.

    Tests/Browser/run.sh pictures.py                  the README's
    Tests/Browser/run.sh pictures.py --look folder    every page at three widths, light and dark, whole, to be looked at
"""

import pathlib
import sys

from harness import HERE, HOME, Browser, Daemon, command

PICTURES = {
    # name: questions, width, height, dark
    "answer": (("What are the symptoms of ALL?",), 768, 900, False),
    "emergency": (("my son is on chemo and has 38.5",), 390, 760, False),
    "answer-dark": (("what does the bone marrow test look for",), 390, 760, True),
}

ASKED = (
    "What are the symptoms of ALL?", "symptoms of AML", "how is AML treated", "is it contagious", "what is a stem cell transplant",
    "symptoms of AML", "what causes ALL",
)
TOKEN = "a-token-for-the-pictures"
WIDTHS = (360, 768, 1280)


def look(folder):
    """Whole pages of the chat, the topics and the desk."""
    folder.mkdir(parents=True, exist_ok=True)
    daemon = Daemon("web.collect_questions=true", environment={"MARROW_WEB_DESK_TOKEN": TOKEN})
    report(daemon)
    for dark in (False, True):
        browser = Browser(dark=dark, reduced=True, arguments=("--hide-scrollbars",))

        def shoot(name):
            for width in WIDTHS:
                browser.size(width, 900)
                browser.picture(folder / f"{name}-{width}{'-dark' if dark else ''}.png", whole=True)

        browser.open(daemon.url + "/")
        shoot("welcome")
        browser.size(1280, 900)
        for question in (*ASKED, "how is it diagnosed", "my son is on chemo and has 38.5", "I want to kill myself"):
            browser.ask(question)
        shoot("chat")
        for name, path in (("topics", "/topics"), ("topic", "/topics/all/treatment"), ("sign-in", "/desk")):
            browser.open(daemon.url + path)
            shoot(name)
        sign_in(browser)
        browser.run("for (const details of [...document.querySelectorAll('details')].slice(0, 12)) details.open = true")
        shoot("desk")
        browser.close()
    daemon.stop()
    print(folder)


def report(daemon):
    """Leaves a report of the canned questions for the desk."""
    file = pathlib.Path(daemon.state) / "marrow" / "check.json"
    file.parent.mkdir(exist_ok=True)
    command("check", "--home", HOME, "smalltalk", "twins", "parts", "--json", str(file))


def sign_in(browser):
    browser.one("#token").send_keys(TOKEN)
    browser.one(".sign-in button").click()
    browser.wait_for(".desk")


def main():
    if sys.argv[1:2] == ["--look"]:
        return look(pathlib.Path(sys.argv[2]).absolute())
    folder = HERE / "pictures"
    folder.mkdir(exist_ok=True)
    daemon = Daemon()
    for name, (questions, width, height, dark) in PICTURES.items():
        browser = Browser(width, height, dark=dark, reduced=True, arguments=("--hide-scrollbars",))
        browser.open(daemon.url + "/")
        for question in questions:
            browser.ask(question)
        browser.run("document.activeElement.blur()")
        browser.picture(folder / f"{name}.png")
        browser.close()
        print(folder / f"{name}.png")
    desk(folder)
    daemon.stop()


def desk(folder):
    """The editor's desk after some questions, two of them in vain."""
    daemon = Daemon(environment={"MARROW_WEB_DESK_TOKEN": TOKEN})
    report(daemon)
    browser = Browser(900, 1400, reduced=True, arguments=("--hide-scrollbars",))
    browser.open(daemon.url + "/")
    for question in ASKED:
        browser.ask(question)
    browser.open(daemon.url + "/desk")
    sign_in(browser)
    browser.one("[aria-labelledby=vain] summary").click()
    browser.run("document.activeElement.blur()")
    browser.picture(folder / "desk.png")
    browser.close()
    daemon.stop()
    print(folder / "desk.png")


if __name__ == "__main__":
    main()
