// A round on a phone: when each point was seen, and what of it still waits on this phone.
const ASIDE_MS = 60000, KEY = "round-clock";
const walk = document.querySelector(".walk");

// How far this clock is ahead of the community's; remembered for when there is no network.
async function clock() {
  try {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store", credentials: "same-origin" });
    const told = Date.parse(answer.headers.get("Date") || "");
    if (told) sessionStorage.setItem(KEY, String(Date.now() - told));
  } catch (lost) {
    // what was remembered holds
  }
}

const ahead = () => {
  const told = Number(sessionStorage.getItem(KEY) || 0);
  return Math.abs(told) > ASIDE_MS ? told : 0;
};

document.addEventListener("submit", (event) => {
  const seen = event.target.matches("form[data-seen]") && event.target.elements.seen;
  if (seen) seen.value = new Date(Date.now() - ahead()).toISOString();
}, true);

function mark(form, state) {
  const item = form.closest("li");
  if (!item) return;
  const tag = item.querySelector(".said"), words = { waiting: walk.dataset.waits, sent: walk.dataset.sent, refused: walk.dataset.back };
  tag.hidden = !state;
  tag.textContent = words[state] || "";
  tag.classList.toggle("wait", state === "waiting");
  tag.classList.toggle("ok", state === "sent");
  tag.classList.toggle("no", state === "refused");
  item.querySelector("details").classList.toggle("done", Boolean(state));
}

// What was said of each point and still waits; the first of which nothing was said is opened.
async function refresh() {
  const items = await self.outbox.every();
  for (const form of walk.querySelectorAll("form[data-seen]")) {
    const url = new URL(form.getAttribute("action"), location.href).href;
    const item = items.filter((one) => one.url === url || String(one.n) === form.dataset.n).pop();
    if (item) form.dataset.n = item.n;
    if (item || form.dataset.n) mark(form, item ? item.state : "");
  }
  const next = [...walk.querySelectorAll(".points details")].find((one) => !one.classList.contains("done"));
  for (const one of walk.querySelectorAll(".points details.done[open]")) if (one.querySelector("form")) one.open = false;
  if (next && !walk.querySelector(".points details[open]:not(.done)")) next.open = true;
}

if (walk && walk.querySelector("form[data-seen]")) {
  clock();
  if ("indexedDB" in window && "BroadcastChannel" in window) {
    const start = () => refresh().catch(() => {});
    new BroadcastChannel("outbox").addEventListener("message", start);
    window.addEventListener("load", start);
  }
}
