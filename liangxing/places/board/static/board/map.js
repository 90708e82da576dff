// The map to move in. Over the drawing of the server, which stays for print and for those without script.
(() => {
  const stand = document.querySelector(".stand"), form = document.querySelector(".chooser");
  if (!stand || !form || !window.L) return;
  const said = stand.dataset;

  // Words come from records: they go in as text, never as HTML.
  function card(about) {
    const box = document.createElement("div"), name = document.createElement("strong"), link = document.createElement("a");
    name.textContent = about.name;
    link.href = about.href;
    link.textContent = said.open;
    box.append(name, document.createElement("br"), link);
    return box;
  }
  const text = (words) => Object.assign(document.createElement("span"), { textContent: words });

  // The many as circles; the few with the sign of the list above, so that form tells them apart, and in the tab order.
  function point(key, name, at) {
    if (key === "bins") return L.circleMarker(at, { radius: 5, className: "t-bins" });
    const sign = form.querySelector(`[value=${key}] + span .sign`);
    const icon = L.divIcon({ className: `spot t-${key}`, html: text(sign ? sign.textContent : "◆"), iconSize: [30, 30] });
    return L.marker(at, { icon, alt: name, title: name });
  }

  function layer(key, features) {
    return L.geoJSON({ type: "FeatureCollection", features }, {
      style: (feature) => ({ className: `t-${key}${feature.geometry.type.includes("Polygon") ? " t-area" : ""}` }),
      pointToLayer: (feature, at) => point(key, feature.properties.name, at),
      interactive: key !== "boundary",
      onEachFeature: (feature, shape) => {
        if (key === "boundary") return;
        shape.bindPopup(() => card(feature.properties));
        const always = key === "estates" ? { permanent: true, direction: "center", className: "name" } : { sticky: true };
        shape.bindTooltip(text(feature.properties.name), always);
      },
    });
  }

  function show(collection) {
    const box = document.createElement("div");
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", said.label);
    stand.append(box);
    stand.classList.add("live");
    const map = L.map(box, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, maxZoom: 21, keyboardPanDelta: 90 });
    L.control.zoom({ zoomInTitle: said.in, zoomOutTitle: said.out }).addTo(map);
    const by = {};
    for (const feature of collection.features) (by[feature.properties.layer] ||= []).push(feature);
    const layers = Object.fromEntries(Object.entries(by).map(([key, features]) => [key, layer(key, features)]));
    const whole = L.featureGroup(Object.values(layers)).getBounds();
    map.fitBounds(whole, { padding: [12, 12] });
    map.setMaxBounds(whole.pad(0.6));
    map.setMinZoom(map.getZoom() - 1);
    const boxes = [...form.querySelectorAll("[type=checkbox]")], order = ["boundary", ...boxes.map((one) => one.value)];
    function choose() {
      const wanted = new Set(["boundary", ...boxes.filter((one) => one.checked).map((one) => one.value)]);
      for (const key of order) if (layers[key]) layers[key].remove();
      for (const key of order) if (layers[key] && wanted.has(key)) layers[key].addTo(map);
    }
    choose();
    // The address follows the boxes, so that it can be kept and sent, and the way back leads to the page before.
    form.addEventListener("change", (event) => {
      if (event.target.type !== "checkbox") return;
      choose();
      const address = new URL(location.href);
      address.searchParams.set("layers", boxes.filter((one) => one.checked).map((one) => one.value).join(","));
      history.replaceState(null, "", address);
    });
  }

  const asked = new URLSearchParams(said.q ? { q: said.q } : {});
  fetch(`${said.places}?${asked}`).then((answer) => (answer.ok ? answer.json() : Promise.reject())).then(show, () => {});
})();
