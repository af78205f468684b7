import type { Match } from '../api/matches.js';
import { useMatchFacts } from './use-match-facts.js';

interface CostsThenProps {
  readonly label: string;
  readonly costs: Match['costs'];
}

/** What something would cost, and whom. */
export function CostsThen({ label, costs }: CostsThenProps) {
  const { costs: say } = useMatchFacts();
  return (
    <>
      <strong>{label}</strong>
      <br />
      {say(costs)}
    </>
  );
}
