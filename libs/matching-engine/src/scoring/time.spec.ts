import { aRequest, aSlot, at, tuesday } from '../../test/builders.js';
import { appointmentWindow, timeFits } from './time.js';

const day = { fromDay: tuesday, toDay: tuesday, weekdays: [] };
const hours = (from: number, to: number) => ({ startMinute: at(from), endMinute: at(to) });

describe('appointmentWindow', () => {
  it('is where slot and wish overlap', () => {
    const request = aRequest({ windows: [{ ...day, parts: [hours(8.3, 11)] }] });

    expect(appointmentWindow(request, aSlot(hours(9, 12)))).toEqual([hours(9, 11)]);
  });

  it('leaves out overlaps that are too short', () => {
    const request = aRequest({
      windows: [{ ...day, parts: [hours(8.3, 10.3), hours(11, 12.29), hours(13, 15)] }],
    });

    expect(appointmentWindow(request, aSlot(hours(9, 16)))).toEqual([hours(9, 10.3), hours(13, 15)]);
  });

  it('leaves out the closed hours of the school on that weekday', () => {
    const closed = (weekday: number) =>
      aRequest({ windows: [], closedHours: [{ weekday, ...hours(11, 12) }] });

    expect(appointmentWindow(closed(2), aSlot(hours(9, 14)))).toEqual([hours(9, 11), hours(12, 14)]);
    expect(appointmentWindow(closed(3), aSlot(hours(9, 14)))).toEqual([hours(9, 14)]);
  });

  it('is the whole firm slot or nothing', () => {
    const request = aRequest({ windows: [{ ...day, parts: [hours(8.3, 11)] }] });

    expect(appointmentWindow(request, aSlot({ promise: 'firm', ...hours(9, 11) }))).toEqual([hours(9, 11)]);
    expect(appointmentWindow(request, aSlot({ promise: 'firm', ...hours(9, 12) }))).toEqual([]);
  });

  it('is empty on a day on which school or partner is closed, or that nobody wished', () => {
    const closed = [{ fromDay: tuesday, toDay: tuesday }];

    expect(appointmentWindow(aRequest({ closedDays: closed }), aSlot())).toEqual([]);
    expect(appointmentWindow(aRequest(), aSlot({ partnerClosedDays: closed }))).toEqual([]);
    expect(appointmentWindow(aRequest(), aSlot({ day: tuesday + 1 }))).toEqual([]);
  });
});

describe('timeFits', () => {
  const request = aRequest({ windows: [{ ...day, parts: [hours(8.3, 10.3), hours(13, 15)] }] });
  const slot = aSlot(hours(9, 16));

  it.each([
    [9, 10.3],
    [9.15, 10],
    [13, 15],
  ])('takes %f–%f', (from, to) => {
    expect(timeFits(request, slot, hours(from, to))).toBe(true);
  });

  it.each([
    [8.59, 10.3],
    [9, 10.31],
    [10, 14],
    [10, 10],
    [10, 9.3],
  ])('refuses %f–%f', (from, to) => {
    expect(timeFits(request, slot, hours(from, to))).toBe(false);
  });
});

describe('weekdays', () => {
  it('are right from 1969 to 2028', () => {
    const onWeekday = (date: string, weekday: number) => {
      const asked = Date.parse(date) / 86_400_000;
      const window = { fromDay: asked, toDay: asked, weekdays: [weekday], parts: [] };
      return appointmentWindow(aRequest({ windows: [window] }), aSlot({ day: asked })).length === 1;
    };

    expect(onWeekday('1969-12-22', 1)).toBe(true);
    expect(onWeekday('1970-01-01', 4)).toBe(true);
    expect(onWeekday('2028-02-29', 2)).toBe(true);
    expect(onWeekday('2027-01-17', 7)).toBe(true);
    expect(onWeekday('2027-01-17', 1)).toBe(false);
  });
});
