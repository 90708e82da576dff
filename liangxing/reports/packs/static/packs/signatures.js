// Whose signature stands under the pack and its checkpoint. The same checks as signatures.py.

import { Fault } from "./fault.js";
import { hex, sha256 } from "./sha256.js";

const ED25519 = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]; // RFC 8410, before the key
const text = (bytes) => new TextDecoder().decode(bytes);

function base64(said, what) {
  try {
    const raw = Uint8Array.from(atob(said), (c) => c.charCodeAt(0));
    if (btoa(String.fromCharCode(...raw)) === said) return raw;
  } catch {
    // no base64: the same as a wrong signature
  }
  throw new Fault("not-signed", { name: what });
}

/** A public key: its DER, its fingerprint, and, where the browser can, what checks signatures. */
export async function readKey(pem, name) {
  const found = /^-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(text(pem));
  let der;
  try {
    der = Uint8Array.from(atob(found[1].replace(/\s/g, "")), (c) => c.charCodeAt(0));
  } catch {
    throw new Fault("no-key", { name });
  }
  if (der.length !== 44 || ED25519.some((byte, n) => der[n] !== byte)) throw new Fault("no-key", { name });
  const print = hex(sha256(der)).slice(0, 32).match(/.{4}/g).join(" ");
  let checks = null;
  try {
    checks = await crypto.subtle.importKey("raw", der.subarray(12), { name: "Ed25519" }, false, ["verify"]);
  } catch {
    // This browser has no Ed25519, or the page is not served over https.
  }
  return { print, checks };
}

/** A Fault unless `key` signed `content`; where the browser cannot check, nothing is said here. */
export async function check(key, signature, content, name) {
  const raw = base64(text(signature).trim(), name);
  if (raw.length !== 64) throw new Fault("not-signed", { name });
  if (key.checks && !(await crypto.subtle.verify("Ed25519", key.checks, raw, content))) throw new Fault("not-signed", { name });
}

/** What a ledger was at one time: whose, how many entries, and the root over their seals. */
export async function readCheckpoint(content, key, name) {
  const parts = text(content).split("\n");
  if (parts.length !== 5 || parts[4]) throw new Fault("not-signed", { name });
  const signed = new TextEncoder().encode(parts.slice(0, 3).join("\n") + "\n");
  await check(key, new TextEncoder().encode(parts[3]), signed, name);
  return { code: parts[0], size: Number(parts[1]), root: hex(base64(parts[2], name)) };
}
