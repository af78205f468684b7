import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesQuery, type Match } from '../api/matches.js';
import { meQuery, type Me } from '../api/me.js';
import { useNow } from '../api/now.js';
import { OnlySignedIn } from './only-signed-in.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { AppointmentLine } from './appointment-line.js';
import { inOrder } from './story.js';
import styles from './appointment.module.css';

/** Everything that was agreed or asked: what waits for you, what comes, what was. */
export function AppointmentsScreen() {
  const { t } = useTranslation(['appointments', 'common']);
  const me = useQuery(meQuery);
  const matches = useQuery({ ...matchesQuery, enabled: me.data != null });
  const isSchool = (me.data?.schoolLocations.length ?? 0) > 0;
  const isPartner = (me.data?.organisations.length ?? 0) > 0;
  if (me.data === null)
    return (
      <Page title={t('common:nav.appointments')}>
        <OnlySignedIn />
      </Page>
    );
  return (
    <Page
      title={t('common:nav.appointments')}
      wide
      action={
        (isSchool || isPartner) && (
          <LinkButton to="/afspraken/vastleggen" variant="default">
            {t('arrange')}
          </LinkButton>
        )
      }
    >
      <Answered query={matches} skeleton={<RowsSkeleton rows={6} />}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              title={t('none')}
              next={
                isSchool ? (
                  <LinkButton to="/aanvragen/nieuw">{t('none.ask')}</LinkButton>
                ) : (
                  <LinkButton to="/">{t('none.catalogue')}</LinkButton>
                )
              }
            >
              {t('none.now')}
            </Empty>
          ) : (
            <Parts matches={items} me={me.data ?? null} />
          )
        }
      </Answered>
    </Page>
  );
}

const atOnce = 12;

function Parts({ matches, me }: { readonly matches: readonly Match[]; readonly me: Me | null }) {
  const { t } = useTranslation('appointments');
  const { waiting, coming, past } = inOrder(matches, me, useNow());
  return (
    <>
      {waiting.length > 0 && <Lines title={t('list.waiting')} matches={waiting} me={me} />}
      {coming.length > 0 ? (
        <Lines title={t('list.coming')} matches={coming} me={me} />
      ) : (
        <section className={styles.section}>
          <h2>{t('list.coming')}</h2>
          <p>{t('list.coming.none')}</p>
        </section>
      )}
      {past.length > 0 && <Lines title={t('list.past')} matches={past} me={me} />}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly matches: readonly Match[];
  readonly me: Me | null;
}

function Lines({ title, matches, me }: LinesProps) {
  const { t } = useTranslation('appointments');
  const [shown, setShown] = useState(atOnce);
  const more = matches.length - shown;
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <ul className={styles.lines}>
        {matches.slice(0, shown).map((match) => (
          <AppointmentLine key={match.id} match={match} me={me} />
        ))}
      </ul>
      {more > 0 && (
        <Button variant="default" mt={16} onClick={() => setShown(shown + atOnce)}>
          {t('list.more', { count: Math.min(more, atOnce) })}
        </Button>
      )}
    </section>
  );
}
