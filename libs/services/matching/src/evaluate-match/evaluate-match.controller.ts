import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EvaluationBody, MatchView, TallyBody } from '#libs/contracts';
import {
  Aggregates,
  Answer,
  Answers,
  Command,
  CurrentActor,
  InjectAggregates,
  Policy,
  refuseAccess,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { WhoAnswers } from '../answer-question/who-answers.js';
import { countHands, evaluate } from '../domain/evaluation.js';
import type { Made, Match } from '../domain/match.js';
import { MarketPlace } from '../market/market-place.js';
import { viewFor } from '../match.view.js';
import { matchesAggregate } from '../matching.collection.js';
import { wasThere } from './was-there.js';

/** What the two sides and the class thought of it. */
@Controller('api/matches')
export class EvaluateMatchController {
  constructor(
    @InjectAggregates(matchesAggregate) private readonly matches: Aggregates<Match>,
    private readonly place: MarketPlace,
    private readonly who: WhoAnswers,
  ) {}

  /** Each side once; who said it corrects it until thirty days after the end, or after it was written down if later. */
  @Post(':id/evaluation')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async evaluate(
    @Param('id') id: string,
    @Body() body: EvaluationBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.who.execute(id, actor, body);
    const { fit, again, words } = body;
    return this.tell(id, actor, cause, (match) => {
      if (!wasThere(actor, by.side, match, this.partnerOf(match))) throw refuseAccess('access.not-allowed');
      return evaluate(match, { fit, again, ...(words ? { words } : {}) }, by);
    });
  }

  /** Hands of the whole class, during the activity or in the week after it. */
  @Post(':id/tally')
  @HttpCode(200)
  @Policy('matches.answer')
  @Answers(MatchView)
  async tally(
    @Param('id') id: string,
    @Body() { present, fun, learned, wantMore, ...behalf }: TallyBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const by = await this.who.execute(id, actor, behalf);
    return this.tell(id, actor, cause, (match) => countHands(match, { present, fun, learned, wantMore }, by));
  }

  private partnerOf({ offerId, organisationId }: Match) {
    const { market } = this.place;
    const givenBy = (offerId && market.offer(offerId)?.givenBy) || [];
    return { givenBy, firstContactId: market.organisation(organisationId)?.firstContactId };
  }

  private async tell(id: string, actor: Actor, cause: CommandCause, decide: (match: Match) => Made | null) {
    const { document, status } = await this.matches.change(id, cause, decide);
    return new Answer(viewFor(document, actor), document.rev, status);
  }
}
