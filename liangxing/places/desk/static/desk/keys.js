// Keys that save a worker some of the way. They do nothing while somebody types, and can be switched off (WCAG 2.1.4).
(() => {
  const at = document.currentScript.dataset;
  const off = () => /(?:^|; )keys=off(?:;|$)/.test(document.cookie);
  const typing = (on) => on.closest("input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]");
  const rows = () => [...document.querySelectorAll("main tbody th a, main .list li a")].filter((link) => link.offsetParent);

  const toLine = () => {
    const field = document.querySelector("#line, main [role=search] input[name=q]");
    if (field) field.focus(); else location.href = `${at.desk}#line`;
  };
  const anew = () => {
    const link = document.querySelector("main a.btn[href$='/write/']");
    if (link) link.click(); else toLine();
  };
  const step = (by) => {
    const every = rows(), here = every.indexOf(document.activeElement);
    if (here < 0) return false;
    every[Math.min(Math.max(here + by, 0), every.length - 1)].focus();
    return true;
  };
  const close = (on) => {
    const open = on.closest("details[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (typing(on)) on.blur();
  };
  const help = async () => {
    const answer = await fetch(at.keys, { credentials: "same-origin" });
    const told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("keys");
    if (!told) return;
    const dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    dialog.append(told);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
  const keys = { "/": toLine, n: anew, l: () => rows()[0]?.focus(), ArrowDown: () => step(1), ArrowUp: () => step(-1), "?": help };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || off()) return;
    if (document.querySelector("dialog[open]")) return;  // it closes by itself with Esc
    if (event.key === "Escape") return close(event.target);
    if (!keys[event.key] || typing(event.target)) return;
    if (keys[event.key]() !== false) event.preventDefault();
  });
  if (location.hash === "#line" && !off()) toLine();
})();
