import { MultiSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callPartners } from '../api/board.js';
import { regionOrganisationsQuery } from '../api/region-names.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { useChosenRegion } from '../region/chosen-region.js';

interface CallDialogProps {
  readonly requestId: string;
  readonly school: string;
  readonly onClose: () => void;
}

/** Nothing fits: some partners are asked whether they could. */
export function CallDialog({ requestId, school, onClose }: CallDialogProps) {
  const { t } = useTranslation('coordinator');
  const { id: region } = useChosenRegion();
  const partners = (useQuery(regionOrganisationsQuery(region)).data ?? []).filter(
    ({ kind }) => kind !== 'school' && kind !== 'municipality',
  );
  const state = useCommandForm({
    name: `board-call-${requestId}`,
    initial: { organisationIds: [] as string[], note: '' },
    send: ({ organisationIds, note }: { organisationIds: string[]; note: string }, keyed) =>
      callPartners({ requestId, body: { organisationIds, ...(note ? { note } : {}) } }, keyed),
    changes: ['calls', 'requests'],
    onDone: () => {
      toast(t('called', { school }));
      onClose();
    },
  });
  return (
    <Dialog title={t('call.title')} onClose={onClose}>
      <p>{t('call.what')}</p>
      <CommandForm state={state} submit={t('call.send')}>
        <MultiSelect
          label={t('call.partners')}
          required
          searchable
          size="md"
          maxDropdownHeight={240}
          nothingFoundMessage={t('call.nobody')}
          data={partners.map(({ id, name }) => ({ value: id, label: name }))}
          {...state.field('organisationIds')}
        />
        <Textarea
          label={t('call.note')}
          description={t('no-pupils')}
          maxLength={1000}
          {...state.field('note')}
        />
      </CommandForm>
    </Dialog>
  );
}
