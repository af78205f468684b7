import type { Owners } from '#libs/contracts';

/** Who or what makes a change happen, and what recognises a repetition of it. */
export type Cause = CommandCause | EventCause | DueCause;

interface Traced {
  /** The id of a person, or `service:<name>`. */
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string | null;
}

export interface CommandCause extends Traced {
  readonly kind: 'command';
  /** sha256 of actor, route and Idempotency-Key; null for a PATCH, which `If-Match` protects. */
  readonly key: string | null;
  readonly bodyHash: string;
  /** The revision the caller saw (`If-Match`), when the command names one. */
  readonly ifRev?: number;
}

export interface EventCause extends Traced {
  readonly kind: 'event';
  /** `<topic>/<key>`: the aggregate the event came from. */
  readonly source: string;
  /** The id of that aggregate. */
  readonly key: string;
  readonly seq: number;
  readonly owners: Owners;
  /** When it happened, ISO 8601. */
  readonly time: string;
}

export interface DueCause extends Traced {
  readonly kind: 'due';
}
