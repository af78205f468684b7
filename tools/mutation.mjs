// Changes the policy and the holds in some thousand ways, one at a time, and says what no spec notices: docs/mutation.md.
// `npm run mutation` tries every area, `npm run mutation -- policy` one.
import { performance } from 'node:perf_hooks';
import { Stryker } from '@stryker-mutator/core';

const access = 'libs/runtime/src/access';
const offers = 'libs/services/offers/src';
const least = 90;

// Each with the specs that are quick and near: what they load is loaded again for every change.
const areas = {
  policy: {
    mutate: [`${access}/{policy,actor}.ts`],
    specs: [`${access}/{policy,actor}.spec.ts`],
    // Nearly every test of the table runs every line of it: to choose among them costs more than to run them.
    coverageAnalysis: 'off',
  },
  'holds: decisions': {
    mutate: [`${offers}/domain/{hold,takes,what-to-take,counter}.ts`],
    specs: [`${offers}/domain/{hold,takes,day,what-to-take,counter}.spec.ts`],
  },
  'holds: taking and giving back': {
    mutate: [`${offers}/hold/!(*.spec).ts`],
    specs: ['libs/services/offers/test/quick-hold-specs.js'],
  },
};

const wanted = process.argv.slice(2);
const chosen = Object.entries(areas).filter(
  ([name]) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
);
const noticed = new Set(['Killed', 'Timeout']);
const counted = new Set([...noticed, 'Survived', 'NoCoverage']);
const rows = [];

for (const [name, { specs, ...options }] of chosen) {
  const began = performance.now();
  const jest = {
    projectType: 'custom',
    configFile: 'jest.mutation.config.js',
    config: { testMatch: specs.map((spec) => `<rootDir>/${spec}`) },
    enableFindRelatedTests: false,
  };
  const results = await new Stryker({ ...options, jest }).runMutationTest();
  const tried = results.filter(({ status }) => counted.has(status));
  const seen = tried.filter(({ status }) => noticed.has(status));
  rows.push(rowOf(name, tried.length, seen.length, (performance.now() - began) / 60_000));
}

/** The holds count together, whichever specs look at them. */
const whole = Object.entries(Object.groupBy(rows, ({ area }) => area.split(':')[0])).map(([area, parts]) => {
  const sum = (of) => parts.reduce((total, part) => total + part[of], 0);
  return rowOf(area, sum('changes'), sum('noticed'), sum('minutes'));
});
console.table([...rows.filter(({ area }) => area.includes(':')), ...whole]);
if (whole.length === 0 || whole.some(({ score }) => score < least)) process.exitCode = 1;

function rowOf(area, changes, noticed, minutes) {
  const rounded = (number) => Number(number.toFixed(1));
  const score = rounded(changes === 0 ? 0 : (100 * noticed) / changes);
  return { area, changes, noticed, 'not noticed': changes - noticed, score, minutes: rounded(minutes) };
}
