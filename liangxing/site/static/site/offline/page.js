// Loaded as a module: a browser too old for modules does not see it, and the pages work as forms and links.
import "./outbox.js";
import { watch as watchDrafts, forget as forgetDrafts } from "./drafts.js";
import { watch as watchPhotos } from "./photos.js";
import { watch as watchForms } from "./forms.js";
import { reader } from "./words.js";
import { show as showWaiting } from "./waiting.js";

const outbox = self.outbox;

// Signing out leaves nothing behind in this browser; what still waits is asked about first.
async function signOut(form) {
  const words = form.dataset.waiting || "";
  const waiting = (await outbox.every().catch(() => [])).filter((item) => item.state === "waiting" && item.reader === reader);
  if (waiting.length && !window.confirm(words.replace("#", waiting.length))) return;
  await Promise.all([outbox.clear(), forgetDrafts(), caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith("pages-")).map((name) => caches.delete(name))))]).catch(() => {});
  form.submit();
}

// The page that is open was loaded before there was a worker; links marked so are wanted without a network too.
function keepThis(worker, controlled) {
  const wanted = [...document.querySelectorAll("a[data-offline]")].map((link) => link.href);
  worker.postMessage({ keep: controlled ? [] : [location.href.split("#")[0]], wanted });
}

if ("serviceWorker" in navigator && window.isSecureContext && "indexedDB" in window) {
  const controlled = Boolean(navigator.serviceWorker.controller);
  window.addEventListener("load", () => {
    navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready)
      .then((ready) => keepThis(ready.active, controlled)).catch(() => {});
  });
}
if ("indexedDB" in window && "fetch" in window) {
  watchForms();
  showWaiting();
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-sign-out]")) return;
    event.preventDefault();
    signOut(event.target);
  });
}
watchDrafts();
watchPhotos();
