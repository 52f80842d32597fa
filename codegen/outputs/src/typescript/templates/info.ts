{% if js %}
{{ head }}
/** @import { Description, Info } from "./info.js" */
/** @import { Code, Facts, {{ root }}, WireCode } from "./index.js" */

import { canonical, classRetry, retryOf } from "./index.js";
{% else %}
{% include "info_types.ts" %}

import { canonical, classRetry, retryOf } from "./index.ts";
{% endif %}

/** Everything that the catalog says about its errors, in published order. */
// prettier-ignore
export const all: readonly Info[] = [
{% for row in rows %}
  {{ row }},
{% endfor %}
];

const byCode: Map<WireCode, Info[]> = new Map();
for (const row of all) {
  byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
}

/** Returns `true` if this version knows a code. */
export function isCode(code: unknown): code is Code {
{% if numbers %}
  const isWire = typeof code === "string" || typeof code === "number";
  return isWire && byCode.has(canonical(code));
{% else %}
  return typeof code === "string" && byCode.has(canonical(code));
{% endif %}
}

/** Returns the error that a response stands for, if this version knows it. */
export function infoOf(facts: Partial<Facts>): Info | undefined {
  const { code, status, message } = facts;
  const rows = (code !== undefined && byCode.get(canonical(code))) || [];
  // A code of several families is never guessed.
  if (new Set(rows.map((row) => row.family)).size > 1) return undefined;
  const fitting = rows.filter((row) => row.status === status);
  const some = fitting.length === 0 ? rows : fitting;
  return some.find((row) => row.message === message) ?? some[0];
}

/** Returns what the response and the catalog say about a failure. */
export function describe(error: {{ root }}): Description {
  const info = infoOf(error.facts);
  const said = info?.retry ?? (error.class && classRetry[error.class]);
  return {
    code: error.code,
    known: info !== undefined,
    class: error.class,
    retry: retryOf(error.facts, said),
    message: error.detail,
    help: error.help.length > 0 ? error.help : (info?.help ?? []),
    requestId: error.requestId,
    info,
  };
}
