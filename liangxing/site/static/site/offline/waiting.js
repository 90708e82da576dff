// The bar that says what waits, the page that lists it, and sending it when there is a network again.
import { words, reader } from "./words.js";

const outbox = self.outbox, AGAIN_MS = 30000;
const mine = (item) => item.reader === reader || item.reader === "public";
let again = 0;

function bar(items) {
  const link = document.getElementById("waiting");
  if (!link) return;
  const waiting = items.filter((item) => item.state === "waiting"), refused = items.filter((item) => item.state === "refused" && mine(item));
  const own = waiting.filter(mine), text = [];
  if (own.length) text.push(words.waiting.replace("#", own.length));
  if (waiting.length > own.length && reader === "public") text.push(words.signInFirst.replace("#", waiting.length - own.length));
  if (refused.length) text.push(words.back.replace("#", refused.length));
  if (!navigator.onLine) text.unshift(words.offline);
  link.hidden = !text.length;
  link.querySelector("span").textContent = text.join(" · ");
}

function row(item) {
  const made = document.getElementById("outbox-item").content.cloneNode(true);
  const one = (part) => made.querySelector(`[data-part=${part}]`);
  one("title").textContent = item.title;
  one("at").textContent = new Date(item.at).toLocaleString(document.documentElement.lang);
  one("state").textContent = words[item.state + "State"];
  one("state").classList.add({ waiting: "wait", refused: "no", sent: "ok" }[item.state]);
  for (const [label, text] of item.shown || []) {
    const term = document.createElement("dt"), said = document.createElement("dd");
    term.textContent = label;
    said.textContent = text;
    one("shown").append(term, said);
  }
  one("said").textContent = (item.said || []).join(" ");
  one("mend").hidden = item.state !== "refused";
  one("mend").href = item.page + "#outbox-" + item.n;
  one("open").hidden = item.state !== "sent";
  one("open").href = item.to || "";
  one("drop").textContent = item.state === "sent" ? words.seen : words.remove;
  one("drop").addEventListener("click", () => outbox.remove(item.n).then(refresh));
  return made;
}

function list(items) {
  const place = document.getElementById("outbox-list");
  if (!place) return;
  const own = items.filter(mine);
  place.replaceChildren(...own.map(row));
  document.getElementById("outbox-none").hidden = own.length > 0;
}

async function refresh() {
  const items = await outbox.every();
  bar(items);
  list(items);
  return items;
}

async function send() {
  clearTimeout(again);
  try {
    await outbox.send();
  } catch (lost) {
    // no network after all: it stays waiting
  }
  const left = (await refresh()).filter((item) => item.state === "waiting" && mine(item));
  if (left.length) again = setTimeout(send, AGAIN_MS);
}

export function show() {
  window.addEventListener("online", send);
  window.addEventListener("offline", refresh);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  const now = document.getElementById("outbox-send");
  if (now) now.addEventListener("click", send);
  if ("BroadcastChannel" in window) new BroadcastChannel(outbox.NAME).addEventListener("message", refresh);
  send().catch(() => {});
}
