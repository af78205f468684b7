import {
  AnswerAwaited,
  MatchConfirmed,
  MatchEnded,
  MatchHeld,
  MatchRefused,
  RequestConsidered,
  RegionChanged,
  event,
  type Origin,
} from '#libs/contracts';
import { noShow } from '../../libs/services/matching/src/domain/afterwards.js';
import { accept, cancel } from '../../libs/services/matching/src/domain/answers.js';
import { changeNumbers, move } from '../../libs/services/matching/src/domain/changes.js';
import { changeContact } from '../../libs/services/matching/src/domain/contact.js';
import { countHands } from '../../libs/services/matching/src/domain/evaluation.js';
import { whenRequestWithdrawn } from '../../libs/services/matching/src/domain/look-again.js';
import { startOf, endOf, type Match } from '../../libs/services/matching/src/domain/match.js';
import { postRequest, withdrawRequest } from '../../libs/services/requests/src/domain/request.js';
import { appointment, elsewhere, requestBody, schoolLocation } from './appointments.js';
import { dayAfter, localOf, momentOn } from './own-days.js';
import { dayMs, hour, minute } from './owners.js';
import type { Chance } from './random.js';
import { regionId, type Partner, type Region, type School } from './region.js';
import type { Simulation } from './simulation.js';

export const yearBegins = Date.parse('2026-08-01T00:00:00+02:00');
export const yearEnds = Date.parse('2027-07-31T23:59:00+02:00');

/** Everything that people do of their own accord in a school year; what they do on a mail stands in `answers`. */
export class Lives {
  private nth = 0;

  constructor(
    private readonly sim: Simulation,
    private readonly region: Region,
    private readonly chance: Chance,
  ) {
    sim.owners.onMatch((heard, id, match) => this.goOn(heard, id, match));
  }

  /** Puts down when each match of the year begins its life. */
  plan(matches: number): void {
    this.sim.agenda.add(yearBegins, () => {
      this.sim.owners.tell(
        event(RegionChanged, { name: 'IJsselland', settings }),
        regionId,
        'service:directory',
      );
    });
    for (let i = 0; i < matches; i++) {
      const share = i % 10;
      if (share < 5) this.request();
      else if (share < 7) this.make('booked', this.chance.of(0.5) ? 'option' : 'firm');
      else if (share < 9) this.make('arranged', this.chance.of(0.5) ? 'past' : 'ahead');
      else this.make('repeated');
    }
    for (const person of this.region.people.values())
      if (this.chance.of(0.05))
        this.sim.agenda.add(yearBegins + this.chance.between(20, 330) * dayMs, () => {
          person.preferences = { ...person.preferences, reminders: !person.preferences.reminders };
        });
  }

  /** A moment of the year at which people are at work, now and then at night. */
  private someTime(until = '2027-06-20'): number {
    const days = Math.floor((Date.parse(until) - Date.parse('2026-08-10')) / dayMs);
    const day = dayAfter('2026-08-10', this.chance.between(0, days));
    const at = this.chance.of(0.9)
      ? this.chance.between(8 * 60, 17 * 60)
      : this.chance.between(0, 24 * 60 - 1);
    return momentOn(day, at);
  }

  private make(origin: Exclude<Origin, 'proposed'>, how?: 'option' | 'firm' | 'past' | 'ahead'): void {
    const [school, partner] = [this.chance.one(this.region.schools), this.chance.one(this.region.partners)];
    const id = `match-${++this.nth}`;
    this.sim.agenda.add(this.someTime(), () => {
      const made = appointment(this.chance, this.sim.now(), {
        id,
        origin,
        school,
        partner,
        ...(how ? { how } : {}),
      });
      if (made) this.sim.owners.make(id, made.wanted, made.actor);
    });
  }

  private request(): void {
    const school = this.chance.one(this.region.schools);
    const id = `request-${++this.nth}`;
    const { owners, agenda, now } = this.sim;
    agenda.add(this.someTime(), () => {
      const [teacher] = school.people as [School['people'][number]];
      const body = requestBody(this.chance, now(), school);
      owners.keepRequest(
        id,
        postRequest(body, {
          location: schoolLocation(school),
          groups: this.groupsOf(school),
          answerWorkingDays: 10,
          madeBy: teacher.id,
          now: now(),
        }),
        teacher.id,
      );
      const fitting = this.chance.between(0, 4);
      owners.tell(
        event(RequestConsidered, {
          requestId: id,
          schoolLocationId: school.id,
          askers: school.people.map((person) => person.id),
          fitting,
          obstacles: fitting === 0 ? ['distance'] : [],
        }),
        id,
        'service:matching',
      );
      if (this.chance.of(0.8)) this.propose(id, school, this.chance.between(1, 12));
      if (this.chance.of(0.06))
        agenda.add(now() + this.chance.between(1, 40) * dayMs + 3 * hour, () => this.withdraw(id));
    });
  }

  private groupsOf(school: School) {
    const group = this.chance.one(school.groups);
    return [
      {
        groupId: group.id,
        sector: 'po' as const,
        grades: ['7'],
        levels: [],
        pupils: group.pupils,
        name: group.name,
      },
    ];
  }

  /** Coordinators approve many at once: on a morning, within the same minutes. */
  private propose(requestId: string, school: School, days: number): void {
    const { owners, agenda, now } = this.sim;
    const at = momentOn(dayAfter(localOf(now()).day, days), 10 * 60) + this.chance.between(0, 4) * minute;
    agenda.add(at, () => {
      const request = owners.requests.get(requestId)?.state;
      if (!request || request.matches.length > 0 || !['open', 'unmet'].includes(request.state)) return;
      const partner: Partner = this.chance.one(this.region.partners);
      const id = `match-${++this.nth}`;
      const made = appointment(this.chance, now(), {
        id,
        origin: 'proposed',
        school,
        partner,
        request,
        requestId,
      });
      if (made) owners.make(id, made.wanted, 'coordinator');
    });
  }

  private withdraw(requestId: string): void {
    const { owners } = this.sim;
    const actor = owners.requests.get(requestId)?.state.madeBy ?? '';
    if (
      !owners.decideRequest(requestId, actor, (request) =>
        withdrawRequest(request, 'Niet meer nodig.', actor),
      )
    )
      return;
    for (const [id, { state }] of owners.matches)
      if (state.requestId === requestId) owners.decide(id, actor, whenRequestWithdrawn);
  }

  private goOn(heard: object, id: string, match: Match): void {
    if (heard instanceof MatchConfirmed) this.afterYes(id, match);
    if (heard instanceof MatchHeld) this.afterwards(id, match);
    if ((heard instanceof MatchEnded || heard instanceof MatchRefused) && match.requestId) {
      const school = this.region.schools.find((one) => one.id === match.schoolLocationId) as School;
      if (match.state !== 'no-show' && this.chance.of(0.5))
        this.propose(match.requestId, school, this.chance.between(1, 4));
    }
    if (heard instanceof AnswerAwaited && heard.stage === 'attention') this.coordinatorLooks(id, heard.side);
  }

  /** What people do between yes and the day itself. */
  private afterYes(id: string, match: Match): void {
    const { agenda, now, owners } = this.sim;
    const left = startOf(match) - now();
    if (left < 2 * hour) return;
    const at = now() + Math.floor((left * this.chance.between(5, 98)) / 100 / minute) * minute;
    const side = this.chance.of(0.5) ? 'school' : 'partner';
    const actor = side === 'school' ? (match.askers[0] as string) : `${match.organisationId}-contact-0`;
    const what = this.chance.between(1, 100);
    agenda.add(at, () => {
      if (what <= 7) owners.decide(id, actor, (m, by) => cancel(m, { reason: 'Het lukt niet.' }, side, by));
      else if (what <= 20)
        owners.decide(id, actor, (m, by) => {
          const place = elsewhere(this.chance, now(), m, this.region);
          return place ? move(m, place, 'Er kwam iets tussen.', { ...by, side }) : null;
        });
      else if (what <= 23)
        owners.decide(id, actor, (m, by) =>
          changeNumbers(
            m,
            m.groups.map(({ groupId }) => ({ groupId, pupils: this.chance.between(10, 30) })),
            'Andere klas.',
            { ...by, side },
          ),
        );
      else if (what <= 25)
        owners.decide(id, actor, (m, by) =>
          changeContact(
            m,
            side === 'school' ? `${m.schoolLocationId}-teacher-0` : `${m.organisationId}-contact-1`,
            { ...by, side },
          ),
        );
    });
  }

  private afterwards(id: string, match: Match): void {
    const { agenda, now, owners } = this.sim;
    const actor = match.askers[0] as string;
    if (this.chance.of(0.03))
      agenda.add(now() + this.chance.between(1, 30) * hour, () =>
        owners.decide(id, actor, (m, by) => noShow(m, { reason: 'Niemand kwam.' }, 'school', by)),
      );
    if (this.chance.of(0.3) && now() - endOf(match) < hour)
      agenda.add(now() + 10 * minute, () =>
        owners.decide(id, actor, (m, by) =>
          countHands(m, { present: 10, fun: 9, learned: 7, wantMore: 5 }, { ...by, side: 'school' }),
        ),
      );
  }

  private coordinatorLooks(id: string, side: 'school' | 'partner'): void {
    const { agenda, now, owners } = this.sim;
    if (this.chance.of(0.4))
      agenda.add(now() + this.chance.between(1, 26) * hour, () =>
        owners.decide(id, 'coordinator', (m, by) =>
          accept(m, m.exact ? {} : { start: (m.allowed[0] as { start: string }).start }, {
            ...by,
            side,
            how: 'by phone',
          }),
        ),
      );
  }
}

const settings = {
  weights: {} as never,
  themePriorities: {},
  sectorPriorities: {},
  regionSharePercent: 0,
  answerWorkingDays: 10,
  questionWorkingDays: 7,
  optionWorkingDays: 5,
};
