import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callsToUsQuery } from '../api/calls.js';
import { matchesQuery, type Match } from '../api/matches.js';
import { meQuery, type Me } from '../api/me.js';
import { useNow } from '../api/now.js';
import { AppointmentLine } from '../appointment/appointment-line.js';
import appointments from '../appointment/appointment.module.css';
import { OnlyForPartners, isPartner } from '../offers/only-for-partners.js';
import { Answered } from '../parts/answered.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { sayLongDay } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { CallsToUs } from './calls-to-us.js';
import { HoursToConfirm } from './hours-to-confirm.js';
import { PeopleAndLoad } from './people-and-load.js';
import { Question } from './question.js';
import { todayOf } from './today.js';
import styles from './today.module.css';

/** What a partner sees first: what waits, what comes, what was said. */
export function TodayScreen() {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const now = useNow();
  const me = useQuery(meQuery);
  const mayLook = isPartner(me.data ?? null);
  const matches = useQuery({ ...matchesQuery, enabled: mayLook });
  return (
    <Page title={t('today')} intro={sayLongDay(now, language)} wide>
      {me.data !== undefined && !mayLook ? (
        <OnlyForPartners me={me.data} />
      ) : (
        <Answered query={matches} skeleton={<RowsSkeleton rows={6} />}>
          {(items) => me.data && <Day matches={items} me={me.data} />}
        </Answered>
      )}
    </Page>
  );
}

function Day({ matches, me }: { readonly matches: readonly Match[]; readonly me: Me }) {
  const { t } = useTranslation('partner');
  const { asked, toCount, coming, isThisWeek, thanked } = todayOf(matches, me, useNow());
  const calls = (useQuery(callsToUsQuery).data?.items ?? []).filter(({ state }) => state === 'open');
  const waiting = asked.length + toCount.length + calls.length;
  return (
    <>
      <section className={styles.section}>
        <h2>{waiting > 0 ? t('today.waiting', { count: waiting }) : t('today.waiting.none')}</h2>
        {waiting === 0 && (
          <p className={styles.quiet}>
            {t('today.waiting.none.now')}{' '}
            <LinkButton to="/vraag" variant="subtle" size="compact-md">
              {t('today.see-demand')}
            </LinkButton>
          </p>
        )}
        <div className={styles.cards}>
          {asked.map((match) => (
            <Question key={match.id} match={match} />
          ))}
        </div>
        <CallsToUs calls={calls} />
        <HoursToConfirm matches={toCount} />
      </section>
      <section className={styles.section}>
        <h2>{t(isThisWeek ? 'today.week' : 'today.next')}</h2>
        {coming.length === 0 ? (
          <p className={styles.quiet}>{t('today.week.none')}</p>
        ) : (
          <ul className={appointments.lines}>
            {coming.map((match) => (
              <AppointmentLine key={match.id} match={match} me={me} />
            ))}
          </ul>
        )}
      </section>
      <Thanks matches={thanked} />
      {me.organisations.map(({ id }) => (
        <PeopleAndLoad key={id} organisationId={id} matches={matches} />
      ))}
    </>
  );
}

const fewest = 4;

function Thanks({ matches }: { readonly matches: readonly Match[] }) {
  const { t } = useTranslation('partner');
  if (matches.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('thanks')}</h2>
      <ul className={styles.thanks}>
        {matches.slice(0, fewest).map(({ id, title, evaluation, groups }) => (
          <li key={id}>
            <blockquote>{evaluation?.school?.words}</blockquote>
            <p className={styles.quiet}>
              {title} · {groups.map(({ name }) => name).join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
