import { isIP } from 'node:net';
import { isAddress, type MailAddress } from '#libs/ports/mailer/port';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** From the first byte, by STARTTLS (no mail goes out without it), or none at all. */
  readonly tls: 'at-once' | 'starttls' | 'none';
  readonly auth?: { readonly user: string; readonly pass: string };
  /** Certificates (PEM) to trust instead of the known ones. */
  readonly ca?: string;
}

export interface SmtpSettings {
  readonly server: SmtpServer;
  readonly from: MailAddress;
  /** Who is told of mails that come back later; default: `from`. */
  readonly bouncesTo?: string;
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly privateKey: string };
  readonly patience?: Partial<SmtpPatience>;
  /** Told when mails stop going out and when they do again; one sentence without personal data. */
  readonly said?: (sentence: string) => void;
}

/** Milliseconds. */
export interface SmtpPatience {
  readonly connect: number;
  /** For each answer of the server; shorter risks mails that it accepts after we gave up, and that go out twice. */
  readonly answer: number;
  /** For a mail as a whole, its wait for a free connection too. */
  readonly mail: number;
  /** For mails under way when closing. */
  readonly close: number;
}

/**
 * `smtp://user:password@host:port` (STARTTLS, port 587) or `smtps://…` (TLS at once, port 465). `smtp://` is plain to this
 * machine itself and, with `plain`, to any. Undefined when it is not such an address.
 */
export function smtpServerOf(address: string, plain = false): SmtpServer | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const { protocol, hostname, port, username, password } = url;
  const atOnce = protocol === 'smtps:';
  if ((!atOnce && protocol !== 'smtp:') || !hostname || url.search || url.hash) return undefined;
  if (!['', '/'].includes(url.pathname) || port === '0' || (password && !username)) return undefined;
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const [user, pass] = [decoded(username), decoded(password)];
  if (user === undefined || pass === undefined || /\p{Cc}/u.test(user + pass)) return undefined;
  return {
    host,
    port: Number(port) || (atOnce ? 465 : 587),
    tls: atOnce ? 'at-once' : plain || isLoopback(host) ? 'none' : 'starttls',
    ...(user ? { auth: { user, pass } } : {}),
  };
}

/** `Name <a@b.example>` or `a@b.example`; undefined when it is neither. */
export function mailAddressOf(text: string): MailAddress | undefined {
  const [, name = '', email = text.trim()] = /^([^<>]*)<([^<>]*)>\s*$/.exec(text) ?? [];
  if (!isAddress(email) || /[\p{Cc}\u2028\u2029]/u.test(name)) return undefined;
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), email };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
