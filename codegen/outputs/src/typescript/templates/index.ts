{% if js %}
{{ head }}
/** @import { ClassName, Code, ErrorItem, Facts, FieldError, Kind, Link, Retry, WireCode } from "./index.js" */

{% else %}
{% include "types.ts" %}

{% endif %}
{% include "data.ts" %}

/** A failed request. */
export class {{ root }} extends {{ base }} {
{% include "members.ts" %}
  constructor(facts: Facts, options?: { cause?: unknown }) {
    super(summary(facts), options);
    this.name = "{{ root }}";
    const name = classOf(facts);
    this.kind = facts.kind;
    this.status = facts.status;
    if (facts.code !== undefined) this.code = facts.code;
    if (facts.message !== undefined) this.detail = facts.message;
    if (name !== undefined) this.class = name;
    this.retry = retryOf(facts, name && classRetry[name]);
    if (facts.wait !== undefined) this.retryAfterMs = facts.wait;
    this.help = facts.help ?? [];
    this.links = facts.links ?? [];
    this.details = facts.details;
    this.params = facts.params;
    this.fieldErrors = facts.fieldErrors ?? [];
    if (facts.requestId !== undefined) this.requestId = facts.requestId;
    this.body = facts.body;
    this.facts = facts;
  }

{% if js %}
  /**
   * @template {Code} C
   * @param {C} code
   * @returns {boolean}
   */
  is(code) {
{% else %}
  /** Returns `true` if the response has this code. */
  is<C extends Code>(
    code: C,
  ): this is this & {
    readonly code: C;
    readonly details: C extends keyof Details ? Details[C] : unknown;
  } {
{% endif %}
    return this.code !== undefined && canonical(this.code) === code;
  }

  /** Returns `true` if the failure is of this class or a descendant. */
  isA(name: ClassName): boolean {
    let next: ClassName | undefined = this.class;
    while (next !== undefined && next !== name) next = parents[next];
    return next === name;
  }

  /** Returns the errors of the response: this one, then others of its list. */
  errors(): ErrorItem[] {
    return items(this.facts);
  }
}

/** Reads an error response. Never throws. */
export function fromParts(
  status: number,
  headers: Pick<Headers, "get">,
  body: string,
): {{ root }} {
  return new {{ root }}(read(status, headers, body));
}

/** Reads an error response and its body. Never rejects. */
{% if root | length > 13 and not js %}
export async function fromResponse(
  response: Response,
): Promise<{{ root }}> {
{% else %}
export async function fromResponse(response: Response): Promise<{{ root }}> {
{% endif %}
  const { status, headers } = response;
  try {
    return fromParts(status, headers, await response.text());
  } catch (cause) {
    return new {{ root }}(read(status, headers, ""), { cause });
  }
}

/** Wraps what a request without an answer threw. */
export function fromCause(cause: unknown): {{ root }} {
  const isThrown = typeof cause === "object" && cause !== null;
  const isLate = isThrown && "name" in cause && cause.name === "TimeoutError";
  const kind = isLate ? "timeout" : "connection";
  const facts: Facts = { kind, status: 0, body: "" };
  return new {{ root }}(facts, { cause });
}

/** Wraps what the reader of a successful answer threw. */
export function undecodable(
  status: number,
  body: string,
  cause?: unknown,
): {{ root }} {
  const facts: Facts = { kind: "decode", status, body };
  return new {{ root }}(facts, { cause });
}

/** Returns `true` if an answer is an error, whatever its status. */
export function isError(
  status: number,
  headers: Pick<Headers, "get">,
  body: string,
): boolean {
{% if mark %}
  return status >= 400 || isMarked(headers, parse(body));
{% else %}
  return status >= 400;
{% endif %}
}

/** Returns the constant that a code is equal to, or the code. */
export function canonical(code: WireCode): WireCode {
{% if aliases %}
  const same = aliases.find(([alias]) => alias === code);
  if (same !== undefined) return same[1];
{% endif %}
{% if patterns %}
  for (const [known, value] of patterns) {
    if (value.test(String(code))) return known;
  }
{% endif %}
  return code;
}

/** Returns the class of a failure by the rules of the catalog. */
export function classOf(facts: Facts): ClassName | undefined {
{% if transport_class %}
  if (facts.status === 0) return {{ transport_class }};
{% else %}
  if (facts.status === 0) return undefined;
{% endif %}
{% if decode_class %}
  if (facts.kind === "decode") return {{ decode_class }};
{% else %}
  if (facts.kind === "decode") return undefined;
{% endif %}
{% if own_classes %}
  const known = facts.code !== undefined && canonical(facts.code);
  const own = ownClasses.find(([code]) => code === known);
  if (own !== undefined) return own[1];
{% endif %}
{% if rules %}
  const code = facts.code === undefined ? undefined : `${facts.code}`;
  return rules.find((rule) => matches(rule, facts.status, code))?.class;
{% else %}
  return undefined;
{% endif %}
}

/** Returns whether to send a request again, if the catalog says `said`. */
export function retryOf(facts: Facts, said: Retry | undefined): Retry {
  if (said === "never" || said === "immediately") return said;
  if (facts.wait !== undefined) return "retry-after";
  if (said !== undefined) return said;
  const hopeless = [501, 505, 506, 508, 510, 511];
  if (hopeless.includes(facts.status)) return "never";
  const isPassing = [0, 408, 425, 429].includes(facts.status);
  return isPassing || facts.status >= 500 ? "backoff" : "never";
}

{% include "read.ts" %}
