import type { Bench, Row } from '../table.js';
import { aYear } from '../../test/follow-ups/year.js';
import { askCrowd } from './crowd.js';

const matches = 2_000;

/** A school year on a fake clock, and ten thousand follow-ups that fall due in one minute. */
export async function benchFollowUps(args: readonly string[]): Promise<Bench> {
  const seed = Number(args.find((each) => each.startsWith('--seed='))?.slice('--seed='.length) ?? 1);
  const began = performance.now();
  const year = await aYear({ matches, seed });
  const seconds = (performance.now() - began) / 1000;
  const crowd = await askCrowd();
  const { counts, found } = year;
  const lived = Object.values(year.matches).reduce((sum, many) => sum + many, 0);
  const number = (what: string, value: number, promised = '', unit = ''): Row => ({
    what,
    value,
    unit,
    promised,
  });
  const rows: Row[] = [
    number('a school year, wall time', seconds, '≤ 60', 's'),
    number('lives begun', matches),
    number('matches, also those proposed anew', lived),
    ...Object.entries(year.origins).map(([origin, many]) => number(`  ${origin}`, many)),
    ...Object.entries(year.matches).map(([state, many]) => number(`  at the end ${state}`, many)),
    number('mails', counts.mails),
    ...[...counts.kinds].sort(([, a], [, b]) => b - a).map(([kind, many]) => number(`  ${kind}`, many)),
    number('mails to one person in a week with any, median', counts.perWeek.median),
    number('mails to one person in a week, most', counts.perWeek.most),
    ...Object.entries(found.counts).map(([oracle, many]) => number(oracle, many, '0')),
    ...crowd.rows,
  ];
  return { name: 'follow-ups', rows, broken: [...found.broken, ...crowd.broken] };
}
