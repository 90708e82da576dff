// Drawing the ways out: a tap on the map begins a spot, a tap on two spots a way. The forms do the rest, and say what is wrong.
(() => {
  const stand = document.querySelector("[data-network]");
  if (!stand || !window.L) return;
  const said = stand.dataset, box = stand.querySelector(".draw"), status = stand.querySelector("[role=status]");
  const text = (words) => Object.assign(document.createElement("span"), { textContent: words });
  let first = null;

  function go(address, told) {
    location.href = `${address}?${new URLSearchParams(told)}`;
  }

  function pick(feature, at, mark) {
    if (!first) {
      first = { feature, at, mark };
      mark.getElement().classList.add("picked");
      status.textContent = said.second.replace("%s", feature.properties.code);
      return;
    }
    if (first.feature === feature) {
      mark.getElement().classList.remove("picked");
      first = null;
      status.textContent = said.first;
      return;
    }
    const metres = Math.max(1, first.at.distanceTo(at)).toFixed(1);
    go(said.way, { start: first.feature.properties.code, finish: feature.properties.code, length_m: metres });
  }

  function show(ground, network) {
    stand.classList.add("runs-map");
    const map = L.map(box, { attributionControl: false, zoomSnap: 0.25, maxZoom: 22 });
    const back = ground.features.filter((one) => ["estates", "buildings", "boundary"].includes(one.properties.layer));
    const base = L.geoJSON(back, { interactive: false, style: (one) => ({ className: `t-${one.properties.layer}` }) }).addTo(map);
    const lines = network.features.filter((one) => one.geometry.type === "LineString");
    const points = network.features.filter((one) => one.geometry.type === "Point");
    const drawn = L.geoJSON(lines, {
      style: (one) => ({ className: `way ${one.properties.sort}${one.properties.measured ? "" : " est"}` }),
      onEachFeature: (one, line) => {
        const about = one.properties, link = document.createElement("a");
        link.href = `${said.ways}${about.href}/correct/`;
        link.textContent = `${about.name || about.code} · ${about.width_m} m`;
        line.bindPopup(() => link);
        line.bindTooltip(text(`${about.name || about.code} · ${about.width_m} m`), { sticky: true });
      },
    }).addTo(map);
    const marks = L.geoJSON(points, {
      pointToLayer: (one, at) => L.circleMarker(at, { radius: 6, className: one.properties.shelter ? "refuge" : "t-bins" }),
      onEachFeature: (one, mark) => {
        mark.bindTooltip(text(one.properties.name || one.properties.code), { sticky: true });
        mark.on("click", (event) => { L.DomEvent.stop(event); pick(one, mark.getLatLng(), mark); });
      },
    }).addTo(map);
    const whole = L.featureGroup([base, drawn, marks]).getBounds();
    map.fitBounds(whole.isValid() ? whole : [[28.1, 112.97], [28.12, 112.99]]);
    map.on("click", (event) => {
      const place = [event.latlng.lng, event.latlng.lat].map((degree) => Number(degree.toFixed(6)));
      const link = document.createElement("a");
      link.href = `${said.spot}?${new URLSearchParams({ geometry: JSON.stringify({ type: "Point", coordinates: place }) })}`;
      link.textContent = said.here;
      L.popup().setLatLng(event.latlng).setContent(link).openOn(map);
    });
    status.textContent = said.first;
  }

  const read = (address) => fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject()));
  Promise.all([read(said.ground), read(said.network)]).then(([ground, network]) => show(ground, network), () => {});
})();
