// Large text and night without loading the page again; without this script the buttons send their form.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-look]");
  if (!button) return;
  event.preventDefault();
  const page = document.documentElement, key = button.dataset.look, value = button.value;
  for (const each of document.querySelectorAll(`button[data-look=${key}]`)) {
    // Large is pressed in any large version, larger only in its own.
    const pressed = each.dataset.off ? value === each.dataset.on : Boolean(value);
    each.value = pressed ? each.dataset.off || "" : each.dataset.on;
    each.setAttribute("aria-pressed", String(pressed));
  }
  document.cookie = `${key}=${value};path=/;max-age=${value ? 31536000 : 0};samesite=lax`;
  // The button shows at once that it was pressed; to set a whole page anew takes a slow phone half a second.
  requestAnimationFrame(() => setTimeout(() => {
    if (value) page.dataset[key] = value; else delete page.dataset[key];
  }));
});
