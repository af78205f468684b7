import { Controller, Get, HttpCode, Param, Post, Redirect, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { UnsubscribedView, Unavailable } from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import {
  Aggregates,
  Answers,
  Described,
  InjectAggregates,
  Policy,
  Unkeyed,
  httpProblem,
  type DueCause,
} from '#libs/runtime';
import { Links } from '../links.js';
import { refuse } from '../notification.errors.js';
import { OwnerReads } from '../owners/owner-reads.js';
import { UnsubscribeTokens } from './unsubscribe-token.js';
import { unsubscribedAggregate } from './unsubscribed.collection.js';
import { isUnderWay, unsubscribe, type UnsubscribedPerson } from './unsubscribed.js';

const here = '/api/unsubscribe/';
/** A mail program sends `List-Unsubscribe=One-Click` in one of these (RFC 8058). */
const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const longestForm = 1_000;

/** For mail programs: whoever has the mail need not sign in to be reminded no more. */
@Controller('api/unsubscribe')
export class UnsubscribeController implements OnModuleInit {
  constructor(
    @InjectAggregates(unsubscribedAggregate) private readonly people: Aggregates<UnsubscribedPerson>,
    private readonly tokens: UnsubscribeTokens,
    private readonly owners: OwnerReads,
    private readonly links: Links,
    private readonly clock: Clock,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  /** The form says nothing that the address does not; forms for other addresses are refused as before. */
  onModuleInit(): void {
    const options = { parseAs: 'string', bodyLimit: longestForm } as const;
    this.host.httpAdapter.getInstance().addContentTypeParser(forms, options, ({ url }, _form, done) => {
      if (url.startsWith(here)) return done(null, undefined);
      const { title, status } = httpProblem(415);
      done(Object.assign(new Error(title), { statusCode: status }));
    });
  }

  /** Whoever opens the address chooses on the page; looking at it changes nothing. */
  @Get(':token')
  @Described(({ ApiExcludeEndpoint }) => ApiExcludeEndpoint())
  @Policy('mails.unsubscribe')
  @Redirect()
  show() {
    return { url: this.links.preferences(), statusCode: 302 };
  }

  /** @throws Refusal `unsubscribe.unknown` */
  @Post(':token')
  @HttpCode(200)
  @Unkeyed()
  @Policy('mails.unsubscribe')
  @Answers(UnsubscribedView)
  async post(@Param('token') token: string) {
    const personId = this.tokens.read(token);
    if (!personId) throw refuse('unsubscribe.unknown');
    const now = this.clock.now();
    const { document, repeated } = await this.people.create(personId, cause, unsubscribe(personId, now));
    // Once is enough, unless they chose to be reminded again since.
    if (repeated && !isUnderWay(document.state, now) && (await this.isReminded(personId)))
      await this.people.change(personId, cause, () => unsubscribe(personId, now));
    return { reminders: false };
  }

  /** Nobody is to be told "later": when it is not known, they are told once more. */
  private async isReminded(personId: string): Promise<boolean> {
    const person = await this.owners.person(personId).catch((error: unknown) => {
      if (error instanceof Unavailable) return undefined;
      throw error;
    });
    return person?.preferences?.reminders !== false;
  }
}

const cause: DueCause = {
  kind: 'due',
  actor: 'visitor',
  correlationId: 'unsubscribe',
  causationId: null,
};
