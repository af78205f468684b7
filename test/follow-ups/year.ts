import type { Side } from '#libs/contracts';
import type { Mail } from '#libs/ports/mailer/port';
import type { Match } from '../../libs/services/matching/src/domain/match.js';
import { Answers } from './answers.js';
import { Findings } from './findings.js';
import { JudgeMails } from './judge-mails.js';
import { JudgeQuestions } from './judge-questions.js';
import type { Court } from './court.js';
import { jumpedOnce, neverJumped } from './jumped.js';
import { JudgeReminders } from './judge-reminders.js';
import { JudgeRequests } from './judge-requests.js';
import { Lives, yearBegins, yearEnds } from './lives.js';
import { ownerAnswers, type Answer } from './owner-answers.js';
import { Counts } from './counts.js';
import { dayMs, type Owners, type OwnersBroken } from './owners.js';
import { Post } from './post.js';
import { Chance } from './random.js';
import { aRegion, type Partner, type Region, type School, type Somebody } from './region.js';
import { simulate, type Around } from './simulation.js';

export interface YearOf {
  readonly matches: number;
  readonly seed: number;
  /** Broken on purpose, for those who must notice. */
  readonly broken?: Broken;
  /** Days by which the clock jumps, and when. */
  readonly jump?: { readonly at: string; readonly days: number };
}

export interface Broken {
  readonly owners?: OwnersBroken;
  readonly around?: Around;
  readonly answers?: (answer: Answer, now: () => number) => Answer;
}

/** A school year with all that people do in it, and what was found wrong. */
export async function aYear({ matches, seed, broken = {}, jump }: YearOf) {
  const chance = new Chance(seed);
  const size = {
    schools: Math.max(4, Math.round(matches / 25)),
    partners: Math.max(3, Math.round(matches / 40)),
  };
  const region = aRegion(chance, size);
  const flaky = new Chance(seed + 1);
  const away = new Set<string>();
  // Away once in a while, but never twice for one mail.
  const isAway = ({ messageId }: Mail) => flaky.of(0.01) && away.size !== away.add(messageId).size;
  const post = new Post(region, isAway);
  const sim = await simulate({
    from: yearBegins,
    region,
    chance: new Chance(seed + 2),
    mailer: post,
    ...(broken.owners ? { broken: broken.owners } : {}),
    ...(broken.around ? { around: broken.around } : {}),
  });
  try {
    const answer = ownerAnswers(sim.owners, region);
    sim.answer(broken.answers?.(answer, sim.now) ?? answer);
    const found = new Findings();
    const counts = new Counts();
    watch({
      sim,
      region,
      post,
      found,
      counts,
      answers: new Answers(sim, region, new Chance(seed + 3)),
      jump,
    });
    const lives = new Lives(sim, region, new Chance(seed + 4));
    lives.plan(matches);
    if (jump) {
      await sim.until(Date.parse(jump.at));
      sim.clock.advance(jump.days * dayMs);
    }
    await sim.until(yearEnds);
    return { found, counts, failures: sim.failures, ...ends(sim.owners) };
  } finally {
    await sim.close();
  }
}

type Watched = {
  sim: Awaited<ReturnType<typeof simulate>>;
  region: Region;
  post: Post;
  found: Findings;
  counts: Counts;
  answers: Answers;
  jump: YearOf['jump'];
};

function watch({ sim, region, post, found, counts, answers, jump }: Watched): void {
  const { owners, agenda, now } = sim;
  const off = new Map<string, (School | Partner)['isOff']>(
    [...region.schools, ...region.partners].map(({ id, isOff }) => [id, isOff]),
  );
  const daysOff = ({ schoolLocationId, organisationId }: Match, side: Side) =>
    off.get(side === 'school' ? schoolLocationId : organisationId) ?? (() => false);
  const jumped = jump ? jumpedOnce(Date.parse(jump.at), jump.days * dayMs, now) : neverJumped;
  const court: Court = { owners, region, agenda, now, daysOff, found, jumped };
  const mails = new JudgeMails(court);
  const questions = new JudgeQuestions(court);
  const reminders = new JudgeReminders(court);
  const requests = new JudgeRequests(court);
  post.hear({
    handed(mail, person: Somebody) {
      const pieces = mails.handed(mail, person);
      for (const { kind, matchId, requestId } of pieces) {
        if (matchId && (kind === 'reminder' || kind === 'check')) reminders.remember(kind, matchId, person);
        if (requestId && kind === 'unmet') requests.toldUnmet(requestId);
      }
      return pieces;
    },
    accepted(mail, pieces, person) {
      mails.accepted(mail, pieces, person);
      counts.add(person.id, pieces, now());
      for (const piece of pieces) {
        if (piece.matchId && (piece.kind === 'question' || piece.kind === 'change'))
          questions.delivered(piece.matchId, region.sideOf(person.id));
        answers.read(person, piece);
      }
    },
  });
}

function ends({ matches, requests }: Owners) {
  const count = (states: readonly string[]) =>
    Object.fromEntries(
      [...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length] as const).sort(),
    );
  return {
    matches: count([...matches.values()].map(({ state }) => state.state)),
    requests: count([...requests.values()].map(({ state }) => state.state)),
    origins: count([...matches.values()].map(({ state }) => state.origin)),
  };
}
