// The page on which a pack is checked: files are read here, checked here, and sent nowhere.

import { verify } from "./verify.js";

const form = document.querySelector("#pack-check");
const words = await (await fetch(new URL("words.json", import.meta.url))).json(); // before anything is chosen
const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const SIGNS = { valid: "ok", stale: "wait", contradicted: "no", unproven: "dunno" };

/** The sentence for a reason, in the language of the page. */
function say({ key, details }) {
  return key ? words[key][language].replace(/{(\w+)}/g, (_all, name) => details[name]) : "";
}

const content = async (file) => new Uint8Array(await file.arrayBuffer());
const chosen = (name) => [...form.elements[name].files];

async function kept() {
  const [key] = chosen("key");
  const checkpoints = chosen("checkpoint").map(async (file) => ({ name: file.name, content: await content(file) }));
  return { key: key && (await content(key)), checkpoints: await Promise.all(checkpoints), community: form.elements.community.value.trim() };
}

/** A copy of a template of the page, its places filled in as text. */
function filled(id, texts) {
  const copy = document.querySelector(id).content.cloneNode(true);
  for (const [place, text] of Object.entries(texts)) copy.querySelector(`[data-is=${place}]`).textContent = text;
  return copy;
}

function row(claim) {
  const { title, shown, recomputed, rows, proved, why, verdict } = claim;
  const because = say(why) || say(rows ? { key: "proved", details: { proved, rows } } : { key: "no-rows" });
  const made = filled("#claim", { title, shown, recomputed: recomputed ?? "—", verdict: words[verdict][language].slice(2), because });
  made.querySelector(".tag").classList.add(SIGNS[verdict]);
  return made;
}

function show(result) {
  const at = document.querySelector("#pack-result");
  const good = result.valid;
  if (result.fault.key) at.replaceChildren(filled("#refused", { why: say(result.fault), rest: say({ key: "none-believed", details: {} }) }));
  else {
    const details = { entries: result.entries.toLocaleString("en"), key: result.key };
    const head = filled("#found", { report: result.report, community: result.community, ledger: say({ key: "ledger", details }) });
    for (const name of ["good", "bad", "unsigned"]) {
      head.querySelector(`[data-when=${name}]`).hidden = name !== (result.signed ? (good ? "good" : "bad") : "unsigned");
    }
    for (const verdict of Object.keys(SIGNS)) {
      const tag = head.querySelector(`[data-count=${verdict}]`);
      const n = result.claims.filter((claim) => claim.verdict === verdict).length;
      tag.hidden = !n;
      tag.textContent = `${n} ${words[verdict][language].slice(2)}`;
    }
    // What needs a look comes first.
    const order = [...result.claims].sort((a, b) => (a.verdict === "valid") - (b.verdict === "valid"));
    head.querySelector("tbody").append(...order.map(row));
    at.replaceChildren(head);
  }
  at.dataset.result = JSON.stringify({
    valid: good, reason: result.fault.key,
    claims: result.claims.map(({ anchor, verdict, why, recomputed }) => ({ anchor, verdict, reason: why.key, recomputed })),
  });
  at.focus();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const [pack] = chosen("pack");
  const missing = form.querySelector("#pack-missing");
  missing.hidden = Boolean(pack);
  if (!pack) return;
  const button = form.querySelector("button");
  button.disabled = true;
  document.querySelector("#pack-busy").hidden = false;
  await new Promise((painted) => setTimeout(painted)); // the page says that it works before it does
  try {
    show(await verify(await content(pack), await kept()));
  } finally {
    button.disabled = false;
    document.querySelector("#pack-busy").hidden = true;
  }
});
form.querySelector("fieldset").disabled = false;
