// Turns an answer's blocks into elements. Every text becomes a text node; nothing is ever read as mark-up.

const takeovers = new Set(["emergency", "crisis", "poison-overdose", "urgent-fever"]);

/** An element with properties and children. */
export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role") node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children);
  return node;
}

/** A text whose dates are never broken at a line's end. */
function dated(text) {
  return text.split(/(\d{4}-\d{2}-\d{2})/).map((part, index) => (index % 2 ? element("time", { dateTime: part }, part) : part));
}

/** Finds the telephone numbers that the daemon knows in texts. */
export class Telephone {
  /** @param {string[]} numbers as people write them, longest first */
  constructor(numbers) {
    const choices = numbers.filter((number) => /^[0-9][0-9 -]*[0-9]$/.test(number));
    this.pattern = choices.length ? new RegExp(`(?<![0-9.])(?:${choices.join("|")})(?![0-9])`, "g") : null;
  }

  /** A text as nodes, its numbers as links that a phone dials. */
  linked(text) {
    const nodes = [];
    let end = 0;
    for (const match of this.pattern ? text.matchAll(this.pattern) : []) {
      nodes.push(text.slice(end, match.index), this.link(match[0], match[0]));
      end = match.index + match[0].length;
    }
    nodes.push(text.slice(end));
    return nodes.filter((node) => node !== "");
  }

  /** The numbers of a text with the places in brackets behind them, each once. */
  calls(text) {
    const found = new Map();
    for (const match of this.pattern ? text.matchAll(this.pattern) : []) {
      const place = /^ \(([^()]{1,20})\)/.exec(text.slice(match.index + match[0].length));
      if (!found.has(match[0])) found.set(match[0], place?.[1] ?? "");
    }
    return found;
  }

  link(number, words) {
    return element("a", { href: `tel:${number.replace(/[^0-9]/g, "")}` }, words);
  }
}

/** Makes the elements of answers. */
export class AnswerView {
  /**
   * @param {Telephone} telephone
   * @param {(choice: {title: string, place: number}) => void} choose hears which offer was taken
   */
  constructor(telephone, choose) {
    this.telephone = telephone;
    this.choose = choose;
  }

  /** The element of an answer; one that cannot wait announces its first words at once. */
  reply(record) {
    const isUrgent = takeovers.has(record.safety);
    const reply = element("div", { className: "reply" });
    const blocks = [...record.blocks];
    if (isUrgent) {
      reply.classList.add(record.safety === "crisis" ? "care" : "urgent");
      this.addFirst(blocks.shift(), reply);
    }
    for (const block of blocks) reply.append(this.block(block, record));
    return reply;
  }

  addFirst(block, reply) {
    if (!block) return;
    const words = element("p", { className: "lead" }, ...this.telephone.linked(block.text ?? ""));
    reply.append(element("div", { className: "first", role: "alert" }, words));
    const calls = [...this.telephone.calls(block.text ?? "")].map(([number, place]) =>
      element("li", {}, this.telephone.link(number, place ? `Call ${number} (${place})` : `Call ${number}`)));
    // Said already: the buttons repeat numbers of the first words for the thumb.
    if (calls.length) reply.append(element("ul", { className: "calls", "aria-live": "off", "aria-label": "Numbers to call" }, ...calls));
  }

  block(block, record) {
    switch (block.kind) {
      case "list": return this.list(block);
      case "offers": return this.offers(block, record);
      case "notice":
      case "contact": return element("p", { className: block.kind }, ...this.telephone.linked(block.text ?? ""));
      case "source": return element("p", { className: "source" }, ...dated(block.text ?? ""));
      default: {
        const words = record.safety ? this.telephone.linked(block.text ?? "") : [block.text ?? ""];
        return element("p", { className: block.kind }, ...words);
      }
    }
  }

  list(block) {
    const points = element("ul", { className: "points" }, ...block.items.map((item) => element("li", {}, item)));
    const group = element("div", {});
    if (block.text) group.append(element("p", {}, block.text));
    group.append(points);
    return group;
  }

  offers(block, record) {
    const choices = block.items.map((title, index) => {
      const button = element("button", { type: "button", className: "choice" }, title);
      button.addEventListener("click", () => this.choose({ title, place: index + 1, record }));
      return element("li", {}, button);
    });
    const group = element("div", { className: "offers", role: "group", "aria-label": block.text || "Choices" });
    if (block.text) group.append(element("p", {}, block.text));
    group.append(element("ul", { className: "choices" }, ...choices));
    return group;
  }
}
