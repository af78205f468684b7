import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Keyed } from '../api/commands.js';
import type { SchoolLocation } from '../api/schools.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Fits } from './fits.js';
import { GroupChoice } from './group-choice.js';
import { MoreWishes } from './more-wishes.js';
import { RegionChoice } from './region-choice.js';
import { regionAmong } from './region-of-school.js';
import { Reach } from './reach.js';
import { ThemeChoice } from './theme-choice.js';
import { useGroups } from './use-groups.js';
import { WeekGrid } from './week-grid.js';
import { blocksOf, firstOf, type Week } from './weeks.js';
import { missingIn, previewOf, type Wish } from './wish.js';
import styles from './ask.module.css';

interface AskFormProps<Answer> {
  /** Names the draft. */
  readonly name: string;
  readonly initial: Wish;
  readonly school: SchoolLocation;
  /** In which it can be. */
  readonly regionIds: readonly string[];
  readonly weeks: readonly Week[];
  readonly today: string;
  readonly submit: string;
  readonly send: (wish: Wish, keyed: Keyed) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly beside?: ReactNode;
}

/** One page: what about, for whom, when, how far; the rest behind a fold. */
export function AskForm<Answer>(props: AskFormProps<Answer>) {
  const { name, initial, school, regionIds, weeks, today, submit, send, onDone, beside } = props;
  const { t } = useTranslation('teacher');
  const state = useCommandForm<Wish, Answer>({
    name,
    initial,
    send: (said, keyed) => send(settled(said), keyed),
    changes: ['requests', 'groups'],
    onDone,
  });
  const { form } = state;
  const groups = useGroups(school.id, firstOf(form.values.cells));
  const settled = (said: Wish): Wish => ({
    ...said,
    regionId: regionAmong(regionIds, said.regionId),
    groupIds: groups.only(said.groupIds),
  });
  const wish = settled(form.values);
  const change = (changes: Partial<Wish>) => form.setValues(changes);
  const [tried, setTried] = useState(false);
  const missing = tried ? missingIn(wish) : [];
  const isRare =
    wish.note !== '' || wish.preferred.length > 0 || wish.suitability.length > 0 || wish.maxCost !== '';
  const sendIfWhole = () => {
    setTried(true);
    const [first] = missingIn(wish);
    if (first) document.getElementById(`${name}-${first}`)?.focus();
    else state.submit();
  };
  const part = (id: 'themes' | 'groups' | 'windows', title: string, children: ReactNode) => (
    <section className={styles.part}>
      <h2 id={`${name}-${id}`} tabIndex={-1}>
        {title}
      </h2>
      {missing.includes(id) && (
        <p role="alert" className={styles.wrong}>
          {t(`ask.missing.${id}`)}
        </p>
      )}
      {children}
    </section>
  );
  return (
    <div className={styles.ask}>
      <CommandForm state={{ ...state, submit: sendIfWhole }} submit={submit} beside={beside}>
        <RegionChoice regionIds={regionIds} {...state.field('regionId')} value={wish.regionId} />
        {part(
          'themes',
          t('ask.about'),
          <ThemeChoice chosen={wish.themes} onChange={(themes) => change({ themes })} />,
        )}
        {part(
          'groups',
          t('ask.for-whom'),
          <GroupChoice
            groups={groups}
            sectors={school.sectors}
            chosen={wish.groupIds}
            added={wish.newGroups}
            onChange={(groupIds) => change({ groupIds })}
            onAdd={(newGroups) => change({ newGroups })}
          />,
        )}
        {part(
          'windows',
          t('ask.when'),
          <>
            <p className={styles.hint}>{t('ask.when.hint')}</p>
            <WeekGrid blocks={blocksOf(weeks)} chosen={wish.cells} onChange={(cells) => change({ cells })} />
          </>,
        )}
        <section className={styles.part}>
          <h2>{t('ask.how-far')}</h2>
          <Reach school={school} themes={wish.themes} km={wish.km} onChange={(km) => change({ km })} />
        </section>
        <details className={styles.rare} open={isRare || undefined}>
          <summary>{t('ask.more')}</summary>
          <MoreWishes wish={wish} onChange={change} field={state.field} />
        </details>
        <div className={styles.foot}>
          <Fits asked={previewOf(wish, { weeks, today })} />
        </div>
      </CommandForm>
    </div>
  );
}
