// Long texts are kept while they are written, for this person in this browser, until they were sent or a week is over.
import { words, reader } from "./words.js";
import { fill } from "./fill.js";

const WEEK_MS = 7 * 24 * 3600 * 1000, PREFIX = "draft:", SENT = "draft-sent";
const store = (() => {
  try {
    return window.localStorage;
  } catch (forbidden) {
    return null;
  }
})();

const keyOf = (form) => PREFIX + reader + ":" + (form.getAttribute("action") || location.pathname) + ":" + (form.id || "");
const isText = (field) => field.name && (field.tagName === "TEXTAREA" || (field.tagName === "INPUT" && /^(text|search|number|date|datetime-local|time|tel|email|url)$/.test(field.type)));
const isKept = (form) => store && reader !== "public" && form && form.method === "post" && !form.hasAttribute("data-no-draft") && form.closest("#main") && !form.querySelector("input[type=password]");

export function clear(form) {
  if (store) store.removeItem(keyOf(form));
}

export function forget() {
  if (store) Object.keys(store).filter((key) => key.startsWith(PREFIX)).forEach((key) => store.removeItem(key));
}

function keep(form) {
  const fields = [...form.elements].filter((field) => isText(field) && field.value !== field.defaultValue).map((field) => [field.name, field.value]);
  if (fields.length) store.setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields }));
  else clear(form);
}

// A page may bring back what was sent without the empty lines at its end: that is no other text.
const same = (text) => text.replace(/\r/g, "").trim();

function restore(form) {
  const kept = JSON.parse(store.getItem(keyOf(form)) || "null");
  if (!kept) return;
  if (Date.now() - kept.at > WEEK_MS) return clear(form);
  // What the page brings with it is newer than a draft: only fields as they were first shown are filled.
  const fields = kept.fields.filter(([name, value]) => {
    const field = form.elements[name];
    return field && field.value === field.defaultValue && same(field.value) !== same(value);
  });
  if (!fields.length || document.querySelector("#main .sum")) return;
  fill(form, fields);
  const note = document.createElement("p"), drop = document.createElement("button");
  note.className = "note row between";
  note.textContent = words.draft;
  drop.type = "button";
  drop.className = "btn quiet";
  drop.textContent = words.drop;
  drop.addEventListener("click", () => {
    clear(form);
    form.reset();
    note.remove();
  });
  note.append(drop);
  form.prepend(note);
}

// A form that went the plain way has arrived when the next page is another one, and no request to sign in.
function settle() {
  const sent = JSON.parse(sessionStorage.getItem(SENT) || "null");
  if (!sent || sent.reader !== reader) return;
  sessionStorage.removeItem(SENT);
  if (sent.path !== location.pathname || document.querySelector("#main .messages .ok")) store.removeItem(sent.key);
}

export function watch() {
  if (!store) return;
  try {
    settle();
    [...document.querySelectorAll("#main form")].filter(isKept).forEach(restore);
  } catch (unreadable) {
    forget();
  }
  let later = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!isKept(form)) return;
    clearTimeout(later);
    later = setTimeout(() => keep(form), 400);
  });
  document.addEventListener("submit", (event) => {
    if (!isKept(event.target) || event.defaultPrevented) return;
    clearTimeout(later);
    keep(event.target);
    sessionStorage.setItem(SENT, JSON.stringify({ key: keyOf(event.target), path: location.pathname, reader }));
  });
}
