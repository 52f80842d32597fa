/** Returns how many milliseconds a response asks to wait, at most a day. */
function waitOf(answer: Answer): number | undefined {
  const own = envelope.find((slot) => slot.fact === "retry_after");
  const standard = problem.find((slot) => slot.fact === "retry_after");
  const isOpen = isStandard(answer, "retry_after");
  const slots = isOpen ? [own, standard] : [own];
  const places = slots.flatMap((slot) => slot?.places ?? []);
  const usual: Place = { header: "retry-after" };
  for (const place of [...places, usual]) {
    const text = cut(place, plain(at(answer, place)) ?? "").trim();
    const wait = waitIn(text, place);
    if (wait >= 0) return Math.min(wait, 86_400_000);
  }
  return undefined;
}

function waitIn(text: string, place: Place): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Math.ceil(Number(text)) : NaN;
  if (place.unit === "ms") return number;
  if (place.unit === "duration") return duration(text);
  if (place.unit === "date") {
    return until(number >= 0 ? number * 1000 : date(text));
  }
  return number >= 0 ? number * 1000 : until(httpDate(text));
}

/** Returns the milliseconds until a time, in whole seconds. */
function until(time: number): number {
  return Math.max(0, Math.ceil((time - Date.now()) / 1000) * 1000);
}

function date(text: string): number {
  const isIso = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d/.test(text);
  return isIso ? Date.parse(text) : httpDate(text);
}

function httpDate(text: string): number {
  if (/^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/.test(text)) {
    return Date.parse(`${text} GMT`);
  }
  const usual = /^\w+, \d\d[ -]\w{3}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/;
  return usual.test(text) ? Date.parse(text) : NaN;
}

/** Units in milliseconds. */
const units: Partial<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** Reads `3.5s`, `1m30s`, and durations of ISO 8601 such as `PT5S`. */
function duration(text: string): number {
  const [, iso] = /^P(.*)$/i.exec(text) ?? [];
  const parts = [...(iso ?? text).matchAll(/([\d.]+)([a-z]+)|T/gi)];
  if (parts.map(([part]) => part).join("") !== (iso ?? text)) return NaN;
  const times = parts.map(([, number, unit = "t"]) => {
    if (number === undefined) return 0;
    const isNumber = /^\d+(\.\d+)?$/.test(number);
    return isNumber ? Number(number) * (units[unit.toLowerCase()] ?? NaN) : NaN;
  });
  return times.length === 0 ? NaN : Math.ceil(times.reduce((a, b) => a + b));
}
