import type { ChangeProposed, MatchAsked, Side } from '#libs/contracts';
import type { EventCause } from '#libs/runtime';
import type { QuestionConsumer } from '../../libs/services/matching/src/follow-question/question.consumer.js';
import type { TestClock } from '../support/clock.js';

/** Mail that arrives the moment it is sent. */
export class AtOnce {
  constructor(
    private readonly questions: QuestionConsumer,
    private readonly clock: TestClock,
  ) {}

  async asked({ match, asks }: MatchAsked, cause: EventCause): Promise<void> {
    for (const side of asks) await this.arrives(match.question, side, cause);
  }

  async changeProposed({ match: { change } }: ChangeProposed, cause: EventCause): Promise<void> {
    if (change) await this.arrives(change.question, change.by === 'school' ? 'partner' : 'school', cause);
  }

  private arrives(question: number, side: Side, cause: EventCause): Promise<void> {
    const at = new Date(this.clock.now()).toISOString();
    return this.questions.delivered({ matchId: cause.key, question, side, at }, cause);
  }
}
