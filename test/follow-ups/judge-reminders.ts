import { MatchConfirmed, MatchEnded, MatchHeld, type Side } from '#libs/contracts';
import { startOf, type Match } from '../../libs/services/matching/src/domain/match.js';
import type { Court } from './court.js';
import { localOf, momentOn, workingDay } from './own-days.js';
import { dayMs, minute } from './owners.js';
import type { Somebody } from './region.js';

type Reminder = 'check' | 'reminder';

/** Since when and until when a match stood for that start. */
interface Standing {
  readonly start: number;
  /** When both agreed last. */
  agreedAt: number;
  until: number;
}

/** It falls due for a side. */
interface Falling {
  readonly kind: Reminder;
  readonly matchId: string;
  readonly side: Side;
  readonly standing: Standing;
  readonly at: number;
}

const sides = ['school', 'partner'] as const;
/** Minutes by which a mail may come later: a mail server that was away for a moment. */
const late = 3 * minute;

/** Each reminder comes on the day before that side works, each check a week before: at their moment or the person's own. */
export class JudgeReminders {
  private readonly standing = new Map<string, Standing>();
  private readonly handed = new Map<string, number[]>();

  constructor(private readonly court: Court) {
    court.owners.onMatch((event, id, match) => this.hear(event, id, match));
  }

  /** Such a mail was handed over just now. */
  remember(kind: Reminder, matchId: string, person: Somebody): void {
    const match = this.court.owners.matches.get(matchId)?.state;
    if (!match) return;
    const key = `${kind} ${matchId} ${person.id}`;
    this.handed.set(key, [...(this.handed.get(key) ?? []), this.court.now()]);
    const wanted = this.momentFor(person, this.dueAt(kind, match, this.court.region.sideOf(person.id)));
    const off = this.court.now() - wanted;
    if (Math.abs(off) <= late || (off > 0 && this.court.jumped.over(wanted))) return;
    this.court.found.add(
      'reminders not on their day',
      `${key} comes ${iso(this.court.now())}, not ${iso(wanted)}`,
    );
  }

  private hear(event: object, id: string, match: Match): void {
    const before = this.standing.get(id);
    if (event instanceof MatchEnded || event instanceof MatchHeld) {
      if (before) before.until = this.court.now();
      this.standing.delete(id);
    }
    if (!(event instanceof MatchConfirmed)) return;
    const start = startOf(match);
    if (before?.start === start) {
      before.agreedAt = this.court.now();
      return;
    }
    if (before) before.until = this.court.now();
    const standing: Standing = { start, agreedAt: this.court.now(), until: Infinity };
    this.standing.set(id, standing);
    for (const side of sides) {
      for (const kind of ['check', 'reminder'] as const) {
        const at = this.dueAt(kind, match, side);
        if (at > this.court.now())
          this.court.agenda.add(at, () => this.falls({ kind, matchId: id, side, standing, at }));
      }
    }
  }

  /** It is the moment itself: who is to be told depends on who answers for the side now. */
  private falls({ kind, matchId, side, standing, at }: Falling): void {
    const match = this.matchNow(matchId);
    if (!match || standing.until <= at || this.court.now() - at > minute) return;
    const agreed = at - standing.agreedAt;
    if (agreed <= (kind === 'check' ? 28 * dayMs : 0)) return;
    for (const person of this.answering(match, side)) {
      if (!person.email || !person.preferences.reminders) continue;
      const moment = this.momentFor(person, at);
      const key = `${kind} ${matchId} ${person.id}`;
      this.court.agenda.add(Math.max(moment, at) + late, () => {
        if (standing.until <= moment + late || !person.preferences.reminders) return;
        if (standing.agreedAt > at && kind === 'check') return;
        // Whoever took over while a digest was awaited has the visit sheet since.
        if (!this.answering(this.matchNow(matchId) ?? match, side).includes(person)) return;
        const came = this.handed.get(key)?.some((one) => Math.abs(one - moment) <= late);
        if (!came && !this.court.jumped.over(moment))
          this.court.found.add('reminders not on their day', `${key} does not come ${iso(moment)}`);
      });
    }
  }

  private matchNow(id: string): Match | undefined {
    return this.court.owners.matches.get(id)?.state;
  }

  private answering(match: Match, side: Side): Somebody[] {
    const offers = match.offerId?.replace('offer-of-', '');
    const contact = match.partnerContactId ?? `${offers ?? match.organisationId}-contact-0`;
    const ids = side === 'school' ? [...new Set(match.askers)] : [contact];
    return ids.map((id) => this.court.region.people.get(id) as Somebody);
  }

  private dueAt(kind: Reminder, match: Match, side: Side): number {
    const { day } = localOf(startOf(match));
    const isOff = this.court.daysOff(match, side);
    return kind === 'reminder'
      ? momentOn(workingDay(day, -1, isOff), 16 * 60)
      : momentOn(workingDay(day, -5, isOff), 8 * 60);
  }

  /** The person's digest of that day, if it has one. */
  private momentFor({ preferences: { mail } }: Somebody, at: number): number {
    const { day, weekday } = localOf(at);
    const hasDigest = mail === 'daily' || (mail === 'weekly' && weekday === 5);
    return hasDigest ? momentOn(day, 16 * 60 + 30) : at;
  }
}

const iso = (moment: number) => new Date(moment).toISOString();
