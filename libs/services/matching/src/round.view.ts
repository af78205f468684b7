import type { Aggregate } from '#libs/runtime';
import type { Round } from './domain/round.js';

/** A round as the API shows it, its certificate also in words. */
export function roundView({ id, state }: Aggregate<Round>) {
  const { nextAt: _, regionId: region, plan, ...round } = state;
  return { id, region, ...round, plan: plan && planView(plan) };
}

function planView(plan: NonNullable<Round['plan']>) {
  if (plan.phase !== 'planned') return plan;
  const { result, ...asked } = plan;
  const { bound, gapPercent, pages: _, ...shown } = result;
  return { ...asked, ...shown, certificate: { bound, gapPercent, sentence: certified(gapPercent) } };
}

function certified(gapPercent: number) {
  const nl = gapPercent.toLocaleString('nl-NL', { maximumFractionDigits: 3 });
  const en = gapPercent.toLocaleString('en-GB', { maximumFractionDigits: 3 });
  return gapPercent === 0
    ? {
        nl: 'Geen enkele verdeling van deze plekken scoort hoger: dat is bewezen.',
        en: 'No other way to give these places scores higher: that is proven.',
      }
    : {
        nl: `Geen enkele verdeling van deze plekken scoort meer dan ${nl} % hoger: dat is bewezen.`,
        en: `No other way to give these places scores more than ${en} % higher: that is proven.`,
      };
}
