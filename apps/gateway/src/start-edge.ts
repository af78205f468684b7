import { resolve } from 'node:path';
import type { GatewayParts } from '#libs/cluster';
import { describeApi } from '#libs/runtime';
import { startGateway } from '#libs/services/gateway';
import { readOpenApi } from './read-open-api.js';
import { RealTime } from './real-time.js';

/** The gateway of a cluster; `build` is the folder where the web and the API's description are. */
export function startEdge(
  { config, ...parts }: GatewayParts,
  build: string,
): ReturnType<typeof startGateway> {
  return startGateway({
    ...parts,
    host: config.HOST,
    port: config.PORT,
    publicUrl: () => config.LEERBRUG_PUBLIC_URL,
    demoTime: new RealTime(),
    issuer: config.LEERBRUG_OIDC_ISSUER !== undefined,
    webRoot: config.LEERBRUG_WEB ?? resolve(build, 'web'),
    openApi: async (gateway) =>
      (await readOpenApi(resolve(build, 'open-api.json'))) ?? describeApi([gateway]),
    limits: {
      perPerson: config.LEERBRUG_REQUESTS_PER_PERSON,
      perNetwork: config.LEERBRUG_REQUESTS_PER_NETWORK,
    },
    ...(config.LEERBRUG_TRUST_PROXY ? { trustProxy: config.LEERBRUG_TRUST_PROXY } : {}),
  });
}
