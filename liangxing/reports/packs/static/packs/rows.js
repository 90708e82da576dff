// The records in the pack: each is what the ledger committed to, and none of its kind is missing. As rows.py.

import { parse } from "./container.js";
import { Fault } from "./fault.js";
import { bytes, hex, sha256 } from "./sha256.js";

/** For each kind in the pack all its records, in order of their ids. */
export async function readRows(pack, chain) {
  const found = new Map();
  for (const name of pack.names.filter((n) => n.startsWith("rows/") && n.endsWith(".jsonl"))) {
    const kind = name.slice(5, -6);
    const known = chain.newest.get(kind) ?? new Map();
    const rows = (await pack.lines(name)).map((line, n) => proved(line, known, name, n + 1));
    if (new Set(rows.map((row) => row.id)).size < rows.length) throw new Fault("row-twice", { name });
    if (rows.length !== known.size) throw new Fault("rows-missing", { count: known.size - rows.length, kind });
    found.set(kind, rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return found;
}

/** The pieces of evidence that the pack names, and whose content, where it is there, is what was recorded. */
export async function readPieces(pack, chain) {
  const known = chain.newest.get("evidence.piece") ?? new Map();
  const found = (await pack.lines("evidence.jsonl")).map((line, n) => proved(line, known, "evidence.jsonl", n + 1));
  const hashes = new Set(found.map((piece) => `evidence/${piece.sha256}`));
  for (const name of pack.names.filter((n) => n.startsWith("evidence/"))) {
    if (!hashes.has(name) || name !== `evidence/${pack.manifest.files[name]}`) throw new Fault("other-evidence", { name });
  }
  return found;
}

function proved(line, known, name, place) {
  const space = line.indexOf(32);
  const salt = bytes(new TextDecoder().decode(space < 0 ? line : line.subarray(0, space)));
  const told = space < 0 ? new Uint8Array() : line.subarray(space + 1);
  const row = parse(name, told);
  const bound = known.get(String(row.id));
  if (bound === undefined) throw new Fault("row-unknown", { name, place });
  const whole = new Uint8Array(salt.length + told.length);
  whole.set(salt);
  whole.set(told, salt.length);
  if (hex(sha256(whole)) !== bound) throw new Fault("row-changed", { name, place });
  return row;
}
