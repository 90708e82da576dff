// The pages last read and the outbox, without a network. No build: this is what runs.
"use strict";
importScripts("{{ outbox }}?{{ version }}");
const STATIC = "static-{{ version }}", FILES = {{ files|safe }};
const PAGES = "pages-", MOST = 40, DAY_MS = 86400000;  // pages that are kept; the one read longest ago goes first

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(STATIC).then((files) => files.addAll(FILES)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("static-") && name !== STATIC;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

// Each page says for whom it was made: person.language.community. What was kept for another reader goes away.
async function settle(reader) {
  const [person, , code] = reader.split(".");
  for (const name of (await caches.keys()).filter((each) => each.startsWith(PAGES))) {
    if (name.slice(PAGES.length).split(".")[0] !== person || (code && name !== PAGES + reader)) await caches.delete(name);
  }
  if (!code) return null;
  const pages = await caches.open(PAGES + reader);
  for (const shell of ["offline", "outbox"].map((each) => `/${code}/${each}/`)) {
    if (!(await pages.match(shell))) await pages.add(shell);
  }
  return pages;
}

async function keep(address, answer) {
  const reader = answer.headers.get("Liangxing-Reader");
  if (!reader) return;
  const pages = await settle(reader);
  if (!pages || answer.redirected || answer.headers.get("Liangxing-Keep") !== "yes") return;
  await pages.delete(address);  // what is put anew stands last
  await pages.put(address, answer);
  const all = (await pages.keys()).filter((each) => !/\/(offline|outbox)\/$/.test(each.url));
  for (const each of all.slice(0, Math.max(0, all.length - MOST))) await pages.delete(each);
}
let keeping = Promise.resolve();  // one after the other, so that no page comes back after its reader has gone
const inTurn = (address, answer) => (keeping = keeping.then(() => keep(address, answer)).catch(() => {}));

async function kept(request) {
  for (const name of (await caches.keys()).filter((each) => each.startsWith(PAGES))) {
    const pages = await caches.open(name), shell = `/${name.split(".")[2]}/offline/`;
    const found = (await pages.match(request.url.split("#")[0], { ignoreVary: true })) || (await pages.match(shell, { ignoreVary: true }));
    if (found) return found;
  }
  return Response.error();
}

async function page(event) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(inTurn(event.request.url.split("#")[0], answer.clone()));
    return answer;
  } catch (lost) {
    return kept(event.request);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (url.pathname.startsWith("{{ static }}")) {
    event.respondWith(caches.open(STATIC).then((files) => files.match(request, { ignoreSearch: true, ignoreVary: true })
      .then((found) => found || fetch(request).then((answer) => {
        if (answer.ok) event.waitUntil(files.put(request, answer.clone()));
        return answer;
      }))));
  }
});

async function isFresh(address) {
  const found = await caches.match(address, { ignoreVary: true });
  return found && Date.now() - Date.parse(found.headers.get("Date")) < DAY_MS;
}

self.addEventListener("message", (event) => {
  const get = (address) => fetch(address, { credentials: "same-origin" }).then((answer) => inTurn(address, answer));
  const { keep: now, wanted } = event.data;
  event.waitUntil(Promise.all([...now.map(get), ...wanted.map(async (address) => (await isFresh(address)) || get(address))]).catch(() => {}));
});

self.addEventListener("sync", (event) => {
  if (event.tag !== self.outbox.NAME) return;
  event.waitUntil(self.outbox.send().then((left) => {
    if (left) throw new Error("still waiting");  // the browser tries again later
  }));
});
