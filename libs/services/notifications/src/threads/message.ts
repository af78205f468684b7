import type { MessageSide } from '#libs/contracts';
import type { Actor } from '#libs/runtime';
import { both } from '../mails/say.js';
import { knowEachOther } from '../owners/who-sees.js';
import type { MatchView, PersonView, Words } from '../owners/views.js';

/** What somebody wrote about a match. Its text is here alone: in no event, log or mail. */
export interface Message {
  readonly matchId: string;
  readonly regionId: string;
  readonly schoolLocationId: string;
  readonly organisationId: string;
  readonly side: MessageSide;
  /** A person's id. */
  readonly author: string;
  /** Empty once the author is erased. */
  readonly text: string;
  /** When it was written, ISO 8601. */
  readonly at: string;
  /** When the other side is told of it, epoch ms; null once it was. */
  readonly nextAt: number | null;
}

interface Made {
  readonly state: Message;
}

/** The other side is told at once. */
export function write(
  match: Pick<MatchView, 'id' | 'regionId' | 'schoolLocationId' | 'organisationId'>,
  { side, author, text, now }: Pick<Message, 'side' | 'author' | 'text'> & { readonly now: number },
): Made {
  const { id: matchId, regionId, schoolLocationId, organisationId } = match;
  const at = new Date(now).toISOString();
  return {
    state: { matchId, regionId, schoolLocationId, organisationId, side, author, text, at, nextAt: now },
  };
}

export function told(message: Message): Made | null {
  return message.nextAt === null ? null : { state: { ...message, nextAt: null } };
}

/** Somebody who is needed cannot be reached: again in a minute. */
export function putOff(message: Message, now: number): Made | null {
  return message.nextAt === null ? null : { state: { ...message, nextAt: now + 60_000 } };
}

/** That something was said stays; what was said does not. */
export function emptied(message: Message): Made | null {
  return message.text === '' ? null : { state: { ...message, text: '' } };
}

/** The side that somebody speaks for who may read the match. */
export function sideOf(
  { roles }: Pick<Actor, 'roles'>,
  match: Pick<MatchView, 'schoolLocationId' | 'organisationId'>,
): MessageSide {
  if (roles.some(({ schoolLocationId }) => schoolLocationId === match.schoolLocationId)) return 'school';
  if (roles.some(({ organisationId }) => organisationId === match.organisationId)) return 'partner';
  return 'coordinator';
}

/** Whom it is news to. */
export function otherSides(side: MessageSide): readonly ('school' | 'partner')[] {
  return (['school', 'partner'] as const).filter((one) => one !== side);
}

const nameless: Readonly<Record<MessageSide, Words>> = {
  school: both('de school', 'the school'),
  partner: both('de partner', 'the partner'),
  coordinator: both('de coördinator', 'the coordinator'),
};

/** Who wrote it, as a reader of that side may know it: the two sides know names once both have said yes. */
export function fromOf(
  { side }: Pick<Message, 'side'>,
  author: Pick<PersonView, 'name'> | undefined,
  reader: MessageSide,
  match: Pick<MatchView, 'state' | 'acceptedBy'>,
): Words {
  const mayKnow =
    side === reader || side === 'coordinator' || reader === 'coordinator' || knowEachOther(match);
  return mayKnow && author?.name ? both(author.name, author.name) : nameless[side];
}
