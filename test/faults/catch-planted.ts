import { kill, type Aftermath } from './kill.js';
import type { Planted } from './planted.js';
import type { Killing } from './victim.js';

/** What caught a bug: sentences of the harness, one of each kind. */
export interface Caught {
  readonly bug: Planted;
  readonly by: readonly string[];
}

/** Plants a bug and says by what the harness caught it; by nothing when it did not. */
export async function catchPlanted(bug: Planted, killing: Killing): Promise<Caught> {
  return { bug, by: caughtBy(await kill({ ...killing, bug })) };
}

/** Everything for which this run would be red. */
export function caughtBy({ wrong, duplicateMails, kills }: Aftermath): string[] {
  const kinds = new Map(wrong.map((sentence) => [sentence.replace(/[\w.-]*\d[\w.:#+-]*/g, '…'), sentence]));
  const mails =
    duplicateMails > kills / 4 ? [`${duplicateMails} mails were sent again in ${kills} kills`] : [];
  return [...mails, ...[...kinds.values()].map((sentence) => sentence.slice(0, 140))];
}
