import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Unavailable } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, DueRunner, InjectAggregates, type Aggregate, type DueCause } from '#libs/runtime';
import { termAfter } from '../domain/terms.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { TellPeople } from '../tell-people/tell-people.js';
import { FindIdleGroups } from './find-idle-groups.js';
import { isOver, plan, putOff, settled, termId, type Term } from './term.js';
import { termsAggregate } from './terms.collection.js';
import { WhoAsks } from './who-asks.js';

/** Names the groups that had nothing, once a term, to their school and to the region's coordinators. */
@Injectable()
export class RunTerm implements OnModuleInit {
  constructor(
    @InjectAggregates(termsAggregate) private readonly terms: Aggregates<Term>,
    private readonly idle: FindIdleGroups,
    private readonly who: WhoAsks,
    private readonly owners: OwnerReads,
    private readonly tell: TellPeople,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(termsAggregate, (document, cause) => this.execute(document, cause));
  }

  private async execute({ id, state }: Aggregate<Term>, cause: DueCause): Promise<void> {
    const now = this.clock.now();
    const become = await this.run(state, now, cause).catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
      return (term: Term) => putOff(term, now);
    });
    await this.terms.change(id, cause, become);
  }

  private async run({ regionId, term }: Term, now: number, cause: DueCause) {
    const over = isOver(term, now);
    if (!over) await this.tellOf(regionId, term, cause);
    const next = termAfter(term);
    await this.terms.create(termId({ regionId, term: next }), cause, plan(regionId, next));
    return (known: Term) => settled(known, over ? 'missed' : 'told');
  }

  private async tellOf(regionId: string, term: string, cause: DueCause): Promise<void> {
    const schools = await this.idle.ofRegion(regionId);
    if (schools.length === 0) return;
    const askers = await this.who.ofEach(
      regionId,
      schools.map(({ id }) => id),
    );
    for (const { id: schoolLocationId, groups } of schools) {
      if (groups.every(({ asked }) => asked)) continue;
      const subject = { template: 'idle-groups', regionId, schoolLocationId, term } as const;
      await this.tell.execute((askers.get(schoolLocationId) ?? []).map(ofSchool), subject, cause);
    }
    const coordinators = await this.owners.peopleOf(regionId, 'coordinator');
    const subject = { template: 'idle-schools', regionId, term } as const;
    await this.tell.execute(
      coordinators.map(({ id }) => ofSchool(id)),
      subject,
      cause,
    );
  }
}

const ofSchool = (id: string) => ({ id, side: 'school' as const });
