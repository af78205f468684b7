import styles from './offer.module.css';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** Names and what they are, as people read a label. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
