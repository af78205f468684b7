import { Module, type Type } from '@nestjs/common';
import { PersonalData } from '#libs/runtime';
import { MatchingPersonalData } from './personal-data.js';
import { AnswerQuestionController } from './answer-question/answer-question.controller.js';
import { ApproveManyController } from './approve-proposal/approve-many.controller.js';
import { ApproveProposal } from './approve-proposal/approve-proposal.js';
import { ApproveProposalController } from './approve-proposal/approve-proposal.controller.js';
import { AwaitHold } from './approve-proposal/await-hold.js';
import { WhoAnswers } from './answer-question/who-answers.js';
import { Backfill } from './backfill/backfill.js';
import { Candidates } from './backfill/candidates.js';
import { FreedPlaces } from './backfill/freed-places.js';
import { ListFreedPlacesController } from './backfill/list-freed-places.controller.js';
import { BookSlotController } from './book-slot/book-slot.controller.js';
import { BookSlot } from './book-slot/book-slot.js';
import { AnswerChange } from './change-appointment/answer-change.js';
import { AnswerCall } from './call-partners/answer-call.js';
import { CallPartnersController } from './call-partners/call-partners.controller.js';
import { PreviewNumbersController } from './preview-numbers/preview-numbers.controller.js';
import { PreviewRequestController } from './preview-request/preview-request.controller.js';
import { PreviewRequest } from './preview-request/preview-request.js';
import { ChangeAppointmentController } from './change-appointment/change-appointment.controller.js';
import { EvaluateMatchController } from './evaluate-match/evaluate-match.controller.js';
import { FindNewPlace } from './change-appointment/find-new-place.js';
import { QuestionConsumer } from './follow-question/question.consumer.js';
import { FollowClock } from './follow-clock/follow-clock.js';
import { HoldConsumer } from './follow-hold/hold.consumer.js';
import { OfferConsumer } from './follow-offer/offer.consumer.js';
import { ListMatchesController } from './list-matches/list-matches.controller.js';
import { ServeFitController } from './list-proposals/serve-fit.controller.js';
import { ServeMatchesController } from './list-matches/serve-matches.controller.js';
import { ShowMatch } from './list-matches/show-match.js';
import { SidesOfMatch } from './list-matches/sides-of-match.js';
import { ListRoundsController } from './list-rounds/list-rounds.controller.js';
import { ShowRound } from './list-rounds/show-round.js';
import { ListProposalsController } from './list-proposals/list-proposals.controller.js';
import { JoinWaitingListController } from './join-waiting-list/join-waiting-list.controller.js';
import { OfferWaitingList } from './join-waiting-list/offer-waiting-list.js';
import { AnswerHeld } from './make-match/answer-held.js';
import { SchoolSide } from './make-match/school-side.js';
import { KeepMarketConsumer } from './market/keep-market.consumer.js';
import { KeptCopies } from './market/kept-copies.js';
import { MarketPlace } from './market/market-place.js';
import { SideCalendars } from './market/side-calendars.js';
import { Propose } from './market/propose.js';
import { OpenRoundController } from './open-round/open-round.controller.js';
import { PlanRound } from './plan-round/plan-round.js';
import { RoundPlanner } from './plan-round/round-planner.js';
import { PlanRoundController } from './plan-round/plan-round.controller.js';
import { ConsiderRequest } from './propose-for-request/consider-request.js';
import { ReconsiderMatches } from './propose-for-request/reconsider-matches.js';
import { RequestConsumer } from './propose-for-request/request.consumer.js';
import { RejectProposalController } from './reject-proposal/reject-proposal.controller.js';
import { RecordArrangedController } from './record-arranged/record-arranged.controller.js';
import { RecordArranged } from './record-arranged/record-arranged.js';
import { RepeatMatchController } from './repeat-match/repeat-match.controller.js';
import { RepeatMatch } from './repeat-match/repeat-match.js';
import { TakeInActivityConsumer } from './take-in-activity/take-in-activity.consumer.js';
import { TellWhatHappenedController } from './tell-what-happened/tell-what-happened.controller.js';

export function matchingModule(planner: RoundPlanner): Type {
  @Module({
    controllers: [
      ApproveManyController,
      ApproveProposalController,
      PreviewNumbersController,
      PreviewRequestController,
      CallPartnersController,
      RecordArrangedController,
      RepeatMatchController,
      BookSlotController,
      JoinWaitingListController,
      AnswerQuestionController,
      ChangeAppointmentController,
      TellWhatHappenedController,
      EvaluateMatchController,
      RejectProposalController,
      ListProposalsController,
      ListMatchesController,
      ServeFitController,
      ServeMatchesController,
      ListFreedPlacesController,
      OpenRoundController,
      PlanRoundController,
      ListRoundsController,
      KeepMarketConsumer,
      TakeInActivityConsumer,
      RequestConsumer,
      OfferConsumer,
      HoldConsumer,
      QuestionConsumer,
    ],
    providers: [
      { provide: RoundPlanner, useValue: planner },
      MarketPlace,
      KeptCopies,
      SideCalendars,
      Propose,
      ConsiderRequest,
      ReconsiderMatches,
      ApproveProposal,
      AwaitHold,
      ShowMatch,
      SidesOfMatch,
      FollowClock,
      AnswerHeld,
      AnswerChange,
      SchoolSide,
      WhoAnswers,
      FindNewPlace,
      PreviewRequest,
      AnswerCall,
      BookSlot,
      OfferWaitingList,
      Candidates,
      FreedPlaces,
      Backfill,
      RecordArranged,
      RepeatMatch,
      ShowRound,
      PlanRound,
      { provide: PersonalData, useClass: MatchingPersonalData },
    ],
  })
  class MatchingModule {}
  return MatchingModule;
}
