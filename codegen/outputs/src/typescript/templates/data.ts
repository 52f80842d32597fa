{% include "shapes.ts" %}
/** The places of facts in a response, in the order in which they are tried. */
// prettier-ignore
const envelope: readonly Slot[] = [
{% for slot in envelope %}
  {{ slot }},
{% endfor %}
];

/** The members of problem details (RFC 9457). */
const problem: readonly Slot[] = [
  { fact: "code", places: [{ path: ["code"] }] },
  { fact: "message", places: [{ path: ["detail"] }, { path: ["title"] }] },
  { fact: "params", places: [{ path: ["params"] }] },
  { fact: "details", places: [{ path: ["details"] }] },
  { fact: "suggestions", places: [{ path: ["suggestions"] }] },
  { fact: "request_id", places: [{ path: ["request_id"] }] },
  { fact: "retry_after", places: [{ path: ["retry_after"] }] },
];

/** The parent of each class. */
// prettier-ignore
const parents: Partial<Record<ClassName, ClassName>> = {{ parents }};

/** The retry advice of classes. */
// prettier-ignore
export const classRetry: Partial<Record<ClassName, Retry>> = {{ class_retry }};
{% if rules %}

/** The rules of classes, of which the first that fits counts. */
// prettier-ignore
const rules: readonly Rule[] = [
{% for rule in rules %}
  {{ rule }},
{% endfor %}
];
{% endif %}
{% if own_classes %}

/** The classes of codes that say their own. */
// prettier-ignore
const ownClasses: readonly (readonly [WireCode, ClassName])[] = [
{% for row in own_classes %}
  {{ row }},
{% endfor %}
];
{% endif %}
{% if aliases %}

/** Other spellings of codes. */
// prettier-ignore
const aliases: readonly (readonly [WireCode, Code])[] = [
{% for row in aliases %}
  {{ row }},
{% endfor %}
];
{% endif %}
{% if patterns %}

/** Codes that carry a value. */
// prettier-ignore
const patterns: readonly (readonly [Code, RegExp])[] = [
{% for pattern in patterns %}
  [{{ pattern.code }}, new RegExp({{ pattern.regex }})],
{% endfor %}
];
{% endif %}
