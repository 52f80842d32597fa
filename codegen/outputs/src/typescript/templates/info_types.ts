{{ head }}
import type {
  ClassName,
  Code,
  Facts,
  Link,
  {{ root }},
  Retry,
  WireCode,
} from "./index.{{ ext }}";

/** What the catalog says about an error. */
export interface Info {
  readonly code: Code;
  readonly family: string;
  readonly name?: string;
  readonly status?: number;
  /** The message. One that the server writes ends in `…`. */
  readonly message?: string;
  readonly description?: string;
  readonly retry?: Retry;
  readonly class?: ClassName;
  readonly help?: readonly string[];
  readonly links?: readonly Link[];
  /** The address of the page about the code. */
  readonly docs?: string;
  readonly deprecated?: Notice;
  readonly retired?: Notice;
}

/** Why a code should no longer be used. */
export interface Notice {
  readonly since?: string;
  readonly use?: Code;
  readonly note?: string;
}

/** What the response and the catalog say about a failure. */
export interface Description {
  readonly code: WireCode | undefined;
  /** Whether this version knows the code. */
  readonly known: boolean;
  readonly class: ClassName | undefined;
  readonly retry: Retry;
  /** The message of the response. */
  readonly message: string | undefined;
  readonly help: readonly string[];
  readonly requestId: string | undefined;
  readonly info: Info | undefined;
}
