import type { ReactNode } from 'react';
import styles from './chips.module.css';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly note?: string;
}

interface ChipsProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: Id[]) => void;
  /** One at a time; the same one again lets go of it. */
  readonly single?: boolean;
  /** After the last chip. */
  readonly children?: ReactNode;
}

/** A few things to choose from, each one tap. */
export function Chips<Id extends string>({
  label,
  choices,
  chosen,
  onChange,
  single = false,
  children,
}: ChipsProps<Id>) {
  const toggle = (id: Id) => {
    if (chosen.includes(id)) onChange(chosen.filter((each) => each !== id));
    else onChange(single ? [id] : [...chosen, id]);
  };
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {choices.map(({ id, label: name, note }) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          aria-pressed={chosen.includes(id)}
          onClick={() => toggle(id)}
        >
          <span>{name}</span>
          {note && <small>{note}</small>}
        </button>
      ))}
      {children}
    </div>
  );
}
