import { Module, type Type } from '@nestjs/common';
import { Links } from './links.js';
import { OwnerReads } from './owners/owner-reads.js';
import { ComposeMail } from './send-notification/compose-mail.js';
import { SendNotification } from './send-notification/send-notification.js';
import { MailboxController } from './show-mailbox/mailbox.controller.js';
import { VisitSheetController } from './show-visit-sheet/visit-sheet.controller.js';
import { TellPeopleConsumer } from './tell-people/tell-people.consumer.js';
import { TellPeople } from './tell-people/tell-people.js';

export function notificationsModule(publicUrl: () => string): Type {
  @Module({
    controllers: [TellPeopleConsumer, VisitSheetController, MailboxController],
    providers: [
      { provide: Links, useValue: new Links(publicUrl) },
      OwnerReads,
      TellPeople,
      ComposeMail,
      SendNotification,
    ],
  })
  class NotificationsModule {}
  return NotificationsModule;
}
