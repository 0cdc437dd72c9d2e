// Rules of WCAG 2.2 that can be computed, run inside a page. Gives one line a fault.
// Contrast 1.4.3 and 1.4.11, labels 4.1.2, headings 1.3.1, targets 2.5.8, reflow 1.4.10, language 3.1.1, names and ids.

const faults = [];
const fault = (rule, node, words) => faults.push(`${rule}: ${describe(node)}: ${words}`);

function describe(node) {
  if (!node?.tagName) return "page";
  const name = node.id ? `#${node.id}` : node.className ? `.${String(node.className).trim().split(/\s+/).join(".")}` : "";
  return node.tagName.toLowerCase() + name + ` "${node.textContent.trim().slice(0, 30)}"`;
}

function isShown(node) {
  if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const box = node.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
}

// Colours

function colour(text) {
  const parts = text.match(/[\d.]+/g).map(Number);
  return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
}

function over(front, back) {
  const mix = (key) => front[key] * front.a + back[key] * (1 - front.a);
  return { r: mix("r"), g: mix("g"), b: mix("b"), a: 1 };
}

function ground(node) {
  const layers = [];
  for (let current = node; current; current = current.parentElement) {
    const layer = colour(getComputedStyle(current).backgroundColor);
    layers.push(layer);
    if (layer.a === 1) break;
  }
  const base = matchMedia("(prefers-color-scheme: dark)").matches ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
  return layers.reverse().reduce((back, front) => over(front, back), base);
}

function luminance({ r, g, b }) {
  const linear = [r, g, b].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

let leastText = Infinity;
for (const node of document.querySelectorAll("body *")) {
  const hasText = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  if (!hasText && node.tagName !== "TEXTAREA") continue;
  if (!isShown(node) || node.closest(".unseen, noscript")) continue;
  const style = getComputedStyle(node);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const back = ground(node);
  const ratio = contrast(over(colour(style.color), back), back);
  leastText = Math.min(leastText, ratio);
  if (ratio < (isLarge ? 3 : 4.5)) fault("1.4.3 contrast", node, `${ratio.toFixed(2)} : 1`);
  if (size < 13) fault("text size", node, `${size}px`);
}

let leastEdge = Infinity;
for (const node of document.querySelectorAll("textarea, button.choice, button.send, a.button, .calls a")) {
  if (!isShown(node)) continue;
  const style = getComputedStyle(node);
  const outside = ground(node.parentElement);
  const edge = parseFloat(style.borderTopWidth) > 0 ? contrast(over(colour(style.borderTopColor), outside), outside) : 0;
  const ratio = Math.max(edge, contrast(ground(node), outside));
  leastEdge = Math.min(leastEdge, ratio);
  if (ratio < 3) fault("1.4.11 contrast of a control", node, `${ratio.toFixed(2)} : 1`);
}

// Targets: at least 24 by 24, but links within a sentence

let leastTarget = Infinity;
for (const node of document.querySelectorAll("a[href], button, textarea, input, select")) {
  if (!isShown(node) || node.matches(".unseen")) continue;
  const box = node.getBoundingClientRect();
  const isInline = getComputedStyle(node).display === "inline";
  if (isInline && node.parentElement.textContent.trim() !== node.textContent.trim()) continue;
  leastTarget = Math.min(leastTarget, box.width, box.height);
  if (box.width < 24 || box.height < 24) fault("2.5.8 target", node, `${box.width.toFixed(0)} by ${box.height.toFixed(0)}`);
}

// Names, labels, headings, landmarks

for (const node of document.querySelectorAll("textarea, input, select")) {
  if (!node.labels?.length && !node.getAttribute("aria-label") && !node.getAttribute("aria-labelledby")) fault("4.1.2 label", node, "none");
}
for (const node of document.querySelectorAll("a[href], button")) {
  const name = node.getAttribute("aria-label") || node.textContent.trim();
  if (!name) fault("4.1.2 name", node, "none");
}
for (const node of document.querySelectorAll("img")) if (!node.hasAttribute("alt")) fault("1.1.1 picture", node, "no alt");
for (const node of document.querySelectorAll("iframe")) if (!node.title) fault("4.1.2 frame", node, "no title");
for (const node of document.querySelectorAll("[aria-describedby], [aria-labelledby]")) {
  for (const id of [node.getAttribute("aria-describedby"), node.getAttribute("aria-labelledby")].filter(Boolean).join(" ").split(/\s+/)) {
    if (!document.getElementById(id)) fault("4.1.2 reference", node, `#${id} is not there`);
  }
}
const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) fault("ids", null, `${id} stands twice`);
for (const node of document.querySelectorAll("ul, ol")) {
  for (const child of node.children) if (child.tagName !== "LI") fault("1.3.1 list", node, `holds a ${child.tagName}`);
}
for (const node of document.querySelectorAll("[tabindex]")) if (node.tabIndex > 0) fault("2.4.3 order", node, "a tabindex above 0");

const headings = [...document.querySelectorAll("h1, h2, h3, h4")].filter((node) => node.checkVisibility());
if (headings.filter((node) => node.tagName === "H1").length !== 1) fault("1.3.1 headings", null, "not exactly one h1");
headings.reduce((last, node) => {
  const level = Number(node.tagName[1]);
  if (level > last + 1) fault("1.3.1 headings", node, `h${level} after h${last}`);
  return level;
}, 0);
if (document.querySelectorAll("main").length !== 1) fault("1.3.1 landmarks", null, "not exactly one main");
if (!document.documentElement.lang) fault("3.1.1 language", null, "none");
if (!document.title.trim()) fault("2.4.2 title", null, "none");
const skip = document.querySelector("a[href^='#']");
if (!skip || !document.querySelector(skip.getAttribute("href"))) fault("2.4.1 skip link", skip, "leads nowhere");

// Reflow: nothing may stand out of the window sideways

const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > width) fault("1.4.10 reflow", null, `${document.documentElement.scrollWidth} wide in ${width}`);
for (const node of document.querySelectorAll("body *")) {
  if (!isShown(node) || node.closest(".unseen")) continue;
  const box = node.getBoundingClientRect();
  if (box.right > width + 1 || box.left < -1) fault("1.4.10 reflow", node, `from ${box.left.toFixed(0)} to ${box.right.toFixed(0)}`);
}

return { faults, leastText, leastEdge, leastTarget };
