import { setTimeout as pause } from 'node:timers/promises';
import { Stopped } from '../api.js';
import type { Player } from './cast.js';
import type { MailView } from './views.js';

/** What a step did: the line that is told, and lines below it. */
export type Told = string | { readonly line: string; readonly below: readonly string[] };

/** Seldom enough that the instance finds time for the mails that are waited for. */
const askEveryMs = 80;
/** What can wait is gathered for some twenty seconds when it goes late, as it does when the clock is moved. */
const patienceMs = 45_000;

/** Tells a story step by step, one line each; the first step that fails ends it and is named. */
export class Teller {
  private count = 0;

  constructor(private readonly write: (text: string) => void) {}

  /** @throws Stopped that names the step */
  async step<T>(name: string, play: () => Promise<readonly [Told, T]>): Promise<T> {
    this.count += 1;
    const number = String(this.count).padStart(2);
    try {
      const [told, result] = await play();
      const { line, below } = typeof told === 'string' ? { line: told, below: [] } : told;
      this.write(`${number}. ${name}: ${line}\n`);
      for (const each of below) this.write(`      ${each}\n`);
      return result;
    } catch (cause) {
      throw new Stopped(`${number}. ${name}: dit lukte niet. ${(cause as Error).message}`, { cause });
    }
  }
}

/** Asks until there is an answer. @throws Stopped after a long while */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Stopped(`Tevergeefs gewacht op ${what}.`);
    await pause(askEveryMs);
  }
}

/** The newest mail to that person about that page which passes the test. */
export function mailTo(
  { api, email, name }: Player,
  page: string,
  test: (mail: MailView) => boolean = () => true,
): Promise<MailView> {
  return until(`een mail aan ${name}`, async () => {
    const mails = await mailsTo(api, email);
    return mails.find((mail) => mail.text.includes(page) && test(mail));
  });
}

export async function mailsTo(api: Player['api'], email: string): Promise<readonly MailView[]> {
  const route = `/api/demo/mailbox?limit=100&to=${encodeURIComponent(email)}`;
  return (await api.get<{ items: MailView[] }>(route)).items;
}
