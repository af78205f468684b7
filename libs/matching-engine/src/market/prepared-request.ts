import type { EquityView } from '../scoring/answers.js';
import { DayValues } from './day-values.js';
import { partsOfScore, type MarketData } from './market-data.js';

const groupLength = 4;

/** One request, unpacked for the questions about it that follow. */
export class PreparedRequest {
  /** −1 = none yet. */
  row = -1;
  /** Rises with every request prepared: what was worked out under another stamp is of no use. */
  stamp = 0;
  policy = 0;
  firstDay = 0;
  lastDay = 0;
  /** Where its parts begin in `data.requestLists`; each ends where the next begins. */
  themes = 0;
  groups = 0;
  preferredOffers = 0;
  preferredOrganisations = 0;
  repeats = 0;
  calendar = 0;
  readonly days = new DayValues();
  readonly shares = new Float64Array(partsOfScore);

  constructor(
    private readonly data: MarketData,
    private readonly view: EquityView,
  ) {}

  prepare(row: number): void {
    const { requests, requestLists, policies } = this.data;
    this.row = row;
    this.stamp++;
    this.policy = requests.policy[row]!;
    this.firstDay = requests.firstDay[row]!;
    this.lastDay = requests.lastDay[row]!;
    this.themes = requests.listStart[row]!;
    this.groups = this.themes + requests.themeCount[row]!;
    this.preferredOffers = this.groups + requests.groupCount[row]! * groupLength;
    this.preferredOrganisations = this.preferredOffers + requests.preferredOfferCount[row]!;
    this.repeats = this.preferredOrganisations + requests.preferredOrganisationCount[row]!;
    this.calendar = this.repeats + requests.repeatCount[row]!;
    this.days.begin(requestLists, this.calendar);
    const shares = (2 * this.policy + (this.view === 'with-equity' ? 0 : 1)) * partsOfScore;
    for (let part = 0; part < partsOfScore; part++) this.shares[part] = policies.shares[shares + part]!;
  }
}
