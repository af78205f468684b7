import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { numbersCostQuery, type Match } from '../api/matches.js';
import { useSettled } from '../parts/form/use-settled.js';
import { CostsThen } from './costs-then.js';
import { numbersIn, type Said } from './send-action.js';

interface NumbersCostProps {
  readonly match: Match;
  readonly said: Said;
}

/** What the numbers that are being typed would cost: comes when it comes and holds nothing up. */
export function NumbersCost({ match, said }: NumbersCostProps) {
  const { t } = useTranslation('appointments');
  const numbers = numbersIn(match, said);
  const isOther = match.groups.some(({ pupils }, i) => numbers[i]?.pupils !== pupils);
  const isWhole = numbers.every(({ pupils }) => pupils >= 1);
  const asked = useSettled(isOther && isWhole ? numbers : undefined);
  const costs = useQuery(numbersCostQuery(match.id, asked)).data?.costs;
  const isSame = costs?.totalCents === match.costs.totalCents;
  return (
    <p role="status">
      {isSame && t('numbers.cost.same')}
      {costs && !isSame && <CostsThen label={t('numbers.cost')} costs={costs} />}
    </p>
  );
}
