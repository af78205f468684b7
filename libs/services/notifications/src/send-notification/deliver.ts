import { Injectable } from '@nestjs/common';
import { Unavailable } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { MailDeferred, Mailer, MailRefused } from '#libs/ports/mailer/port';
import { inParallel } from '#libs/runtime';
import { rankOf } from '../domain/lanes.js';
import { isGivenUp, type Fate, type Notification } from '../domain/notification.js';
import { Links } from '../links.js';
import { wordsIn } from '../mails/say.js';
import { UnsubscribeTokens } from '../unsubscribe/unsubscribe-token.js';
import { ComposeMail } from './compose-mail.js';
import type { Sendable } from './gather.js';
import { mailOf, type Piece } from './mail-of.js';

/** More reads would only keep people waiting. */
const composedAtOnce = 4;

/** What became of all of them, by id; or why nothing could be done for now. */
export type Delivered = { readonly fates: ReadonlyMap<string, Fate> } | Waits;

export interface Waits {
  readonly wait: 'owners' | 'mailer' | 'mail';
  readonly why: string;
}

@Injectable()
export class Deliver {
  constructor(
    private readonly compose: ComposeMail,
    private readonly mailer: Mailer,
    private readonly links: Links,
    private readonly tokens: UnsubscribeTokens,
    private readonly clock: Clock,
  ) {}

  /** Writes them as they are true now and hands them over as one mail, under the first one's message id. */
  async execute(members: readonly [Sendable, ...Sendable[]]): Promise<Delivered> {
    const composed = await this.composeAll(members);
    if ('wait' in composed) return composed;
    const { fates, pieces } = composed;
    if (pieces.length === 0) return { fates };
    try {
      await this.mailer.send(mailOf(members[0].state, pieces, this.ways(members[0].state, pieces)));
    } catch (error) {
      if (error instanceof MailRefused) return { fates: unsent(fates, 'refused') };
      if (!(error instanceof Unavailable)) throw error;
      return isGivenUp(members[0].state, this.clock.now())
        ? { fates: unsent(fates, 'gave-up') }
        : { wait: error instanceof MailDeferred ? 'mail' : 'mailer', why: error.message };
    }
    return { fates };
  }

  private async composeAll(members: readonly Sendable[]) {
    const fates = new Map<string, Fate>();
    const pieces: Piece[] = [];
    try {
      const composed = await inParallel(
        byRank(members),
        async ({ id, state }) => ({ id, made: await this.compose.execute(state) }),
        composedAtOnce,
      );
      for (const { id, made } of composed) {
        if ('wait' in made) return { wait: 'owners', why: made.wait } as const;
        if ('skip' in made) {
          fates.set(id, { is: 'skipped', why: made.skip });
        } else if (pieces.length > 0 && pieces[0]?.person.id !== made.person.id) {
          // Somebody else reads it, because the one it was for is gone: it gets a mail of its own.
          fates.set(id, { is: 'parted' });
        } else {
          pieces.push(made);
          fates.set(id, { is: 'sent' });
        }
      }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      return { wait: 'owners', why: error.message } as const;
    }
    return { fates, pieces };
  }

  private ways({ lane }: Notification, [first]: readonly Piece[]) {
    if (lane !== 'quiet' || !first) return { footer: [] };
    const words = wordsIn(first.letter.lang);
    const url = this.links.preferences();
    return {
      unsubscribe: this.links.unsubscribe(this.tokens.of(first.person.id)),
      footer: [
        words(
          `Liever één mail per dag of per week, of geen herinneringen? Kies het zelf: ${url}`,
          `Rather one mail a day or a week, or no reminders? Choose for yourself: ${url}`,
        ),
      ],
    };
  }
}

const byRank = (members: readonly Sendable[]): Sendable[] =>
  [...members].sort((a, b) => rankOf(a.state.subject) - rankOf(b.state.subject));

const unsent = (fates: ReadonlyMap<string, Fate>, is: 'refused' | 'gave-up'): Map<string, Fate> =>
  new Map([...fates].map(([id, fate]) => [id, fate.is === 'sent' ? { is } : fate]));
