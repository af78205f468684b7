import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { cancelMatch, type Match } from '../api/matches.js';
import { toast } from '../parts/toasts.js';

export interface Approved {
  readonly requestId: string;
  readonly matchId: string;
  readonly state: Match['state'];
}

/** Where both sides had said yes beforehand, they were told at once. */
export const canBeUndone = ({ state }: Approved): boolean => state !== 'confirmed';

/** Takes approvals back that nobody was told of, and says of how many that was true. */
export function useUndo(onDone: (requestIds: readonly string[]) => Promise<void>) {
  const { t } = useTranslation('coordinator');
  const cancel = useCommand(
    ({ key, id }: { key: string; id: string }) =>
      cancelMatch({ id, body: { reason: t('undo.reason'), undo: true } }, { 'Idempotency-Key': key }),
    { changes: [] },
  );
  return async (approved: readonly Approved[]) => {
    const results = await Promise.allSettled(
      approved.map(({ matchId }) => cancel.mutateAsync({ key: crypto.randomUUID(), id: matchId })),
    );
    await onDone(approved.map(({ requestId }) => requestId));
    const undone = results.filter(({ status }) => status === 'fulfilled').length;
    toast(undone === approved.length ? t('undo.done', { count: undone }) : t('undo.too-late'));
  };
}
