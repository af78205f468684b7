import { IsIn, IsInt, Min } from 'class-validator';
import { IdText, MomentText } from '../rules.js';
import { Event } from './event.js';
import { sides, type Side } from './matching.js';

/** Keyed by notification: the mailer took a question for one recipient. The first of a side starts that side's clock. */
@Event('notifications.question-delivered')
export class QuestionDelivered {
  @IdText() matchId: string;
  @IsInt() @Min(1) question: number;
  @IsIn(sides) side: Side;
  @MomentText() at: string;
}

export const whyUndeliverable = ['mail-refused', 'nobody-there', 'gave-up'] as const;
export type WhyUndeliverable = (typeof whyUndeliverable)[number];

/** Keyed by notification: a question did not reach one recipient, and will not. */
@Event('notifications.question-undeliverable')
export class QuestionUndeliverable {
  @IdText() matchId: string;
  @IsInt() @Min(1) question: number;
  @IsIn(sides) side: Side;
  @IsIn(whyUndeliverable) why: WhyUndeliverable;
}

/** Keyed by notification: this person wants no digests and reminders any more. */
@Event('notifications.unsubscribed')
export class Unsubscribed {
  @IdText() personId: string;
}
