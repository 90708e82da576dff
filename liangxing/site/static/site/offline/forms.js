// Sends forms that may wait (`data-outbox`), and those that only show their progress (`data-progress`). Others go as they always went.
import { words, reader, say } from "./words.js";
import { clear as clearDraft } from "./drafts.js";
import { fill, putFiles } from "./fill.js";
import { ready as photosReady } from "./photos.js";

const outbox = self.outbox;
const PATIENCE_MS = 120000;  // a photo on a bad line takes its time

const address = (form) => new URL(form.getAttribute("action") || location.href, location.href).href.split("#")[0];

function newKey() {
  const some = crypto.getRandomValues(new Uint8Array(16));
  return [...some].map((byte) => byte.toString(16).padStart(2, "0")).join("") + "." + reader;
}

// What is shown of a form that waits: its labels, and what was written beside them.
function shownOf(form) {
  const shown = [];
  for (const field of form.elements) {
    if (!field.name || !field.value || field.type === "hidden" || field.type === "submit" || field.type === "password") continue;
    if ((field.type === "radio" || field.type === "checkbox") && !field.checked) continue;
    const label = field.labels && field.labels[0] ? field.labels[0].firstChild.textContent.trim() : "";
    const text = field.type === "file" ? [...field.files].map((file) => file.name).join(", ")
      : field.tagName === "SELECT" ? [...field.selectedOptions].map((one) => one.text).join(", ") : field.value;
    if (text) shown.push([label, text]);
  }
  return shown;
}

async function wait(form, data, note) {
  const heading = document.querySelector("#main h1");
  const fields = [...data.entries()].filter(([name, value]) =>
    name !== "csrfmiddlewaretoken" && !(value instanceof File && !value.name));
  await outbox.put({
    reader, fields, url: address(form), page: location.pathname + location.search, state: "waiting",
    title: form.dataset.outbox || (heading ? heading.textContent.trim() : document.title), shown: shownOf(form), at: Date.now(),
  });
  clearDraft(form);
  form.reset();
  form.elements.once.value = newKey();
  say(note || words.kept);
  const worker = "serviceWorker" in navigator && (await navigator.serviceWorker.getRegistration());
  if (worker && worker.sync) worker.sync.register(outbox.NAME).catch(() => {});
}

function send(form, data) {
  const bar = form.querySelector("progress[data-sending]") || document.createElement("progress");
  bar.dataset.sending = "";
  bar.max = 1;
  bar.setAttribute("aria-label", words.sending);
  return new Promise((done, lost) => {
    const asked = new XMLHttpRequest();
    asked.open("POST", address(form));
    asked.timeout = PATIENCE_MS;
    asked.setRequestHeader("Outbox", "now");
    asked.upload.onprogress = (event) => {
      if (!event.lengthComputable || event.total < 100000) return;
      if (!bar.isConnected) form.append(bar);
      bar.value = event.loaded / event.total;
    };
    asked.onload = () => done(asked);
    asked.onerror = asked.ontimeout = asked.onabort = lost;
    asked.onloadend = () => bar.remove();
    asked.send(data);
  });
}

function go(to) {
  const target = new URL(to, location.href);
  if (target.pathname + target.search !== location.pathname + location.search) return location.assign(to);
  history.replaceState(null, "", to);
  return location.reload();
}

// A page in answer: the form with what is wrong. Its files are put back, for a server cannot.
function show(html, data, item) {
  const page = new DOMParser().parseFromString(html, "text/html"), main = page.getElementById("main");
  if (!main) return say(words.wrong, true);
  document.title = page.title;
  document.getElementById("main").innerHTML = main.innerHTML;
  const form = document.querySelector("#main form[method=post]");
  if (form && data) putFiles(form, data);
  if (form && item) form.dataset.item = item;
  const first = document.querySelector("#main [role=alert], #main h1");
  if (first) {
    first.tabIndex = -1;
    first.focus();
  }
  return undefined;
}

async function submit(form, submitter) {
  const waits = form.hasAttribute("data-outbox") && Boolean(form.elements.once);
  await photosReady(form);
  const data = new FormData(form);
  if (submitter && submitter.name) data.append(submitter.name, submitter.value);
  if (waits && !navigator.onLine) return wait(form, data);
  let answer;
  try {
    answer = await send(form, data);
  } catch (lost) {
    return waits ? wait(form, data) : say(words.lost, true);
  }
  if (answer.status >= 500) return waits ? wait(form, data) : say(words.wrong, true);
  if (answer.status === 401) {
    if (!waits) return form.submit();
    await wait(form, data, words.signIn);
    return location.assign(JSON.parse(answer.responseText).sign_in);
  }
  if (!(answer.getResponseHeader("Content-Type") || "").startsWith("application/json")) return show(answer.responseText, [...data.entries()]);
  clearDraft(form);
  form.reset();  // whoever goes back finds an empty form, and not one that is already kept
  if (form.dataset.item) await outbox.remove(Number(form.dataset.item));
  return go(JSON.parse(answer.responseText).to);
}

// A refused one is opened again: what the server said of it, with what was written.
async function mend() {
  const n = Number((location.hash.match(/^#outbox-(\d+)$/) || [])[1]);
  const item = n && (await outbox.get(n));
  if (!item || item.reader !== reader || item.state !== "refused") return;
  if (/<form[^>]*method="post"[^>]*>/.test((item.answer.split('id="main"')[1] || ""))) return show(item.answer, item.fields, n);
  const form = document.querySelector("#main form[method=post]");
  if (!form) return;
  fill(form, item.fields);
  form.dataset.item = n;
  say(words.refused, true);
}

export function watch() {
  const busy = new WeakSet();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-outbox], form[data-progress]") || event.defaultPrevented) return;
    event.preventDefault();
    if (busy.has(form)) return;  // pressed twice
    busy.add(form);
    submit(form, event.submitter).catch(() => say(words.wrong, true)).then(() => busy.delete(form));
  });
  mend();
}
