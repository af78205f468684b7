import { Controller, Get, Query } from '@nestjs/common';
import { IdText } from '#libs/contracts';
import { Policy, refuseChange } from '#libs/runtime';
import { Propose } from '../market/propose.js';

class FitQuery {
  @IdText() request: string;
}

/** For other services of ours, which use the answer and do not keep it. */
@Controller('internal/fit')
export class ServeFitController {
  constructor(private readonly propose: Propose) {}

  /** How many offers fit a request now; when none does, what keeps them out. @throws aggregate.missing */
  @Get()
  @Policy('matches.serve')
  of(@Query() { request }: FitQuery) {
    const fit = this.propose.countFor(request);
    if (!fit) throw refuseChange('aggregate.missing');
    return fit;
  }
}
