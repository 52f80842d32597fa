type Json = unknown;
type Form = string | { readonly before: Piece[]; readonly after: Piece[] };
type Piece = string | 0; // 0 is the code
type Step = string | number | Item;
interface Item {
  readonly has: readonly string[];
  readonly is?: string;
}
interface Place {
  readonly path?: readonly Step[];
  readonly header?: string;
  readonly parameter?: string;
  readonly unit?: string;
  readonly after?: string;
  readonly before?: string;
  readonly as?: Form;
}
interface Slot {
  readonly fact: string;
  readonly places: readonly Place[];
}
{% if rules %}
interface Rule {
  readonly class: ClassName;
  readonly status?: readonly (readonly [number, number])[];
  readonly code?: readonly string[]; // the text, or the beginning and the end
}
{% endif %}
interface Found {
  readonly value: Json;
  readonly place: Place;
}
interface Answer {
  readonly headers: Pick<Headers, "get">;
  readonly json: Json;
  readonly isProblem: boolean;
}

