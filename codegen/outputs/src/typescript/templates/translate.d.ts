{{ head }}
{% include "translate_types.ts" %}

/** Returns the texts of an error in another language. Never throws. */
export function translate(
  error: {{ root }},
  translation: Translation,
): Translated;
