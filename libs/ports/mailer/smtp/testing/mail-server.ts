import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Answer, MailServerUnderTest } from '#libs/ports/mailer/contract';

/** What arrived: who handed it over, for whom, and the bytes. */
interface Arrived {
  readonly from: string;
  readonly to: string;
  /** Over TLS. */
  readonly secure: boolean;
  readonly user?: unknown;
  readonly raw: Buffer;
}

/** For specs and benches: an SMTP server on this machine that keeps what it gets. */
export class MailServer implements MailServerUnderTest {
  readonly arrived: Arrived[] = [];
  port = 0;
  /** Sessions opened so far. */
  sessions = 0;
  private readonly said = new Map<string, Answer | Error>();
  private server: SMTPServer;

  private constructor(private readonly options: SMTPServerOptions) {}

  /** Without TLS and without accounts, unless the options say so. */
  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const server = new MailServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options });
    await server.comeBack();
    return server;
  }

  answers(email: string, answer: Answer | Error): void {
    this.said.set(email, answer);
  }

  /** Breaks off what is under way and refuses connections. */
  async goAway(): Promise<void> {
    for (const connection of this.server.connections) connection.close();
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  async comeBack(): Promise<void> {
    this.server = new SMTPServer({
      logger: false,
      disableReverseLookup: true,
      closeTimeout: 1,
      onConnect: (_session, done) => {
        this.sessions += 1;
        done();
      },
      onRcptTo: ({ address }, _session, done) => this.reply(address, done),
      onData: (stream, { envelope, secure, user }, done) => {
        const keep = (raw: Buffer) => {
          const [to] = envelope.rcptTo.map(({ address }) => address);
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          this.arrived.push({ from, to: to ?? '', secure, user, raw });
          done();
        };
        // Who hangs up half-way has handed nothing over.
        buffer(stream).then(keep, () => undefined);
      },
      ...this.options,
    });
    this.server.on('error', () => undefined);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  private reply(email: string, done: (error?: Error) => void): void {
    const answer = this.said.get(email);
    if (answer === 'silence') return;
    if (answer === 'refused') return done(smtpError(550, '5.1.1 nobody of that name'));
    if (answer === 'put-off') return done(smtpError(451, '4.7.1 try again later'));
    done(answer);
  }
}

export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
