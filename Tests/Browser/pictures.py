"""Makes the pictures of the README anew: Tests/Browser/pictures/*.png, from the real chat with its real answers."""

from harness import HERE, Browser, Daemon

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


def main():
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
    browser = Browser(900, 1000, reduced=True, arguments=("--hide-scrollbars",))
    browser.open(daemon.url + "/")
    for question in ASKED:
        browser.ask(question)
    browser.open(daemon.url + "/desk")
    browser.one("#token").send_keys(TOKEN)
    browser.one(".sign-in button").click()
    browser.wait_for(".desk summary")[0].click()
    browser.run("document.activeElement.blur()")
    browser.picture(folder / "desk.png")
    browser.close()
    daemon.stop()
    print(folder / "desk.png")


if __name__ == "__main__":
    main()
