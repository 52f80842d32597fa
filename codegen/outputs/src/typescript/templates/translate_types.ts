import type { {{ root }} } from "./index.{{ ext }}";

/** A message: a text, or texts with parameters between them. */
export type Message = string | readonly (string | { readonly param: string })[];

/** The texts in another language. */
export interface Translation {
  readonly language: string;
  readonly texts: {
    readonly [code: string]: {
      readonly message?: Message;
      readonly description?: string;
    };
  };
}

/** The texts of an error in another language. */
export interface Translated {
  /** The message, unless the response lacks one of its parameters. */
  readonly message: string | undefined;
  readonly description: string | undefined;
}
