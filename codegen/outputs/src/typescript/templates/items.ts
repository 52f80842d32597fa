
/** Returns an error, and the other items of the list of its code. */
function items(facts: Facts): ErrorItem[] {
  const json = parse(facts.body.replace(/^\uFEFF/, ""));
{% if lists %}
  const slot = envelope.find(({ fact }) => fact === "code");
  for (const { path = [] } of slot?.places ?? []) {
    const start = path.findIndex((step) => !isText(step));
    const outer = path.slice(0, Math.max(start, 0));
    const step = path[start];
    const list = walk(json, outer);
    if (step === undefined || isText(step) || !isList(list)) continue;
    if (walk(list, path.slice(start)) === undefined) continue;
    const isNumber = typeof step === "number";
    const chosen = isNumber
      ? step
      : list.findIndex((item) => holds(item, step));
    const others = list.filter((_, index) => index !== chosen);
    const own = itemOf(facts.code, facts.message, list[chosen]);
    return [own, ...others.map((other) => itemIn(other, outer))];
  }
{% endif %}
  return [itemOf(facts.code, facts.message, json)];
}

function itemOf(
  code: WireCode | undefined,
  message: string | undefined,
  json: Json,
): ErrorItem {
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    json: whole(json),
  };
}
{% if lists %}

/** Reads an item of the list at a path. */
function itemIn(json: Json, outer: readonly Step[]): ErrorItem {
  const answer: Answer = {
    headers: { get: () => null },
    json,
    isProblem: false,
  };
  const text = textOf(suitable(answer, below("code", outer), () => true));
  const code = text === undefined ? undefined : wire(text);
  const found = suitable(answer, below("message", outer), () => true);
  return itemOf(code, messageOf(found, code), json);
}

/** Returns the places of a fact inside an item of the list at a path. */
function below(fact: string, outer: readonly Step[]): Slot {
  const slot = envelope.find((slot) => slot.fact === fact);
  const places = (slot?.places ?? []).flatMap((place) => {
    const path = place.path ?? [];
    const step = path[outer.length];
    const isBelow = outer.every((step, index) => same(step, path[index]));
    if (step === undefined || isText(step) || !isBelow) return [];
    return [{ ...place, path: path.slice(outer.length + 1) }];
  });
  return { fact, places };
}
{% endif %}
