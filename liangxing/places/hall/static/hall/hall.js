// Small comforts of the hall; every page works without them. Listens on the document, for parts of a page may be replaced.
document.documentElement.classList.add("runs");
(() => {
  const form = () => document.querySelector("[data-report]");
  const choose = (where) => { form().querySelector(`[name=where][value=${where}]`).checked = true; };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) print();
    const map = event.target.closest(".tap");
    if (map) tap(map, event);
  });
  document.addEventListener("change", (event) => {
    const { chooses } = event.target.dataset;
    if (chooses && event.target.value) choose(chooses);
    if (event.target.closest("[data-here]")) here();
  });

  // Where I stand, and where I tap: both end in the field "spot" as degrees east, degrees north.
  function keep(east, north, said) {
    form().elements.spot.value = `${east.toFixed(6)},${north.toFixed(6)}`;
    form().querySelector("[data-here-words]").textContent = said;
    choose("spot");
  }

  function here() {
    const words = form().querySelector("[data-here-words]"), told = words.dataset;
    const denied = () => { words.textContent = told.denied; choose("home"); };
    if (form().elements.spot.value) return;
    if (!navigator.geolocation) { denied(); return; }
    navigator.geolocation.getCurrentPosition(
      (at) => keep(at.coords.longitude, at.coords.latitude, told.found), denied, { enableHighAccuracy: true, timeout: 15000 },
    );
  }

  function tap(map, event) {
    const box = map.getBoundingClientRect(), scale = map.viewBox.baseVal.width / box.width, told = map.dataset;
    const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
    const pin = map.querySelector(".pin"), fact = event.target.dataset.fact;
    pin.setAttribute("cx", x);
    pin.setAttribute("cy", y);
    for (const other of map.querySelectorAll(".chosen")) other.classList.remove("chosen");
    if (fact) {
      event.target.classList.add("chosen");
      form().elements.building.value = fact;
      choose("building");
    } else {
      keep(Number(told.west) + x * told.eastPerPx, Number(told.north) - y * told.northPerPx,
        form().querySelector("[data-here-words]").dataset.tapped);
    }
  }

  // What may be the same, asked for as soon as what and where are told; sending then asks no second time.
  let asked = 0;
  document.addEventListener("change", async (event) => {
    const same = document.querySelector("[data-same]");
    if (!same || !event.target.closest("[data-report]")) return;
    if (!form().elements.sure) form().append(Object.assign(document.createElement("input"), { type: "hidden", name: "sure", value: "1" }));
    const told = new FormData(form()), turn = ++asked;
    for (const name of ["photo", "csrfmiddlewaretoken", "once", "sure"]) told.delete(name);
    try {
      const answer = await fetch(`${same.dataset.same}?${new URLSearchParams(told)}`, { credentials: "same-origin" });
      const words = answer.ok && await answer.text();
      if (words !== false && turn === asked) same.innerHTML = words;
    } catch { /* the network is away: sending asks */ }
  });

  // Ask for the part again, by itself where the page says whence, and put its newest counts in place; a lost network
  // leaves the last ones.
  for (const part of document.querySelectorAll("[data-live]")) {
    setInterval(async () => {
      if (document.hidden || part.contains(document.activeElement)) return;
      try {
        const answer = await fetch(part.dataset.from || location.href, { credentials: "same-origin" });
        const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page && (page.getElementById(part.id) || (part.dataset.from && page.body));
        if (fresh) part.replaceChildren(...fresh.childNodes);
      } catch { /* the network is away; the next round may find it */ }
    }, part.dataset.live * 1000);
  }
})();
