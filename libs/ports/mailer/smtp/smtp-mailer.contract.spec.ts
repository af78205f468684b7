import { describeMailer } from '#libs/ports/mailer/contract';
import { smtpUnderTest } from './testing/index.js';

describeMailer('SmtpMailer', () => smtpUnderTest());
