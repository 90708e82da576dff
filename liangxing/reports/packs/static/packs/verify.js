// The whole check: container, signatures, chain, records, then each claim. The same verdicts as verify.py.

import { holds, readChain } from "./chain.js";
import { Pack } from "./container.js";
import { compare, decimal, said } from "./decimal.js";
import { Fault, Unproven } from "./fault.js";
import { Figures } from "./figures.js";
import { readPieces, readRows } from "./rows.js";
import { pageSays, says } from "./said.js";
import { check, readCheckpoint, readKey } from "./signatures.js";

const NOTHING = { key: "", details: {} };
const equal = (a, b) => (a === null || b === null ? a === b : compare(a, b) === 0);
const told = (value) => (value === null ? "?" : said(value));

/**
 * Check the bytes of a pack against what the holder kept: `key` (bytes of a PEM), `checkpoints` ([{name, content}]) and
 * the `community`'s code. Nothing leaves this function but its result.
 */
export async function verify(bytes, kept = {}) {
  const result = { fault: NOTHING, community: "", report: "", entries: 0, key: "", signed: true, claims: [] };
  try {
    await checked(bytes, kept, result);
  } catch (wrong) {
    result.claims = [];
    const known = wrong instanceof Fault;
    result.fault = known ? { key: wrong.key, details: wrong.details } : { key: "malformed", details: { what: wrong.name } };
  }
  result.valid = !result.fault.key && result.claims.length > 0 && result.claims.every((c) => c.verdict === "valid");
  return result;
}

async function checked(bytes, kept, result) {
  const pack = await Pack.open(bytes);
  const { manifest } = pack;
  const key = await readKey(await pack.read("key.pem"), "key.pem");
  result.key = key.print;
  result.signed = key.checks !== null;
  if (kept.key && (await readKey(kept.key, "--key")).print !== key.print) throw new Fault("other-key", { key: key.print });
  await check(key, await pack.read("pack.sig"), await pack.read("pack.json"), "pack.json");
  const code = String(manifest.community.code);
  result.community = `${manifest.community.name} (${code})`;
  result.report = String(manifest.report.title);
  if (kept.community && kept.community !== code) throw new Fault("other-community", { name: "pack.json", code });
  const chain = await heldChain(pack, key, code);
  result.entries = chain.seals.length;
  const later = await laterThan(kept.checkpoints ?? [], key, code, chain);
  result.claims = await claims(pack, chain, later);
  // What nobody could check is not called valid.
  if (!result.signed) for (const claim of result.claims.filter((c) => c.verdict === "valid")) {
    Object.assign(claim, { verdict: "unproven", why: { key: "cannot-check-signature", details: {} } });
  }
}

async function heldChain(pack, key, code) {
  const now = await readCheckpoint(await pack.read("checkpoint.txt"), key, "checkpoint.txt");
  if (now.code !== code) throw new Fault("other-community", { name: "checkpoint.txt", code: now.code });
  const chain = await readChain(pack, code);
  if (now.size !== chain.seals.length) throw new Fault("other-length", { size: now.size, there: chain.seals.length });
  if (!holds(chain, now)) throw new Fault("other-chain");
  return chain;
}

async function laterThan(kept, key, code, chain) {
  let later = NOTHING;
  for (const { name, content } of kept) {
    const checkpoint = await readCheckpoint(content, key, name);
    if (checkpoint.code !== code) throw new Fault("other-community", { name, code: checkpoint.code });
    if (checkpoint.size > chain.seals.length) later = { key: "later-checkpoint", details: { name, size: checkpoint.size } };
    else if (!holds(chain, checkpoint)) throw new Fault("rewritten", { name });
  }
  return later;
}

async function claims(pack, chain, later) {
  const rows = await readRows(pack, chain);
  const figures = new Figures(await pack.json("measures.json"), (await pack.json("kinds.json")).kinds, rows);
  const proving = new Set((await readPieces(pack, chain)).filter((p) => p.struck_at === undefined).map((p) => p.proves));
  const pages = [];
  for (const name of pack.names.filter((n) => n.startsWith("report/") && n.endsWith(".html"))) {
    pages.push(new TextDecoder().decode(await pack.read(name)));
  }
  return (await pack.json("claims.json")).claims.map((claim) => judge(claim, figures, proving, pages, later));
}

function judge(claim, figures, proving, pages, later) {
  const { anchor, measure, title, shown, value } = claim;
  const about = { anchor, measure, title, shown, value, recomputed: null, rows: 0, proved: 0 };
  const stated = value === null ? null : decimal(value);
  const asked = { first: claim.period[0], after: claim.period[1], knownAt: String(claim.known_at) };
  try {
    const again = figures.value(measure, asked), rows = figures.rowsOf(measure, asked);
    let why = against(claim, stated, again, figures, asked) ?? againstWords(claim, stated, pages);
    let verdict = why ? "contradicted" : "valid";
    if (!why && (why = superseded(claim, stated, figures, asked) ?? later).key) verdict = "stale";
    const proved = rows.filter((row) => proving.has(row.fact) || proving.has(row.act_id)).length;
    return { ...about, verdict, why, recomputed: again && said(again), rows: rows.length, proved };
  } catch (wrong) {
    if (!(wrong instanceof Unproven)) throw wrong;
    return { ...about, verdict: "unproven", why: { key: wrong.key, details: wrong.details } };
  }
}

function against(claim, stated, again, figures, asked) {
  if (!equal(again, stated)) return { key: "other-value", details: { value: told(again) } };
  return figures.digest(claim.measure, asked) === claim.digest ? null : { key: "other-rows", details: {} };
}

function againstWords(claim, stated, pages) {
  if (!says(claim.shown, stated, claim.unit)) return { key: "other-words", details: { value: told(stated) } };
  return pages.every((page) => pageSays(page, claim.anchor, claim.shown)) ? null : { key: "other-page", details: {} };
}

function superseded(claim, stated, figures, asked) {
  const now = figures.value(claim.measure, { ...asked, knownAt: null });
  return equal(now, stated) ? null : { key: "later-records", details: { value: told(now) } };
}
