import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isYours, type BoardLine } from './lines.js';
import { heaps, type Heap } from './search.js';
import styles from './board.module.css';

interface HeapsProps {
  readonly lines: readonly BoardLine[];
  readonly chosen: Heap | undefined;
  /** False until it is known for which of them there are proposals. */
  readonly isReady: boolean;
}

/** How many there are of each state, each a link to them. */
export function Heaps({ lines, chosen, isReady }: HeapsProps) {
  const { t } = useTranslation('coordinator');
  const counted = heaps.map((heap) => ({
    heap,
    count: lines.filter((line) => line.heaps.includes(heap)).length,
    isKnown: isReady || (heap !== 'ready' && heap !== 'none'),
  }));
  return (
    <nav aria-label={t('heaps')} className={`${styles.heaps} not-printed`}>
      <Link
        to="/bord"
        search={{}}
        activeOptions={{ exact: true }}
        data-chosen={chosen === undefined}
        aria-current={!chosen ? 'page' : undefined}
      >
        {t('heap.yours')} <b>{isReady ? lines.filter(isYours).length : '…'}</b>
      </Link>
      {counted
        .filter(({ heap, count, isKnown }) => count > 0 || heap === chosen || !isKnown)
        .map(({ heap, count, isKnown }) => (
          <Link
            key={heap}
            to="/bord"
            search={{ state: heap }}
            activeOptions={{ exact: true }}
            data-chosen={heap === chosen}
            data-late={heap === 'half-way'}
            aria-current={heap === chosen ? 'page' : undefined}
          >
            {t(`heap.${heap}`)} <b>{isKnown ? count : '…'}</b>
          </Link>
        ))}
    </nav>
  );
}
