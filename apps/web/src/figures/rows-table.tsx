import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadCsv } from '../parts/csv.js';
import styles from './figures.module.css';

const atOnce = 200;

interface RowsTableProps {
  readonly label: string;
  /** Of the file. */
  readonly name: string;
  /** What they come to together. */
  readonly sentence: string;
  readonly head: readonly string[];
  readonly rows: readonly Line[];
}

interface Line {
  readonly key: string;
  readonly cells: readonly string[];
  /** As a program reads it, where people read it otherwise. */
  readonly file?: readonly (string | number)[];
}

/** What a figure is made of: as a table and as a file. */
export function RowsTable({ label, name, sentence, head, rows }: RowsTableProps) {
  const { t } = useTranslation('reader');
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <p className={styles.sentence}>
        {sentence}{' '}
        <Button
          size="compact-md"
          variant="subtle"
          onClick={() => downloadCsv(`${name}.csv`, [head, ...rows.map(({ cells, file }) => file ?? cells)])}
        >
          {t('download')}
        </Button>
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
        <table className={styles.table}>
          <thead>
            <tr>
              {head.map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, at) => (
                  <td key={head[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + atOnce)}>
          {t('show-more', { count: Math.min(atOnce, rows.length - shown) })}
        </Button>
      )}
    </>
  );
}
