import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../say/language.js';
import type { Area } from './areas.js';
import catalogue from './catalogue.nl.json';
import common from './common.nl.json';

const files = import.meta.glob<Record<string, string>>(
  ['./*.{nl,en}.json', '!./{catalogue,common}.nl.json'],
  { import: 'default' },
);
const firstTouch = ['pointerdown', 'keydown'] as const;
const keptAs = 'leerbrug.language';

export function languageKept(): Language {
  return localStorage.getItem(keptAs) === 'en' ? 'en' : 'nl';
}

/**
 * Words come per area and language, when a screen first needs them; `common` is always there, with what says that there
 * is no network. What most people see first is there in Dutch without being asked for. `problems` comes at the first touch: before that nothing of anybody's can be refused.
 */
export async function startWords(): Promise<void> {
  await i18next
    .use({
      type: 'backend' as const,
      init() {},
      read: (language: string, area: string, done: (error: Error | null, words?: object) => void) => {
        files[`./${area}.${language}.json`]?.().then(
          (words) => done(null, words),
          (error: unknown) => done(error as Error),
        );
      },
    })
    .use(initReactI18next)
    .init({
      lng: languageKept(),
      supportedLngs: ['nl', 'en'],
      fallbackLng: false,
      ns: ['common'],
      resources: { nl: { catalogue, common } },
      partialBundledLanguages: true,
      // Whatever is missing is asked for now, while the screen's own code and answers are.
      initAsync: false,
      defaultNS: 'common',
      keySeparator: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  for (const touch of firstTouch)
    window.addEventListener(touch, () => void loadWords('problems'), { once: true, passive: true });
}

/** For the loader of a route: its words come together with its code, not after it. */
export function loadWords(...areas: Area[]): Promise<void> {
  return i18next.loadNamespaces(areas);
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem(keptAs, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
