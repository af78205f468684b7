import { Popover } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signInToDemo } from '../api/demo.js';
import { meQuery, type Me } from '../api/me.js';
import { useCommand } from '../api/commands.js';
import { Failure } from '../parts/failure.js';
import styles from './tour.module.css';

/** Who one is at each step, and where it is seen. */
const steps = [
  { id: 'catalogue', to: '/', person: undefined },
  { id: 'ask', to: '/aanvragen/nieuw', person: 'demo-teacher' },
  { id: 'board', to: '/bord', person: 'demo-coordinator' },
  { id: 'appointment', to: '/afspraken', person: 'demo-partner' },
  { id: 'figures', to: '/cijfers', person: 'demo-municipality' },
] as const;
type Step = (typeof steps)[number];

const keptAs = 'leerbrug.tour';

/** Where one was, so that a reload goes on there; outside the steps when it is not being taken. */
const keptStep = (): number => Number(sessionStorage.getItem(keptAs) ?? -1);

/** The demo in five steps, each as whoever does it; left with Escape and found again under the same button. */
export function Tour({ me }: { readonly me: Me | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [place, setPlace] = useState(keptStep);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const become = useCommand((personId: string) => signInToDemo(personId), { changes: [] });
  const step: Step | undefined = steps[place];
  useEffect(() => {
    if (step) box.current?.focus();
  }, [step]);

  const keep = (next: number) => {
    sessionStorage.setItem(keptAs, String(next));
    setPlace(next);
  };
  const go = async (next: number) => {
    const to = steps[next];
    if (!to) return leave();
    if (to.person && to.person !== me?.id) {
      await become.mutateAsync(to.person);
      await queries.resetQueries();
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    }
    keep(next);
    await navigate({ to: to.to });
    box.current?.focus();
  };
  const leave = () => {
    keep(-1);
    button.current?.focus();
  };
  const goTo = (next: number) => void go(next).catch(() => undefined);
  return (
    <Popover
      opened={step !== undefined}
      position="bottom-start"
      width="min(360px, calc(100vw - 32px))"
      withArrow
      shadow="md"
      withinPortal={false}
      trapFocus={false}
      returnFocus={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withRoles={false}
    >
      <Popover.Target>
        <button
          ref={button}
          type="button"
          aria-expanded={step !== undefined}
          disabled={become.isPending}
          onClick={() => (step ? leave() : goTo(0))}
        >
          {t('tour')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.box ?? ''}>
        {step && (
          <div
            ref={box}
            tabIndex={-1}
            role="dialog"
            aria-labelledby="tour-title"
            aria-describedby="tour-text"
            className={styles.inside}
            onKeyDown={({ key }) => {
              if (key === 'Escape') leave();
            }}
          >
            <p className={styles.place}>{t('tour.place', { place: place + 1, of: steps.length })}</p>
            <p id="tour-title" className={styles.title}>
              {t(`tour.${step.id}`)}
            </p>
            <p id="tour-text" className={styles.text}>
              {t(`tour.${step.id}.text`)}
            </p>
            {become.error && <Failure error={become.error} now />}
            <div className={styles.buttons}>
              <button type="button" disabled={become.isPending} onClick={() => goTo(place + 1)}>
                {t(place + 1 < steps.length ? 'tour.next' : 'tour.done')}
              </button>
              {place > 0 && (
                <button type="button" disabled={become.isPending} onClick={() => goTo(place - 1)}>
                  {t('tour.back')}
                </button>
              )}
              {place + 1 < steps.length && (
                <button type="button" onClick={leave}>
                  {t('tour.leave')}
                </button>
              )}
            </div>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
