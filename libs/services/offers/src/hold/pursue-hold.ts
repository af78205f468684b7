import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  DueRunner,
  InjectAggregates,
  type Aggregate,
  type Cause,
  type DueCause,
} from '#libs/runtime';
import { fallDue, givenBack, held, narrowed, refusing, type Hold, type HoldSet } from '../domain/hold.js';
import { hasShed } from '../domain/shorten-hold.js';
import { holdsAggregate } from '../offers.collection.js';
import { TakeSet } from './take-set.js';

const isTaking = ({ phase }: HoldSet) => phase === 'taking';
const isOver = ({ phase }: HoldSet) => phase !== 'taking' && phase !== 'held';

/** Brings the sets of a hold to their end, from wherever they stand: also from half-way, after a crash. */
@Injectable()
export class PursueHold implements OnModuleInit {
  constructor(
    @InjectAggregates(holdsAggregate) private readonly holds: Aggregates<Hold>,
    private readonly sets: TakeSet,
    private readonly clock: Clock,
    private readonly due: DueRunner,
  ) {}

  onModuleInit(): void {
    this.due.handle(holdsAggregate, (document, cause) => this.whenDue(document, cause));
  }

  async execute({ id, state }: Aggregate<Hold>, trace: Cause): Promise<void> {
    const { actor, correlationId, causationId } = trace;
    const cause: DueCause = { kind: 'due', actor, correlationId, causationId };
    const taking = state.sets.filter(isTaking);
    for (const set of taking) await this.take(id, state, set, cause);
    const sets = (await this.holds.get(id))?.state.sets ?? [];
    const forgotten = taking.filter(({ question }) => !sets.some((set) => set.question === question));
    for (const set of [...sets.filter(isOver), ...forgotten]) {
      await this.sets.giveBack(id, set);
      await this.holds.change(id, cause, (hold) => givenBack(hold, set.question, this.clock.now()));
    }
    for (const { question, shed } of sets) {
      if (!shed) continue;
      await this.sets.giveBack(id, { question, ...shed });
      await this.holds.change(id, cause, (hold) => hasShed(hold, question));
    }
    for (const { question, days } of sets.filter(({ narrowing }) => narrowing)) {
      await this.sets.narrow(id, question, days);
      await this.holds.change(id, cause, (hold) => narrowed(hold, question, days));
    }
  }

  private async whenDue(hold: Aggregate<Hold>, cause: DueCause): Promise<void> {
    await this.execute(hold, cause);
    await this.holds.change(hold.id, cause, (state) => fallDue(state, this.clock.now()));
  }

  private async take(id: string, hold: Hold, set: HoldSet, cause: DueCause): Promise<void> {
    const own = hold.sets.filter(({ phase }) => phase === 'held').flatMap(({ slots }) => slots);
    const obstacle = await this.sets.take(id, set, new Set(own.map(({ slotId }) => slotId)));
    const { question } = set;
    await this.holds.change(id, cause, (current) =>
      obstacle
        ? refusing(current, question, obstacle, this.clock.now())
        : held(current, question, this.clock.now()),
    );
  }
}
