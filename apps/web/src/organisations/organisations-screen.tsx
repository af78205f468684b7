import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import { useToday } from '../api/now.js';
import { regionOrganisationsQuery, regionSchoolsQuery } from '../api/region-names.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { RegionPlaces } from '../people/region-places.js';
import { RegionChooser, useChosenRegion } from '../region/chosen-region.js';
import { sayDay } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { AddOrganisationDialog } from './add-organisation-dialog.js';
import { isPaused } from './paused.js';
import styles from './organisations.module.css';

/** The partners and schools of the region. */
export function OrganisationsScreen() {
  const { t } = useTranslation('coordinator');
  const region = useChosenRegion();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const wanted = useDeferredValue(words.trim().toLowerCase());
  return (
    <Page
      title={t('organisations')}
      action={<Button onClick={() => setAdding(true)}>{t('organisations.add')}</Button>}
    >
      <RegionPlaces at="/organisaties" />
      <RegionChooser of={region} />
      <TextInput
        type="search"
        mt="md"
        aria-label={t('organisations.search')}
        placeholder={t('organisations.search')}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        className={styles.search ?? ''}
      />
      <Partners region={region.id} words={wanted} />
      <Schools region={region.id} words={wanted} />
      {adding && <AddOrganisationDialog region={region.id} onClose={() => setAdding(false)} />}
    </Page>
  );
}

interface ListProps {
  readonly region: string;
  readonly words: string;
}

function Partners({ region, words }: ListProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const today = useToday();
  const organisations = useQuery(regionOrganisationsQuery(region));
  return (
    <section>
      <h2>{t('organisations.partners')}</h2>
      <Answered query={organisations} skeleton={<RowsSkeleton />}>
        {(found) => {
          const partners = found.filter(({ kind }) => kind !== 'school');
          if (partners.length === 0)
            return (
              <Empty
                title={t('organisations.none')}
                next={<LinkButton to="/invoer">{t('organisations.none.next')}</LinkButton>}
              />
            );
          return (
            <Rows
              rows={partners
                .filter(({ name }) => name.toLowerCase().includes(words))
                .map(({ id, name, kind, location, maxPerMonth, pausedUntil }) => ({
                  id,
                  name,
                  facts: [
                    t(`kind.${kind}`),
                    location?.place,
                    maxPerMonth && t('organisations.most', { count: maxPerMonth }),
                    isPaused(pausedUntil, today)
                      ? t('organisations.paused', { day: sayDay(pausedUntil, language) })
                      : undefined,
                  ],
                }))}
            />
          );
        }}
      </Answered>
    </section>
  );
}

function Schools({ region, words }: ListProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const schools = useQuery(regionSchoolsQuery(region));
  const sectors = useQuery(taxonomyQuery).data?.sectors ?? [];
  return (
    <section>
      <h2>{t('organisations.schools')}</h2>
      <Answered query={schools} skeleton={<RowsSkeleton />}>
        {(found) => (
          <Rows
            rows={found
              .filter(({ name, place = '', brin6 }) =>
                `${name} ${place} ${brin6}`.toLowerCase().includes(words),
              )
              .map(({ id, name, brin6, place, sectors: theirs, activeUntil }) => ({
                id,
                name,
                facts: [
                  theirs
                    .map((sector) => sectors.find((each) => each.id === sector)?.label[language] ?? sector)
                    .join(', '),
                  place,
                  brin6,
                  activeUntil && t('organisations.gone', { day: sayDay(activeUntil, language, true) }),
                ],
              }))}
          />
        )}
      </Answered>
    </section>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly (string | number | undefined)[];
}

const atOnce = 50;

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('coordinator');
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <ul className={styles.rows}>
        {rows.slice(0, shown).map(({ id, name, facts }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>{facts.filter(Boolean).join(' · ')}</span>
            <Link to="/mensen" search={{ q: name }}>
              {t('organisations.people')}
            </Link>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + atOnce)}>
          {t('lines.more', { count: Math.min(atOnce, rows.length - shown) })}
        </Button>
      )}
    </>
  );
}
