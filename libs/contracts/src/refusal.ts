export type RefusalKind =
  | 'invalid'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'gone'
  | 'too-many'
  | 'not-yet'
  | 'key-reused'
  | 'stale'
  | 'unconditional';

export interface FieldError {
  /** Where in the body, e.g. `groups[0].pupils`. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What one code means: its kind (one HTTP status each, mapped in `runtime`) and the sentence people read. */
export interface RefusalMeaning {
  readonly kind: RefusalKind;
  readonly says: string;
}

export interface RefusalFacts {
  /** Replaces the general sentence with one that names the facts. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Further members of the problem document, e.g. `alternatives`. Never a person's name or address. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A command that the rules do not allow: it changed nothing. Every code is listed in `docs/errors.md`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    says: string,
    readonly explained: RefusalFacts = {},
  ) {
    super(explained.detail ?? says);
  }
}

/** Turns a service's table of codes into the one function that refuses with them. */
export function refusals<const T extends Record<string, RefusalMeaning>>(table: T) {
  return (code: keyof T & string, explained: RefusalFacts = {}): Refusal => {
    const meaning = table[code] as RefusalMeaning;
    return new Refusal(code, meaning.kind, meaning.says, explained);
  };
}

/** A refusal of one field: `invalid` with the field's path and the sentence. */
export function atField(path: string, code: string, message: string): RefusalFacts {
  return { detail: `${path}: ${message}`, errors: [{ path, code, message }] };
}
