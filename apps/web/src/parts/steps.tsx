import styles from './steps.module.css';

export interface Step {
  readonly id: string;
  readonly label: string;
  /** Gone, where it is now, still to come, or where it ended. */
  readonly state: 'done' | 'now' | 'to-come' | 'ended';
}

/** The way over the bridge, from asking to the day itself. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className={styles.steps}>
      {steps.map(({ id, label: name, state }) => (
        <li key={id} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
          <span aria-hidden className={styles.dot}>
            {state === 'done' ? '✓' : state === 'ended' ? '✕' : ''}
          </span>
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
