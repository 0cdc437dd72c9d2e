"""What the chat weighs and how soon an answer stands on the page. No test: prints figures."""

import gzip
import re
import statistics

from harness import Browser, Daemon

# Times from the key press to the frame after the reply is in the page.
WATCH = """
window.times = [];
let began = 0;
addEventListener('keydown', (event) => { if (event.key === 'Enter') began = performance.now(); }, true);
new MutationObserver(() => {
  if (!began || !document.querySelector('.exchange:last-child .reply')) return;
  const start = began;
  began = 0;
  requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - start)));
}).observe(document.getElementById('log'), { childList: true, subtree: true });
"""
QUESTIONS = (
    "What are the symptoms of ALL?", "What is a stem cell transplant?", "How is AML treated?", "What are the risk factors for ALL?",
    "what does the bone marrow test show", "my son is on chemo and has 38.5", "how long does treatment take", "is it contagious",
)


def weight(daemon):
    """Bytes of the page and all that it loads, as sent and compressed."""
    page = daemon.get("/")[2]
    parts = {"/": page}
    pending = set(re.findall(r'"(/assets/[^"]+)"', page.decode()))
    while pending:
        path = pending.pop()
        parts[path] = daemon.get(path)[2]
        base = path.rsplit("/", 1)[0]
        named = {f"{base}/{name}" for name in re.findall(r'from "\./([^"]+)"', parts[path].decode())}
        pending |= named - parts.keys()
    return sum(map(len, parts.values())), sum(len(gzip.compress(part)) for part in parts.values()), len(parts)


def main():
    daemon, browser = Daemon(), Browser(390, 844)
    sent, compressed, count = weight(daemon)
    print(f"page weight: {sent / 1024:.1f} KB as sent in {count} files, {compressed / 1024:.1f} KB compressed")
    browser.open(daemon.url + "/")
    browser.run(WATCH)
    for index, question in enumerate(QUESTIONS):
        browser.ask(question)
        browser.wait(lambda page: len(page.run("return window.times")) > index)
    times = browser.run("return window.times")
    print(f"Enter to answer visible: first {times[0]:.0f} ms, median {statistics.median(times):.0f} ms, most {max(times):.0f} ms")
    print(f"console: {len(browser.complaints())} errors and warnings")
    foreign = [url for url in browser.requests() if not url.startswith(daemon.url)]
    print(f"requests to other hosts: {len(foreign)}")
    browser.close()
    daemon.stop()


if __name__ == "__main__":
    main()
