import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { sayPeriod } from '../say/dates.js';
import { useLanguage } from '../words/use-language.js';
import { WeekRow } from './week-row.js';
import { cellOf, parts, type Block, type Part } from './weeks.js';
import styles from './week-grid.module.css';

interface WeekGridProps {
  readonly blocks: readonly Block[];
  readonly chosen: readonly string[];
  readonly onChange: (cells: string[]) => void;
}

const blocksOpen = 2;

/** Weeks by mornings and afternoons, in stretches between holidays; arrows go from cell to cell. */
export function WeekGrid({ blocks, chosen, onChange }: WeekGridProps) {
  const { t } = useTranslation('teacher');
  const grid = useRef<HTMLDivElement>(null);
  const later = blocks.slice(blocksOpen);
  const show = (some: readonly Block[]) =>
    some.map((block) => (
      <BlockOfWeeks key={block.weeks[0]?.monday} block={block} chosen={chosen} onChange={onChange} />
    ));
  const isLater = later.some(({ weeks }) =>
    weeks.some(({ monday }) => chosen.some((cell) => cell.startsWith(monday))),
  );
  return (
    <div ref={grid} onKeyDown={(event) => moveFocus(event, grid.current)} className={styles.grid}>
      <div className={styles.blocks}>{show(blocks.slice(0, blocksOpen))}</div>
      {later.length > 0 && (
        <details className={styles.later} open={isLater}>
          <summary>{t('weeks.later')}</summary>
          <div className={styles.blocks}>{show(later)}</div>
        </details>
      )}
    </div>
  );
}

interface BlockProps extends Omit<WeekGridProps, 'blocks'> {
  readonly block: Block;
}

function BlockOfWeeks({ block, chosen, onChange }: BlockProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const { weeks, thenClosed } = block;
  const first = weeks[0]?.monday ?? '';
  const period = sayPeriod(first, weeks.at(-1)?.friday ?? first, language);
  const cellsIn = (part: Part) =>
    weeks.filter(({ open }) => open[part] > 0).map(({ monday }) => cellOf(monday, part));
  const toggle = (cells: readonly string[]) =>
    onChange(
      cells.every((cell) => chosen.includes(cell))
        ? chosen.filter((cell) => !cells.includes(cell))
        : [...new Set([...chosen, ...cells])],
    );
  return (
    <div role="group" aria-label={period} className={styles.block}>
      <div className={styles.head}>
        <span className={styles.period}>{period}</span>
        {parts.map((part) => {
          const cells = cellsIn(part);
          return (
            <button
              key={part}
              type="button"
              className={styles.all}
              disabled={cells.length === 0}
              aria-pressed={cells.length > 0 && cells.every((cell) => chosen.includes(cell))}
              aria-label={t(`weeks.all.${part}`, { period })}
              onClick={() => toggle(cells)}
            >
              {t(`weeks.${part}s`)}
            </button>
          );
        })}
      </div>
      {weeks.map((week) => (
        <WeekRow key={week.monday} week={week} chosen={chosen} onToggle={(cell) => toggle([cell])} />
      ))}
      {thenClosed.map((week) => (
        <WeekRow key={week.monday} week={week} chosen={chosen} />
      ))}
    </div>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 };

/** Buttons come in pairs, a morning and an afternoon: one to the side, two down. */
function moveFocus(event: KeyboardEvent, grid: HTMLElement | null): void {
  const step = steps[event.key];
  if (!step || !grid || !(event.target instanceof HTMLButtonElement)) return;
  const cells = [...grid.querySelectorAll<HTMLButtonElement>('button[aria-pressed]')].filter(
    (cell) => cell.offsetParent !== null,
  );
  const next = nextOpen(cells, cells.indexOf(event.target), step);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nextOpen(cells: readonly HTMLButtonElement[], from: number, step: number) {
  for (let place = from + step; place >= 0 && place < cells.length; place += step)
    if (cells[place]?.disabled === false) return cells[place];
  return undefined;
}
