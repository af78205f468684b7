import { AnswerAwaited, ChangeProposed, MatchAsked, type Side } from '#libs/contracts';
import { startOf, type Match } from '../../libs/services/matching/src/domain/match.js';
import type { Court } from './court.js';
import {
  dayAfter,
  endOfWorkingDayFrom,
  lastMinuteOf,
  localOf,
  workingDaysFrom,
  type DaysOff,
} from './own-days.js';
import { dayMs, hour, minute } from './owners.js';

interface Question {
  readonly matchId: string;
  readonly question: number;
  readonly side: Side;
  /** From which on it makes no sense any more. */
  readonly start: number;
  readonly leadTimeDays: number;
  deliveredAt: number | null;
  nudged: boolean;
}

/** Follows each question from the moment it is asked: delivered or looked at within a day, nudged and released in time. */
export class JudgeQuestions {
  private readonly questions = new Map<string, Question>();

  constructor(private readonly court: Court) {
    court.owners.onMatch((event, id, match) => this.hear(event, id, match));
  }

  /** The mailer took a question to that side. */
  delivered(matchId: string, side: Side): void {
    const match = this.court.owners.matches.get(matchId)?.state;
    if (!match) return;
    const number = match.state === 'confirmed' ? match.wanted?.question : match.question;
    const question = this.questions.get(`${matchId} ${number} ${side}`);
    if (!question || question.deliveredAt !== null) return;
    question.deliveredAt = this.court.now();
    const release = this.releaseOf(question, match);
    this.court.agenda.add(release + hour, () => this.mustBeOver(question));
    const nudge = this.nudgeOf(question, match);
    if (nudge !== null) this.court.agenda.add(nudge + hour, () => this.mustBeNudged(question));
  }

  private hear(event: object, id: string, match: Match): void {
    if (event instanceof MatchAsked) for (const side of event.asks) this.ask(id, match.question, side, match);
    if (event instanceof ChangeProposed && match.wanted)
      this.ask(id, match.wanted.question, match.wanted.by === 'school' ? 'partner' : 'school', match);
    if (event instanceof AnswerAwaited && event.stage === 'nudge') this.nudged(id, event.side, match);
    const end = match.history.at(-1);
    const isOfClock = match.ended?.by === 'clock' || end?.what === 'change-dropped';
    if (isOfClock && end?.reason === 'Er kwam op tijd geen antwoord.') this.released(id, match);
  }

  private ask(matchId: string, question: number, side: Side, match: Match): void {
    const asked: Question = {
      matchId,
      question,
      side,
      start: Math.min(
        startOf(match),
        match.state === 'confirmed' && match.wanted ? startOf(match.wanted) : Infinity,
      ),
      leadTimeDays: match.terms.leadTimeDays ?? 0,
      deliveredAt: null,
      nudged: false,
    };
    this.questions.set(`${matchId} ${question} ${side}`, asked);
    this.court.agenda.add(this.court.now() + dayMs + hour, () => {
      if (asked.deliveredAt !== null || !this.waits(asked)) return;
      if (this.match(asked).attentions?.length) return;
      this.court.found.add(
        'questions without an answer, release or attention',
        `${said(asked)} reached nobody`,
      );
    });
    this.court.agenda.add(asked.start + hour, () => {
      if (this.waits(asked))
        this.court.found.add(
          'questions without an answer, release or attention',
          `${said(asked)} outlives its day`,
        );
    });
  }

  private nudged(matchId: string, side: Side, match: Match): void {
    const number = match.state === 'confirmed' ? match.wanted?.question : match.question;
    const question = this.questions.get(`${matchId} ${number} ${side}`);
    if (!question) return;
    question.nudged = true;
    const at = question.deliveredAt === null ? null : this.nudgeOf(question, match);
    if (at !== null) this.mustBeAt(question, at, 'nudged');
  }

  /** Silence ends a question only when a side that was reached has had its days. */
  private released(matchId: string, match: Match): void {
    const ofMatch = [...this.questions.values()].filter((one) => one.matchId === matchId);
    const last = Math.max(...ofMatch.map(({ question }) => question));
    // Of a change both have said yes to what stands.
    const isSilent = ({ side }: Question) => match.state === 'confirmed' || !match.acceptedBy[side];
    const due = ofMatch
      .filter((one) => one.question === last && one.deliveredAt !== null && isSilent(one))
      .map((one) => [one, this.releaseOf(one, match)] as const);
    const first = due.sort(([, a], [, b]) => a - b)[0];
    if (first) this.mustBeAt(first[0], first[1], 'released');
    else
      this.court.found.add(
        'releases and nudges at the wrong moment',
        `${matchId} is released, and nobody was reached`,
      );
  }

  private mustBeAt(question: Question, at: number, what: string): void {
    const off = this.court.now() - at;
    const isEarly = off < -minute;
    const isLate = off > minute && !this.court.jumped.since(question.deliveredAt ?? at);
    if (isEarly || isLate)
      this.court.found.add(
        'releases and nudges at the wrong moment',
        `${said(question)} is ${what} ${Math.round(off / hour)} h off ${new Date(at).toISOString()}`,
      );
  }

  private mustBeOver(question: Question): void {
    if (!this.waits(question) || this.court.jumped.since(question.deliveredAt ?? 0)) return;
    this.court.found.add(
      'questions without an answer, release or attention',
      `${said(question)} is never released`,
    );
  }

  private mustBeNudged(question: Question): void {
    if (question.nudged || !this.waits(question) || this.court.jumped.since(question.deliveredAt ?? 0))
      return;
    this.court.found.add('releases and nudges at the wrong moment', `${said(question)} is never nudged`);
  }

  private match({ matchId }: Question): Match {
    return (this.court.owners.matches.get(matchId) as { state: Match }).state;
  }

  private waits(question: Question): boolean {
    const { state, question: current, acceptedBy, wanted } = this.match(question);
    if (state === 'asked') return current === question.question && !acceptedBy[question.side];
    return state === 'confirmed' && wanted?.phase === 'asked' && wanted.question === question.question;
  }

  /** The end of the seventh of that side's own working days, never later than the lead time (else the start) allows. */
  private releaseOf(question: Question, match: Match): number {
    const from = question.deliveredAt as number;
    const days = this.court.daysOff(match, question.side);
    return Math.min(endOfWorkingDayFrom(from, 7, days), Math.max(from, this.latest(question, days)));
  }

  private latest({ start, leadTimeDays, deliveredAt }: Question, days: DaysOff): number {
    const inTime = leadTimeDays > 0 ? lastMinuteOf(dayAfter(localOf(start).day, -leadTimeDays)) : start;
    return inTime >= endOfWorkingDayFrom(deliveredAt as number, 1, days) ? inTime : start;
  }

  /** Null when the day is so near that the nudge comes sooner. */
  private nudgeOf(question: Question, match: Match): number | null {
    const days = this.court.daysOff(match, question.side);
    const from = question.deliveredAt as number;
    return endOfWorkingDayFrom(from, 7, days) <= this.latest(question, days)
      ? workingDaysFrom(from, 3, days)
      : null;
  }
}

const said = ({ matchId, question, side }: Question) => `question ${question} of ${matchId} to the ${side}`;
