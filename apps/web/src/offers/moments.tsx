import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchesQuery } from '../api/matches.js';
import { useNow } from '../api/now.js';
import type { Offer } from '../api/offers.js';
import { Failure } from '../parts/failure.js';
import { localDateOf, saySpan } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { DayDialog } from './day-dialog.js';
import { momentsOf, stateOf, type Moment } from './moment.js';
import { MomentDialog } from './moment-dialog.js';
import { MomentFacts } from './moment-facts.js';
import { useBlock } from './use-block.js';
import { PatternForm } from './pattern-form.js';
import styles from './offers.module.css';

const MomentsCalendar = lazy(async () => ({
  default: (await import('./moments-calendar.js')).MomentsCalendar,
}));

const atOnce = 8;
const live = ['holding', 'option', 'asked', 'confirmed'];

/** When this can be: on a calendar, and as a list to act upon. */
export function Moments({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('partner');
  const now = useNow();
  const matches = useQuery(matchesQuery).data ?? [];
  const [day, setDay] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [adds, setAdds] = useState(false);
  const of = (slotId: string) =>
    matches
      .filter(
        ({ state, sessions }) => live.includes(state) && sessions.some((each) => each.slotId === slotId),
      )
      .map(({ id }) => id);
  const moments = momentsOf(offer, of, now);
  const coming = moments.filter(({ isOver }) => !isOver);
  const open = moments.find(({ id }) => id === chosen);
  const mayChange = offer.state !== 'withdrawn';
  return (
    <>
      {mayChange && (
        <div className={styles.besides}>
          <Button variant={coming.length === 0 ? 'filled' : 'default'} onClick={() => setAdds(true)}>
            {t('moment.add')}
          </Button>
        </div>
      )}
      {mayChange && <PatternForm key={offer.rev} offer={offer} isFirst={coming.length === 0} />}
      <Suspense fallback={<Skeleton height={420} mt={24} />}>
        <MomentsCalendar
          moments={moments}
          closedOn={offer.closedOn}
          onDay={(date) => mayChange && setDay(date)}
          onMoment={setChosen}
        />
      </Suspense>
      <Coming coming={coming} mayChange={mayChange} onMore={setChosen} />
      {(day !== undefined || adds) && (
        <DayDialog
          offer={offer}
          day={day}
          hasAppointments={coming.some((moment) => localDateOf(moment.start) === day && moment.promised > 0)}
          onClose={() => {
            setDay(undefined);
            setAdds(false);
          }}
        />
      )}
      {open && (
        <MomentDialog
          key={open.id}
          moment={open}
          mayChange={mayChange && !open.isOver}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

interface ComingProps {
  readonly coming: readonly Moment[];
  readonly mayChange: boolean;
  readonly onMore: (id: string) => void;
}

/** The same as a list: given away elsewhere in one tap. */
function Coming({ coming, mayChange, onMore }: ComingProps) {
  const { t } = useTranslation('partner');
  const language = useLanguage();
  const [shown, setShown] = useState(atOnce);
  const block = useBlock();
  if (coming.length === 0) return <p className={styles.quiet}>{t('moments.none')}</p>;
  return (
    <section className={styles.section}>
      <h2>{t('moments.coming')}</h2>
      {block.error && <Failure error={block.error} now />}
      <ul className={styles.moments}>
        {coming.slice(0, shown).map((moment) => {
          const { id, start, end, groups, blocked } = moment;
          return (
            <li key={id}>
              <span className={styles.when}>{saySpan(start, end, language)}</span>
              <span className={styles.quiet}>
                <MomentFacts moment={moment} />
              </span>
              {mayChange && (
                <span className={styles.momentButtons}>
                  {stateOf(moment) !== 'appointment' && (
                    <Button
                      variant="default"
                      loading={block.isPending && block.variables.id === id}
                      onClick={() => block.mutate({ id, groups: blocked > 0 ? 0 : groups })}
                    >
                      {t(blocked > 0 ? 'moment.unblock' : 'moment.block')}
                    </Button>
                  )}
                  <Button variant="subtle" onClick={() => onMore(id)}>
                    {t('moment.more')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {coming.length > shown && (
        <Button variant="default" mt={12} onClick={() => setShown(shown + 20)}>
          {t('moments.more', { count: Math.min(20, coming.length - shown) })}
        </Button>
      )}
    </section>
  );
}
