"""Makes the pictures of the README anew: Tests/Browser/pictures/*.png, from the real chat with its real answers."""

from harness import HERE, Browser, Daemon

PICTURES = {
    # name: questions, width, height, dark
    "answer": (("What are the symptoms of ALL?",), 768, 900, False),
    "emergency": (("my son is on chemo and has 38.5",), 390, 760, False),
    "answer-dark": (("what does the bone marrow test look for",), 390, 760, True),
}


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
    daemon.stop()


if __name__ == "__main__":
    main()
