import { count } from '../../libs/services/matching/src/domain/afterwards.js';
import type { Answerer } from '../../libs/services/matching/src/domain/answerer.js';
import { accept, counter, decline } from '../../libs/services/matching/src/domain/answers.js';
import { evaluate } from '../../libs/services/matching/src/domain/evaluation.js';
import type { Made, Match } from '../../libs/services/matching/src/domain/match.js';
import { prefilled } from '../../libs/services/matching/src/domain/afterwards.js';
import { toOffsetIso } from '#libs/facts';
import { dayMs, minute } from './owners.js';
import type { Chance } from './random.js';
import type { Kind, Said } from './read-mail.js';
import type { Region, Somebody } from './region.js';
import type { Simulation } from './simulation.js';

type Temper = 'at once' | 'in days' | 'late' | 'never' | 'twice';

/** What people do when a mail asks them something: at once, in some days, too late, never, or twice. */
export class Answers {
  private readonly tempers = new Map<string, Temper>();

  constructor(
    private readonly sim: Simulation,
    private readonly region: Region,
    private readonly chance: Chance,
  ) {}

  read(person: Somebody, { kind, matchId }: Said): void {
    if (!matchId) return;
    for (const after of this.moments(person, kind, matchId))
      this.sim.agenda.add(this.sim.now() + after, () => this.answer(person, kind, matchId));
  }

  private moments(person: Somebody, kind: Kind, matchId: string): number[] {
    const { chance } = this;
    const soon = () => chance.between(5, 6 * 60) * minute;
    const inDays = () => chance.between(1, 3) * dayMs + soon();
    switch (kind) {
      case 'question':
      case 'option':
      case 'change':
      case 'recorded': {
        const temper = this.temperOf(person, matchId);
        if (temper === 'at once') return [soon()];
        if (temper === 'in days') return [inDays()];
        if (temper === 'late') return [chance.between(5, 12) * dayMs];
        return temper === 'twice' ? [soon(), dayMs + soon()] : [];
      }
      case 'nudge':
        return this.temperOf(person, matchId) === 'never' && chance.of(0.6) ? [] : [inDays()];
      case 'figures':
        return chance.of(0.6) ? [soon()] : chance.of(0.5) ? [inDays() + 3 * dayMs] : [];
      case 'figures-again':
        return chance.of(0.5) ? [soon()] : [];
      default:
        return [];
    }
  }

  private temperOf(person: Somebody, matchId: string): Temper {
    const of = `${person.id} ${matchId}`;
    const known = this.tempers.get(of);
    if (known) return known;
    const tempers: Temper[] = [
      'at once',
      'at once',
      'at once',
      'in days',
      'in days',
      'late',
      'never',
      'never',
      'twice',
    ];
    const temper = this.chance.one(tempers);
    this.tempers.set(of, temper);
    return temper;
  }

  private answer(person: Somebody, kind: Kind, matchId: string): void {
    const side = this.region.sideOf(person.id);
    this.sim.owners.decide(matchId, person.id, (match, by) => this.say(match, kind, { ...by, side }));
    if (kind === 'figures' || kind === 'figures-again')
      if (this.chance.of(0.7))
        this.sim.owners.decide(matchId, person.id, (match, by) =>
          evaluate(
            match,
            {
              fit: this.chance.between(1, 5),
              again: this.chance.one(['yes', 'maybe', 'no']),
              words: 'Mooi.',
            },
            { ...by, side },
          ),
        );
  }

  private say(match: Match, kind: Kind, by: Answerer): Made | null {
    const what = this.chance.between(1, 100);
    if (kind === 'figures' || kind === 'figures-again') {
      const figures = prefilled(match);
      return count(match, by.side === 'school' ? { count: figures.count } : { hours: figures.hours }, by);
    }
    if (what <= 12) return decline(match, { reason: 'Dat lukt ons niet.' }, by);
    const from = Date.parse(match.allowed[0]?.start ?? '');
    if (what <= 20 && match.state === 'asked' && match.minutes < 180 && !match.exact)
      return counter(match, { start: toOffsetIso(from + 30 * minute), note: 'Iets later.' }, by);
    return accept(match, match.exact || match.state !== 'asked' ? {} : { start: toOffsetIso(from) }, by);
  }
}
