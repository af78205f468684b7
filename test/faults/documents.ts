/** What the faults read of the stored documents, and no more. */
export interface Stored<State> {
  readonly id: string;
  readonly state: State;
  /** The number of the last event it told. */
  readonly seq: number;
  /** Of each source: the number of the last event that it heard. */
  readonly seen: Readonly<Record<string, number>>;
  readonly outbox: readonly unknown[];
}

interface Taken {
  readonly slotId: string;
  readonly groups: number;
}

interface Entry {
  /** `<match>#<question>` */
  readonly key: string;
  readonly match: string;
}

interface SlotEntry extends Entry {
  readonly groups: number;
}

export type Request = Stored<{
  readonly state: string;
  readonly groups: readonly { readonly name: string }[];
}>;

export type Offer = Stored<{ readonly slots: readonly { readonly id: string; readonly groups: number }[] }>;

export type Match = Stored<{
  readonly state: string;
  readonly requestId: string | null;
  readonly needs: readonly Taken[];
  readonly sessions: readonly { readonly start: string }[];
}>;

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface HoldSet {
  readonly question: number;
  readonly phase: string;
  readonly slots: readonly Taken[];
  readonly demand: readonly string[];
  readonly days: readonly (Span & { readonly id: string })[];
  readonly ceilings: readonly { readonly id: string }[];
}

export type Hold = Stored<{ readonly sets: readonly HoldSet[] }>;

export interface Calendar {
  readonly id: string;
  readonly slots: Readonly<Record<string, { readonly entries: readonly SlotEntry[] }>>;
}

/** What is kept of a demand, of a ceiling and of a day of a person or group: who has it. */
export interface Taking<E extends Entry = Entry> {
  readonly id: string;
  readonly entries: readonly E[];
}

export type Day = Taking<Entry & Span & { readonly where: string }>;

export type Consideration = Stored<{ readonly phase: string }>;

export type Notification = Stored<{
  readonly phase: string;
  readonly messageId: string;
  readonly leader: string | null;
}>;

export type Round = Stored<{ readonly plan: { readonly run: number; readonly phase: string } | null }>;

export interface Parked {
  readonly id: string;
  readonly why: string;
  readonly reason: string;
}

/** What a crash is aimed at: any document, as far as a test asks. */
export interface AnyDocument {
  readonly state?: {
    readonly sets?: readonly { readonly phase: string; readonly narrowing: boolean }[];
    readonly state?: string;
    readonly subject?: { readonly template: string };
  };
  readonly data?: { readonly slots?: readonly unknown[] };
  readonly slots?: Calendar['slots'];
  readonly entries?: readonly unknown[];
  readonly outbox?: readonly unknown[];
}
