import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas } from './areas.js';

const source = join(__dirname, '..');

function wordsOf(area: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(__dirname, `${area}.${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
}

const all = new Map(
  areas.map((area) => [area as string, { nl: wordsOf(area, 'nl'), en: wordsOf(area, 'en') }]),
);
const holes = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
const stem = (key: string) => key.replace(/_(zero|one|other)$/, '');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(entry.name) && !/\.spec\.|\.gen\.|\.d\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** `t('key')` in the file's own areas, `t('area:key')` in any. Keys put together at run time the compiler checks. */
function keysUsed(code: string): { areas: string[]; key: string }[] {
  const own = [...code.matchAll(/useTranslation\(\s*\[?([^)\]]*)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([\w-]+)'/g)].map(([, area = '']) => area),
  );
  return [...code.matchAll(/\bt\(\s*'([^'$]+)'/g)].map(([, full = '']) => {
    const [area, key] = full.includes(':') ? full.split(':', 2) : [undefined, full];
    return { areas: area ? [area] : own.length > 0 ? own : ['common'], key: key ?? '' };
  });
}

describe.each(areas.map((area) => [area]))('the words of %s', (area) => {
  const { nl, en } = all.get(area) ?? { nl: {}, en: {} };

  it('are the same keys in both languages, each with the same blanks and none empty', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
    for (const [key, sentence] of Object.entries(nl)) {
      expect([key, holes(en[key] ?? '')]).toEqual([key, holes(sentence)]);
      expect([key, sentence.trim() === '', (en[key] ?? '').trim() === '']).toEqual([key, false, false]);
    }
  });

  it('say "u" nowhere, and no "match"', () => {
    const wrong = Object.entries(nl).filter(([, sentence]) => /\b(u|uw|match|matches)\b/i.test(sentence));
    expect(wrong).toEqual([]);
  });
});

describe('the words that screens use', () => {
  it('exist', () => {
    const unknown = filesIn(source).flatMap((file) =>
      keysUsed(readFileSync(file, 'utf8'))
        .filter(
          ({ areas: among, key }) =>
            !among.some((area) =>
              Object.keys(all.get(area)?.nl ?? {}).some((each) => stem(each) === key || each === key),
            ),
        )
        .map(({ key }) => `${file}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('what the server refuses', () => {
  it('has a sentence in both languages', () => {
    const documented = readFileSync(join(source, '../../../docs/errors.md'), 'utf8');
    const codes = [...documented.matchAll(/<a id="([^"]+)">/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(150);
    expect(codes.filter((code) => !(code in (all.get('problems')?.nl ?? {})))).toEqual([]);
  });
});
