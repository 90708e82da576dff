// Two pictures of one spot become one, with a handle between before and after.
for (const figure of document.querySelectorAll(".compare")) {
  const handle = document.createElement("input");
  handle.type = "range";
  handle.min = 0;
  handle.max = 100;
  handle.value = 50;
  handle.setAttribute("aria-label", figure.dataset.label);
  handle.addEventListener("input", () => figure.style.setProperty("--at", handle.value + "%"));
  figure.querySelector(".pair").after(handle);
  figure.classList.add("live");
}
