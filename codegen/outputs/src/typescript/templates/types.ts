{{ head }}
{% if families %}
{% for family in families %}
import type * as {{ family.alias }} from "{{ family.from }}.{{ ext }}";
{% endfor %}

{% else %}
import type * as all from "./codes.{{ ext }}";

{% endif %}
/** A code that this version knows. */
{% if families %}
// prettier-ignore
export type Code = {{ codes }};
{% else %}
export type Code = (typeof all)[keyof typeof all];
{% endif %}

/** A code as received: a known one, or one of a later version. */
export type WireCode = Code | {{ wire }};

/** The details of each code that declares some. */
// prettier-ignore
export interface Details {
{% for row in details %}
  {{ row.code }}: {{ row.type }};
{% endfor %}
}

/** The name of a class of failures. */
// prettier-ignore
export type ClassName = {{ class_names }};

/** Whether and how to send a request again. */
export type Retry = "never" | "immediately" | "backoff" | "retry-after";

/** An error of the API, an answer that could not be read, or no answer. */
export type Kind = "api" | "decode" | "connection" | "timeout";

/** A link to further information. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A mistake in a field of the request. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** One of the errors of a response. */
export interface ErrorItem {
  readonly code?: WireCode;
  readonly message?: string;
  /** The item, or the whole body if the API has no list of errors. */
  readonly json: unknown;
}

/** What is known about a failed request. */
export interface Facts {
  kind: Kind;
  status: number;
  body: string;
  code?: WireCode;
  message?: string;
  help?: readonly string[];
  links?: readonly Link[];
  details?: unknown;
  params?: unknown;
  fieldErrors?: readonly FieldError[];
  requestId?: string;
  wait?: number;
}
