import type { Aftermath } from './kill.js';

const counted = (of: Readonly<Record<string, number>>) =>
  Object.entries(of)
    .map(([name, count]) => `${name} ${count}`)
    .sort()
    .join(', ') || 'none';

/** One line a figure. */
export function asTable(aftermath: Aftermath): string {
  const { recoveries, wrong, done, refused, unknown } = aftermath;
  const at = (share: number) =>
    Math.round(recoveries[Math.min(recoveries.length - 1, Math.floor(recoveries.length * share))] ?? 0);
  const rows: [string, string][] = [
    ['kills', String(aftermath.kills)],
    ['seed', String(aftermath.seed)],
    ['faults', counted(aftermath.faults)],
    ['commands', `${done} ok, ${refused} refused, ${unknown} unknown and sent again`],
    ['commands a second while up', String(Math.round(aftermath.rate))],
    ['stories', counted(aftermath.ends)],
    ['restart to ready, p50 / p99', `${at(0.5)} / ${at(0.99)} ms`],
    ['all settled after the last restart', `${Math.round(aftermath.settledAfter)} ms`],
    ['mails, of them repeated', `${aftermath.mails}, ${aftermath.duplicateMails}`],
    ['lost, stuck or twice', wrong.length === 0 ? 'nothing' : wrong.slice(0, 20).join('\n  ')],
  ];
  return rows.map(([name, value]) => `${name.padEnd(36)}${value}\n`).join('');
}
