// The chat. Keeps the conversation for the life of the page: nothing is stored in the browser.

import { ask, tooLong, Trouble } from "./ask.js";
import { AnswerView, Telephone, element } from "./answer.js";

const slow = 700;

const page = {
  log: document.getElementById("log"),
  welcome: document.getElementById("welcome"),
  form: document.getElementById("composer"),
  box: document.getElementById("question"),
  send: document.getElementById("send"),
  trouble: document.getElementById("trouble"),
  status: document.getElementById("status"),
  again: document.getElementById("start-again"),
};

const numbers = document.querySelector('meta[name="telephone-numbers"]').content.split(",").filter(Boolean);
const emergency = document.getElementById("emergency");
const view = new AnswerView(new Telephone(numbers), (choice) => take(choice));
const state = { conversation: null, latest: null, isAsking: false, turn: 0 };

/** Says something short that is not part of the conversation. */
function say(words) { page.status.textContent = words; }

/** Shows a question at once, and hands back where its answer goes. */
function show(question) {
  page.welcome.hidden = true;
  const asked = element("h2", { className: "asked", "aria-live": "off" }, element("span", { className: "unseen" }, "You asked: "), question);
  const exchange = element("div", { className: "exchange" }, asked);
  page.log.append(exchange);
  exchange.scrollIntoView({ block: "start" });
  return exchange;
}

/** Asks, and shows what comes back. What was typed leaves the box only once there is an answer. */
async function put(words, { shown = words, fallback = null, typed = false } = {}) {
  if (state.isAsking) return;
  state.isAsking = true;
  const turn = state.turn;
  page.send.setAttribute("aria-disabled", "true");
  page.trouble.replaceChildren();
  say("");
  const exchange = show(shown);
  const waiting = element("p", { className: "waiting", "aria-hidden": "true" }, "Looking");
  exchange.append(waiting);
  const timer = setTimeout(() => say("Looking for an answer."), slow);
  try {
    const record = await answer(words, fallback);
    if (turn !== state.turn) return;
    state.conversation = record.conversation;
    state.latest = record;
    if (typed) clear(words);
    waiting.replaceWith(view.reply(record));
    exchange.querySelector(".reply").append(tools(record));
    say("");
    if (typed && matchMedia("(pointer: coarse)").matches) page.box.blur();
    exchange.scrollIntoView({ block: "start" });
  } catch (error) {
    if (turn !== state.turn) return;
    exchange.remove();
    page.welcome.hidden = page.log.childElementCount > 0;
    complain(error instanceof Trouble ? error : new Trouble("Something went wrong in this page. Please try again."), () =>
      put(words, { shown, fallback, typed }));
    if (!(error instanceof Trouble)) throw error;
  } finally {
    clearTimeout(timer);
    if (turn === state.turn) {
      state.isAsking = false;
      page.send.removeAttribute("aria-disabled");
    }
  }
}

/** An answer; where a number's meaning was lost (the daemon began anew), the words that it stood for are asked instead. */
async function answer(words, fallback) {
  const before = state.conversation;
  const record = await ask(words, before);
  if (!fallback || (record.conversation === before && record.reason?.kind !== "unclear")) return record;
  return ask(fallback, record.conversation);
}

/** Takes an offer: by its number where it belongs to the latest answer, which is what the daemon remembers, else by its words. */
function take({ title, place, record }) {
  const isLatest = record === state.latest;
  put(isLatest ? String(place) : title, { shown: title, fallback: isLatest ? title : null });
}

function tools(record) {
  const copy = element("button", { type: "button", className: "quiet" }, "Copy answer");
  copy.addEventListener("click", async () => say((await copied(record.text)) ? "Answer copied." : "This browser does not let the page copy. Select the text instead."));
  const print = element("button", { type: "button", className: "quiet" }, "Print");
  print.addEventListener("click", () => window.print());
  return element("div", { className: "tools", "aria-live": "off" }, copy, print);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

/** For pages without TLS, where the clipboard is closed to scripts. */
function copiedByHand(text) {
  const focused = document.activeElement;
  const area = element("textarea", { value: text, readOnly: true, className: "unseen", "aria-hidden": "true" });
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return isDone;
}

/** Says what went wrong, with the way to try again and the number for emergencies, which cannot wait for it. */
function complain(trouble, retry) {
  const parts = [element("p", {}, trouble.message)];
  if (emergency && trouble.again) parts.push(element("p", {}, ...view.telephone.linked(emergency.textContent.trim())));
  if (trouble.again) parts.push(retryButton(trouble.wait, retry));
  page.trouble.replaceChildren(...parts);
  page.trouble.scrollIntoView({ block: "nearest" });
}

function retryButton(wait, retry) {
  const button = element("button", { type: "button", className: "choice" }, "Try again");
  const due = performance.now() + Math.min(wait, 60) * 1000;
  button.addEventListener("click", () => {
    const left = Math.ceil((due - performance.now()) / 1000);
    if (left > 0) return say(`Please wait ${left} more seconds.`);
    page.box.focus({ preventScroll: true });
    retry();
  });
  return button;
}

function clear(words) {
  if (page.box.value.trim() === words) page.box.value = "";
  page.box.removeAttribute("aria-invalid");
  fit();
}

/** Lets the box grow with what is typed, for browsers that do not do so by themselves. */
function fit() {
  if (CSS.supports("field-sizing", "content")) return;
  page.box.style.height = "auto";
  page.box.style.height = `${Math.min(page.box.scrollHeight + 2, 144)}px`;
}

function submit() {
  const words = page.box.value.trim();
  if (!words) {
    say("Type a question first.");
    return page.box.focus();
  }
  const long = tooLong(words);
  if (long) {
    page.box.setAttribute("aria-invalid", "true");
    complain(long, null);
    return page.box.focus();
  }
  put(words, { typed: true });
}

function startAgain() {
  state.turn += 1;
  Object.assign(state, { conversation: null, latest: null, isAsking: false });
  page.send.removeAttribute("aria-disabled");
  page.log.replaceChildren();
  page.trouble.replaceChildren();
  page.welcome.hidden = false;
  page.box.value = "";
  page.box.removeAttribute("aria-invalid");
  fit();
  scrollTo({ top: 0 });
  page.box.focus({ preventScroll: true });
  say("A new conversation has begun.");
}

/** "Ask about this" of a topic brings its title behind the #, which never leaves the browser. */
function prefill() {
  const words = new URLSearchParams(location.hash.slice(1)).get("ask");
  if (!words) return;
  page.box.value = words.slice(0, 300);
  history.replaceState(null, "", location.pathname + location.search);
  fit();
  page.box.focus();
}

page.form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
page.box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
page.box.addEventListener("input", () => {
  if (page.box.getAttribute("aria-invalid") && !tooLong(page.box.value.trim())) {
    page.box.removeAttribute("aria-invalid");
    page.trouble.replaceChildren();
  }
  fit();
});
page.again.addEventListener("click", startAgain);
for (const starter of page.welcome.querySelectorAll("button")) {
  starter.addEventListener("click", () => put(starter.textContent));
}
addEventListener("hashchange", prefill);
if (window.parent !== window) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") window.parent.postMessage("marrow:close", "*");
  });
}
prefill();
