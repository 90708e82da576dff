// Reads the text of the page with the device's own voice, in the language of each part; only where a device has one.
(() => {
  const button = document.querySelector(".aloud");
  if (!button || !("speechSynthesis" in window)) return;
  const voice = window.speechSynthesis, start = button.textContent;
  let parts = [];
  button.hidden = false;

  // A paragraph is said at a time: long texts fall silent on some phones.
  const texts = () => {
    const found = [];
    for (const block of document.querySelectorAll("#main :is(h1,h2,h3,p,li,dt,dd,th,td,figcaption,caption,label)")) {
      if (!block.checkVisibility?.() || block.closest("nav,form,[aria-hidden=true]") || block.querySelector("p,li,dt,dd,td")) continue;
      const said = block.innerText.replace(/\s+/g, " ").trim();
      if (said) found.push([said, block.closest("[lang]").lang]);
    }
    return found;
  };
  const stop = () => {
    parts = [];
    voice.cancel();
    button.textContent = start;
    button.setAttribute("aria-pressed", "false");
  };
  const next = () => {
    const part = parts.shift();
    if (!part) return stop();
    const said = new SpeechSynthesisUtterance(part[0]);
    said.lang = part[1].startsWith("zh") ? "zh-CN" : part[1];
    said.rate = 0.9;
    said.onend = () => parts.length ? next() : stop();
    said.onerror = () => stop();
    voice.speak(said);
  };
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop();
    parts = texts();
    button.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
    next();
  });
  addEventListener("pagehide", stop);
})();
