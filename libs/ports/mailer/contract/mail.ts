import type { Mail } from '#libs/ports/mailer/port';

export function aMail(over: Partial<Mail> = {}): Mail {
  return {
    messageId: 'notification-1.asked@leerbrug.example',
    to: { name: 'Juf Ans', email: 'ans@school.example' },
    subject: 'Een aanbod voor groep 7',
    text: 'Beste Ans,\n\nEr is een aanbod.\n',
    html: '<p>Beste Ans,</p><p>Er is een aanbod.</p>',
    attachments: [],
    ...over,
  };
}
