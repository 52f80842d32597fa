{% include "types.ts" %}

/** A failed request. */
export class {{ root }} extends {{ base }} {
{% include "members.ts" %}
  constructor(facts: Facts, options?: { cause?: unknown });

  /** Returns `true` if the response has this code. */
  is<C extends Code>(
    code: C,
  ): this is this & {
    readonly code: C;
    readonly details: C extends keyof Details ? Details[C] : unknown;
  };

  /** Returns `true` if the failure is of this class or a descendant. */
  isA(name: ClassName): boolean;

  /** Returns the errors of the response: this one, then others of its list. */
  errors(): ErrorItem[];
}

/** Reads an error response. Never throws. */
export function fromParts(
  status: number,
  headers: Pick<Headers, "get">,
  body: string,
): {{ root }};

/** Reads an error response and its body. Never rejects. */
{% if root | length > 20 %}
export function fromResponse(
  response: Response,
): Promise<{{ root }}>;
{% else %}
export function fromResponse(response: Response): Promise<{{ root }}>;
{% endif %}

/** Wraps what a request without an answer threw. */
export function fromCause(cause: unknown): {{ root }};

/** Wraps what the reader of a successful answer threw. */
export function undecodable(
  status: number,
  body: string,
  cause?: unknown,
): {{ root }};

/** Returns `true` if an answer is an error, whatever its status. */
export function isError(
  status: number,
  headers: Pick<Headers, "get">,
  body: string,
): boolean;

/** Returns the constant that a code is equal to, or the code. */
export function canonical(code: WireCode): WireCode;

/** Returns the class of a failure by the rules of the catalog. */
export function classOf(facts: Facts): ClassName | undefined;

/** Returns whether to send a request again, if the catalog says `said`. */
export function retryOf(facts: Facts, said: Retry | undefined): Retry;

/** The retry advice of classes. */
export const classRetry: Partial<Record<ClassName, Retry>>;
