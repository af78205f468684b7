import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { demoClockQuery, moveClock, signInToDemo } from '../api/demo.js';
import { whoIsSignedIn, type Me } from '../api/me.js';
import { queries } from '../api/queries.js';
import { Failure } from '../parts/failure.js';
import { sayLongDay, sayTime } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { homeOf } from './navigation.js';
import { TourButton } from './tour-button.js';
import styles from './demo-bar.module.css';

/** The demo's people have fixed ids; their names are words of ours like the rest of it. */
const people = [
  'demo-teacher',
  'demo-school-admin',
  'demo-partner',
  'demo-museum',
  'demo-coordinator',
  'demo-leader',
  'demo-municipality',
  'demo-operator',
] as const;

/** In the demo alone: be somebody else, and let a day pass. */
export function DemoBar({ me }: { readonly me: Me | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const clock = useQuery(demoClockQuery);
  const become = useCommand((personId: string) => signInToDemo(personId), {
    changes: [],
    onDone: () => void arrive(),
  });
  const nextDay = useCommand((advance: string, keyed) => moveClock(advance, keyed), {
    changes: [],
    onDone: () => void queries.invalidateQueries(),
  });
  // Nothing of whoever one was may be asked again as whoever one is now.
  const arrive = async () => window.location.assign(homeOf(await whoIsSignedIn()));
  const error = become.error ?? nextDay.error;
  return (
    <aside aria-label={t('demo')} className={`${styles.bar} not-printed`}>
      <div className={styles.line}>
        <label className={styles.who}>
          <span>{t('demo.who')}</span>
          <select
            value={people.find((id) => id === me?.id) ?? ''}
            disabled={become.isPending}
            onChange={({ currentTarget }) => {
              if (currentTarget.value) become.mutate(currentTarget.value);
            }}
          >
            <option value="">{t('demo.visitor')}</option>
            {people.map((id) => (
              <option key={id} value={id}>
                {t(`demo.person.${id}`)}
              </option>
            ))}
          </select>
        </label>
        <TourButton me={me} />
        <p className={styles.clock}>
          {clock.data && (
            <>
              <span className={styles.now}>
                {t('demo.now', {
                  day: sayLongDay(clock.data.now, language),
                  time: sayTime(clock.data.now, language),
                })}
              </span>{' '}
              <button
                type="button"
                disabled={!me || nextDay.isPending}
                title={me ? undefined : t('demo.clock-needs-somebody')}
                onClick={() => nextDay.mutate('P1D')}
              >
                {t('demo.next-day')}
              </button>
            </>
          )}
        </p>
      </div>
      {error && <Failure error={error} now />}
    </aside>
  );
}
