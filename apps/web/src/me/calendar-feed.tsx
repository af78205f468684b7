import { Button, CopyButton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarFeedQuery, makeCalendarFeed, stopCalendarFeed } from '../api/calendar-feed.js';
import { useCommand } from '../api/commands.js';
import { Answered } from '../parts/answered.js';
import { Failure } from '../parts/failure.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { sayDay } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import styles from './me.module.css';

/** An address for the own calendar program: made, made anew, stopped. */
export function CalendarFeed() {
  const { t } = useTranslation('sign-in');
  const language = useLanguage();
  const feed = useQuery(calendarFeedQuery);
  const make = useCommand(makeCalendarFeed, { changes: ['me'] });
  const stop = useCommand(stopCalendarFeed, {
    changes: ['me'],
    onDone: () => {
      make.reset();
      toast(t('feed.stopped'));
    },
  });
  const failed = make.error ?? stop.error;
  return (
    <>
      <p>{t('feed.about')}</p>
      {failed && <Failure error={failed} now />}
      <Answered query={feed} skeleton={<RowsSkeleton rows={1} />}>
        {({ madeAt }) => (
          <>
            {make.data ? (
              <Address url={make.data.url} />
            ) : (
              madeAt && <p>{t('feed.since', { day: sayDay(madeAt, language, true) })}</p>
            )}
            <div className={styles.buttons}>
              <Button
                variant={madeAt ? 'default' : 'filled'}
                loading={make.isPending}
                onClick={() => make.mutate('make')}
              >
                {t(madeAt ? 'feed.renew' : 'feed.make')}
              </Button>
              {madeAt && (
                <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
                  {t('feed.stop')}
                </Button>
              )}
            </div>
          </>
        )}
      </Answered>
    </>
  );
}

function Address({ url }: { readonly url: string }) {
  const { t } = useTranslation('sign-in');
  return (
    <div className={styles.address}>
      <TextInput
        readOnly
        label={t('feed.address')}
        description={t('feed.once')}
        value={url}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button mt={8} onClick={copy}>
            {t(copied ? 'feed.copied' : 'feed.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
