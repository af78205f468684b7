import { IconClockHour4 } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindowed } from '../parts/windowed.js';
import { sayDay } from '../say/dates.js';
import type { Language } from '../say/language.js';
import { fitOf } from '../say/measures.js';
import { useLanguage } from '../words/use-language.js';
import type { BoardLine } from './lines.js';
import type { Heap } from './search.js';
import styles from './board.module.css';

/** As high as `.row` in the style sheet. */
const rowRem = 5.75;

interface BoardListProps {
  readonly lines: readonly BoardLine[];
  readonly chosen: string | undefined;
  readonly heap: Heap | undefined;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

/** However many requests there are, only those in sight are drawn. */
export function BoardList({ lines, chosen, heap, marked, onMark, onChoose }: BoardListProps) {
  const { t } = useTranslation('coordinator');
  const language = useLanguage();
  const say = useMemo(() => ({ t, language }), [t, language]);
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { from, to } = useWindowed(box, lines.length, rowHeight);
  const at = lines.findIndex(({ request }) => request.id === chosen);
  useEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    const [top, bottom] = [at * rowHeight, (at + 1) * rowHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  }, [at, rowHeight]);
  return (
    <div ref={box} className={styles.list} tabIndex={0} role="region" aria-label={t('board.requests')}>
      <ul style={{ paddingTop: `${from * rowRem}rem`, paddingBottom: `${(lines.length - to) * rowRem}rem` }}>
        {lines.slice(from, to).map((line, place) => (
          <Row
            key={line.request.id}
            line={line}
            heap={heap}
            place={from + place + 1}
            count={lines.length}
            isChosen={line.request.id === chosen}
            isMarked={marked.has(line.request.id)}
            onMark={onMark}
            onChoose={onChoose}
            say={say}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly line: BoardLine;
  readonly heap: Heap | undefined;
  readonly place: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly isMarked: boolean;
  readonly onMark: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly say: Say;
}

interface Say {
  readonly t: TFunction<'coordinator'>;
  readonly language: Language;
}

/** Plain elements alone: many come and go in one frame while somebody scrolls. */
const Row = memo(function Row(props: RowProps) {
  const { line, heap, place, count, isChosen, isMarked, onMark, onChoose, say } = props;
  const { t, language } = say;
  const { request, school, best, age } = line;
  const pupils = request.groups.reduce((sum, group) => sum + group.pupils, 0);
  const groups = request.groups.map(({ name }) => name).join(', ');
  const href = `/bord?${new URLSearchParams({ ...(heap ? { state: heap } : {}), request: request.id }).toString()}`;
  return (
    <li className={styles.row} data-chosen={isChosen} aria-setsize={count} aria-posinset={place}>
      <label className={`${styles.mark} not-printed`}>
        <input
          type="checkbox"
          checked={isMarked}
          disabled={!best}
          onChange={() => onMark(request.id)}
          aria-label={t('board.mark', { school, groups })}
        />
      </label>
      <a
        href={href}
        className={styles.rowLink}
        aria-current={isChosen ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(request.id);
        }}
      >
        <span className={styles.rowSchool} title={school}>
          {school}
        </span>
        <span className={styles.rowWhat}>
          {groups} · {t('board.pupils', { count: pupils })} · {request.title}
        </span>
        <span className={styles.rowState}>
          {request.halfWay && (
            <strong className={styles.late}>
              <IconClockHour4 aria-hidden size={16} stroke={2} />
              {t('heap.half-way')}
            </strong>
          )}
          <span>
            {best
              ? t('board.best', { day: sayDay(best.start, language), fit: t(`fit.${fitOf(best.score)}`) })
              : t(`line.${stateOf(line)}`)}
          </span>
          <span className={styles.rowAge}>{t('board.age', { count: age })}</span>
        </span>
      </a>
    </li>
  );
});

function stateOf({ heaps }: BoardLine) {
  const [first = 'pending'] = heaps.filter((heap) => heap !== 'half-way' && heap !== 'new');
  return first === 'ready' ? 'pending' : first;
}
