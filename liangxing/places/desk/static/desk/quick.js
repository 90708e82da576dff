// The filled form while a line is being typed; without this script the button beside the line asks for it.
// Of the form only one sentence is spoken: the whole of it, at every letter, would drown out the typing.
const line = document.getElementById("line"), read = document.getElementById("read");
const said = document.getElementById("said");
if (line && read) {
  let waiting, asked;
  const show = async () => {
    asked?.abort();
    asked = new AbortController();
    const address = `${line.form.dataset.preview}?line=${encodeURIComponent(line.value)}`;
    try {
      const answer = await fetch(address, { signal: asked.signal, credentials: "same-origin" });
      if (answer.ok && !answer.redirected) read.innerHTML = await answer.text();
      said.textContent = read.querySelector("[data-said], .note")?.textContent ?? "";
    } catch (error) {
      if (error.name !== "AbortError") read.textContent = "";  // offline: the button still works when it is back
    }
  };
  line.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  });
}
