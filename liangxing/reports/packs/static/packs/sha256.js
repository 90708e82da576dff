// SHA-256 (FIPS 180-4), for where the browser's own is not to be had (pages without https) or too slow to ask a
// hundred thousand times. Tests hold it against the browser's own.

const K = new Uint32Array(64);
const START = new Uint32Array(8);
const W = new Int32Array(64);
const TO_HEX = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, "0"));

(function constants() {
  const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) >>> 0;
  for (let n = 2, found = 0; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(n));
    K[found++] = fraction(Math.cbrt(n));
  }
})();

function block(h, data, at) {
  for (let i = 0; i < 16; i++, at += 4) W[i] = (data[at] << 24) | (data[at + 1] << 16) | (data[at + 2] << 8) | data[at + 3];
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15], y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, k] = h;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (k + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    k = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += k;
}

/** The SHA-256 of the bytes in `data`, as 32 bytes. */
export function sha256(data) {
  const h = Int32Array.from(START);
  const whole = data.length - (data.length % 64);
  for (let at = 0; at < whole; at += 64) block(h, data, at);
  const rest = data.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(data.subarray(whole));
  tail[rest] = 0x80;
  const bits = new DataView(tail.buffer);
  bits.setUint32(tail.length - 8, Math.floor(data.length / 2 ** 29));
  bits.setUint32(tail.length - 4, (data.length << 3) >>> 0);
  for (let at = 0; at < tail.length; at += 64) block(h, tail, at);
  const out = new DataView(new ArrayBuffer(32));
  h.forEach((word, n) => out.setInt32(n * 4, word));
  return new Uint8Array(out.buffer);
}

/** Bytes as hexadecimal digits. */
export function hex(bytes) {
  let text = "";
  for (const byte of bytes) text += TO_HEX[byte];
  return text;
}

/** The bytes that `text` says in hexadecimal digits; a TypeError when it says none. */
export function bytes(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new TypeError("no hex");
  const found = new Uint8Array(text.length / 2);
  for (let n = 0; n < found.length; n++) found[n] = parseInt(text.slice(2 * n, 2 * n + 2), 16);
  return found;
}

/** The SHA-256 of much at once: by the browser's own code where it is to be had. */
export async function digest(data) {
  return globalThis.crypto?.subtle ? new Uint8Array(await crypto.subtle.digest("SHA-256", data)) : sha256(data);
}
