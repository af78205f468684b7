import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Match } from '../api/matches.js';
import { useToday } from '../api/now.js';
import { ownOffersQuery } from '../api/offers.js';
import { organisationQuery } from '../api/organisations.js';
import { peopleQuery } from '../api/people.js';
import { Answered } from '../parts/answered.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { loadOf } from './today.js';
import styles from './today.module.css';

interface PeopleAndLoadProps {
  readonly organisationId: string;
  readonly matches: readonly Match[];
}

/** Who gives what, and how much there is on each plate. */
export function PeopleAndLoad({ organisationId, matches }: PeopleAndLoadProps) {
  const { t } = useTranslation('partner');
  const today = useToday();
  const people = useQuery(peopleQuery({ organisation: organisationId }));
  const offers = (useQuery(ownOffersQuery).data ?? []).filter(
    (offer) => offer.organisationId === organisationId,
  );
  const most = useQuery(organisationQuery(organisationId)).data?.answer.maxPerPersonPerMonth;
  const ours = matches.filter((match) => match.organisationId === organisationId);
  return (
    <section className={styles.section}>
      <h2>{t('load')}</h2>
      {most !== undefined && <p className={styles.quiet}>{t('ceiling.person', { count: most })}</p>}
      <Answered query={people} skeleton={<RowsSkeleton rows={3} />}>
        {(found) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('load.who')}</th>
                <th scope="col">{t('load.gives')}</th>
                <th scope="col">{t('load.month')}</th>
                <th scope="col">{t('load.coming')}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ id, name }) => {
                const load = loadOf(id, ours, offers, today);
                const isFull = most !== undefined && load.month >= most;
                return (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td data-label={t('load.gives')}>{load.offers.join(', ') || t('load.nothing')}</td>
                    <td data-label={t('load.month')}>
                      {load.month} {isFull && <strong>{t('load.full')}</strong>}
                    </td>
                    <td data-label={t('load.coming')}>{load.coming}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Answered>
    </section>
  );
}
