import { Unavailable } from '#libs/contracts';

/** The pages that mails lead to. Throws Unavailable until the process knows the address people reach it by. */
export class Links {
  constructor(private readonly publicUrl: () => string) {}

  match(id: string): string {
    return this.page(`afspraken/${encodeURIComponent(id)}`);
  }

  request(id: string): string {
    return this.page(`aanvragen/${encodeURIComponent(id)}`);
  }

  /** Where a partner answers calls: requests themselves are for schools and coordinators. */
  calls(): string {
    return this.page('vandaag');
  }

  /** Where a school asks for something. */
  asking(): string {
    return this.page('aanvragen/nieuw');
  }

  /** What a region reached, and whom it did not. */
  figures(regionId: string): string {
    return this.page(`cijfers?regio=${encodeURIComponent(regionId)}`);
  }

  /** Answers without signing in; what is behind `#` reaches no server until somebody answers. */
  action(token: string): string {
    return this.page(`actie#${token}`);
  }

  /** Where people see who they are here. */
  self(): string {
    return this.page('ik');
  }

  /** Where people choose which mails they get. */
  preferences(): string {
    return this.page('ik#mail');
  }

  /** Where a mail program posts that its reader wants no more of what can wait (RFC 8058). */
  unsubscribe(token: string): string {
    return this.page(`api/unsubscribe/${token}`);
  }

  /** What a calendar program fetches. */
  calendarFeed(token: string): string {
    return this.page(`api/calendar-feeds/${token}.ics`);
  }

  /** The name under which people know this Leerbrug. */
  host(): string {
    return new URL(this.address()).hostname;
  }

  private page(path: string): string {
    return `${this.address()}/${path}`;
  }

  private address(): string {
    const address = this.publicUrl().replace(/\/+$/, '');
    if (!address) throw new Unavailable('the public address');
    return address;
  }
}
