import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Person } from '../domain/person.js';
import { refuse } from '../domain/second-factor.errors.js';
import { SignInSettings } from '../sign-in-settings.js';
import type { Passkey } from './passkeys.collection.js';

export type Made = Pick<Passkey, 'id' | 'publicKey' | 'counter'>;

/** Loaded when somebody first confirms: most processes never need it. */
const webauthn = () => import('@simplewebauthn/server');

/** What WebAuthn asks of an authenticator, and whether its answer is good, for the address people come to. */
@Injectable()
export class Ceremony {
  constructor(private readonly settings: SignInSettings) {}

  async toMake({ id, name, email }: Person, known: readonly Passkey[]) {
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      rpName: 'Leerbrug',
      rpID: this.address().hostname,
      userID: Buffer.from(id),
      userName: email,
      userDisplayName: name,
      excludeCredentials: known.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
  }

  async toConfirm(known: readonly Passkey[]) {
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({
      rpID: this.address().hostname,
      allowCredentials: known.map(({ id }) => ({ id })),
      userVerification: 'required',
    });
  }

  /** @throws Refusal `second-factor.refused` */
  async made(response: object, challenge: string): Promise<Made> {
    const { verifyRegistrationResponse } = await webauthn();
    const { registrationInfo } = await verifyRegistrationResponse({
      ...this.expected(challenge),
      response: response as RegistrationResponseJSON,
    }).catch(notGood);
    if (!registrationInfo) throw refuse('second-factor.refused');
    const { id, publicKey, counter } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
  }

  /** The passkey's new count. @throws Refusal `second-factor.refused` */
  async confirmed(response: object, challenge: string, { id, publicKey, counter }: Passkey): Promise<number> {
    const { verifyAuthenticationResponse } = await webauthn();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...this.expected(challenge),
      response: response as AuthenticationResponseJSON,
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    }).catch(notGood);
    if (!verified) throw refuse('second-factor.refused');
    return authenticationInfo.newCounter;
  }

  private expected(challenge: string) {
    const { origin, hostname } = this.address();
    return {
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostname,
      requireUserVerification: true,
    };
  }

  private address(): URL {
    return new URL(this.settings.publicUrl());
  }
}

/** Whatever is wrong with what a browser sent, it is told nothing more. */
function notGood(): never {
  throw refuse('second-factor.refused');
}
