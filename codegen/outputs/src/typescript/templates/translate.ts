{{ head }}
{% if js %}
/** @import { Message, Translated, Translation } from "./translate.js" */
/** @import { {{ root }} } from "./index.js" */

import { canonical } from "./index.js";
{% else %}
{% include "translate_types.ts" %}

import { canonical } from "./index.ts";
{% endif %}

/** Returns the texts of an error in another language. Never throws. */
export function translate(
  error: {{ root }},
  translation: Translation,
): Translated {
  const { code, details, params } = error;
  const { texts } = translation;
  const key = code === undefined ? "" : String(canonical(code));
  const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
  return {
    message: rendered(text?.message, [params, details]),
    description: text?.description,
  };
}

/** Returns a message with its parameters, unless the response lacks one. */
function rendered(
  message: Message | undefined,
  sources: unknown[],
): string | undefined {
  if (message === undefined || typeof message === "string") return message;
  let text = "";
  for (const piece of message) {
    const value =
      typeof piece === "string" ? piece : find(piece.param, sources);
    if (value === undefined || value === null) return undefined;
    text += typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  return text;
}

function find(name: string, sources: unknown[]): unknown {
  for (const source of sources) {
    if (typeof source !== "object" || source === null) continue;
    const found = Object.entries(source).find(([key]) => key === name);
    if (found !== undefined) return found[1];
  }
  return undefined;
}
