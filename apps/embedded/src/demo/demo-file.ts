/** `demo.json`, as `api.md` promises it: who a program or a visitor can be in the demo. */
export interface DemoFile {
  readonly url: string;
  /** The region's id. */
  readonly region: string;
  readonly people: readonly DemoPerson[];
}

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly schoolLocationId?: string;
  readonly organisationId?: string;
  readonly token: string;
}
