import { Suspense, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/me.js';

const Tour = lazy(async () => ({ default: (await import('./tour.js')).Tour }));

const keptAs = 'leerbrug.tour';

/** Where one was, so that a reload goes on there; nothing while the tour is not being taken. */
function keptStep(): number | undefined {
  const kept = sessionStorage.getItem(keptAs);
  return kept === null ? undefined : Number(kept);
}

/** Begins the tour of the demo, leaves it, and finds it again where it was left. */
export function TourButton({ me }: { readonly me: Me | null }) {
  const { t } = useTranslation();
  const [step, setStep] = useState(keptStep);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    sessionStorage.removeItem(keptAs);
    setStep(undefined);
    button.current?.focus();
  };
  const take = (next: number) => {
    sessionStorage.setItem(keptAs, String(next));
    setStep(next);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={step !== undefined}
        onClick={() => (step === undefined ? take(0) : leave())}
      >
        {t('tour')}
      </button>
      {step !== undefined && (
        <Suspense>
          <Tour me={me} place={step} onStep={take} onLeave={leave} />
        </Suspense>
      )}
    </>
  );
}
