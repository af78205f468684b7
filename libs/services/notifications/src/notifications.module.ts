import { Module, type Type } from '@nestjs/common';
import { PersonalData } from '#libs/runtime';
import { NotificationsPersonalData } from './personal-data.js';
import { ActionLinksController } from './action-links/action-links.controller.js';
import { MakeActionLink } from './action-links/make-action-link.js';
import { Links } from './links.js';
import { Contacts } from './owners/contacts.js';
import { OwnerReads } from './owners/owner-reads.js';
import { ReadAppointment } from './owners/read-appointment.js';
import { ComposeMail } from './send-notification/compose-mail.js';
import { ComposeOfMatch } from './send-notification/compose-of-match.js';
import { ComposeOfRequest } from './send-notification/compose-of-request.js';
import { EarlierMails } from './send-notification/earlier-mails.js';
import { SendNotification } from './send-notification/send-notification.js';
import { MailboxController, MailboxReaders } from './show-mailbox/mailbox.controller.js';
import { VisitSheetController } from './show-visit-sheet/visit-sheet.controller.js';
import { MatchConsumer } from './tell-people/match.consumer.js';
import { RequestConsumer } from './tell-people/request.consumer.js';
import { TellPeople } from './tell-people/tell-people.js';

export function notificationsModule(publicUrl: () => string, readers: MailboxReaders): Type {
  @Module({
    controllers: [
      RequestConsumer,
      MatchConsumer,
      VisitSheetController,
      MailboxController,
      ActionLinksController,
    ],
    providers: [
      { provide: Links, useValue: new Links(publicUrl) },
      { provide: MailboxReaders, useValue: readers },
      OwnerReads,
      Contacts,
      ReadAppointment,
      EarlierMails,
      TellPeople,
      MakeActionLink,
      ComposeOfMatch,
      ComposeOfRequest,
      ComposeMail,
      SendNotification,
      { provide: PersonalData, useClass: NotificationsPersonalData },
    ],
  })
  class NotificationsModule {}
  return NotificationsModule;
}
