import { atField, type WindowBody } from '#libs/contracts';
import { addDays, isTheme, type LocalDate } from '#libs/facts';
import { refuse } from './match.errors.js';

/** @throws matches.theme-unknown */
export function checkThemes(themes: readonly string[]): void {
  themes.forEach((theme, i) => {
    if (!isTheme(theme))
      throw refuse('matches.theme-unknown', atField(`themes[${i}]`, 'theme', `${theme} is no theme`));
  });
}

const longestDays = 731;

/** @throws matches.window-impossible */
export function checkWindows(windows: readonly WindowBody[], today: LocalDate): void {
  windows.forEach(({ from, to }, i) => {
    const wrong = (code: string, message: string) =>
      refuse('matches.window-impossible', atField(`windows[${i}].to`, code, message));
    if (to < from) throw wrong('after-from', `${to} lies before ${from}`);
    if (to < today) throw wrong('in-future', `${to} lies in the past`);
    if (to > addDays(from, longestDays)) throw wrong('two-years', 'a period spans two years at most');
  });
}
