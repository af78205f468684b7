export interface OidcSettings {
  /** e.g. `https://login.school.example/tenant` */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What signing in needs to know of the installation. */
export abstract class SignInSettings {
  /** What links start with; empty until the process listens. */
  abstract publicUrl(): string;
  /** Keys the HMACs of codes and addresses: not in the database, which alone must not give them away. */
  abstract readonly secret: string;
  abstract readonly oidc?: OidcSettings;
}
