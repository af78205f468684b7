import type { ActivityRowView, OpinionsView, RegionReportView, TallyView } from '#libs/contracts';
import { fewest, sum } from './activity-row.js';
import { isHeld } from './reach.js';

/** Null where fewer than five stand behind it: then it would say what one of them thought. */
const told = (figure: number): number | null => (figure < fewest ? null : figure);

/** What was thought of what was held. */
export function opinionsOf(rows: readonly ActivityRowView[]): RegionReportView['opinions'] {
  const held = rows.filter(isHeld);
  return {
    school: sideOf(held.map(({ schoolFit, schoolAgain }) => ({ fit: schoolFit, again: schoolAgain }))),
    partner: sideOf(held.map(({ partnerFit, partnerAgain }) => ({ fit: partnerFit, again: partnerAgain }))),
    tally: tallyOf(held),
  };
}

interface Opinion {
  readonly fit: number | null;
  readonly again: ActivityRowView['schoolAgain'];
}

function sideOf(opinions: readonly Opinion[]): OpinionsView {
  const given = opinions.filter(({ fit }) => fit !== null);
  const count = (answer: string) => told(given.filter(({ again }) => again === answer).length);
  const total = sum(given.map(({ fit }) => fit ?? 0));
  return {
    evaluations: given.length,
    fit: given.length < fewest ? null : Math.round((total / given.length) * 100) / 100,
    again: count('yes'),
    maybe: count('maybe'),
    notAgain: count('no'),
  };
}

function tallyOf(held: readonly ActivityRowView[]): TallyView {
  const counted = held.filter(({ tallyPresent }) => tallyPresent !== null);
  const total = (of: (row: ActivityRowView) => number | null) =>
    told(sum(counted.map((row) => of(row) ?? 0)));
  return {
    activities: counted.length,
    present: total(({ tallyPresent }) => tallyPresent),
    fun: total(({ tallyFun }) => tallyFun),
    learned: total(({ tallyLearned }) => tallyLearned),
    wantMore: total(({ tallyWantMore }) => tallyWantMore),
  };
}
