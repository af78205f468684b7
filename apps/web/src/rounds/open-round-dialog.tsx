import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToday } from '../api/now.js';
import { openRound, type Round, type RoundBody } from '../api/rounds.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';

type Opened = Omit<RoundBody, 'region' | 'keptOfferIds'>;

export function OpenRoundDialog({
  region,
  onClose,
}: {
  readonly region: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('coordinator');
  const navigate = useNavigate();
  const today = useToday();
  const state = useCommandForm<Opened, Round>({
    name: 'round',
    initial: { name: '', opensOn: today, closesOn: '', answerBy: '' },
    send: (values, keyed) => openRound({ region, ...values }, keyed),
    changes: ['rounds'],
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: '/rondes/$roundId', params: { roundId: id } });
    },
  });
  return (
    <Dialog title={t('rounds.open')} onClose={onClose}>
      <CommandForm state={state} submit={t('rounds.open')}>
        <TextInput
          label={t('rounds.name')}
          description={t('rounds.name.example')}
          required
          data-autofocus
          {...state.field('name')}
        />
        <TextInput type="date" label={t('rounds.opens')} required {...state.field('opensOn')} />
        <TextInput
          type="date"
          label={t('rounds.closes')}
          description={t('rounds.closes.what')}
          required
          {...state.field('closesOn')}
        />
        <TextInput
          type="date"
          label={t('rounds.answers')}
          description={t('rounds.answers.what')}
          required
          {...state.field('answerBy')}
        />
      </CommandForm>
    </Dialog>
  );
}
