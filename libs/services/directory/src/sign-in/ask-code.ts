import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Mailer } from '#libs/ports/mailer/port';
import { Aggregates, InjectAggregates } from '#libs/runtime';
import type { Person } from '../domain/person.js';
import { refuse } from '../domain/sign-in.errors.js';
import { people } from '../people.collection.js';
import { SignInSettings } from '../sign-in-settings.js';
import { codeMail } from './code-mail.js';
import { SignInCodes } from './sign-in-codes.js';

export interface AskedCode {
  readonly email: string;
  /** Hash of the browser's own cookie. */
  readonly browser: string;
  /** The network it comes from: an address, of IPv6 the /64. */
  readonly network: string;
}

/** A whole school is one network, and everybody's address is guarded against one network without being shut by it. */
const mostPerHour = { addressAndNetwork: 5, address: 20, network: 60 };

@Injectable()
export class AskCode implements OnModuleDestroy {
  private readonly log = new Logger(AskCode.name);
  private readonly sending = new Set<Promise<void>>();

  constructor(
    @InjectAggregates(people) private readonly people: Aggregates<Person>,
    private readonly codes: SignInCodes,
    private readonly mailer: Mailer,
    private readonly settings: SignInSettings,
  ) {}

  /** The same answer and the same work for an address that nobody has; the mail itself leaves afterwards. */
  async execute({ email, browser, network }: AskedCode): Promise<void> {
    const address = email.toLowerCase();
    const asked = [
      await this.codes.mayAsk(`${address} ${network}`, mostPerHour.addressAndNetwork),
      await this.codes.mayAsk(address, mostPerHour.address),
      await this.codes.mayAsk(network, mostPerHour.network),
    ];
    if (asked.includes(false)) throw refuse('sign-in.too-many-asked', { facts: { retryAfterSeconds: 3600 } });
    const person = await this.personWith(address);
    const code = await this.codes.forBrowser(browser, address, person?.id ?? null);
    if (person) this.send(person, code);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.sending);
  }

  async personWith(address: string): Promise<Person | undefined> {
    const { items } = await this.people.find('byEmail', { equals: address, limit: 10 });
    return items.find(({ state }) => !state.disabled)?.state;
  }

  private send(person: Person, code: string): void {
    const mail = codeMail(person, code, { publicUrl: this.settings.publicUrl(), unique: randomUUID() });
    const sent = this.mailer
      .send(mail)
      // Who gets no mail asks again; the log must not name the person.
      .catch((error: unknown) => this.log.warn(`A sign-in code was not sent: ${(error as Error).name}`))
      .finally(() => this.sending.delete(sent));
    this.sending.add(sent);
  }
}
