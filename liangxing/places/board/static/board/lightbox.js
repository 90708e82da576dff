// Pictures large, one after another, by keyboard too; without this script each link opens its picture.
(() => {
  const box = document.querySelector("dialog.lightbox"), all = [...document.querySelectorAll("a.bigger")];
  if (!box || !box.showModal) return;
  const picture = box.querySelector("img"), words = box.querySelector("figcaption"), place = box.querySelector("[role=status]");
  let now = 0;
  function show(n) {
    now = (n + all.length) % all.length;
    const small = all[now].querySelector("img");
    picture.src = all[now].dataset.large;
    picture.alt = small.alt;
    words.replaceChildren(...[...all[now].closest("figure").querySelector("figcaption").childNodes].map((one) => one.cloneNode(true)));
    place.textContent = `${now + 1} / ${all.length}`;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.bigger");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(all.indexOf(link));
    box.showModal();
  });
  box.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]");
    if (step) show(now + Number(step.dataset.step));
    else if (event.target === box) box.close();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") show(now + (event.key === "ArrowRight" ? 1 : -1));
  });
  box.addEventListener("close", () => all[now].focus());
})();
