import { atField, type PreferredBody, type WindowBody } from '#libs/contracts';
import { addDays, isGoal, isTheme, isWhollyClosed, localDateOf } from '#libs/facts';
import type { SchoolLocation } from './school-location.js';
import { refuse } from './request.errors.js';

export function checkThemes(themes: readonly string[]): void {
  themes.forEach((theme, i) => {
    if (!isTheme(theme)) {
      throw refuse(
        'requests.theme-unknown',
        atField(`themes[${i}]`, 'theme', `${theme} is not a theme of the taxonomy`),
      );
    }
  });
}

export function checkGoals(goals: readonly string[]): void {
  goals.forEach((goal, i) => {
    if (!isGoal(goal)) {
      throw refuse(
        'requests.goal-unknown',
        atField(`goals[${i}]`, 'goal', `${goal} is not a goal of the taxonomy`),
      );
    }
  });
}

export function checkPreferred(preferred: readonly PreferredBody[]): void {
  preferred.forEach(({ offerId, organisationId }, i) => {
    if ((offerId == null) === (organisationId == null)) {
      throw refuse(
        'requests.preferred-incomplete',
        atField(`preferred[${i}]`, 'one-of', 'needs offerId or organisationId'),
      );
    }
  });
}

/** Each window must lie ahead and hold a day on which that school is open. */
export function checkWindows(windows: readonly WindowBody[], location: SchoolLocation, now: number): void {
  const today = localDateOf(now);
  windows.forEach(({ from, to }, i) => {
    const at = `windows[${i}]`;
    if (to < from)
      throw refuse(
        'requests.window-backwards',
        atField(`${at}.to`, 'after-from', `${to} lies before ${from}`),
      );
    if (to < today)
      throw refuse('requests.window-in-past', atField(`${at}.to`, 'in-future', `${to} lies in the past`));
    if (to > addDays(from, 731)) {
      throw refuse(
        'requests.window-too-long',
        atField(`${at}.to`, 'two-years', 'a period spans two years at most'),
      );
    }
    if (isWhollyClosed(location, from < today ? today : from, to)) {
      throw refuse(
        'requests.window-in-holiday',
        atField(at, 'school-open', `the school is closed from ${from} to ${to}`),
      );
    }
  });
}
