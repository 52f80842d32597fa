// How programs use the clients. Compiling it is the test.
import * as codes from "./one/codes.ts";
import { fromCause, fromParts, fromResponse, PhalaCloudError } from "./one/index.ts";
import type { Code, Retry, WireCode } from "./one/index.ts";
import { describe, infoOf, isCode } from "./one/info.ts";
import * as rich from "./ts/rich/codes.ts";
import { fromParts as fromRich } from "./ts/rich/index.ts";
import * as llm from "./ts/novita/codes/llm.ts";
import type { Code as NovitaCode } from "./ts/novita/index.ts";
import { translation as german } from "./ts/translated/locales/de.ts";
import { fromParts as fromTranslated } from "./ts/translated/index.ts";
import { translate } from "./ts/translated/translate.ts";
import { NotFound } from "./ts/numbers/codes.ts";
import type { WireCode as Numbers } from "./ts/numbers/index.ts";

const known: Code = codes.CvmNotFound;
const later: WireCode = "ERR-99-999";
const number: Numbers = NotFound;
const ambiguous: NovitaCode = llm.InvalidApiKey;
export const all: readonly unknown[] = [known, later, number, ambiguous, fromCause, isCode("x")];

export async function advise(url: string): Promise<Retry> {
  const response = await fetch(url);
  const error: PhalaCloudError = await fromResponse(response);
  if (error.is(codes.CvmNotFound)) {
    const code: string = error.code;
    return code === "" ? "never" : error.retry;
  }
  if (error.isA("ConflictError")) return "backoff";
  const wait: number | undefined = error.retryAfterMs;
  return wait === undefined ? describe(error).retry : "retry-after";
}

export function items(body: string): string[] {
  const error = fromRich(429, new Headers(), body);
  if (!error.is(rich.QuotaUsed)) return [];
  const limit: number | undefined = error.details.limit;
  const odd: boolean = error.details["odd-name"];
  return error.details.items.flatMap((item) => [item.name, ...item.tags, `${limit} ${odd}`]);
}

// @ts-expect-error a class of another catalog
export const wrong: boolean = fromParts(400, new Headers(), "").isA("Quota");
export const status: number | undefined = infoOf({ code: known })?.status;

export function inGerman(body: string): string | undefined {
  const error = fromTranslated(404, new Headers(), body);
  return translate(error, german).message ?? error.detail;
}
