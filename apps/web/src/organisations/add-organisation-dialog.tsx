import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '../api/region-names.js';
import { addOrganisation } from '../api/region-settings.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';

type Kind = Exclude<Organisation['kind'], 'school'>;

/** In this order; a kind that the server learns is missed here by the types. */
const isOffered: Readonly<Record<Kind, true>> = {
  company: true,
  museum: true,
  library: true,
  'science-centre': true,
  'tech-lab': true,
  mbo: true,
  hbo: true,
  university: true,
  municipality: true,
  childcare: true,
  makerspace: true,
  community: true,
  'hobby-club': true,
  scouting: true,
  other: true,
};
const kinds = Object.keys(isOffered) as Kind[];

interface Added {
  readonly name: string;
  readonly kind: Kind;
  readonly postcode: string;
  readonly place: string;
  readonly kvkNumber: string;
}

interface AddOrganisationDialogProps {
  readonly region: string;
  readonly onClose: () => void;
}

export function AddOrganisationDialog({ region, onClose }: AddOrganisationDialogProps) {
  const { t } = useTranslation('coordinator');
  const state = useCommandForm<Added, unknown>({
    name: 'organisation',
    initial: { name: '', kind: 'company', postcode: '', place: '', kvkNumber: '' },
    send: ({ name, kind, postcode, place, kvkNumber }, keyed) =>
      addOrganisation(
        {
          name,
          kind,
          regionIds: [region],
          ...(kvkNumber ? { kvkNumber } : {}),
          ...(postcode || place
            ? { location: { ...(postcode ? { postcode } : {}), ...(place ? { place } : {}) } }
            : {}),
        },
        keyed,
      ),
    changes: ['organisations'],
    onDone: () => {
      toast(t('organisations.added'));
      onClose();
    },
  });
  return (
    <Dialog title={t('organisations.add')} onClose={onClose}>
      <CommandForm state={state} submit={t('organisations.add')}>
        <TextInput label={t('organisations.name')} required data-autofocus {...state.field('name')} />
        <NativeSelect
          label={t('organisations.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...state.field('kind')}
        />
        <TextInput label={t('organisations.postcode')} {...state.field('postcode')} />
        <TextInput label={t('organisations.place')} {...state.field('place')} />
        <TextInput
          label={t('organisations.kvk')}
          description={t('organisations.kvk.what')}
          inputMode="numeric"
          {...state.field('kvkNumber')}
        />
      </CommandForm>
    </Dialog>
  );
}
