import { generateKeyPairSync } from 'node:crypto';
import type { SMTPServerOptions } from 'smtp-server';
import { Unavailable } from '#libs/contracts';
import { aMail } from '#libs/ports/mailer/contract';
import { SmtpMailer } from './smtp-mailer.js';
import type { SmtpServer, SmtpSettings } from './smtp-settings.js';
import { certificate, MailServer, settingsFor, smtpError, StoppedClock } from './testing/index.js';

let server: MailServer;
let mailer: SmtpMailer;
let clock: StoppedClock;

afterEach(async () => {
  await mailer.close();
  await server.goAway();
});

/** A server with these options, and a mailer that reaches it. */
async function given({
  options = {},
  reach = {},
  ...over
}: Partial<SmtpSettings> & { options?: SMTPServerOptions; reach?: Partial<SmtpServer> } = {}) {
  server = await MailServer.start(options);
  clock = new StoppedClock();
  const settings = settingsFor(server, over);
  mailer = new SmtpMailer({ ...settings, server: { ...settings.server, ...reach } }, clock);
}

const withTls: SMTPServerOptions = { ...certificate, disabledCommands: [] };
const trusted = { ca: certificate.cert };
const account: SMTPServerOptions = {
  authOptional: false,
  onAuth: ({ username, password }, _session, done) =>
    username === 'leerbrug@post' && password === 'ge:heim'
      ? done(null, { user: username })
      : done(smtpError(535, `5.7.8 not ${password}`)),
};

describe('encryption', () => {
  it('starts before the mail goes out, with a server that is trusted', async () => {
    await given({ options: withTls, reach: { tls: 'starttls', ...trusted } });

    await mailer.send(aMail());

    expect(server.arrived).toMatchObject([{ secure: true }]);
  });

  it('is there from the first byte when that is asked', async () => {
    await given({ options: { ...withTls, secure: true }, reach: { tls: 'at-once', ...trusted } });

    await mailer.send(aMail());

    expect(server.arrived).toMatchObject([{ secure: true }]);
  });

  it.each<[string, SMTPServerOptions, Partial<SmtpServer>]>([
    ['a server without encryption', { hideSTARTTLS: true }, { tls: 'starttls' }],
    ['a server nobody vouches for', withTls, { tls: 'starttls' }],
    ['a server nobody vouches for at once', { ...withTls, secure: true }, { tls: 'at-once' }],
  ])('keeps mail and password from %s', async (_, options, reach) => {
    const asked = jest.fn();
    await given({
      options: { ...options, allowInsecureAuth: true, onAuth: asked },
      reach: { ...reach, auth: { user: 'leerbrug', pass: 'geheim' } },
    });

    await expect(mailer.send(aMail())).rejects.toThrow(
      /^the mail server \(it offers no encryption that we trust: .*\) cannot be reached$/,
    );

    expect(server.arrived).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('signing in', () => {
  it('happens with the account of the settings', async () => {
    const auth = { user: 'leerbrug@post', pass: 'ge:heim' };
    await given({ options: { ...withTls, ...account }, reach: { tls: 'starttls', auth, ...trusted } });

    await mailer.send(aMail());

    expect(server.arrived).toMatchObject([{ user: 'leerbrug@post' }]);
  });

  it('is an outage when it fails, told without the password', async () => {
    const auth = { user: 'leerbrug@post', pass: 'geraden' };
    await given({ options: { ...withTls, ...account }, reach: { tls: 'starttls', auth, ...trusted } });

    const failure = await mailer.send(aMail()).catch((error: unknown) => error as Error);

    expect(failure).toBeInstanceOf(Unavailable);
    expect((failure as Error).message).toMatch(/it does not accept our sign-in: 535 5\.7\.8, EAUTH/);
    expect(JSON.stringify([failure, String((failure as Error).stack)])).not.toMatch(/geraden|leerbrug@post/);
  });
});

describe('the message', () => {
  it('says whom it is from, when, and that nobody wrote it', async () => {
    await given({ bouncesTo: 'terug@leerbrug.example' });
    clock.time = Date.UTC(2026, 9, 25, 0, 59, 59);

    await mailer.send(aMail({ messageId: 'n-1.asked@leerbrug.example' }));

    expect(server.arrived).toMatchObject([{ from: 'terug@leerbrug.example', to: 'ans@school.example' }]);
    const head = headOf(0);
    expect(head).toContain('\r\nFrom: Leerbrug <post@leerbrug.example>\r\n');
    expect(head).toContain('\r\nMessage-ID: <n-1.asked@leerbrug.example>\r\n');
    expect(head).toContain('\r\nDate: Sun, 25 Oct 2026 00:59:59 +0000\r\n');
    expect(head).toContain('\r\nAuto-Submitted: auto-generated\r\n');
    expect(head).not.toMatch(/X-Mailer|Bcc/i);
  });

  it('keeps a long link to unsubscribe on one line', async () => {
    const url = `https://leerbrug.example/${'x'.repeat(800)}`;
    await given();

    await mailer.send(aMail({ unsubscribe: { url } }));

    expect(headOf(0)).toContain(`\r\nList-Unsubscribe: <${url}>\r\n`);
    expect(headOf(0)).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  it('is signed, both headers to unsubscribe too, when there is a key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await given({ dkim: { domain: 'leerbrug.example', selector: 'post', privateKey: pem } });

    await mailer.send(aMail({ unsubscribe: { url: 'https://leerbrug.example/a' } }));

    const [signature = ''] = /DKIM-Signature: (?:[^\r]|\r\n[ \t])*/.exec(headOf(0)) ?? [];
    const tags = signature.replace(/\s/g, '').toLowerCase();
    expect(tags).toMatch(/;d=leerbrug\.example;.*;s=post;/);
    expect(tags).toMatch(/h=from:to:subject:date:message-id:.*:list-unsubscribe:list-unsubscribe-post;/);
  });

  function headOf(n: number): string {
    const raw = server.arrived[n]?.raw.toString() ?? '';
    return `\r\n${raw.slice(0, raw.indexOf('\r\n\r\n') + 2)}`;
  }
});

describe('the connection', () => {
  it('serves many mails', async () => {
    await given();

    await Promise.all(Array.from({ length: 60 }, () => mailer.send(aMail())));

    expect(server.arrived).toHaveLength(60);
    expect(server.sessions).toBeLessThanOrEqual(5);
  });

  it('is given up, with its mail, when no word comes', async () => {
    await given({ patience: { mail: 1_000, close: 100 } });
    server.answers('mute@school.example', 'silence');
    const mute = () => mailer.send(aMail({ to: { name: 'Mute', email: 'mute@school.example' } }));

    const silent = Array.from({ length: 8 }, () => expect(mute()).rejects.toThrow(/no answer in time/));
    await Promise.all(silent);
    await mailer.send(aMail());

    expect(server.arrived).toHaveLength(1);
  });
});

describe('a mailer that was never used', () => {
  it('stays closed', async () => {
    await given();

    await mailer.close();

    await expect(mailer.send(aMail())).rejects.toBeInstanceOf(Unavailable);
    expect(server.sessions).toBe(0);
  });
});

describe('a fault of ours', () => {
  it('is neither an outage nor a refusal', async () => {
    await given();
    jest.spyOn(clock, 'now').mockImplementationOnce(() => {
      throw new TypeError('no clock');
    });

    await expect(mailer.send(aMail())).rejects.toThrow(new TypeError('no clock'));

    expect(await mailer.state()).toEqual({ is: 'unknown' });
  });
});

describe('what is known of the server', () => {
  const told: string[] = [];
  const said = (sentence: string) => void told.push(sentence);
  beforeEach(() => void (told.length = 0));
  const known = async (is: string) => {
    while ((await mailer.state()).is !== is) await new Promise(setImmediate);
  };

  it('is found out without anybody waiting, at most once a minute', async () => {
    await given();

    const first = await mailer.state();
    await known('reachable');
    const sessions = server.sessions;
    await Promise.all(Array.from({ length: 20 }, () => mailer.state()));
    clock.time += 59_999;
    await mailer.state();

    expect([first, sessions, server.sessions]).toEqual([{ is: 'unknown' }, 1, 1]);
    clock.time += 1;
    await mailer.state();
    while (server.sessions < 2) await new Promise(setImmediate);
  });

  it('is not asked for while mails go out', async () => {
    await given();

    for (const _ of [1, 2, 3]) {
      await mailer.send(aMail());
      await mailer.state();
    }

    expect([server.arrived.length, server.sessions]).toEqual([3, 1]);
  });

  it('is away when it hangs up on a question', async () => {
    await given({
      said,
      options: { onConnect: (_session, done) => done(smtpError(554, '5.3.2 not today')) },
    });

    await known('away');

    expect(told).toEqual([expect.stringMatching(/no connection: 554 5\.3\.2/)]);
  });

  it('is what mails and questions met, and is told once when it changes', async () => {
    await given({ said });
    await mailer.send(aMail());
    expect(await mailer.state()).toEqual({ is: 'reachable', at: clock.now() });

    await server.goAway();
    for (const _ of [1, 2, 3]) await expect(mailer.send(aMail())).rejects.toBeInstanceOf(Unavailable);

    const why = 'the mail server (no connection: ESOCKET, ECONNREFUSED, CONN) cannot be reached';
    expect(await mailer.state()).toEqual({ is: 'away', at: clock.now(), why });
    await server.comeBack();
    clock.time += 60_000;
    await known('reachable');
    expect(told).toEqual([why, 'the mail server is back']);
  });

  it('is not spoilt by one recipient', async () => {
    await given({ said });
    server.answers('busy@school.example', 'put-off');
    server.answers('gone@school.example', 'refused');

    for (const name of ['busy', 'gone'])
      await mailer.send(aMail({ to: { name, email: `${name}@school.example` } })).catch(() => undefined);

    expect([await mailer.state(), told]).toEqual([{ is: 'reachable', at: clock.now() }, []]);
  });
});
