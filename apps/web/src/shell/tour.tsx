import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { signInToDemo } from '../api/demo.js';
import type { Me } from '../api/me.js';
import { Failure } from '../parts/failure.js';
import styles from './tour.module.css';

/** Who one is at each step, and where it is seen. */
const steps = [
  { id: 'catalogue', to: '/', person: undefined },
  { id: 'ask', to: '/aanvragen/nieuw', person: 'demo-teacher' },
  { id: 'board', to: '/bord', person: 'demo-coordinator' },
  { id: 'appointment', to: '/vandaag', person: 'demo-partner' },
  { id: 'figures', to: '/cijfers', person: 'demo-municipality' },
] as const;

interface TourProps {
  readonly me: Me | null;
  /** Which step, from 0. */
  readonly place: number;
  readonly onStep: (place: number) => void;
  readonly onLeave: () => void;
}

/** The demo in five steps, each as whoever does it. */
export function Tour({ me, place, onStep, onLeave }: TourProps) {
  const { t } = useTranslation('tour');
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const become = useCommand((personId: string) => signInToDemo(personId), { changes: [] });
  const step = steps[place] ?? steps[0];
  const isLast = place + 1 >= steps.length;
  useEffect(() => box.current?.focus({ preventScroll: true }), [place]);

  const go = async (next: number) => {
    const to = steps[next];
    if (!to) return onLeave();
    if (to.person && to.person !== me?.id) {
      await become.mutateAsync(to.person);
      onStep(next);
      // Nothing of whoever one was may be asked again as whoever one is now.
      return window.location.assign(to.to);
    }
    await navigate({ to: to.to });
    onStep(next);
  };
  // What failed stands in the box.
  const goTo = (next: number) => void go(next).catch(() => undefined);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="dialog"
      aria-labelledby="tour-title"
      aria-describedby="tour-text"
      className={styles.box}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onLeave();
      }}
    >
      <p className={styles.place}>{t('place', { place: place + 1, of: steps.length })}</p>
      <p id="tour-title" className={styles.title}>
        {t(step.id)}
      </p>
      <p id="tour-text" className={styles.text}>
        {t(`${step.id}.text`)}
      </p>
      {become.error && <Failure error={become.error} now />}
      <div className={styles.buttons}>
        <button type="button" disabled={become.isPending} onClick={() => goTo(place + 1)}>
          {t(isLast ? 'done' : 'next')}
        </button>
        {place > 0 && (
          <button type="button" disabled={become.isPending} onClick={() => goTo(place - 1)}>
            {t('back')}
          </button>
        )}
        {!isLast && (
          <button type="button" onClick={onLeave}>
            {t('leave')}
          </button>
        )}
      </div>
    </div>
  );
}
