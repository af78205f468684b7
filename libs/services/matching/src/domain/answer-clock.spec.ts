import * as fc from 'fast-check';
import { isPublicHoliday, toOffsetIso } from '#libs/facts';
import { clocksOf, latestAnswer, nextStageAt, pushedBack, stagesOf } from './answer-clock.js';
import type { Stages } from './what-waits.js';

const hour = 60 * 60_000;
const pace = { nudge: 3, attention: 5, release: 7 };
const at = (text: string) => Date.parse(text);
const limits = { start: at('2027-06-01T09:00:00+02:00'), leadTimeDays: 0, isFree: isPublicHoliday };
const spoken = ({ nudgeAt, attentionAt, releaseAt }: Stages) =>
  [nudgeAt, attentionAt, releaseAt].map(toOffsetIso);

describe('the stages of a question', () => {
  it('are three, five and seven working days after it was delivered, the last of them all of its day', () => {
    expect(spoken(stagesOf(at('2026-11-23T09:00:00+01:00'), pace, limits))).toEqual([
      '2026-11-26T09:00:00+01:00',
      '2026-11-30T09:00:00+01:00',
      '2026-12-02T23:59:00+01:00',
    ]);
  });

  it.each([
    ['spring', '2027-03-24T16:30:00+01:00', '2027-03-31T16:30:00+02:00', '2027-04-06T23:59:00+02:00'],
    ['autumn', '2026-10-22T16:30:00+02:00', '2026-10-27T16:30:00+01:00', '2026-11-02T23:59:00+01:00'],
  ])('keep local time when the clock changes in %s', (_season, delivered, nudged, released) => {
    const [nudgeAt, , releaseAt] = spoken(stagesOf(at(delivered), pace, limits));

    expect([nudgeAt, releaseAt]).toEqual([nudged, released]);
  });

  it('do not count the days on which that side is closed', () => {
    const study = (date: string) => isPublicHoliday(date) || date === '2026-11-24';
    const stages = stagesOf(at('2026-11-23T09:00:00+01:00'), pace, { ...limits, isFree: study });

    expect(spoken(stages)[0]).toBe('2026-11-27T09:00:00+01:00');
  });

  it('end at the lead time, and come sooner in proportion', () => {
    const start = at('2026-12-14T09:00:00+01:00');
    const stages = stagesOf(at('2026-11-23T09:00:00+01:00'), pace, { ...limits, start, leadTimeDays: 16 });

    expect(spoken(stages)[2]).toBe('2026-11-28T23:59:00+01:00');
    expect(stages.nudgeAt).toBeLessThan(stages.attentionAt);
    expect(stages.attentionAt).toBeLessThan(stages.releaseAt);
  });

  it('end at the start when the lead time leaves no working day', () => {
    const start = at('2026-11-27T09:00:00+01:00');
    const latest = (leadTimeDays: number) =>
      latestAnswer(at('2026-11-23T09:00:00+01:00'), { ...limits, start, leadTimeDays });

    expect(latest(4)).toBe(start);
    expect(latest(3)).toBe(at('2026-11-24T23:59:00+01:00'));
    expect(latest(0)).toBe(start);
  });

  it('end when the activity does, for who is closed all year', () => {
    const stages = stagesOf(at('2026-11-23T09:00:00+01:00'), pace, { ...limits, isFree: () => true });

    expect(stages.releaseAt).toBe(limits.start);
    expect(stages.nudgeAt).toBeLessThan(stages.attentionAt);
  });

  it('are in order and never past the start, whatever the days, the delivery and the calendar', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 });
    const closed = fc.integer({ min: 2, max: 9 });
    const given = fc.record({
      ...{ days, closed, ahead: fc.integer({ min: 1, max: 60 * 24 }) },
      leadTimeDays: fc.nat(40),
      late: fc.nat(30 * 24),
      at: fc.integer({ min: at('2026-08-01T00:00:00Z'), max: at('2027-07-31T00:00:00Z') }),
    });
    fc.assert(
      fc.property(given, ({ days: some, closed: nth, ahead, leadTimeDays, late, at: delivered }) => {
        const [nudge, attention, release] = some.toSorted((a, b) => a - b) as [number, number, number];
        const isFree = (date: string) => Number(date.slice(-2)) % nth === 0;
        const known = { start: delivered + ahead * hour, leadTimeDays, isFree };
        const clock = {
          ...(clocksOf(1, ['school'], delivered).school as never as object),
          deliveredAt: delivered,
        };
        const stages = stagesOf(delivered, { nudge, attention, release }, known);
        const reached = { ...clock, stage: 'waiting', stages } as never;
        const pushed = pushedBack(reached, stages.nudgeAt, stages.nudgeAt + late * hour, known);

        for (const { nudgeAt, attentionAt, releaseAt } of [stages, pushed])
          expect([delivered, nudgeAt, attentionAt, releaseAt, known.start]).toEqual(
            [delivered, nudgeAt, attentionAt, releaseAt, known.start].toSorted((a, b) => a - b),
          );
      }),
    );
  });
});

describe('a question that was not delivered', () => {
  it('asks for a person once, the next day at the same time', () => {
    const asked = at('2026-10-24T12:00:00+02:00');
    const clock = clocksOf(1, ['partner'], asked).partner;

    expect(clock && nextStageAt(clock)).toBe(at('2026-10-25T12:00:00+01:00'));
    expect(clock && nextStageAt({ ...clock, missed: true })).toBeNull();
    expect(clock && nextStageAt({ ...clock, undeliverable: 'gave-up' })).toBeNull();
  });
});
