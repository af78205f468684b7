import type { Proposal, WhyNone } from '../api/board.js';

/** What a dialog is open for. */
export type Asked =
  | { readonly what: 'reject'; readonly proposal: Proposal }
  | { readonly what: 'despite'; readonly miss: WhyNone['nearest'][number] }
  | { readonly what: 'call' | 'arrange' | 'note' | 'help' };
