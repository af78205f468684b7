import 'reflect-metadata';
import { resolve } from 'node:path';
import { runGateway } from '#libs/cluster';
import { describeApi } from '#libs/runtime';
import { startGateway } from '#libs/services/gateway';
import { RealTime } from './real-time.js';

await runGateway(process, ({ config, ...parts }) =>
  startGateway({
    ...parts,
    host: config.HOST,
    port: config.PORT,
    publicUrl: () => config.LEERBRUG_PUBLIC_URL,
    demoTime: new RealTime(),
    issuer: false,
    webRoot: config.LEERBRUG_WEB ?? resolve(import.meta.dirname, '../../../web'),
    openApi: (gateway) => describeApi([gateway]),
    limits: {
      perPerson: config.LEERBRUG_REQUESTS_PER_PERSON,
      perNetwork: config.LEERBRUG_REQUESTS_PER_NETWORK,
    },
    ...(config.LEERBRUG_TRUST_PROXY ? { trustProxy: config.LEERBRUG_TRUST_PROXY } : {}),
  }),
);
