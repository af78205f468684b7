import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, type Role } from '../api/me.js';
import { changePerson, peopleQuery, personQuery, type Person, type PersonRole } from '../api/people.js';
import { Answered } from '../parts/answered.js';
import { Dialog } from '../parts/dialog.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { choicesWith } from './choices.js';
import { rolesToGive, whereOf } from './roles.js';
import { useChosenPerson } from './use-chosen-person.js';
import { useWhere } from './use-where.js';
import { WhereField } from './where-field.js';
import styles from './people.module.css';

interface PersonDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One person: name, who stands in, roles, and whether they can still sign in. */
export function PersonDialog({ id, onClose }: PersonDialogProps) {
  const { t } = useTranslation('coordinator');
  const person = useQuery({ ...personQuery(id), staleTime: 0 });
  return (
    <Dialog title={person.data?.answer.name ?? t('people.change')} onClose={onClose}>
      <Answered query={person} skeleton={<RowsSkeleton rows={4} />}>
        {({ answer, tag }) => <PersonForm key={tag} person={answer} tag={tag} onClose={onClose} />}
      </Answered>
    </Dialog>
  );
}

interface PersonFormProps {
  readonly person: Person;
  readonly tag: string;
  readonly onClose: () => void;
}

function PersonForm({ person, tag, onClose }: PersonFormProps) {
  const { t } = useTranslation(['coordinator', 'common']);
  const placeOf = useWhere();
  const me = useQuery(meQuery).data;
  const [roles, setRoles] = useState<readonly PersonRole[]>(person.roles.map(bare));
  const isChanged = JSON.stringify(roles) !== JSON.stringify(person.roles.map(bare));
  const state = useCommandForm({
    name: `person-${person.id}`,
    initial: {
      name: person.name,
      phone: person.phone ?? '',
      deputyId: person.deputyId ?? '',
      disabled: person.disabled ?? false,
    },
    keepsDraft: false,
    send: ({ name, phone, deputyId, disabled }: Values) =>
      changePerson({
        id: person.id,
        tag,
        body: {
          ...(name !== person.name ? { name } : {}),
          ...(phone !== (person.phone ?? '') ? { phone: phone || null } : {}),
          ...(deputyId !== (person.deputyId ?? '') ? { deputyId: deputyId || null } : {}),
          ...(disabled !== (person.disabled ?? false) ? { disabled } : {}),
          ...(isChanged ? { roles: [...roles] } : {}),
        },
      }),
    changes: ['people'],
    onDone: () => {
      toast(t('people.kept'));
      onClose();
    },
  });
  // All of them, whatever was searched for.
  const people = useQuery(peopleQuery({})).data ?? [];
  const deputy = useChosenPerson(person.deputyId ?? '');
  const colleagues = people.filter(
    ({ id, roles: theirs }) =>
      id !== person.id && theirs.some((role) => person.roles.some(isSamePlace(role))),
  );
  const isMe = me?.id === person.id;
  return (
    <CommandForm state={state} submit={t('people.keep')}>
      <TextInput label={t('invite.name')} required {...state.field('name')} />
      <TextInput type="tel" label={t('people.phone')} {...state.field('phone')} />
      <NativeSelect
        label={t('people.deputy')}
        description={t('people.deputy.what')}
        data={[{ value: '', label: t('note.nobody') }, ...choicesWith(colleagues, deputy)]}
        {...state.field('deputyId')}
      />
      <fieldset className={styles.roles} disabled={isMe}>
        <legend>{t('people.roles')}</legend>
        {isMe && <p>{t('people.own-roles')}</p>}
        <ul>
          {roles.map((role, at) => (
            <li key={JSON.stringify(role)}>
              <span>{[t(`common:role.${role.role}`), placeOf(role)].filter(Boolean).join(', ')}</span>
              {!isMe && roles.length > 1 && (
                <Button
                  size="compact-md"
                  variant="subtle"
                  onClick={() => setRoles(roles.filter((_, each) => each !== at))}
                  aria-label={t('people.role.take', { role: t(`common:role.${role.role}`) })}
                >
                  {t('people.role.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {!isMe && <AddRole onAdd={(role) => setRoles([...roles, role])} />}
      </fieldset>
      {!isMe && <Switch label={t('people.disable')} {...state.field('disabled', 'checkbox')} />}
    </CommandForm>
  );
}

interface Values {
  readonly name: string;
  readonly phone: string;
  readonly deputyId: string;
  readonly disabled: boolean;
}

function AddRole({ onAdd }: { readonly onAdd: (role: PersonRole) => void }) {
  const { t } = useTranslation(['coordinator', 'common']);
  const given = rolesToGive(useQuery(meQuery).data);
  const [role, setRole] = useState<Role | ''>('');
  const [place, setPlace] = useState<string | null>(null);
  const add = (at: string) => {
    const where = role === '' ? undefined : whereOf[role];
    if (role === '' || !where) return;
    onAdd({
      role,
      ...(where === 'school' ? { schoolLocationId: at } : {}),
      ...(where === 'organisation' ? { organisationId: at } : {}),
      ...(where === 'region' ? { regionIds: [at] } : {}),
    });
    setRole('');
    setPlace(null);
  };
  return (
    <>
      <NativeSelect
        label={t('people.role.add')}
        value={role}
        onChange={({ currentTarget }) => {
          setRole(currentTarget.value as Role | '');
          setPlace(null);
        }}
        data={[
          { value: '', label: t('people.role.choose') },
          ...given.map((each) => ({ value: each, label: t(`common:role.${each}`) })),
        ]}
      />
      {role !== '' && (
        <WhereField
          role={role}
          field={{ value: place, onChange: (at: string | null) => (at ? add(at) : undefined) }}
        />
      )}
    </>
  );
}

/** As a PATCH takes it. */
function bare({ role, schoolLocationId, organisationId, regionIds, title }: PersonRole): PersonRole {
  return {
    role,
    ...(schoolLocationId ? { schoolLocationId } : {}),
    ...(organisationId ? { organisationId } : {}),
    ...(regionIds && regionIds.length > 0 ? { regionIds } : {}),
    ...(title ? { title } : {}),
  };
}

const isSamePlace = (one: PersonRole) => (other: PersonRole) =>
  (one.schoolLocationId !== undefined && one.schoolLocationId === other.schoolLocationId) ||
  (one.organisationId !== undefined && one.organisationId === other.organisationId) ||
  (one.regionIds ?? []).some((id) => other.regionIds?.includes(id));
