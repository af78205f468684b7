import type { EventEnvelope } from '#libs/contracts';

/** What came of reading bytes as an event. */
export type Parsed =
  | { readonly kind: 'event'; readonly envelope: EventEnvelope; readonly data: object }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unreadable'; readonly why: string; readonly type?: string }
  | { readonly kind: 'unknown-version'; readonly why: string; readonly envelope: EventEnvelope };
