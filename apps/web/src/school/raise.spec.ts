import type { Group } from '../api/schools.js';
import { bodyOf, calendarOf } from './calendar-words.js';
import { raised } from './raise.js';

const aGroup = (name: string, grades: string[], changes: Partial<Group> = {}): Group => ({
  ...{ id: name, rev: 1, schoolLocationId: 'a-school', schoolYear: '2026-2027', sector: 'po' },
  ...{ name, grades, levels: [], pupils: 24, teachers: [], state: 'known', ...changes },
});

describe('next year’s classes', () => {
  it('are a grade higher, by name too; the last grade leaves', () => {
    const next = raised([aGroup('5A', ['5']), aGroup('7/8B', ['7', '8']), aGroup('8', ['8'])], []);

    expect(next.map(({ name, grades }) => [name, grades])).toEqual([
      ['6A', ['6']],
      ['8B', ['8']],
    ]);
  });

  it('are not made twice, nor of classes that are no more', () => {
    expect(raised([aGroup('5A', ['5'])], [aGroup('6A', ['6'])])).toEqual([]);
    expect(raised([aGroup('5A', ['5'], { state: 'left' })], [])).toEqual([]);
  });
});

describe('the calendar on the form', () => {
  it('comes back as it was, without what was left empty', () => {
    const calendar = {
      holidays: [{ from: '2027-02-20', to: '2027-02-28', name: 'Voorjaar' }],
      studyDays: ['2027-03-12'],
      hours: [{ weekday: 'mon' as const, from: '08:30', to: '14:45' }],
      parts: [],
      vogPolicy: 'none' as const,
    };
    const { parts: _, ...sent } = calendar;

    expect(bodyOf(calendarOf(calendar))).toEqual(sent);
    const words = calendarOf(calendar);
    expect(
      bodyOf({
        ...words,
        holidays: [...words.holidays, { name: '', from: '', to: '' }],
        studyDays: ['', ''],
      }),
    ).toMatchObject({ holidays: sent.holidays, studyDays: [] });
  });
});
