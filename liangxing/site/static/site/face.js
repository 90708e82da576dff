// Large text and night without loading the page again; without this script the buttons send their form.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-look]");
  if (!button) return;
  event.preventDefault();
  const page = document.documentElement, key = button.dataset.look, value = button.value;
  if (value) page.dataset[key] = value; else delete page.dataset[key];
  button.value = value ? "" : button.dataset.on;
  button.setAttribute("aria-pressed", String(Boolean(value)));
  document.cookie = `${key}=${value};path=/;max-age=${value ? 31536000 : 0};samesite=lax`;
});
