import { Button, Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reject, type Proposal } from '../api/board.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import type { BoardLine } from './lines.js';
import styles from './board.module.css';

interface RejectDialogProps {
  readonly line: BoardLine;
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

const common = ['theme', 'far', 'moment', 'busy'] as const;

/** Why not, and whether the moment falls off or the whole offer. */
export function RejectDialog({ line, proposal, onClose }: RejectDialogProps) {
  const { t } = useTranslation('coordinator');
  const state = useCommandForm({
    name: 'board-reject',
    initial: { reason: '', what: 'offer' },
    keepsDraft: false,
    send: ({ reason, what }: { reason: string; what: string }, keyed) =>
      reject(
        {
          requestId: line.request.id,
          body: {
            reason,
            ...(what === 'slot' ? { slotId: proposal.slotId } : { offerId: proposal.offerId }),
          },
        },
        keyed,
      ),
    changes: ['proposals', 'requests'],
    onDone: () => {
      toast(t('rejected', { school: line.school }));
      onClose();
    },
  });
  return (
    <Dialog title={t('reject.title')} onClose={onClose}>
      <CommandForm state={state} submit={t('reject.send')}>
        <TextInput
          label={t('reject.reason')}
          description={t('reject.reason.who')}
          required
          maxLength={500}
          data-autofocus
          {...state.field('reason')}
        />
        <div className={styles.common}>
          {common.map((each) => (
            <Button
              key={each}
              size="compact-md"
              variant="default"
              onClick={() => state.form.setFieldValue('reason', t(`reject.common.${each}`))}
            >
              {t(`reject.common.${each}`)}
            </Button>
          ))}
        </div>
        <Radio.Group label={t('reject.what')} {...state.field('what')}>
          <div className={styles.choices}>
            <Radio value="offer" label={t('reject.what.offer')} />
            <Radio value="slot" label={t('reject.what.slot')} />
          </div>
        </Radio.Group>
      </CommandForm>
    </Dialog>
  );
}
