// Whether what the report says is the figure. The same as said.py.

import { compare, decimal, times } from "./decimal.js";

const TIMES = { 1: ["100"], m2: ["1", "0.000001"], km2: ["1", "1000000"], "[CNY]": ["1", "0.0001"] };
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** Whether `shown` says `value` (or null), which is in `unit`. */
export function says(shown, value, unit) {
  const found = /[0-9][0-9,]*(\.[0-9]+)?/.exec(shown);
  if (value === null || !found) return value === null && !found;
  const number = decimal(found[0].replaceAll(",", ""));
  return (TIMES[unit] ?? ["1"]).some((by) => {
    const exact = times(value, decimal(by));
    return compare(number, rounded(exact, number[1])) === 0 || compare(number, over(exact)) === 0;
  });
}

/** Half up to so many places. */
function rounded([digits, places], wanted) {
  if (places <= wanted) return [digits, places];
  const step = 10n ** BigInt(places - wanted);
  const size = digits < 0n ? -digits : digits;
  const up = (2n * size + step) / (2n * step);
  return [digits < 0n ? -up : up, wanted];
}

/** The thousands, hundreds or tens that a report says a figure is over: its first digit, and zeros. */
function over([digits, places]) {
  const scale = 10n ** BigInt(places);
  const whole = digits / scale;
  const place = 10n ** BigInt(Math.max(String(whole).length - 1, 0));
  return [(digits / (scale * place)) * place, 0];
}

/** Whether the report's page has `shown` where it states the claim `anchor`. */
export function pageSays(page, anchor, shown) {
  const escaped = (text) => text.replace(/[&<>"']/g, (c) => ESCAPES[c]);
  return page.includes(`href="#${escaped(anchor)}">${escaped(shown)}<`);
}
