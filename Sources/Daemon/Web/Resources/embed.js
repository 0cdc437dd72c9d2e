// Puts the chat on a page: <script src="https://bot.example/embed.js" async></script>
// data-label on the tag sets the button's words. The chat itself runs in a frame of its own origin and sees nothing of the page.
(() => {
  const tag = document.currentScript;
  if (!tag || window.marrowEmbedded) return;
  window.marrowEmbedded = true;
  const origin = new URL(tag.src).origin;
  const label = tag.dataset.label || "Ask a question";

  const style = (node, rules) => Object.assign(node.style, rules);
  const button = document.createElement("button");
  const panel = document.createElement("div");
  const close = document.createElement("button");
  let frame = null;

  const small = () => matchMedia("(max-width: 30rem)").matches;
  const place = () => style(panel, small()
    ? { inset: "0", width: "auto", height: "auto", borderRadius: "0" }
    : { inset: "auto 1rem 1rem auto", width: "min(25rem, calc(100vw - 2rem))", height: "min(42rem, calc(100vh - 2rem))", borderRadius: "14px" });

  style(button, {
    position: "fixed", right: "1rem", bottom: "1rem", zIndex: "2147483000", padding: "0.8rem 1.2rem", border: "2px solid #fff",
    borderRadius: "1.6rem", background: "#1d5c63", color: "#fff", font: "600 1rem/1.2 system-ui, sans-serif", cursor: "pointer",
  });
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-haspopup", "dialog");

  style(panel, {
    position: "fixed", zIndex: "2147483001", display: "none", overflow: "hidden", background: "#f5f6f3",
    border: "1px solid #74817f", boxShadow: "0 8px 30px rgb(0 0 0 / 25%)",
  });
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", label);

  style(close, {
    position: "absolute", top: "0.25rem", right: "0.25rem", width: "2.75rem", height: "2.75rem", border: "0", borderRadius: "50%",
    background: "#1d5c63", color: "#fff", font: "600 1.25rem/1 system-ui, sans-serif", cursor: "pointer",
  });
  close.type = "button";
  close.textContent = "\u00d7";
  close.setAttribute("aria-label", "Close");

  const open = () => {
    if (!frame) {
      frame = document.createElement("iframe");
      frame.src = `${origin}/embed`;
      frame.title = label;
      frame.allow = "clipboard-write";
      frame.referrerPolicy = "no-referrer";
      style(frame, { width: "100%", height: "100%", border: "0", display: "block" });
      panel.append(frame, close);
    }
    place();
    panel.style.display = "block";
    button.style.display = "none";
    button.setAttribute("aria-expanded", "true");
    frame.focus();
  };
  const hide = () => {
    panel.style.display = "none";
    button.style.display = "";
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };

  button.addEventListener("click", open);
  close.addEventListener("click", hide);
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("message", (event) => {
    if (event.origin === origin && event.source === frame?.contentWindow && event.data === "marrow:close") hide();
  });
  addEventListener("resize", () => { if (frame) place(); });

  const attach = () => document.body.append(panel, button);
  if (document.body) attach();
  else addEventListener("DOMContentLoaded", attach);
})();
