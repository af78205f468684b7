import type { InboxLine } from '../api/inbox.js';

/** The page of ours where the line's action is done; none for what only an operator can do. */
export function pathOf({ action, subject }: Pick<InboxLine, 'action' | 'subject'>): string | undefined {
  switch (action.kind) {
    case 'open-request':
      return `/bord?request=${encodeURIComponent(subject.requestId ?? action.href.split('/').at(-1) ?? '')}`;
    case 'open-match':
      return action.href;
    case 'open-report':
      return '/cijfers';
    case 'confirm-claim':
    case 'open-people':
      return '/mensen';
    case 'see-parked':
    case 'see-health':
      return undefined;
  }
}
