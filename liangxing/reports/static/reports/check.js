// Findings of the report check: one verdict at a time, keys from finding to finding, a sentence taken with one press.
// Without it everything is there: the tags lead to their part, each finding to its place and back.
(() => {
  const nav = document.querySelector(".verdicts");
  if (!nav) return;
  const parts = [...document.querySelectorAll("details.verdict")];
  const words = document.querySelector(".findings").dataset;

  const only = (verdict) => {
    for (const tag of nav.querySelectorAll("a")) tag.setAttribute("aria-pressed", String(tag.dataset.verdict === verdict));
    for (const part of parts) {
      part.hidden = Boolean(verdict) && part.dataset.verdict !== verdict;
      if (part.dataset.verdict === verdict) part.open = true;
    }
  };
  for (const tag of nav.querySelectorAll("a")) {
    tag.setAttribute("role", "button");
    tag.setAttribute("aria-pressed", "false");
    tag.addEventListener("click", (event) => {
      event.preventDefault();
      only(tag.getAttribute("aria-pressed") === "true" ? "" : tag.dataset.verdict);
    });
    tag.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); tag.click(); }
    });
  }
  nav.querySelector(".keys").hidden = false;

  // A link to a finding opens the part in which it lies.
  const reveal = () => {
    const at = location.hash.startsWith("#f-") && document.querySelector(location.hash);
    if (!at) return;
    const part = at.closest("details");
    if (part.hidden) only("");
    part.open = true;
    at.scrollIntoView({ block: "center" });
    at.querySelector("a").focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  for (const mark of document.querySelectorAll(".text a")) mark.addEventListener("click", () => setTimeout(reveal));

  const links = () => [...document.querySelectorAll(".told .said a")].filter((link) => link.offsetParent);
  const step = (by) => {
    const every = links(), here = every.indexOf(document.activeElement);
    const next = every[Math.min(Math.max(here + by, 0), every.length - 1)];
    if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || /(?:^|; )keys=off(?:;|$)/.test(document.cookie)) return;
    if (event.target.closest("input,textarea,select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "t" && event.target.closest(".told")) event.target.closest("li").querySelector(".said a").click();
    else return;
    event.preventDefault();
  });

  if (navigator.clipboard) {
    for (const sentence of document.querySelectorAll(".copy")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn quiet copied";
      button.textContent = words.copy;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(sentence.textContent);
        button.textContent = words.copied;
      });
      sentence.after(button);
    }
  }
})();
