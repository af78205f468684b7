import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

interface Granted {
  readonly account: Account;
  readonly asked: URLSearchParams;
}

/** A small OpenID Connect issuer: whoever is sent to it is at once signed in as the account that a test chose. */
export async function anIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const granted = new Map<string, Granted>();
  /** What a test changes about the next identity token. */
  const said: { nonce?: string; aud?: string } = {};
  const json = (response: ServerResponse, body: object, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return json(response, {
          issuer: url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          authorization_response_iss_parameter_supported: true,
        });
      case '/keys':
        return json(response, { keys: [jwk] });
      default: {
        const grant = granted.get(form.get('code') ?? '');
        granted.delete(form.get('code') ?? '');
        if (!grant || !proves(form.get('code_verifier'), grant.asked))
          return json(response, { error: 'invalid_grant' }, 400);
        const { sub, ...about } = grant.account;
        const nonce = said.nonce ?? grant.asked.get('nonce');
        const id_token = await new SignJWT({ ...about, nonce })
          .setProtectedHeader({ alg: 'RS256', kid: 'one' })
          .setIssuer(url)
          .setSubject(sub)
          .setAudience(said.aud ?? grant.asked.get('client_id') ?? '')
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(privateKey);
        return json(response, { access_token: randomUUID(), token_type: 'bearer', id_token });
      }
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    said,
    /** What the issuer's page sends the browser back with. */
    signIn(redirect: string, account: Account) {
      const asked = new URL(redirect).searchParams;
      const code = randomUUID();
      granted.set(code, { account, asked });
      return { code, state: asked.get('state') ?? '', iss: url };
    },
    close: () => new Promise((done) => server.close(done)),
  };
}

function proves(verifier: string | null, asked: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  return asked.get('code_challenge_method') === 'S256' && asked.get('code_challenge') === challenge;
}
