import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { IsIn, Matches } from 'class-validator';
import { atField, linkActions, type LinkAction } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  CurrentActor,
  InjectAggregates,
  Policy,
  refuseAccess,
  type Actor,
  type DueCause,
} from '#libs/runtime';
import { Links } from '../links.js';
import { refuse } from '../notification.errors.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { ReadAppointment } from '../owners/read-appointment.js';
import { readerOf } from '../send-notification/mail-of.js';
import { writeLetter } from '../send-notification/write-letter.js';
import { aboutOf, actionsLeft, mustBeGood, used, type ActionLink } from './action-link.js';
import { actionLinks } from './action-links.collection.js';

class LinkHashBody {
  @Matches(/^[0-9a-f]{64}$/) hash: string;
}

class OpenLinkBody extends LinkHashBody {
  @IsIn(linkActions) action: LinkAction;
}

/** For the gateway, where the links of mails are answered. */
@Controller('internal/action-links')
export class ActionLinksController {
  constructor(
    @InjectAggregates(actionLinks) private readonly links: Aggregates<ActionLink>,
    private readonly owners: OwnerReads,
    private readonly appointments: ReadAppointment,
    private readonly pages: Links,
    private readonly clock: Clock,
  ) {}

  /** What is asked, as the mail would ask it now. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Policy('action-links.use')
  async preview(@Body() { hash }: LinkHashBody, @CurrentActor() actor: Actor) {
    const { link, match } = await this.good(hash, actor);
    const { side, subject, question, expiresAt } = link;
    const [appointment, person] = await Promise.all([
      this.appointments.of(match, match.question > 1),
      this.owners.person(link.recipient),
    ]);
    if (!person) throw refuse('actions.expired');
    const reader = readerOf(link, person, this.clock.now());
    const actions = actionsLeft(link);
    const { letter } = writeLetter(subject, appointment, reader, { match: this.pages.match(match.id) });
    return {
      matchId: match.id,
      side,
      language: reader.lang,
      question,
      ask: letter.ask,
      about: aboutOf(match),
      facts: letter.facts,
      notes: letter.notes,
      actions: [...actions],
      ...(actions.includes('count') ? { prefilled: match.prefilled } : {}),
      expiresAt,
    };
  }

  /** As whom, and to what, the answer goes; and the figures that stand filled in. */
  @Post('open')
  @HttpCode(200)
  @Policy('action-links.use')
  async open(@Body() { hash, action }: OpenLinkBody, @CurrentActor() actor: Actor) {
    const { link, match } = await this.good(hash, actor);
    const offered = actionsLeft(link);
    if (!offered.includes(action))
      throw link.used.includes(action)
        ? refuse('actions.used')
        : refuse('actions.not-offered', atField('action', 'offered', `must be one of ${offered.join(', ')}`));
    if (!(await this.owners.person(link.recipient))) throw refuse('actions.expired');
    const { side, recipient, question } = link;
    const { count, hours } = match.prefilled;
    const { people, preparation, delivery, travel } = hours;
    const { pupils, adults, groups } = count;
    const figures =
      side === 'school' ? { pupils, adults, groups } : { people, hours: { preparation, delivery, travel } };
    return { matchId: match.id, side, recipient, question, figures };
  }

  @Post('used')
  @HttpCode(200)
  @Policy('action-links.use')
  async used(@Body() { hash, action }: OpenLinkBody, @CurrentActor() actor: Actor) {
    mustBeGateway(actor);
    await this.links.change(hash, cause, (link) => used(link, action));
    return {};
  }

  private async good(hash: string, actor: Actor) {
    mustBeGateway(actor);
    const link = (await this.links.get(hash))?.state;
    if (!link) throw refuse('actions.unknown');
    const match = await this.owners.match(link.subject.matchId);
    return { link, match: mustBeGood(link, match, this.clock.now()) };
  }
}

const cause: DueCause = {
  kind: 'due',
  actor: 'service:gateway',
  correlationId: 'action-link',
  causationId: null,
};

function mustBeGateway({ id }: Actor): void {
  if (id !== 'service:gateway') throw refuseAccess('access.not-allowed');
}
