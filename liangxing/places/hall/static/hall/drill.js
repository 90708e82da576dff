// The stopwatch: each press carries the moment on the server's clock, as this phone reckons it, and what the phone shows.
(() => {
  const form = document.querySelector("[data-watch]");
  if (!form) return;
  const kept = { get: (k) => localStorage.getItem(`drill.${k}`), set: (k, v) => localStorage.setItem(`drill.${k}`, v) };
  const served = form.dataset.now, alarmKey = `alarm.${form.dataset.plan}`;

  // A page that was kept for reading without a network tells an old time: only a page seen for the first time sets the clock.
  if (kept.get("served") !== served) {
    const entry = performance.getEntriesByType("navigation")[0];
    const arrived = entry && entry.responseStart ? performance.timeOrigin + entry.responseStart : Date.now();
    kept.set("served", served);
    kept.set("offset", String(Number(served) - arrived));
  }
  if (!kept.get("phone")) {
    kept.set("phone", [...crypto.getRandomValues(new Uint8Array(6))].map((n) => n.toString(16).padStart(2, "0")).join(""));
  }
  const now = () => Math.round(Date.now() + Number(kept.get("offset") || 0));

  document.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    const pressed = event.submitter && event.submitter.name === "moment" ? event.submitter.value : "";
    form.elements.at.value = String(now());
    form.elements.device_at.value = String(Date.now());
    form.elements.watch.value = kept.get("phone");
    if (pressed === "alarm") kept.set(alarmKey, String(now()));
    if (pressed) {
      const line = document.createElement("li");
      line.textContent = `${event.submitter.textContent.trim()} ${new Date().toLocaleTimeString()}`;
      document.getElementById("pressed").append(line);
    }
  }, true);

  const clock = document.querySelector(".clock");
  setInterval(() => {
    const begun = Number(kept.get(alarmKey));
    const seconds = begun ? Math.max(0, Math.floor((now() - begun) / 1000)) : 0;
    clock.textContent = `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
  }, 250);
})();
