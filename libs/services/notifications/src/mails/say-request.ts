import { dayparts, sayDay, weekdays, type Lang } from '#libs/facts';
import type { RequestView, Words } from '../owners/views.js';
import { pupilsWords } from './say-groups.js';
import { listed } from './say.js';

export function sayRequestPupils({ groups }: RequestView, lang: Lang): string {
  return pupilsWords(groups, lang, groups);
}

/** Every wished period on a line of its own. */
export function sayWindows({ windows }: RequestView, lang: Lang, today: string): string {
  return windows.map((window) => sayWindow(window, lang, today)).join('\n');
}

/** "ma 11 jan – vr 12 feb, di en do, ochtend" */
function sayWindow(window: RequestView['windows'][number], lang: Lang, today: string): string {
  const days = window.weekdays?.length
    ? weekdays.filter((day) => window.weekdays?.includes(day)).map((day) => dayNames[day][lang])
    : [];
  const parts = (window.parts ?? []).map((part) => dayparts[part].label[lang]);
  return [
    `${sayDay(window.from, lang, today)} – ${sayDay(window.to, lang, today)}`,
    listed(days, lang),
    listed(parts, lang),
  ]
    .filter(Boolean)
    .join(', ');
}

const dayNames: Record<(typeof weekdays)[number], Words> = {
  mon: { nl: 'ma', en: 'Mon' },
  tue: { nl: 'di', en: 'Tue' },
  wed: { nl: 'wo', en: 'Wed' },
  thu: { nl: 'do', en: 'Thu' },
  fri: { nl: 'vr', en: 'Fri' },
  sat: { nl: 'za', en: 'Sat' },
  sun: { nl: 'zo', en: 'Sun' },
};
