import { base } from './jest.config.js';

const access = '<rootDir>/libs/runtime/src/access';
const offers = '<rootDir>/libs/services/offers/src';

/** What `npm run mutation` runs for each planted change: the specs beside the policy and the holds that take no time. */
export default {
  ...base,
  roots: ['<rootDir>/libs/runtime', '<rootDir>/libs/services/offers'],
  testMatch: [
    `${access}/{policy,actor}.spec.ts`,
    `${offers}/domain/{hold,takes,day,what-to-take}.spec.ts`,
    `${offers}/hold/{hold.consumer,holdings,pursue-hold,slot-holdings,take-set}.spec.ts`,
  ],
};
