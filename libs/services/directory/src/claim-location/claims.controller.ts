import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import {
  ClaimMadeView,
  ClaimView,
  ConfirmClaimBody,
  IdText,
  PostClaimBody,
  RefuseClaimBody,
} from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  AnswersPage,
  Command,
  CurrentActor,
  InjectAggregates,
  PageQuery,
  Policy,
  offsetOf,
  type Actor,
  type Aggregate,
  type CommandCause,
} from '#libs/runtime';
import type { Claim } from '../domain/claim.js';
import type { Person } from '../domain/person.js';
import { PlaceNames } from '../invite-people/place-names.js';
import { people } from '../people.collection.js';
import { ClaimLocation } from './claim-location.js';
import { DecideClaim } from './decide-claim.js';

class ListClaimsQuery extends PageQuery {
  @IsOptional() @IdText() region?: string;
  /** Those alone that wait for a coordinator. */
  @IsOptional() @IsIn(['open']) state?: 'open';
}

@Controller('api/claims')
export class ClaimsController {
  constructor(
    private readonly claim: ClaimLocation,
    private readonly decide: DecideClaim,
    private readonly names: PlaceNames,
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
  ) {}

  /** "I teach there": then sign in with that address, and ask at once. */
  @Post()
  @Policy('claims.add')
  @Answers(ClaimMadeView, 201)
  async post(@Body() body: PostClaimBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document } = await this.claim.execute(body, actor, cause);
    return new Answer({ id: document.id, next: 'sign-in' as const }, document.rev, 201);
  }

  @Get()
  @Policy('claims.read')
  @AnswersPage(ClaimView)
  async list(@Query() query: ListClaimsQuery, @CurrentActor() actor: Actor) {
    const from = offsetOf(query);
    const to = from + (query.limit ?? 50);
    const all = await this.decide.list(actor, query.region);
    const found = all.filter(({ state }) => !query.state || state.state === query.state);
    return {
      items: await Promise.all(found.slice(from, to).map((each) => this.view(each))),
      next: to < found.length ? String(to) : null,
    };
  }

  /** One click: person and requests together. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Policy('claims.decide')
  @Answers(ClaimView)
  async confirm(
    @Param('id') id: string,
    @Body() _body: ConfirmClaimBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document, status } = await this.decide.confirm(id, actor, cause);
    return new Answer(await this.view(document), document.rev, status);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Policy('claims.decide')
  @Answers(ClaimView)
  async refuse(
    @Param('id') id: string,
    @Body() { reason }: RefuseClaimBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const { document, status } = await this.decide.refuse({ id, reason }, actor, cause);
    return new Answer(await this.view(document), document.rev, status);
  }

  private async view({ id, state }: Aggregate<Claim>): Promise<ClaimView> {
    const { personId, schoolLocationId, claimedAt, reason } = state;
    const person = (await this.people.get(personId))?.state;
    return {
      id,
      personId,
      name: person?.name ?? '',
      email: person?.email ?? '',
      schoolLocation: {
        id: schoolLocationId,
        name: await this.names.ofPlace({ role: 'teacher', schoolLocationId }),
      },
      claimedAt,
      state: state.state === 'said' ? 'open' : state.state,
      reason,
    };
  }
}
