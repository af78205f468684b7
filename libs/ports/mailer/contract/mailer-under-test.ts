import type { Mail, Mailer } from '#libs/ports/mailer/port';

/** A mailer and what came out of it, made for one case. */
export interface MailerUnderTest {
  readonly mailer: Mailer;
  /** All mails delivered so far, oldest first, as their reader sees them. */
  received(): Promise<readonly Mail[]>;
  /** Who delivers, real or played. */
  readonly server: MailServerUnderTest;
  /** How long a case waits for what must come; default 10 s. */
  readonly patienceMs?: number;
  end(): Promise<void>;
}

/** To a recipient: no for good, not now, or no word at all. */
export type Answer = 'refused' | 'put-off' | 'silence';

export interface MailServerUnderTest {
  /** From now on it answers so when a mail is for this address. */
  answers(email: string, answer: Answer): void;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

export interface MailerCase {
  readonly name: string;
  run(test: MailerUnderTest): Promise<void>;
}

/** @throws when it takes longer than the patience */
export async function inTime<T>({ patienceMs = 10_000 }: MailerUnderTest, awaited: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${patienceMs} ms in vain`)), patienceMs);
  });
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer));
}
