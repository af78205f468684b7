import { Module, type Type } from '@nestjs/common';
import { PersonalData } from '#libs/runtime';
import { NotificationsPersonalData } from './personal-data.js';
import { ActionLinksController } from './action-links/action-links.controller.js';
import { MakeActionLink } from './action-links/make-action-link.js';
import { CalendarTokens } from './calendar-feeds/calendar-feed.js';
import { CalendarFeedsController } from './calendar-feeds/calendar-feeds.controller.js';
import { WriteFeed } from './calendar-feeds/write-feed.js';
import { CountLate } from './inbox/count-late.js';
import { FindHosts } from './inbox/find-hosts.js';
import { FindLate } from './inbox/find-late.js';
import { InboxController } from './inbox/inbox.controller.js';
import { FindIdleGroups } from './idle-groups/find-idle-groups.js';
import { RunTerm } from './idle-groups/run-term.js';
import { TermsConsumer } from './idle-groups/terms.consumer.js';
import { WhoAsks } from './idle-groups/who-asks.js';
import { InboxReads } from './inbox/inbox-reads.js';
import { MatchLines } from './inbox/match-lines.js';
import { OwnLines } from './inbox/own-lines.js';
import { ParkedLines } from './inbox/parked-lines.js';
import { ReadInbox } from './inbox/read-inbox.js';
import { RegionLines } from './inbox/region-lines.js';
import { RegionsOf } from './inbox/regions-of.js';
import { RequestLines } from './inbox/request-lines.js';
import { Links } from './links.js';
import { Contacts } from './owners/contacts.js';
import { OwnerReads } from './owners/owner-reads.js';
import { ReadAppointment } from './owners/read-appointment.js';
import { ReadCalendars } from './owners/calendars.js';
import { PlanFollowUps } from './plan-follow-ups/plan-follow-ups.js';
import { RunFollowUp } from './run-follow-up/run-follow-up.js';
import { AddTallyCode } from './send-notification/add-tally-code.js';
import { ComposeMail } from './send-notification/compose-mail.js';
import { ComposeOfMatch } from './send-notification/compose-of-match.js';
import { ComposeOfPerson } from './send-notification/compose-of-person.js';
import { ComposeOfRegion } from './send-notification/compose-of-region.js';
import { ComposeOfRequest } from './send-notification/compose-of-request.js';
import { EarlierMails } from './send-notification/earlier-mails.js';
import { Deliver } from './send-notification/deliver.js';
import { Gather } from './send-notification/gather.js';
import { SendNotification } from './send-notification/send-notification.js';
import { MailboxController, MailboxReaders } from './show-mailbox/mailbox.controller.js';
import { VisitSheetController } from './show-visit-sheet/visit-sheet.controller.js';
import { ContactConsumer } from './tell-people/contact.consumer.js';
import { MatchConsumer } from './tell-people/match.consumer.js';
import { PersonConsumer } from './tell-people/person.consumer.js';
import { RequestConsumer } from './tell-people/request.consumer.js';
import { LookAgain } from './tell-people/look-again.js';
import { Undo } from './undo.js';
import { TellOfMessage } from './threads/tell-of-message.js';
import { ThreadsController } from './threads/threads.controller.js';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller.js';
import { UnsubscribeTokens } from './unsubscribe/unsubscribe-token.js';
import { TellPeople } from './tell-people/tell-people.js';

export interface NotificationsSettings {
  /** Asked each time a link is written; empty until the process knows it, and mails wait. */
  readonly publicUrl: () => string;
  readonly readers: MailboxReaders;
  /** Keys what stands in mails to unsubscribe with. */
  readonly secret: string;
  /** How long an approval can be undone in silence, ms. */
  readonly undoMs: number;
}

export function notificationsModule({ publicUrl, readers, secret, undoMs }: NotificationsSettings): Type {
  @Module({
    controllers: [
      RequestConsumer,
      PersonConsumer,
      MatchConsumer,
      ContactConsumer,
      VisitSheetController,
      MailboxController,
      ActionLinksController,
      ThreadsController,
      UnsubscribeController,
      CalendarFeedsController,
      InboxController,
      TermsConsumer,
    ],
    providers: [
      { provide: Links, useValue: new Links(publicUrl) },
      { provide: MailboxReaders, useValue: readers },
      { provide: UnsubscribeTokens, useValue: new UnsubscribeTokens(secret) },
      { provide: CalendarTokens, useValue: new CalendarTokens(secret) },
      { provide: Undo, useValue: new Undo(undoMs) },
      OwnerReads,
      Contacts,
      ReadAppointment,
      WriteFeed,
      EarlierMails,
      ReadCalendars,
      PlanFollowUps,
      RunFollowUp,
      TellPeople,
      LookAgain,
      MakeActionLink,
      AddTallyCode,
      ComposeOfMatch,
      ComposeOfRequest,
      ComposeOfRegion,
      ComposeOfPerson,
      ComposeMail,
      Gather,
      Deliver,
      SendNotification,
      TellOfMessage,
      FindIdleGroups,
      WhoAsks,
      RunTerm,
      InboxReads,
      RegionsOf,
      FindLate,
      CountLate,
      FindHosts,
      ParkedLines,
      RequestLines,
      MatchLines,
      OwnLines,
      RegionLines,
      ReadInbox,
      { provide: PersonalData, useClass: NotificationsPersonalData },
    ],
  })
  class NotificationsModule {}
  return NotificationsModule;
}
