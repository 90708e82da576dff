// The zip file: read carefully, for it comes from somebody we need not trust. The same checks as container.py.

import { Fault } from "./fault.js";
import { digest, hex } from "./sha256.js";

const FORMAT = "liangxing-pack/1";
const MOST_BYTES = 2 ** 31, MOST_TIMES = 400, MOST_FILES = 100_000;
const ALWAYS = ["acts.jsonl", "checkpoint.txt", "claims.json", "entries.jsonl", "evidence.jsonl", "key.pem",
  "kinds.json", "measures.json", "pack.json", "pack.sig"];
const UNSIGNED = ["pack.json", "pack.sig"];
const utf8 = new TextDecoder("utf-8", { fatal: true });
const grouped = (n) => n.toLocaleString("en");

/** The files of a pack, whole and unchanged as its manifest lists them. */
export class Pack {
  static async open(whole) {
    const pack = new Pack();
    pack.whole = whole;
    pack.seal = await sealed(whole);
    pack.infos = directory(whole);
    pack.names = [...pack.infos.keys()];
    pack.manifest = await pack.listed();
    return pack;
  }

  async read(name) {
    const info = this.infos.get(name);
    if (!info) throw new Fault("missing", { names: name });
    const view = new DataView(this.whole.buffer, this.whole.byteOffset);
    const at = info.offset;
    if (view.getUint32(at, true) !== 0x04034b50) throw new Fault("damaged", { name });
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const there = new TextDecoder().decode(this.whole.subarray(at + 30, at + 30 + view.getUint16(at + 26, true)));
    const packed = this.whole.subarray(start, start + info.packed);
    if (there !== name || packed.length !== info.packed) throw new Fault("damaged", { name });
    if (info.method === 0) return packed;
    if (info.method !== 8) throw new Fault("damaged", { name });
    return inflated(packed, info.size, name);
  }

  async json(name) {
    return parse(name, await this.read(name));
  }

  /** The lines of a file without their ends, as bytes. */
  async lines(name) {
    const content = await this.read(name), found = [];
    for (let at = 0; at < content.length; ) {
      let end = content.indexOf(10, at);
      if (end < 0) end = content.length;
      if (end > at) found.push(content.subarray(at, end));
      at = end + 1;
    }
    return found;
  }

  async listed() {
    const told = await this.json("pack.json");
    if (told?.format !== FORMAT || typeof told.files !== "object") throw new Fault("other-format", { format: FORMAT });
    const listed = new Map(Object.entries(told.files));
    const there = this.names.filter((name) => !UNSIGNED.includes(name));
    const missing = [...new Set([...listed.keys(), ...ALWAYS])].filter((n) => !this.infos.has(n) && !UNSIGNED.includes(n));
    if (missing.length) throw new Fault("missing", { names: missing.sort().join(", ") });
    const extra = there.filter((name) => !listed.has(name));
    if (extra.length) throw new Fault("not-listed", { names: extra.sort().join(", ") });
    for (const [name, said] of listed) {
      if (hex(await digest(await this.read(name))) !== said) throw new Fault("swapped", { name });
    }
    return told;
  }
}

/** The JSON in `text`, which stands in the file `name`. */
export function parse(name, text) {
  try {
    return JSON.parse(utf8.decode(text));
  } catch {
    throw new Fault("not-json", { name });
  }
}

async function inflated(packed, size, name) {
  const out = new Uint8Array(size);
  let at = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    for (let step; !(step = await reader.read()).done; at += step.value.length) {
      if (at + step.value.length > size) throw new RangeError("more than was said");
      out.set(step.value, at);
    }
  } catch {
    throw new Fault("damaged", { name });
  }
  if (at !== size) throw new Fault("damaged", { name });
  return out;
}

async function sealed(whole) {
  const text = (from, to) => String.fromCharCode(...whole.subarray(from, to));
  const left = whole.length - 64;
  if (left < 0 || text(0, 4) !== "PK\x03\x04") throw new Fault("not-zip");
  if (text(left - 7, left) !== "sha256:") throw new Fault("cut-short");
  const seal = hex(await digest(whole.subarray(0, left)));
  if (text(left) !== seal) throw new Fault("byte-changed");
  return seal;
}

function directory(whole) {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const end = whole.length - 71 - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Fault("not-zip");
  const count = view.getUint16(end + 10, true), infos = new Map();
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) throw new Fault("too-large", { bytes: grouped(MOST_BYTES) });
  try {
    for (let n = 0; n < count; n++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new Fault("not-zip");
      const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      const name = utf8.decode(whole.subarray(at + 46, at + 46 + lengths[0]));
      if (infos.has(name)) throw new Fault("one-name");
      infos.set(name, {
        name, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true),
        mode: view.getUint32(at + 38, true), offset: view.getUint32(at + 42, true), named: lengths[0],
      });
      at += 46 + lengths[0] + lengths[1] + lengths[2];
    }
  } catch (wrong) {
    throw wrong instanceof Fault ? wrong : new Fault("not-zip");
  }
  look(infos);
  return infos;
}

/** A look at each file that unpacks nothing. */
function look(infos) {
  const sizes = [...infos.values()].reduce((sum, info) => sum + info.size, 0);
  if (infos.size > MOST_FILES || sizes > MOST_BYTES) throw new Fault("too-large", { bytes: grouped(MOST_BYTES) });
  let end = 0;
  for (const info of [...infos.values()].sort((a, b) => a.offset - b.offset)) {
    const { name } = info;
    const odd = /[\\:\0]/.test(name) || name.split("/").some((part) => ["", ".", ".."].includes(part));
    if (odd) throw new Fault("leads-elsewhere", { name });
    if (info.flags & 0x41 || info.mode >>> 28 === 0xa) throw new Fault("encrypted", { name });
    const bomb = info.size > 2 ** 20 && info.size > MOST_TIMES * Math.max(info.packed, 1);
    if (bomb || info.offset < end) throw new Fault("bomb", { name, bytes: grouped(info.size) });
    end = info.offset + 30 + info.named + info.packed;
  }
}
