import { Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { acceptMatch, declineMatch, type Match } from '../api/matches.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { localDateOf, sayTime } from '../say/dates.js';
import { withOffset } from '../say/offsets.js';
import styles from './board.module.css';

interface AnswerForProps {
  readonly match: Match;
  readonly side: 'school' | 'partner';
  readonly who: string;
  readonly onClose: () => void;
}

interface Answer {
  readonly says: string;
  readonly how: string;
  readonly from: string;
  readonly reason: string;
}

/** Somebody said it by phone: it stands in the history for whom and how. */
export function AnswerFor({ match, side, who, onClose }: AnswerForProps) {
  const { t } = useTranslation('coordinator');
  const [session] = match.sessions;
  const start = session?.start ?? '';
  const state = useCommandForm<Answer, unknown>({
    name: `board-answer-${match.id}-${side}`,
    initial: {
      says: 'yes',
      how: '',
      from: start ? sayTime(start, 'en').padStart(5, '0') : '',
      reason: '',
    },
    keepsDraft: false,
    send: ({ says, how, from, reason }, keyed) => {
      const behalf = { onBehalfOf: side, how };
      if (says === 'no') return declineMatch({ id: match.id, body: { ...behalf, reason } }, keyed);
      const time = match.exact ? {} : { start: withOffset(`${localDateOf(start)}T${from}`) };
      return acceptMatch({ id: match.id, body: { ...behalf, ...time } }, keyed);
    },
    changes: ['matches', 'requests', 'proposals', 'inbox'],
    onDone: () => {
      toast(t('answer-for.kept', { who }));
      onClose();
    },
  });
  const { says } = state.form.values;
  return (
    <Dialog title={t('answer-for', { who })} onClose={onClose}>
      <CommandForm state={state} submit={t(says === 'no' ? 'answer-for.no.send' : 'answer-for.yes.send')}>
        <Radio.Group label={t('answer-for.says', { who })} {...state.field('says')}>
          <div className={styles.choices}>
            <Radio value="yes" label={t('answer-for.yes')} />
            <Radio value="no" label={t('answer-for.no')} />
          </div>
        </Radio.Group>
        <TextInput
          label={t('answer-for.how')}
          description={t('answer-for.how.what')}
          required
          maxLength={200}
          data-autofocus
          {...state.field('how')}
        />
        {says === 'yes' && !match.exact && (
          <TextInput type="time" label={t('answer-for.time')} required {...state.field('from')} />
        )}
        {says === 'no' && (
          <TextInput label={t('answer-for.reason')} required maxLength={500} {...state.field('reason')} />
        )}
      </CommandForm>
    </Dialog>
  );
}
