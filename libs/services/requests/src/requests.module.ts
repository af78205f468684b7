import { Module } from '@nestjs/common';
import { PersonalData } from '#libs/runtime';
import { RequestsPersonalData } from './personal-data.js';
import { AssignRequestController } from './assign-request/assign-request.controller.js';
import { ChangeRequest } from './change-request/change-request.js';
import { ChangeRequestController } from './change-request/change-request.controller.js';
import { FollowClock } from './follow-clock/follow-clock.js';
import { FollowMatchesConsumer } from './follow-matches/follow-matches.consumer.js';
import { KeepCopiesConsumer } from './keep-copies/keep-copies.consumer.js';
import { ListRequestsController } from './list-requests/list-requests.controller.js';
import { ShowRequest } from './list-requests/show-request.js';
import { PostRequest } from './post-request/post-request.js';
import { PostRequestController } from './post-request/post-request.controller.js';
import { SchoolFacts } from './post-request/school-facts.js';
import { ConfirmedPeople } from './release-request/confirmed-people.js';
import { ReleaseRequestConsumer } from './release-request/release-request.consumer.js';
import { ShowDemandController } from './show-demand/show-demand.controller.js';
import { WithdrawRequest } from './withdraw-request/withdraw-request.js';
import { WithdrawRequestController } from './withdraw-request/withdraw-request.controller.js';

@Module({
  controllers: [
    PostRequestController,
    ListRequestsController,
    ShowDemandController,
    ChangeRequestController,
    AssignRequestController,
    WithdrawRequestController,
    KeepCopiesConsumer,
    FollowMatchesConsumer,
    ReleaseRequestConsumer,
  ],
  providers: [
    PostRequest,
    ShowRequest,
    ChangeRequest,
    WithdrawRequest,
    SchoolFacts,
    FollowClock,
    ConfirmedPeople,
    { provide: PersonalData, useClass: RequestsPersonalData },
  ],
})
export class RequestsModule {}
