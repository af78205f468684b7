import type { MatchView, OfferView, ProposalsView, RequestView } from '#libs/contracts';
import type { Answered } from '../support/caller.js';
import { Caller } from '../support/caller.js';
import { aRequest, anOffer, type PersonName } from '../support/world.js';
import type { Attacked } from './attacked.js';

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const soonestMs = 40;
const rarestMs = 1_280;
const longestSaid = 300;

/** What was acknowledged, as last heard: by id of the request or match, its state. */
export interface Acknowledged {
  readonly requests: Map<string, 'posted' | 'withdrawn'>;
  readonly matches: Map<string, string>;
  /** When each starts that was moved; by id of the match. */
  readonly moved: Map<string, string>;
  /** Commands that were done, or refused. */
  commands: number;
  /** Of them: refused with a reason. */
  refused: number;
  /** Times that a command got no answer, or none that says what became of it. */
  unknown: number;
  /** What is there and was not shown: to whom, where, and what was said instead. */
  readonly unreadable: Set<string>;
}

/** People who do not give up: each command is sent, under its one key, until somebody answers it. */
export class People {
  readonly acknowledged: Acknowledged = {
    requests: new Map(),
    matches: new Map(),
    moved: new Map(),
    commands: 0,
    refused: 0,
    unknown: 0,
    unreadable: new Set(),
  };
  private readonly firm: string[] = [];
  /** What is asked for again and again, and what was said last. */
  private readonly asked = new Map<string, string>();
  private keys = 0;
  private over = false;

  constructor(
    private readonly victims: Pick<Attacked, 'alive'>,
    private readonly random: () => number,
  ) {}

  /** What somebody still waits for, for whoever has to find out why. */
  get waitingFor(): readonly string[] {
    return [...this.asked].map(([what, said]) => `${what}: ${said}`);
  }

  /** Whoever still asks gives up. */
  giveUp(): void {
    this.over = true;
  }

  /** @throws when it is refused */
  async post<View>(who: PersonName, path: string, body: object): Promise<View> {
    const answer = await this.ask<View & { code: string }>(who, 'POST', path, body);
    if (answer.status >= 300) throw new Refused(answer.body.code);
    return answer.body;
  }

  /** Whether it is shown or not. */
  async look(who: PersonName, path: string): Promise<void> {
    await this.ask(who, 'GET', path);
  }

  /** What is theirs and there; asks again when it is not shown. */
  async read<View>(who: PersonName, path: string): Promise<View> {
    for (;;) {
      const { status, body } = await this.ask<View>(who, 'GET', path);
      if (status < 300) return body;
      this.acknowledged.unreadable.add(`${who} reads ${path}: ${status} ${JSON.stringify(body)}`);
      await pause(rarestMs);
    }
  }

  /** An offer with a slot on each of those mornings, published. */
  async offer(mornings: readonly string[], groups: number): Promise<void> {
    const slots = mornings.map((date) => ({
      start: `${date}T08:30:00+01:00`,
      end: `${date}T12:00:00+01:00`,
      groups,
    }));
    const { id } = await this.post<OfferView>('partner', '/api/offers', anOffer({ slots }));
    await this.post('partner', `/api/offers/${id}/publish`, {});
  }

  /** Places that a school takes without anybody being asked. */
  async firmOffer(mornings: readonly string[]): Promise<void> {
    const slots = mornings.map((date) => ({
      start: `${date}T09:00:00+01:00`,
      end: `${date}T10:30:00+01:00`,
      groups: 1,
    }));
    const museum = { organisationId: 'museum', kind: 'museum-visit', promise: 'firm', place: 'at-partner' };
    const offer = anOffer({ ...museum, location: { place: 'Kampen' }, slots });
    const { id } = await this.post<OfferView>('museum', '/api/offers', offer);
    const published = await this.post<OfferView>('museum', `/api/offers/${id}/publish`, {});
    this.firm.push(...published.slots.map((slot) => slot.id));
  }

  /** Takes one of the firm places, if it is still there. Gives what became of it. */
  private async book(name: string): Promise<string> {
    const slot = this.firm[Math.floor(this.random() * this.firm.length)];
    const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name }];
    try {
      const body = { schoolLocationId: 'school-brug', groups };
      const booked = await this.post<MatchView>('teacher', `/api/slots/${slot}/bookings`, body);
      const match = await this.settled(booked);
      return match.state === 'confirmed' ? 'booked' : match.state;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return 'full';
    }
  }

  /** Posts it. Gives its id. */
  async request(changes: Record<string, unknown>): Promise<string> {
    const windows = [{ from: '2027-01-04', to: '2027-06-30' }];
    const body = aRequest({ windows, ...changes });
    const { id } = await this.post<RequestView>('teacher', '/api/requests', body);
    this.acknowledged.requests.set(id, 'posted');
    return id;
  }

  /** Its proposals, once they are ready. */
  proposals(requestId: string): Promise<ProposalsView> {
    return this.until(
      `/api/requests/${requestId}/proposals`,
      ({ state }: ProposalsView) => state === 'ready',
    );
  }

  /** One request on its way, to one of the ends it may have. Gives which. */
  async story(name: string): Promise<string> {
    if (this.firm.length > 0 && this.random() < 0.12) return this.book(name);
    const groups = [{ sector: 'po', grades: ['7'], pupils: 20, name }];
    const requestId = await this.request({ groups });
    await this.think();
    if (this.random() < 0.1) return this.withdraw(requestId);
    const match = await this.matched(requestId);
    if (!match) return 'unserved';
    await this.think();
    return this.answered(requestId, match);
  }

  private async matched(requestId: string): Promise<MatchView | undefined> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const { items } = await this.proposals(requestId);
      const best = items[Math.floor(this.random() * items.length)];
      if (!best) return undefined;
      try {
        const approval = { requestId, slotId: best.slotId };
        const approved = await this.post<MatchView>('coordinator', '/api/matches', approval);
        const match = await this.settled(approved);
        if (match.state === 'asked') return match;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    return undefined;
  }

  private async answered(requestId: string, match: MatchView): Promise<string> {
    const date = match.sessions[0]?.start.slice(0, 10);
    const at = (hour: string) => ({ start: `${date}T${hour}:00+01:00` });
    const chance = this.random();
    if (chance < 0.15) return this.say('partner', match, 'decline', { reason: 'Geen tijd.' });
    if (chance < 0.25) return this.withdraw(requestId);
    await this.say('partner', match, 'accept', at('09:00'));
    if (chance < 0.45) {
      await this.say('teacher', match, 'counter', at('10:00'));
      await this.think();
      return this.say('partner', match, 'accept', {});
    }
    await this.think();
    const end = await this.say('teacher', match, 'accept', {});
    if (chance > 0.85) return this.move(match, at('10:00'));
    return chance < 0.65 ? this.say('teacher', match, 'cancel', { reason: 'Ziek.' }) : end;
  }

  /** The match once its places are held or refused. */
  private async settled(match: MatchView): Promise<MatchView> {
    this.heard(match);
    const settled = await this.until(
      `/api/matches/${match.id}`,
      ({ state }: MatchView) => state !== 'holding',
    );
    this.heard(settled);
    return settled;
  }

  /** Another time for what is confirmed, to which the school says yes. */
  private async move(match: MatchView, to: { start: string }): Promise<string> {
    await this.say('partner', match, 'move', { ...to, reason: 'Later.' });
    await this.until(`/api/matches/${match.id}`, ({ change }: MatchView) => change?.phase === 'asked');
    await this.say('teacher', match, 'accept', {});
    this.acknowledged.moved.set(match.id, to.start);
    return 'moved';
  }

  private async say(who: PersonName, { id }: { id: string }, what: string, body: object): Promise<string> {
    const match = await this.post<MatchView>(who, `/api/matches/${id}/${what}`, body);
    this.heard(match);
    return match.state;
  }

  private async withdraw(requestId: string): Promise<string> {
    await this.post('teacher', `/api/requests/${requestId}/withdraw`, { reason: 'Niet nodig.' });
    this.acknowledged.requests.set(requestId, 'withdrawn');
    return 'withdrawn';
  }

  private heard({ id, state }: { id: string; state: string }): void {
    this.acknowledged.matches.set(id, state);
  }

  private think(): Promise<void> {
    return pause(this.random() * 30);
  }

  /**
   * What the coordinator reads there, once it is enough. Asks ever more rarely, as a patient client does, so that it is
   * commands that keep the machine busy.
   */
  async until<View>(path: string, enough: (view: View) => boolean): Promise<View> {
    for (let wait = soonestMs; ; wait = Math.min(2 * wait, rarestMs)) {
      const view = await this.read<View>('coordinator', path);
      this.asked.delete(path);
      if (enough(view)) return view;
      this.asked.set(path, JSON.stringify(view).slice(0, longestSaid));
      await pause(wait);
    }
  }

  private async ask<Body>(
    who: PersonName,
    method: string,
    path: string,
    body?: object,
  ): Promise<Answered<Body>> {
    const key = `key-${++this.keys}`;
    const what = `${who} ${method} ${path}`;
    for (;;) {
      if (this.over) throw new Refused('it is over');
      const { alive } = this.victims;
      if (alive) {
        const headers: Record<string, string> = body ? { 'idempotency-key': key } : {};
        const sent = new Caller(alive.url, alive.tokens[who]).send(method, path, body, headers);
        const answer = await sent.catch(() => undefined);
        if (answer && answer.status < 500 && answer.status !== 422) {
          if (body) this.acknowledged.commands++;
          if (body && answer.status >= 300) this.acknowledged.refused++;
          this.asked.delete(what);
          return answer;
        }
        this.asked.set(what, answer ? `${answer.status} ${JSON.stringify(answer.body)}` : 'no answer');
        if (body && answer?.status !== 422) this.acknowledged.unknown++;
      }
      await pause(20);
    }
  }
}

export class Refused extends Error {
  override readonly name = 'Refused';
}
