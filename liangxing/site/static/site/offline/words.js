// What the scripts say, in the language of the page: the server wrote it into a template of the page.
const told = document.getElementById("offline-words");

export const words = told ? told.dataset : {};
// Who reads, under a name that says nothing; "public" for whoever is not signed in.
export const reader = words.reader || "public";

export function say(text, bad) {
  let line = document.getElementById("offline-said");
  if (!line) {
    line = document.createElement("p");
    line.id = "offline-said";
    line.tabIndex = -1;
    line.setAttribute("role", "status");
    document.querySelector("#main .wrap").prepend(line);
  }
  line.className = bad ? "note no" : "note ok";
  line.textContent = text;
  line.focus();
}
