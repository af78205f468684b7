import type { OrganisationChanged, RegionChanged, SchoolLocationChanged } from '#libs/contracts';
import { aMatch } from '../../test/a-match.js';
import { TestClock } from '../../../../../test/support/clock.js';
import { Market } from './market.js';
import { SideCalendars } from './side-calendars.js';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const match = aMatch();
const school = {
  ...{ name: 'De Brug', brin6: '11ZZ00', sectors: ['po'], regionIds: ['a-region'], holidayRegion: 'noord' },
  ...{ holidays: [], studyDays: ['2026-11-24'], hours: [], parts: [], vogPolicy: 'none', active: true },
  participation: [],
} as SchoolLocationChanged;
const factory = {
  ...{ name: 'De fabriek', kind: 'company', regionIds: ['a-region'] },
  closed: [{ from: '2026-11-26', to: '2026-11-27' }],
} as OrganisationChanged;
const settings = { questionWorkingDays: 6, attentionWorkingDays: 4, nudgeWorkingDays: 2 };

function calendarsOf(known: (market: Market) => void = () => undefined): SideCalendars {
  const market = new Market();
  known(market);
  return new SideCalendars({ market } as never, new TestClock(now));
}

describe('on which days the sides of a match work', () => {
  it('is the school’s own calendar: holidays, study days and public holidays', () => {
    const { school: isFree } = calendarsOf((market) => market.putLocation('a-school', 1, school)).of(match);

    expect(['2026-11-24', '2026-12-25', '2026-12-28', '2026-11-25'].map(isFree)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is the partner’s: not while it is closed, or takes nothing new', () => {
    const closed = calendarsOf((market) => market.putOrganisation('an-organisation', 1, factory)).of(match);
    expect(['2026-11-26', '2026-11-28', '2026-12-25'].map(closed.partner)).toEqual([true, false, true]);

    const paused = { ...factory, closed: [], pausedUntil: '2026-12-01' };
    const later = calendarsOf((market) => market.putOrganisation('an-organisation', 1, paused)).of(match);
    expect(['2026-11-30', '2026-12-01'].map(later.partner)).toEqual([true, false]);
  });

  it('is any working day while nothing is known of them', () => {
    const { school: free, partner } = calendarsOf().of(match);

    expect([free('2026-11-24'), partner('2026-11-24'), free('2026-12-25')]).toEqual([false, false, true]);
  });
});

describe('how fast a region wants answers', () => {
  it('is what it set, and otherwise three, five and as many days as the match was made with', () => {
    const region = { name: 'IJssel', settings } as RegionChanged;

    expect(calendarsOf((market) => market.putRegion('a-region', 1, region)).paceOf(match)).toEqual({
      nudge: 2,
      attention: 4,
      release: 6,
    });
    expect(calendarsOf().paceOf(match)).toEqual({ nudge: 3, attention: 5, release: 7 });
    expect(calendarsOf().paceOf({ ...match, questionWorkingDays: 2 })).toEqual({
      nudge: 2,
      attention: 2,
      release: 2,
    });
  });
});
