import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import type { MailAttachment } from '#libs/ports/mailer/port';
import { MakeActionLink } from '../action-links/make-action-link.js';
import type { SubjectOfMatch } from '../domain/subject.js';
import type { Letter } from '../mails/letter.js';
import { wordsIn } from '../mails/say.js';
import type { MatchView } from '../owners/views.js';

/** Puts the code on a visit sheet with which a class raises its hands at the end of the lesson. */
@Injectable()
export class AddTallyCode {
  constructor(private readonly links: MakeActionLink) {}

  async to(
    letter: Letter,
    whom: { subject: SubjectOfMatch; recipient: string },
    match: MatchView,
  ): Promise<{ readonly letter: Letter; readonly files: readonly MailAttachment[] }> {
    if (!letter.sheet) return { letter, files: [] };
    const url = await this.links.tallyUrl({ ...whom, side: 'school' }, match);
    const cid = `handen-${match.id}@leerbrug`;
    const label = wordsIn(letter.lang)(
      'Handen omhoog aan het eind van de les: leuk, geleerd, meer?',
      'Hands up at the end of the lesson: fun, learned, more?',
    );
    const picture = await QRCode.toBuffer(url, { type: 'png', margin: 1, scale: 4 });
    return {
      letter: { ...letter, sheet: { ...letter.sheet, code: { label, url, cid } } },
      files: [
        {
          filename: 'handen.png',
          contentType: 'image/png',
          content: picture.toString('base64'),
          encoding: 'base64',
          cid,
        },
      ],
    };
  }
}
