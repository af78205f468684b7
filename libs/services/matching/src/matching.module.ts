import { Module, type Type } from '@nestjs/common';
import { AnswerQuestionController } from './answer-question/answer-question.controller.js';
import { ApproveManyController } from './approve-proposal/approve-many.controller.js';
import { ApproveProposal } from './approve-proposal/approve-proposal.js';
import { ApproveProposalController } from './approve-proposal/approve-proposal.controller.js';
import { AwaitHold } from './approve-proposal/await-hold.js';
import { HoldConsumer } from './follow-hold/hold.consumer.js';
import { OfferConsumer } from './follow-offer/offer.consumer.js';
import { ListMatchesController } from './list-matches/list-matches.controller.js';
import { ShowMatch } from './list-matches/show-match.js';
import { ListRoundsController } from './list-rounds/list-rounds.controller.js';
import { ShowRound } from './list-rounds/show-round.js';
import { ListProposalsController } from './list-proposals/list-proposals.controller.js';
import { KeepMarketConsumer } from './market/keep-market.consumer.js';
import { KeptCopies } from './market/kept-copies.js';
import { MarketPlace } from './market/market-place.js';
import { Propose } from './market/propose.js';
import { OpenRoundController } from './open-round/open-round.controller.js';
import { PlanRound } from './plan-round/plan-round.js';
import { RoundPlanner } from './plan-round/round-planner.js';
import { PlanRoundController } from './plan-round/plan-round.controller.js';
import { ConsiderRequest } from './propose-for-request/consider-request.js';
import { ReconsiderMatches } from './propose-for-request/reconsider-matches.js';
import { RequestConsumer } from './propose-for-request/request.consumer.js';
import { RejectProposalController } from './reject-proposal/reject-proposal.controller.js';
import { ReleaseUnanswered } from './release-unanswered/release-unanswered.js';

export function matchingModule(planner: RoundPlanner): Type {
  @Module({
    controllers: [
      ApproveManyController,
      ApproveProposalController,
      AnswerQuestionController,
      RejectProposalController,
      ListProposalsController,
      ListMatchesController,
      OpenRoundController,
      PlanRoundController,
      ListRoundsController,
      KeepMarketConsumer,
      RequestConsumer,
      OfferConsumer,
      HoldConsumer,
    ],
    providers: [
      { provide: RoundPlanner, useValue: planner },
      MarketPlace,
      KeptCopies,
      Propose,
      ConsiderRequest,
      ReconsiderMatches,
      ApproveProposal,
      AwaitHold,
      ShowMatch,
      ReleaseUnanswered,
      ShowRound,
      PlanRound,
    ],
  })
  class MatchingModule {}
  return MatchingModule;
}
