{% include "info_types.ts" %}

/** Everything that the catalog says about its errors, in published order. */
export const all: readonly Info[];

/** Returns `true` if this version knows a code. */
export function isCode(code: unknown): code is Code;

/** Returns the error that a response stands for, if this version knows it. */
export function infoOf(facts: Partial<Facts>): Info | undefined;

/** Returns what the response and the catalog say about a failure. */
export function describe(error: {{ root }}): Description;
