
/** Returns the mistakes in fields, in the order of the response. */
function fieldErrors(answer: Answer): FieldError[] {
  const found = find(answer, "field_errors");
  if (found === undefined) return [];
  const { value, place } = found;
  if (place.as === "map") {
    return Object.entries(value ?? {}).flatMap(([field, said]) => {
      if (!isField(answer, place, field, said)) return [];
      const messages = isList(said) ? said.map(complaint) : [said];
      return messages.filter(isText).map((message) => ({ field, message }));
    });
  }
  const items = isList(value) ? value : [];
  return items.flatMap((item) => {
    const field = fieldOf(item, place);
    const message = complaint(item);
    return isText(field) && isText(message) ? [{ field, message }] : [];
  });
}

/** Of the members of a whole body, those with lists of texts are fields. */
function isField(
  answer: Answer,
  place: Place,
  name: string,
  value: Json,
): boolean {
  if (place.path?.length !== 0) return true;
  const places = envelope.flatMap((slot) => slot.places);
  const names = places.map((own) => inside(own, place));
  if (names.includes(name)) return false;
  const rfc = ["type", "title", "status", "detail", "instance"];
  const own = problem.map((slot) => slot.places[0]?.path?.[0]);
  if (answer.isProblem && [...rfc, ...own].includes(name)) return false;
  return isList(value) && value.length > 0 && value.every(isText);
}

function fieldOf(item: Json, place: Place): Json {
  if (place.as === "loc") {
    const loc = member(item, "loc");
    const steps = isList(loc) ? loc.map(plain).filter(isText) : [];
    return steps.length === 0 ? undefined : steps.join(".");
  }
  const isPointer = place.as === "pointer";
  const value = isPointer ? member(item, "source") : item;
  const names = ["pointer", "parameter", "header"];
  return firstText(value, isPointer ? names : ["field", "name", "path"]);
}

function complaint(item: Json): Json {
  if (!isObject(item)) return item;
  const names = ["message", "msg", "detail", "description", "reason"];
  return firstText(item, [...names, "title", "code"]);
}

function firstText(value: Json, names: readonly string[]): Json {
  return names.map((name) => member(value, name)).find(isText);
}

/** Returns mistakes as a message: `title: is missing; handle: is taken`. */
function complaints(errors: readonly FieldError[]): string {
  const fields: Map<string, string[]> = new Map();
  for (const { field, message } of errors) {
    fields.set(field, [...(fields.get(field) ?? []), message]);
  }
  const lines = [...fields].map(([field, messages]) => {
    const text = messages.join(" ");
    return field === "" ? text : `${field}: ${text}`;
  });
  return lines.join("; ");
}
