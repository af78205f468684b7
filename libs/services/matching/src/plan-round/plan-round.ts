import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Copies,
  DueRunner,
  InjectAggregates,
  InjectCopies,
  isOutage,
  type Aggregate,
  type DueCause,
} from '#libs/runtime';
import { failed, goOn, planned, type Progress, type Round } from '../domain/round.js';
import { MarketPlace } from '../market/market-place.js';
import { priceCopies, roundPages, roundsAggregate, type RoundLine } from '../matching.collection.js';
import { linesPerPage, pageIdOf, pricesIdOf } from './round-pages.js';
import { RoundPlanner } from './round-planner.js';
import { roundQuestion } from './round-question.js';
import { reportOf, type RoundReport } from './round-report.js';

/** How often whoever plans says how far it is, keeps its lease and looks whether the plan is still wanted. */
const tellEvery = 500;

/** Makes the plans that were asked for, each once: the first instance to write that it plans does. */
@Injectable()
export class PlanRound implements OnModuleInit {
  private readonly log = new Logger(PlanRound.name);

  constructor(
    @InjectAggregates(roundsAggregate) private readonly rounds: Aggregates<Round>,
    @InjectCopies(roundPages) private readonly pages: Copies<readonly RoundLine[]>,
    @InjectCopies(priceCopies) private readonly prices: Copies<Readonly<Record<string, number>>>,
    private readonly place: MarketPlace,
    private readonly planner: RoundPlanner,
    private readonly due: DueRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.due.handle(roundsAggregate, (document, cause) => this.execute(document, cause));
  }

  private async execute({ id, state }: Aggregate<Round>, cause: DueCause): Promise<void> {
    const run = state.plan?.run ?? 0;
    const mine = await this.claim(id, run, cause);
    if (!mine) return;
    const began = performance.now();
    try {
      const plan = await this.planWatched(id, run, state, cause);
      if (plan) await this.keep(id, run, plan, performance.now() - began, cause);
    } catch (error) {
      if (isOutage(error)) throw error;
      this.log.error(`round ${id} cannot be planned: ${(error as Error).stack ?? String(error)}`);
      await this.rounds.change(id, cause, (round) => failed(round, run));
    }
  }

  private async claim(id: string, run: number, cause: DueCause): Promise<boolean> {
    let mine = false;
    await this.rounds.change(id, cause, (round) => {
      const now = this.clock.now();
      mine = round.nextAt !== null && round.nextAt <= now;
      return mine ? goOn(round, run, { step: 'reading', share: 0 }, now) : null;
    });
    return mine;
  }

  /** Undefined when it was cancelled meanwhile. */
  private async planWatched(
    id: string,
    run: number,
    round: Round,
    cause: DueCause,
  ): Promise<RoundReport | undefined> {
    const abort = new AbortController();
    let progress: Progress = { step: 'reading', share: 0 };
    const tell = async () => {
      const { document } = await this.rounds.change(id, cause, (now) =>
        goOn(now, run, progress, this.clock.now()),
      );
      const { plan } = document.state;
      if (plan?.phase !== 'planning' || plan.run !== run) abort.abort(new Error('no longer wanted'));
    };
    const timer = setInterval(
      () => void tell().catch((error: unknown) => this.log.warn(String(error))),
      tellEvery,
    );
    try {
      const { task, names } = roundQuestion(this.place.market, round.regionId, this.clock.now());
      const outcome = await this.planner.plan(task, {
        progress: (next) => void (progress = next),
        signal: abort.signal,
      });
      return reportOf(outcome, names);
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  /** Pages and prices first: once the round says that it is planned, they are there. */
  private async keep(
    id: string,
    run: number,
    { lines, prices, result }: RoundReport,
    took: number,
    cause: DueCause,
  ): Promise<void> {
    const pages = Math.ceil(lines.length / linesPerPage);
    for (let page = 0; page < pages; page += 1) {
      const some = lines.slice(page * linesPerPage, (page + 1) * linesPerPage);
      await this.pages.put(pageIdOf(id, run, page), run, some);
    }
    await this.prices.put(pricesIdOf(id, run), run, prices);
    await this.rounds.change(id, cause, (round) =>
      planned(round, run, { ...result, pages, milliseconds: Math.round(took) }),
    );
  }
}
