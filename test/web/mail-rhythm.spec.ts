import { readFileSync } from 'node:fs';
import { sayTime } from '../../apps/web/src/say/dates.js';
import { quietMoment } from '../../libs/services/notifications/src/domain/when-to-send.js';

const languages = ['nl', 'en'] as const;
const rhythms = ['each', 'daily', 'weekly'] as const;
// A Monday, after both moments of that day.
const from = Date.parse('2026-11-23T18:00:00+01:00');

describe('the rhythm of mail', () => {
  it.each(languages.flatMap((language) => rhythms.map((rhythm) => [language, rhythm] as const)))(
    'is called in %s by the time at which it goes: %s',
    (language, rhythm) => {
      const words = JSON.parse(readFileSync(`apps/web/src/words/sign-in.${language}.json`, 'utf8')) as Record<
        string,
        string
      >;
      const moment = new Date(quietMoment(from, rhythm)).toISOString();

      expect(words[`preferences.mail.${rhythm}`]).toContain(sayTime(moment, language));
    },
  );
});
