import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { arrangeMatch } from '../api/matches.js';
import { regionOrganisationsQuery } from '../api/region-names.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { withOffset } from '../say/offsets.js';
import type { BoardLine } from './lines.js';
import styles from './board.module.css';

interface ArrangeDialogProps {
  readonly line: BoardLine;
  readonly onClose: () => void;
  readonly onDecided: () => void;
}

interface Arranged {
  readonly organisationId: string | null;
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** School and partner agreed by themselves: it is recorded, both are asked whether it is right. */
export function ArrangeDialog({ line: { request, school }, onClose, onDecided }: ArrangeDialogProps) {
  const { t } = useTranslation('coordinator');
  const partners = (useQuery(regionOrganisationsQuery(request.regionId)).data ?? []).filter(
    ({ kind }) => kind !== 'school',
  );
  const state = useCommandForm<Arranged, unknown>({
    name: `board-arrange-${request.id}`,
    initial: { organisationId: null, day: request.windows[0]?.from ?? '', from: '09:00', to: '10:30' },
    send: ({ organisationId, day, from, to }, keyed) =>
      arrangeMatch(
        {
          schoolLocationId: request.schoolLocationId,
          regionId: request.regionId,
          organisationId: organisationId ?? '',
          kind: request.kind,
          themes: [...request.themes],
          title: request.title,
          sessions: [
            {
              start: withOffset(`${day}T${from}`),
              end: withOffset(`${day}T${to}`),
              groups: request.groups.map(({ groupId }) => ({ groupId })),
            },
          ],
        },
        keyed,
      ),
    changes: ['matches', 'requests'],
    onDone: () => {
      toast(t('arranged', { school }));
      onClose();
      onDecided();
    },
  });
  return (
    <Dialog title={t('arrange.title')} onClose={onClose}>
      <p>{t('arrange.what')}</p>
      <CommandForm state={state} submit={t('arrange.send')}>
        <Select
          label={t('arrange.partner')}
          required
          searchable
          size="md"
          nothingFoundMessage={t('call.nobody')}
          data={partners.map(({ id, name }) => ({ value: id, label: name }))}
          {...state.field('organisationId')}
        />
        <TextInput type="date" label={t('arrange.day')} required {...state.field('day')} />
        <div className={styles.times}>
          <TextInput type="time" label={t('arrange.from')} required {...state.field('from')} />
          <TextInput type="time" label={t('arrange.to')} required {...state.field('to')} />
        </div>
      </CommandForm>
    </Dialog>
  );
}
