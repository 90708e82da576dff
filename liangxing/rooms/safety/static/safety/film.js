// The pictures one at a time, moved by a slider: without script they stand side by side.
(() => {
  const film = document.querySelector("[data-film]");
  if (!film) return;
  const figures = [...film.querySelectorAll("figure")], slide = film.querySelector("input[type=range]"), said = film.querySelector("output");
  const play = film.querySelector("button");
  let going = 0;
  function show() {
    figures.forEach((figure, n) => figure.classList.toggle("now", n === Number(slide.value)));
    said.textContent = figures[slide.value].dataset.at;
    slide.setAttribute("aria-valuetext", figures[slide.value].dataset.said);
  }
  function stop() {
    clearInterval(going);
    going = 0;
    play.setAttribute("aria-pressed", "false");
  }
  play.addEventListener("click", () => {
    if (going) return stop();
    if (Number(slide.value) === figures.length - 1) slide.value = 0;
    play.setAttribute("aria-pressed", "true");
    going = setInterval(() => {
      slide.value = Number(slide.value) + 1;
      show();
      if (Number(slide.value) === figures.length - 1) stop();
    }, 900);
  });
  slide.max = figures.length - 1;
  slide.value = Math.round(figures.length / 3);
  slide.addEventListener("input", () => { stop(); show(); });
  film.classList.add("slid");
  show();
})();
