import { Matches } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { FreeText } from '../rules.js';
import { SentenceView, moment, one, oneOf, text, yesNo } from './shown.js';

/** POST /api/matches/:id/messages */
@JSONSchema({ example: { text: 'Kunnen jullie een beamer klaarzetten?' } })
export class PostMessageBody {
  @FreeText(2000) @Matches(/\S/u, { message: '$property must say something' }) text: string;
}

export const messageSides = ['school', 'partner', 'coordinator'] as const;
export type MessageSide = (typeof messageSides)[number];

/** One message of a match's thread. */
export class MessageView {
  @text id: string;
  @moment at: string;
  @oneOf(messageSides) side: MessageSide;
  /** Who wrote it: a name where names are known to each other, else "the school" or "the partner". */
  @one(() => SentenceView) from: SentenceView;
  /** Written by the one who asks. */
  @yesNo mine: boolean;
  /** Empty when whoever wrote it was erased. */
  @text text: string;
}

/** POST /api/unsubscribe/:token */
export class UnsubscribedView {
  /** False: reminders do not come any more. */
  @yesNo reminders: boolean;
}
