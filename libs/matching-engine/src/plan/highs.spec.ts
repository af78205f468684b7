import * as fc from 'fast-check';
import loadHighs from 'highs';
import { tableMarkets } from '../../test/table-market.js';
import { type FlatMarket } from '../search/flat-market.js';
import { FullScan } from '../search/full-scan.js';
import { plan } from './plan.js';

// Declared as an ES module's default export, but the package is CommonJS.
const load = loadHighs as unknown as typeof loadHighs.default;

describe('a plan beside the linear programme solved by HiGHS', () => {
  it('is as good as it claims', async () => {
    const highs = await load();
    fc.assert(
      fc.property(tableMarkets({ requests: 14, slots: 9, capacity: 3 }), (market) => {
        const made = plan(market, new FullScan(market), { epsilon: 1 });

        const model = programme(market);
        const solved = model ? highs.solve(model, { output_flag: false }).ObjectiveValue : 0;
        const served = made.assignment.filter((slot) => slot >= 0).length;
        expect(made.value).toBeLessThanOrEqual(solved + 1e-6);
        expect(made.value).toBeGreaterThanOrEqual(solved - served - 1e-6);
        expect(made.certificate.bound).toBeGreaterThanOrEqual(solved - 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

/** In the CPLEX LP format; nothing when no pair fits. */
function programme(market: FlatMarket): string | undefined {
  const terms: string[] = [];
  const ofRequest: string[][] = Array.from({ length: market.requestCount }, () => []);
  const ofSlot: string[][] = Array.from({ length: market.slotCount }, () => []);
  for (let request = 0; request < market.requestCount; request++)
    for (let slot = 0; slot < market.slotCount; slot++) {
      const score = market.score(request, slot);
      if (score <= 0) continue;
      terms.push(`${score} x${request}_${slot}`);
      ofRequest[request]!.push(`x${request}_${slot}`);
      ofSlot[slot]!.push(`x${request}_${slot}`);
    }
  const atMost = (name: string, pairs: string[], most: number) =>
    pairs.length > 0 ? [`${name}: ${pairs.join(' + ')} <= ${most}`] : [];
  const limits = [
    ...ofRequest.flatMap((pairs, request) => atMost(`r${request}`, pairs, 1)),
    ...ofSlot.flatMap((pairs, slot) => atMost(`s${slot}`, pairs, market.capacity[slot]!)),
  ];
  if (terms.length === 0) return undefined;
  return `Maximize\n value: ${terms.join(' + ')}\nSubject To\n ${limits.join('\n ')}\nEnd`;
}
