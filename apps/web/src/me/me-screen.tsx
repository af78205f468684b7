import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../parts/link-button.js';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { endSession, meQuery, sessionsQuery } from '../api/me.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Failure } from '../parts/failure.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { sayDay, sayTime } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { CalendarFeed } from './calendar-feed.js';
import { MailPreferences } from './mail-preferences.js';
import { Passkeys } from './passkeys.js';
import styles from './me.module.css';

/** Who one is here, and on which devices one is signed in. */
export function MeScreen() {
  const { t } = useTranslation('sign-in');
  const me = useQuery(meQuery);
  return (
    <Page title={me.data?.name ?? t('me')} intro={me.data?.email}>
      <Answered query={me} skeleton={<RowsSkeleton />}>
        {(who) =>
          who ? (
            <>
              <h2 id="mail" className={styles.part}>
                {t('preferences')}
              </h2>
              <MailPreferences />
              <h2 className={styles.part}>{t('feed')}</h2>
              <CalendarFeed />
              <h2 className={styles.part}>{t('passkeys')}</h2>
              <Passkeys />
              <h2 className={styles.part}>{t('sessions')}</h2>
              <p>{t('sessions.about')}</p>
              <Sessions />
            </>
          ) : (
            <Empty
              title={t('me.nobody')}
              next={
                <LinkButton to="/inloggen" search={{ terug: '/ik' }}>
                  {t('sign-in')}
                </LinkButton>
              }
            />
          )
        }
      </Answered>
    </Page>
  );
}

function Sessions() {
  const { t } = useTranslation('sign-in');
  const language = useLanguage();
  const sessions = useQuery(sessionsQuery);
  const end = useCommand(endSession, { changes: ['me'], onDone: () => toast(t('sessions.ended')) });
  return (
    <Answered query={sessions} skeleton={<RowsSkeleton rows={2} />}>
      {({ items }) => (
        <>
          {end.error && <Failure error={end.error} now />}
          <ul className={styles.sessions}>
            {items.map(({ id, label, lastSeenAt, current }) => (
              <li key={id}>
                <div>
                  <strong>{label}</strong>
                  <span>
                    {current
                      ? t('sessions.this')
                      : t('sessions.seen', {
                          day: sayDay(lastSeenAt, language),
                          time: sayTime(lastSeenAt, language),
                        })}
                  </span>
                </div>
                {!current && (
                  <Button
                    variant="default"
                    loading={end.isPending && end.variables === id}
                    onClick={() => end.mutate(id)}
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Answered>
  );
}
