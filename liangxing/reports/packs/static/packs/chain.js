// The community's chain: every seal recomputed, from the first entry to the checkpoint. The same as chain.py.

import { parse } from "./container.js";
import { Fault } from "./fault.js";
import { hex, sha256 } from "./sha256.js";

const utf8 = new TextEncoder();

/** `value` as canonical JSON: keys sorted, no spaces, UTF-8. */
export function canonical(value) {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.keys(part).sort().map((name) => [name, part[name]]))
      : part);
}

/** The seals in order, and for each kind its records with what the last entry commits to. */
export async function readChain(pack, code) {
  const acts = (await pack.lines("acts.jsonl")).map((line) => hex(sha256(line)));
  const labels = (await pack.json("kinds.json")).order;
  if (!labels.every((label) => /^[a-z0-9_.]{1,60}$/.test(label))) throw new Fault("no-entry", { seq: 0 });
  const newest = new Map(labels.map((label) => [label, new Map()]));
  const seals = [];
  let before = hex(sha256(utf8.encode(canonical(["liangxing", code]))));
  for (const line of await pack.lines("entries.jsonl")) {
    const seq = seals.length + 1;
    const [act, verb, kind, record, bound] = entry(parse("entries.jsonl", line), seq, acts.length, labels.length);
    const told = [code, seq, acts[act], verb, labels[kind], record, bound, before].join("\n");
    const seal = sha256(utf8.encode(told));
    before = hex(seal);
    seals.push(seal);
    newest.get(labels[kind]).set(record, bound);
  }
  return { seals, newest };
}

function entry(line, seq, acts, kinds) {
  const [act, verb, kind, record, bound] = Array.isArray(line) && line.length === 5 ? line : [];
  const whole = /^[0-9a-f]{32}$/.test(record) && /^[0-9a-f]{64}$/.test(bound) && /^[a-z_]{1,10}$/.test(verb);
  const place = (n, of) => Number.isInteger(n) && n >= 0 && n < of;
  if (!whole || !place(act, acts) || !place(kind, kinds)) throw new Fault("no-entry", { seq });
  return line;
}

/** Whether the chain had the checkpoint's root when it had as many entries (RFC 9162, 2.1.1). */
export function holds(chain, told) {
  return told.size >= 0 && told.size <= chain.seals.length && hex(root(chain.seals.slice(0, told.size))) === told.root;
}

function root(leaves) {
  if (!leaves.length) return sha256(new Uint8Array());
  let level = leaves.map((leaf) => hashed(0, leaf));
  while (level.length > 1) {
    const above = [];
    for (let n = 0; n + 1 < level.length; n += 2) above.push(hashed(1, level[n], level[n + 1]));
    if (level.length % 2) above.push(level[level.length - 1]);
    level = above;
  }
  return level[0];
}

function hashed(mark, ...parts) {
  const whole = new Uint8Array(1 + 32 * parts.length);
  whole[0] = mark;
  parts.forEach((part, n) => whole.set(part, 1 + 32 * n));
  return sha256(whole);
}
