import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/me.js';
import { peopleQuery, type Person } from '../api/people.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { Claims } from './claims.js';
import { InviteDialog } from './invite-dialog.js';
import { Invitations } from './invitations.js';
import { PersonDialog } from './person-dialog.js';
import { RegionPlaces } from './region-places.js';
import { useWhere } from './use-where.js';
import styles from './people.module.css';

/** Everybody of the region, school or partner that one looks after. */
export function PeopleScreen({ search }: { readonly search: { readonly q?: string } }) {
  const { t } = useTranslation('coordinator');
  const navigate = useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  const [wanted] = useDebouncedValue(words.trim(), 250);
  const [inviting, setInviting] = useState(false);
  const me = useQuery(meQuery).data;
  const isCoordinator = me?.roles.some(({ role }) => role === 'coordinator') ?? false;
  const people = useQuery(peopleQuery(wanted ? { q: wanted } : {}));
  useEffect(() => {
    if (wanted !== (search.q ?? ''))
      void navigate({
        to: '/mensen',
        search: wanted ? { q: wanted } : {},
        replace: true,
        resetScroll: false,
      });
  }, [wanted, search.q, navigate]);
  return (
    <Page title={t('people')} action={<Button onClick={() => setInviting(true)}>{t('invite')}</Button>}>
      {isCoordinator && <RegionPlaces at="/mensen" />}
      {isCoordinator && <Claims />}
      <Invitations />
      <h2>{t('people.all')}</h2>
      <TextInput
        type="search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        className={styles.search ?? ''}
      />
      <Answered query={people} skeleton={<RowsSkeleton />}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t('people.none')}>{t('people.none.what')}</Empty>
          ) : (
            <PeopleList people={found} />
          )
        }
      </Answered>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

const atOnce = 50;

function PeopleList({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation(['coordinator', 'common']);
  const whereOf = useWhere();
  const [shown, setShown] = useState(atOnce);
  const [open, setOpen] = useState<string>();
  return (
    <>
      <p role="status" className={styles.count}>
        {t('people.count', { count: people.length })}
      </p>
      <ul className={styles.people}>
        {people.slice(0, shown).map(({ id, name, email, roles, disabled }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              {disabled && <em>{t('people.disabled')}</em>}
              <span>
                {roles
                  .map((role) => [t(`common:role.${role.role}`), whereOf(role)].filter(Boolean).join(', '))
                  .join(' · ')}
              </span>
              {email && <a href={`mailto:${email}`}>{email}</a>}
            </div>
            <Button
              variant="default"
              onClick={() => setOpen(id)}
              aria-label={t('people.change-of', { name })}
            >
              {t('people.change')}
            </Button>
          </li>
        ))}
      </ul>
      {people.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + atOnce)}>
          {t('lines.more', { count: Math.min(atOnce, people.length - shown) })}
        </Button>
      )}
      {open && <PersonDialog id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
