// Computing a figure again, from its declaration and the records in the pack. The same as figures.py.

import { canonical } from "./chain.js";
import { compare, decimal, divided, plus, said } from "./decimal.js";
import { Unproven } from "./fault.js";
import { hex, sha256 } from "./sha256.js";

const utf8 = new TextEncoder();
const isNumber = (sort) => sort === "integer" || sort === "decimal";

/** `value` of a column of this sort, to be compared; a column left out is an empty text, or nothing. */
function typed(value, sort) {
  if (value === undefined || value === null) return sort === "text" ? "" : null;
  return isNumber(sort) ? decimal(value) : value;
}

const order = (a, b) => (Array.isArray(a) ? compare(a, b) : a < b ? -1 : a > b ? 1 : 0);
const same = (a, b) => a !== null && b !== null && typeof a === typeof b && order(a, b) === 0;
const COMPARES = {
  exact: same,
  in: (value, wanted) => wanted.some((each) => same(value, each)),
  contains: (value, wanted) => (value ?? "").includes(wanted),
  gt: (value, wanted) => value !== null && order(value, wanted) > 0,
  gte: (value, wanted) => value !== null && order(value, wanted) >= 0,
  lt: (value, wanted) => value !== null && order(value, wanted) < 0,
  lte: (value, wanted) => value !== null && order(value, wanted) <= 0,
};

const stands = (row, { after }) => row.day < after && (row.until === undefined || row.until >= after);
const SHAPES = {
  flow: (row, { first, after }) => first <= row.day && row.day < after,
  ended: (row, { first, after }) => first <= (row.until ?? "") && (row.until ?? "") < after,
  stock: stands,
  fresh: (row, asked) => stands(row, asked) && !past(row, asked),
  expired: (row, asked) => stands(row, asked) && past(row, asked),
};

/** Whether the last good day lies before the last day of the period. */
function past(row, { after }) {
  if (row.expires_on === undefined) return false;
  const next = new Date(`${row.expires_on}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10) < after;
}

function counts(row, knownAt) {
  if (knownAt === null) return row.struck_at === undefined;
  return row.recorded_at <= knownAt && (row.struck_at === undefined || row.struck_at > knownAt);
}

/** All figures that can be computed from `rows` (by kind) with the declarations of the pack. */
export class Figures {
  constructor(measures, kinds, rows) {
    Object.assign(this, { measures, kinds, rows, found: new Map(), knownRows: new Map(), kept: new Map() });
  }

  /** The figure; null is unknown: nothing of the kind was recorded. */
  value(key, asked) {
    const declared = this.declared(key);
    if (!("part" in declared)) return this.countedValue(key, asked);
    const [part, whole] = [declared.part, declared.whole].map((side) => this.countedValue(side, asked));
    return part !== null && whole !== null && whole[0] !== 0n ? divided(part, whole) : null;
  }

  countedValue(key, asked) {
    const { known, rows } = this.behind(key, asked);
    return known ? this.fold(this.declared(key), rows) : null;
  }

  /** SHA-256 over the rows behind the figure, without what may change when a row is struck later. */
  digest(key, asked) {
    const parts = this.counted(key).flatMap((one) => {
      const hidden = this.kind(this.declared(one).kind).hidden;
      return this.behind(one, asked).rows.map((row) => this.lasting(row, hidden));
    });
    return hex(sha256(utf8.encode(parts.join(""))));
  }

  lasting(row, hidden) {
    if (!this.kept.has(row)) {
      const told = Object.entries(row).filter(([name]) => name !== "struck_at" && !hidden.includes(name));
      this.kept.set(row, canonical(Object.fromEntries(told)));
    }
    return this.kept.get(row);
  }

  rowsOf(key, asked) {
    return this.counted(key).flatMap((one) => this.behind(one, asked).rows);
  }

  counted(key) {
    const declared = this.declared(key);
    return "part" in declared ? [declared.part, declared.whole] : [key];
  }

  declared(key) {
    if (!Object.hasOwn(this.measures, key)) throw new Unproven("no-declaration", { measure: key });
    if ("unshown" in this.measures[key]) throw new Unproven("not-plain", { measure: key });
    return this.measures[key];
  }

  kind(label) {
    if (!Object.hasOwn(this.kinds, label) || !this.rows.has(label)) throw new Unproven("no-records", { kind: label });
    return this.kinds[label];
  }

  known(label, knownAt) {
    this.kind(label);
    const key = `${label} ${knownAt}`;
    if (!this.knownRows.has(key)) this.knownRows.set(key, this.rows.get(label).filter((row) => counts(row, knownAt)));
    return this.knownRows.get(key);
  }

  /** Whether anything of the kind is known for the period, and the rows that the figure counts. */
  behind(key, asked) {
    const place = [key, asked.first, asked.after, asked.knownAt].join(" ");
    if (!this.found.has(place)) {
      const declared = this.declared(key);
      const shown = this.known(declared.kind, asked.knownAt).filter((row) => SHAPES[declared.shape](row, asked));
      const tests = this.tests(declared, asked);
      this.found.set(place, { known: shown.length > 0, rows: shown.filter((row) => tests.every((test) => test(row))) });
    }
    return this.found.get(place);
  }

  tests(declared, asked) {
    const tests = [this.test(declared.kind, declared.where)];
    for (const [column, through] of Object.entries(declared.through)) {
      this.sort(declared.kind, column);
      const inner = this.test(through.kind, through.where);
      const facts = new Set(this.known(through.kind, asked.knownAt).filter(inner).map((row) => row.fact));
      tests.push((row) => facts.has(row[column]));
    }
    return tests;
  }

  sort(label, column) {
    const kind = this.kind(label);
    if (kind.hidden.includes(column)) throw new Unproven("not-shown", { column, kind: label });
    if (!Object.hasOwn(kind.columns, column)) throw new TypeError(`no column ${column}`);
    return kind.columns[column];
  }

  test(label, where) {
    if ("all" in where || "any" in where) {
      const parts = (where.all ?? where.any).map((each) => this.test(label, each));
      return "all" in where ? (row) => parts.every((part) => part(row)) : (row) => parts.some((part) => part(row));
    }
    const sort = this.sort(label, where.column);
    const { value } = where;
    const wanted = Array.isArray(value) ? value.map((each) => typed(each, sort)) : typed(value, sort);
    return (row) => COMPARES[where.is](typed(row[where.column], sort), wanted);
  }

  fold(declared, rows) {
    const [how, column] = declared.fold;
    if (how === "rows") return [BigInt(rows.length), 0];
    const sort = this.sort(declared.kind, column);
    const told = rows.map((row) => typed(row[column], sort)).filter((value) => value !== null);
    if (how === "different") return [BigInt(new Set(told.map((v) => (Array.isArray(v) ? plain(v) : v))).size), 0];
    if (how === "total") return told.reduce(plus, [0n, 0]);
    if (!told.length) return null;
    const sign = { least: 1, most: -1 }[how];
    return told.reduce((best, value) => (sign * compare(value, best) < 0 ? value : best));
  }
}

/** The same text for 1 and 1.00. */
const plain = (value) => said(value).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
