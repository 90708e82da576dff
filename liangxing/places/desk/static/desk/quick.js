// The filled form while a line is being typed; without this script the button beside the line asks for it.
const line = document.getElementById("line"), read = document.getElementById("read");
if (line && read) {
  let waiting, asked;
  const show = async () => {
    asked?.abort();
    asked = new AbortController();
    const address = `${line.form.dataset.preview}?line=${encodeURIComponent(line.value)}`;
    try {
      const answer = await fetch(address, { signal: asked.signal, credentials: "same-origin" });
      if (answer.ok && !answer.redirected) read.innerHTML = await answer.text();
    } catch (error) {
      if (error.name !== "AbortError") read.textContent = "";  // offline: the button still works when it is back
    }
  };
  line.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  });
}
