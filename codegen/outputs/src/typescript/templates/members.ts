  /** Whether the API answered with an error, and if not, why. */
  readonly kind: Kind;
  /** The HTTP status, or 0 without an answer. */
  readonly status: number;
  /** The code as received. */
  readonly code?: WireCode;
  /** The message of the response. Unlike this, `message` is never empty. */
  readonly detail?: string;
  /** The class by the rules of the catalog. */
  readonly class?: ClassName;
  /** Whether to send the request again, by the response and its class. */
  readonly retry: Retry;
  /** How long the response asks to wait, at most a day. */
  readonly retryAfterMs?: number;
  /** What the response says about what to do. */
  readonly help: readonly string[];
  /** The links of the response. */
  readonly links: readonly Link[];
  /** The details of the response. */
  readonly details: unknown;
  /** The parameters of the message, if they have a place of their own. */
  readonly params: unknown;
  /** The mistakes in fields of the request. */
  readonly fieldErrors: readonly FieldError[];
  /** The id of the request, to quote in support requests. */
  readonly requestId?: string;
  /** The raw body. */
  readonly body: string;
  /** What this error was made from. */
  readonly facts: Facts;

