import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { approve, type WhyNone } from '../api/board.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { sayList } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import type { BoardLine } from './lines.js';
import { sayCondition } from './why-none.js';

interface DespiteDialogProps {
  readonly line: BoardLine;
  readonly miss: WhyNone['nearest'][number];
  readonly onClose: () => void;
  readonly onDecided: () => void;
}

/** A limit passed knowingly: why, for both sides to read. */
export function DespiteDialog({ line, miss, onClose, onDecided }: DespiteDialogProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const state = useCommandForm({
    name: 'board-despite',
    initial: { reason: '' },
    keepsDraft: false,
    send: ({ reason }: { reason: string }, keyed) =>
      approve(
        {
          requestId: line.request.id,
          slotId: miss.slotId,
          despite: miss.failed.map((condition) => ({ condition, reason })),
        },
        keyed,
      ),
    changes: ['proposals', 'requests', 'matches', 'inbox'],
    onDone: () => {
      toast(t('approved', { school: line.school }));
      onClose();
      onDecided();
    },
  });
  const why = sayList(
    miss.failed.map((condition) => sayCondition(t, condition, miss.by)),
    language,
  );
  return (
    <Dialog title={t('despite.title')} onClose={onClose}>
      <p>{t('despite.what', { why })}</p>
      <CommandForm state={state} submit={t('despite.send')}>
        <Textarea
          label={t('despite.reason')}
          description={t('despite.reason.who')}
          required
          maxLength={500}
          data-autofocus
          {...state.field('reason')}
        />
      </CommandForm>
    </Dialog>
  );
}
