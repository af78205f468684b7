import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, sha256, type DueCause } from '#libs/runtime';
import type { Letter } from '../mails/letter.js';
import { wordsIn } from '../mails/say.js';
import { Links } from '../links.js';
import type { MatchView } from '../owners/views.js';
import { linkFor, tallyLinkFor, type ActionLink } from './action-link.js';
import { actionLinks } from './action-links.collection.js';

const cause: DueCause = {
  kind: 'due',
  actor: 'service:notifications',
  correlationId: 'action-link',
  causationId: null,
};

@Injectable()
export class MakeActionLink {
  constructor(
    @InjectAggregates(actionLinks) private readonly links: Aggregates<ActionLink>,
    private readonly pages: Links,
    private readonly clock: Clock,
  ) {}

  /** The letter with a link of its own, when it asks something. What the link holds is kept as a hash alone. */
  async into(
    letter: Letter,
    to: Pick<ActionLink, 'subject' | 'side' | 'recipient'>,
    match: MatchView,
  ): Promise<Letter> {
    const link = linkFor(to, match, this.clock.now());
    if (!link) return letter;
    const url = await this.kept(link);
    const words = wordsIn(letter.lang);
    const label = words(
      'Antwoord meteen, zonder in te loggen (deze link is alleen voor jou)',
      'Answer at once, without signing in (this link is for you alone)',
    );
    return { ...letter, action: { label, url } };
  }

  /** Where the hands of the class are entered, by whoever opens it. */
  tallyUrl(to: Pick<ActionLink, 'subject' | 'side' | 'recipient'>, match: MatchView): Promise<string> {
    return this.kept(tallyLinkFor(to, match));
  }

  private async kept(link: ActionLink): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const url = this.pages.action(token);
    await this.links.create(sha256(token), cause, { state: link });
    return url;
  }
}
