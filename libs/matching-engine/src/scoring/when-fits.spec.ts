import { aContext, aRequest, aSlot, at, today, tuesday } from '../../test/builders.js';
import { fits } from './fits.js';
import type { OfferSlot, RequestNeed } from './model.js';

function failures(request: Partial<RequestNeed>, slot: Partial<OfferSlot>) {
  return fits(aRequest(request), aSlot(slot), aContext());
}

function failed(request: Partial<RequestNeed>, slot: Partial<OfferSlot>) {
  return failures(request, slot).map(({ condition, by }) => ({ [condition]: by }));
}

const window = { fromDay: tuesday - 10, toDay: tuesday + 10, weekdays: [2, 4], parts: [] };
const morning = { startMinute: at(8.3), endMinute: at(12) };
const afternoon = { startMinute: at(12), endMinute: at(15.3) };
const firm = { promise: 'firm' as const };

describe('not-open', () => {
  it('refuses a closed slot and a paused partner, until the day itself', () => {
    expect(failed({}, { closed: true })).toEqual([{ 'not-open': {} }]);
    expect(failed({}, { pausedUntil: today + 1 })).toEqual([{ 'not-open': { days: 1 } }]);
    expect(failed({}, { pausedUntil: today })).toEqual([]);
  });

  it('says which of the two', () => {
    expect(failures({}, { closed: true, pausedUntil: today + 1 })[0]?.sentence.nl).toBe(
      'Dit moment is niet meer te kiezen.',
    );
    expect(failures({}, { pausedUntil: today + 7 })[0]?.sentence).toEqual({
      nl: 'Machinefabriek Hoekstra neemt tot di 22 dec geen nieuwe aanvragen aan.',
      en: 'Machinefabriek Hoekstra takes no new requests until Tue 22 Dec.',
    });
  });
});

describe('lead-time', () => {
  it('counts whole days from today to the slot', () => {
    expect(failed({}, { leadTimeDays: 28 })).toEqual([]);
    expect(failed({}, { leadTimeDays: 29 })).toEqual([{ 'lead-time': { days: 1 } }]);
  });

  it('takes a slot of today without lead time, and none of yesterday', () => {
    const windows: RequestNeed['windows'] = [];
    expect(failed({ windows }, { day: today, leadTimeDays: 0 })).toEqual([]);
    expect(failed({ windows }, { day: today - 1, leadTimeDays: 0 })).toEqual([{ 'lead-time': { days: 1 } }]);
  });

  it('says how long there is', () => {
    const windows: RequestNeed['windows'] = [];
    const said = (slot: Partial<OfferSlot>) => failures({ windows }, slot)[0]?.sentence.nl;
    expect(said({ day: today })).toBe(
      'Dit is vandaag; Machinefabriek Hoekstra wil het 14 dagen vooraf weten.',
    );
    expect(said({ day: today + 1 })).toBe(
      'Dit is over 1 dag; Machinefabriek Hoekstra wil het 14 dagen vooraf weten.',
    );
    expect(said({ day: today - 1 })).toBe('Dit moment is al voorbij.');
  });
});

describe('partner-closed', () => {
  it('holds both days of a closure', () => {
    const closed = (fromDay: number, toDay: number) => ({ partnerClosedDays: [{ fromDay, toDay }] });
    expect(failed({}, closed(tuesday, tuesday))).toEqual([{ 'partner-closed': {} }]);
    expect(failed({}, closed(tuesday - 3, tuesday))).toEqual([{ 'partner-closed': {} }]);
    expect(failed({}, closed(tuesday + 1, tuesday + 3))).toEqual([]);
    expect(failed({}, closed(tuesday - 3, tuesday - 1))).toEqual([]);
    expect(failed({}, closed(tuesday + 1, tuesday - 1))).toEqual([]);
  });

  it('says which day', () => {
    expect(failures({}, { partnerClosedDays: [{ fromDay: tuesday, toDay: tuesday }] })[0]?.sentence.nl).toBe(
      'Op di 12 jan is Machinefabriek Hoekstra dicht.',
    );
  });
});

describe('time, the day', () => {
  it('takes both ends of a window and its weekdays', () => {
    expect(failed({ windows: [{ ...window, fromDay: tuesday }] }, {})).toEqual([]);
    expect(failed({ windows: [{ ...window, toDay: tuesday }] }, {})).toEqual([]);
    expect(failed({ windows: [{ ...window, weekdays: [] }] }, { day: tuesday + 1 })).toEqual([]);
    expect(failed({ windows: [] }, { day: tuesday + 300 })).toEqual([]);
  });

  it('says by how many days it misses the nearest wished one', () => {
    expect(failed({ windows: [{ ...window, fromDay: tuesday + 1 }] }, {})).toEqual([{ time: { days: 2 } }]);
    expect(failed({ windows: [{ ...window, toDay: tuesday - 1 }] }, {})).toEqual([{ time: { days: 5 } }]);
    expect(failed({ windows: [window] }, { day: tuesday + 1 })).toEqual([{ time: { days: 1 } }]);
    expect(failed({ windows: [window] }, { day: tuesday - 1 })).toEqual([{ time: { days: 1 } }]);
    expect(failed({ windows: [{ ...window, fromDay: tuesday, weekdays: [1] }] }, {})).toEqual([
      { time: { days: 6 } },
    ]);
    expect(failed({ windows: [{ ...window, toDay: tuesday, weekdays: [3] }] }, {})).toEqual([
      { time: { days: 6 } },
    ]);
    expect(failed({ windows: [{ ...window, fromDay: 1, toDay: 9 }, window] }, { day: tuesday + 18 })).toEqual(
      [{ time: { days: 9 } }],
    );
  });

  it('finds no day in a window that ends before it starts', () => {
    expect(failed({ windows: [{ ...window, fromDay: tuesday + 1, toDay: tuesday - 1 }] }, {})).toEqual([
      { time: {} },
    ]);
  });

  it('says which day', () => {
    expect(failures({ windows: [window] }, { day: tuesday + 1 })[0]?.sentence).toEqual({
      nl: 'Wo 13 jan valt buiten de dagen die de school vraagt.',
      en: 'Wed 13 Jan is not among the days the school asks for.',
    });
  });
});

describe('time, the hours of a firm slot', () => {
  const parts = (...wished: RequestNeed['windows'][number]['parts']) => ({
    windows: [{ ...window, parts: wished }],
  });

  it('must lie inside the wish, to the minute', () => {
    expect(failed(parts(morning), { ...firm, ...morning })).toEqual([]);
    expect(failed(parts(morning), { ...firm, ...morning, startMinute: at(8.29) })).toEqual([
      { time: { minutes: 1 } },
    ]);
    expect(failed(parts(morning), { ...firm, ...morning, endMinute: at(12.01) })).toEqual([
      { time: { minutes: 1 } },
    ]);
  });

  it('may lie in a morning and the afternoon after it, also of two windows', () => {
    const slot = { ...firm, startMinute: at(11), endMinute: at(13) };
    expect(failed(parts(afternoon, morning), slot)).toEqual([]);
    expect(
      failed(
        {
          windows: [
            { ...window, parts: [morning] },
            { ...window, parts: [afternoon] },
          ],
        },
        slot,
      ),
    ).toEqual([]);
    expect(failed(parts(morning, { ...afternoon, startMinute: at(12.01) }), slot)).toEqual([
      { time: { minutes: 60 } },
    ]);
  });

  it('takes parts that lie in each other as one', () => {
    const slot = { ...firm, ...morning };
    expect(failed(parts(morning, { startMinute: at(9), endMinute: at(10) }), slot)).toEqual([]);
  });

  it('leaves out the parts of windows of other days', () => {
    const elsewhere = { ...window, fromDay: tuesday + 1, parts: [afternoon] };
    expect(
      failed({ windows: [{ ...window, parts: [morning] }, elsewhere] }, { ...firm, ...afternoon }),
    ).toEqual([{ time: { minutes: 210 } }]);
  });

  it('never takes a slot that ends when or before it starts', () => {
    expect(failed(parts(), { ...firm, startMinute: at(9), endMinute: at(9) })).toEqual([
      { time: { minutes: 1 } },
    ]);
    expect(failed({ windows: [] }, { ...firm, startMinute: at(9), endMinute: at(8) })).toEqual([
      { time: { minutes: 1 } },
    ]);
  });
});

describe('time, the hours by appointment', () => {
  it('needs an overlap as long as duration × lessons', () => {
    const windows = [{ ...window, parts: [morning] }];
    expect(failed({ windows }, { startMinute: at(10.3), endMinute: at(14) })).toEqual([]);
    expect(failed({ windows }, { startMinute: at(10.31), endMinute: at(14) })).toEqual([
      { time: { minutes: 1 } },
    ]);
    expect(failed({ windows }, { lessonsPerVisit: 2 })).toEqual([]);
    expect(failed({ windows }, { lessonsPerVisit: 2, startMinute: at(9.01) })).toEqual([
      { time: { minutes: 1 } },
    ]);
  });

  it('needs a slot that is long enough itself', () => {
    expect(failed({ windows: [] }, { endMinute: at(10.29) })).toEqual([{ time: { minutes: 1 } }]);
  });

  it('says how much is missing', () => {
    const windows = [{ ...window, parts: [morning] }];
    expect(failures({ windows }, { startMinute: at(11), endMinute: at(14) })[0]?.sentence).toEqual({
      nl: 'Di 12 jan, 11.00–14.00 uur: 30 minuten te weinig binnen de gevraagde tijd (nodig: 90 minuten).',
      en: 'Tue 12 Jan, 11:00–14:00: 30 minutes too little within the time asked (needed: 90 minutes).',
    });
  });
});

describe('school-closed', () => {
  const closedHours = (from: number, to: number, weekday = 2) => ({
    windows: [],
    closedHours: [{ weekday, startMinute: at(from), endMinute: at(to) }],
  });

  it('refuses holidays and study days, both ends included', () => {
    expect(failed({ closedDays: [{ fromDay: tuesday, toDay: tuesday + 6 }] }, {})).toEqual([
      { 'school-closed': {} },
    ]);
    expect(failed({ closedDays: [{ fromDay: tuesday - 6, toDay: tuesday }] }, {})).toEqual([
      { 'school-closed': {} },
    ]);
    expect(failed({ closedDays: [{ fromDay: tuesday + 1, toDay: tuesday + 6 }] }, {})).toEqual([]);
  });

  it('takes the closed hours of that weekday out of the wish', () => {
    expect(failed(closedHours(12, 15.3), firm)).toEqual([]);
    expect(failed(closedHours(11.59, 15.3), firm)).toEqual([{ 'school-closed': { minutes: 1 } }]);
    expect(failed(closedHours(11.59, 15.3, 3), firm)).toEqual([]);
    expect(failed(closedHours(10.3, 11), {})).toEqual([]);
    expect(failed(closedHours(10, 10.31), {})).toEqual([{ 'school-closed': { minutes: 1 } }]);
    expect(failed(closedHours(0, 24), {})).toEqual([{ 'school-closed': { minutes: 90 } }]);
  });

  it('is silent when the wished time alone already does not fit', () => {
    const request = { ...closedHours(0, 24), windows: [{ ...window, parts: [afternoon] }] };
    expect(failed(request, firm)).toEqual([{ time: { minutes: 180 } }]);
  });

  it('says when', () => {
    expect(failures({ closedDays: [{ fromDay: tuesday, toDay: tuesday }] }, {})[0]?.sentence.nl).toBe(
      'Op di 12 jan heeft de school vakantie of een vrije dag.',
    );
    expect(failures(closedHours(8, 15), firm)[0]?.sentence.nl).toBe(
      'Di 12 jan, 9.00–12.00 uur: dan is de school (deels) dicht.',
    );
  });
});
