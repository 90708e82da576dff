// Decimal numbers as whole numbers of a power of ten: [digits, places] says digits / 10**places, exactly.

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const DIGITS = 28; // what a share is computed to, half to even

/** The number that `text` says without an exponent; a TypeError when it says none. */
export function decimal(text) {
  const found = PLAIN.exec(String(text));
  if (!found) throw new TypeError(`no number: ${text}`);
  const [, sign, whole, part = ""] = found;
  return [BigInt(sign + whole + part), part.length];
}

const aligned = ([a, p], [b, q]) => [a * 10n ** BigInt(Math.max(q - p, 0)), b * 10n ** BigInt(Math.max(p - q, 0)), Math.max(p, q)];

/** -1, 0 or 1: how two numbers compare. */
export function compare(one, other) {
  const [a, b] = aligned(one, other);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The sum of two numbers. */
export function plus(one, other) {
  const [a, b, places] = aligned(one, other);
  return [a + b, places];
}

/** The product of two numbers. */
export const times = ([a, p], [b, q]) => [a * b, p + q];

/** The quotient to 28 significant digits, half to even: what Python's decimal arithmetic gives. */
export function divided(part, whole) {
  let [a, b] = aligned(part, whole);
  if (a === 0n) return [0n, 0];
  const negative = a < 0n !== b < 0n;
  [a, b] = [a < 0n ? -a : a, b < 0n ? -b : b];
  let places = DIGITS + String(b).length - String(a).length;
  const scaled = (n) => (n >= 0 ? [a * 10n ** BigInt(n), b] : [a, b * 10n ** BigInt(-n)]);
  const [top, below] = scaled(places);
  if (String(top / below).length > DIGITS) places -= 1;
  const [x, y] = scaled(places);
  let digits = x / y;
  const twice = 2n * (x % y);
  if (twice > y || (twice === y && digits % 2n === 1n)) digits += 1n;
  return trimmed(negative ? -digits : digits, places);
}

function trimmed(digits, places) {
  if (places < 0) return [digits * 10n ** BigInt(-places), 0];
  while (places > 0 && digits % 10n === 0n) [digits, places] = [digits / 10n, places - 1];
  return [digits, places];
}

/** The number as text, without an exponent. */
export function said([digits, places]) {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const whole = places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text;
  return digits < 0n ? `-${whole}` : whole;
}
