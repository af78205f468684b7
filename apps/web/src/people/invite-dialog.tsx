import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery, type Role } from '../api/me.js';
import { invite } from '../api/people.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { rolesToGive, whereOf } from './roles.js';
import { WhereField } from './where-field.js';

interface Invited {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly schoolLocationId: string | null;
  readonly organisationId: string | null;
  readonly regionId: string | null;
}

const fields = { school: 'schoolLocationId', organisation: 'organisationId', region: 'regionId' } as const;

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['coordinator', 'common']);
  const me = useQuery(meQuery).data;
  const roles = rolesToGive(me);
  const onlyOne = <T extends { id: string }>(list: readonly T[] = []) =>
    list.length === 1 ? (list[0]?.id ?? null) : null;
  const state = useCommandForm<Invited, unknown>({
    name: 'invite',
    initial: {
      email: '',
      name: '',
      role: roles[0] ?? 'teacher',
      schoolLocationId: onlyOne(me?.schoolLocations),
      organisationId: onlyOne(me?.organisations),
      regionId: onlyOne(me?.regions),
    },
    send: ({ email, name, role, schoolLocationId, organisationId, regionId }, keyed) => {
      const where = whereOf[role];
      return invite(
        {
          email,
          role,
          ...(name ? { name } : {}),
          ...(where === 'school' && schoolLocationId ? { schoolLocationId } : {}),
          ...(where === 'organisation' && organisationId ? { organisationId } : {}),
          ...(where === 'region' && regionId ? { regionIds: [regionId] } : {}),
        },
        keyed,
      );
    },
    changes: ['invitations', 'people'],
    onDone: () => {
      toast(t('invited'));
      onClose();
    },
  });
  const { role } = state.form.values;
  const where = whereOf[role];
  return (
    <Dialog title={t('invite')} onClose={onClose}>
      <p>{t('invite.what')}</p>
      <CommandForm state={state} submit={t('invite.send')}>
        <TextInput
          type="email"
          label={t('invite.email')}
          required
          autoComplete="off"
          data-autofocus
          {...state.field('email')}
        />
        <TextInput label={t('invite.name')} autoComplete="off" {...state.field('name')} />
        <NativeSelect
          label={t('invite.role')}
          data={roles.map((each) => ({ value: each, label: t(`common:role.${each}`) }))}
          {...state.field('role')}
        />
        {where && <WhereField role={role} field={state.field(fields[where])} />}
      </CommandForm>
    </Dialog>
  );
}
