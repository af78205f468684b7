/** The pages that mails lead to. The address may be known only after the process listens, hence the function. */
export class Links {
  constructor(private readonly publicUrl: () => string) {}

  match(id: string): string {
    return this.page(`afspraken/${encodeURIComponent(id)}`);
  }

  request(id: string): string {
    return this.page(`aanvragen/${encodeURIComponent(id)}`);
  }

  /** The name under which people know this Leerbrug. */
  host(): string {
    return new URL(this.publicUrl()).hostname;
  }

  private page(path: string): string {
    return `${this.publicUrl().replace(/\/+$/, '')}/${path}`;
  }
}
