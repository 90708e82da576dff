// A tap keeps the hour at which it was made, however late it arrives; and a list is printed by its button.
document.addEventListener("submit", (event) => {
  const field = event.target.elements.told_at;
  if (field) field.value = new Date().toISOString();
}, true);
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());

// The leader's page looks again by itself; a lost network leaves the last counts.
for (const part of document.querySelectorAll("[data-live]")) {
  setInterval(async () => {
    if (document.hidden || !navigator.onLine) return;
    const answer = await fetch(location.href, { credentials: "same-origin" }).catch(() => null);
    if (!answer || !answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }, Number(part.dataset.live) * 1000);
}
