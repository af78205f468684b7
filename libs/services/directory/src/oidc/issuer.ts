import { Injectable } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { Unavailable } from '#libs/contracts';
import { refuse } from '../domain/oidc.errors.js';
import { SignInSettings } from '../sign-in-settings.js';

export interface Expected {
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
}

/** What the issuer brought back. */
export interface Brought {
  readonly code: string;
  readonly state: string;
  readonly iss?: string;
}

/** What the issuer says of whoever signed in. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  /** Only when the issuer has confirmed it. */
  readonly email?: string;
}

/** Loaded when it is first used: most installations have no issuer. */
const client = () => import('openid-client');

/** The one OpenID Connect issuer of this installation. */
@Injectable()
export class Issuer {
  private found: Promise<Configuration> | undefined;

  constructor(private readonly settings: SignInSettings) {}

  /** Where to send the browser, and what to expect of it. @throws Refusal `oidc.off`; Unavailable */
  async start(): Promise<Expected & { readonly redirect: string }> {
    const configuration = await this.configuration();
    const openid = await client();
    const verifier = openid.randomPKCECodeVerifier();
    const [nonce, state] = [openid.randomNonce(), openid.randomState()];
    const redirect = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback(),
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      nonce,
      state,
    });
    return { redirect: redirect.href, verifier, nonce, state };
  }

  /** @throws Refusal `oidc.failed`, `oidc.off`; Unavailable */
  async finish({ code, state, iss }: Brought, expected: Expected): Promise<Claims> {
    const configuration = await this.configuration();
    const { authorizationCodeGrant } = await client();
    const came = new URL(this.callback());
    came.search = new URLSearchParams({ code, state, ...(iss ? { iss } : {}) }).toString();
    const tokens = await authorizationCodeGrant(configuration, came, {
      pkceCodeVerifier: expected.verifier,
      expectedNonce: expected.nonce,
      expectedState: expected.state,
      idTokenExpected: true,
    }).catch(() => {
      throw refuse('oidc.failed');
    });
    const said = tokens.claims();
    if (!said) throw refuse('oidc.failed');
    const { email, email_verified: confirmed } = said;
    return {
      issuer: said.iss,
      subject: said.sub,
      ...(typeof email === 'string' && confirmed === true ? { email } : {}),
    };
  }

  private configuration(): Promise<Configuration> {
    this.found ??= this.discover();
    this.found.catch(() => (this.found = undefined));
    return this.found;
  }

  private async discover(): Promise<Configuration> {
    const { oidc } = this.settings;
    if (!oidc) throw refuse('oidc.off');
    const { discovery, allowInsecureRequests } = await client();
    const address = new URL(oidc.issuer);
    const here = address.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(address.hostname);
    const options = here ? { execute: [allowInsecureRequests] } : {};
    return discovery(address, oidc.clientId, oidc.clientSecret, undefined, options).catch(
      (cause: unknown) => {
        throw new Unavailable('the issuer', { cause });
      },
    );
  }

  /** The page that posts what the issuer brought: by itself it changes nothing. */
  private callback(): string {
    return `${this.settings.publicUrl().replace(/\/+$/, '')}/inloggen/terug`;
  }
}
