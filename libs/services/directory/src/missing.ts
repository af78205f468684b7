import { refusals, type Refusal } from '#libs/contracts';
import { changeRefusals } from '#libs/runtime';

const refuse = refusals(changeRefusals);

/** What is outside the actor's scope is as if it were not there. */
export function missing(): Refusal {
  return refuse('aggregate.missing');
}
