// Small comforts of the hall; every page works without them.
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // Choosing in a list chooses the line above it.
  for (const list of document.querySelectorAll("[data-chooses]")) {
    list.addEventListener("change", () => {
      const radio = list.form.querySelector(`[name=where][value=${list.dataset.chooses}]`);
      if (list.value) radio.checked = true;
    });
  }

  const form = document.querySelector("[data-report]");
  if (form) report(form);
  for (const part of document.querySelectorAll("[data-live]")) watch(part);

  // Where I stand, and where I tap: both end in the field "spot" as degrees east, degrees north.
  function report(form) {
    const here = form.querySelector("[data-here]"), words = form.querySelector("[data-here-words]");
    const radio = here.querySelector("input"), spot = form.elements.spot, map = form.querySelector("[data-map]");
    const keep = (east, north, said) => {
      spot.value = `${east.toFixed(6)},${north.toFixed(6)}`;
      words.textContent = said;
      here.hidden = false;
      radio.checked = true;
    };
    if (navigator.geolocation) here.hidden = false;
    radio.addEventListener("change", () => {
      if (spot.value || !navigator.geolocation) return;
      navigator.geolocation.getCurrentPosition(
        (at) => keep(at.coords.longitude, at.coords.latitude, words.dataset.found),
        () => {
          words.textContent = words.dataset.denied;
          form.querySelector("[name=where][value=home]").checked = true;
        },
        { enableHighAccuracy: true, timeout: 15000 },
      );
    });
    if (!map) return;
    map.hidden = false;
    const drawing = map.querySelector("svg"), pin = drawing.querySelector(".pin"), told = drawing.dataset;
    drawing.addEventListener("click", (event) => {
      const box = drawing.getBoundingClientRect(), scale = drawing.viewBox.baseVal.width / box.width;
      const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
      pin.setAttribute("cx", x);
      pin.setAttribute("cy", y);
      for (const other of drawing.querySelectorAll(".chosen")) other.classList.remove("chosen");
      const fact = event.target.dataset.fact;
      if (fact) {
        event.target.classList.add("chosen");
        form.elements.building.value = fact;
        form.querySelector("[name=where][value=building]").checked = true;
      } else {
        keep(Number(told.west) + x * told.eastPerPx, Number(told.north) - y * told.northPerPx, words.dataset.tapped);
      }
    });
  }

  // Ask for the same page again, and put its newest counts in place; a lost network leaves the last ones.
  function watch(part) {
    setInterval(async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(location.href, { credentials: "same-origin" });
        if (!answer.ok) return;
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
        if (fresh && !part.contains(document.activeElement)) part.replaceChildren(...fresh.childNodes);
      } catch { /* the network is away; the next round may find it */ }
    }, part.dataset.live * 1000);
  }
})();
