import type { InboxAction, InboxKind, InboxSubjectView } from '#libs/contracts';
import type { Words } from '../owners/views.js';

/** One thing that needs a person; read from its owner when it is asked for, and kept nowhere. */
export interface InboxLine {
  /** The same as long as it is the same matter. */
  readonly id: string;
  readonly kind: InboxKind;
  /** Epoch ms. */
  readonly since: number;
  readonly regionId: string;
  readonly subject: { readonly [Id in keyof InboxSubjectView]: InboxSubjectView[Id] };
  readonly sentence: Words;
  readonly action: { readonly kind: InboxAction; readonly href: string; readonly label: Words };
}

/** What one owner has to say; when it is away only that is missing. */
export interface InboxSource {
  readonly from: string;
  readonly lines: Promise<readonly InboxLine[]>;
}

/** Longest waiting first; what waits equally long always in the same order. */
export function inOrder(lines: readonly InboxLine[]): InboxLine[] {
  return lines.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}
