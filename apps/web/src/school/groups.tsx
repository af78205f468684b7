import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { useToday } from '../api/now.js';
import { addGroup, groupsQuery, type Group, type GroupWords, type SchoolLocation } from '../api/schools.js';
import { NewGroupForm } from '../ask/new-group-form.js';
import { schoolYearAfter, schoolYearOf } from '../ask/school-days.js';
import type { NewGroup } from '../ask/wish.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Failure } from '../parts/failure.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { GroupRow } from './group-row.js';
import { raised } from './raise.js';
import styles from './school.module.css';

/** The classes of a year: add one, change one, and take them all a year further. */
export function Groups({ location }: { readonly location: SchoolLocation }) {
  const { t } = useTranslation('teacher');
  const thisYear = schoolYearOf(useToday());
  const years = [thisYear, schoolYearAfter(thisYear)];
  const [year, setYear] = useState(thisYear);
  const [adding, setAdding] = useState(false);
  const groups = useQuery(groupsQuery(location.id, year));
  const kind = location.sectors.includes('vo') ? 'vo' : 'po';
  const add = useCommand(addGroup, {
    changes: ['groups'],
    onDone: ({ name }) => {
      setAdding(false);
      toast(t('groups.added', { name }));
    },
  });
  const addIt = (group: NewGroup) =>
    add.mutate({
      schoolLocationId: location.id,
      schoolYear: year,
      body: {
        ...group,
        grades: [...group.grades],
        levels: [...group.levels] as NonNullable<GroupWords['levels']>,
      },
    });
  return (
    <section className={styles.section}>
      <div className={styles.top}>
        <h2>{t(`groups.title.${kind}`)}</h2>
        <NativeSelect
          aria-label={t('groups.year')}
          value={year}
          onChange={({ currentTarget }) => setYear(currentTarget.value)}
          data={years.map((each) => ({ value: each, label: each }))}
        />
      </div>
      {add.error && <Failure error={add.error} now />}
      <Answered query={groups} skeleton={<RowsSkeleton rows={5} />}>
        {({ items }) => {
          const shown = items.filter(({ state }) => state !== 'left');
          return (
            <>
              {shown.length === 0 && !adding && (
                <Empty title={t(`groups.none.${kind}`)}>{t('groups.none.now')}</Empty>
              )}
              <ul className={styles.rows}>
                {shown.map((group) => (
                  <GroupRow key={group.id} group={group} />
                ))}
              </ul>
              {year !== thisYear && <Raise location={location} from={thisYear} there={items} />}
            </>
          );
        }}
      </Answered>
      {adding ? (
        <NewGroupForm
          sectors={location.sectors}
          onDone={(group) => (group ? addIt(group) : setAdding(false))}
        />
      ) : (
        <Button variant="default" mt={16} onClick={() => setAdding(true)}>
          {t(`group.add.${kind}`)}
        </Button>
      )}
    </section>
  );
}

interface RaiseProps {
  readonly location: SchoolLocation;
  readonly from: string;
  readonly there: readonly Group[];
}

/** This year's classes a grade higher, those that are not there yet. */
function Raise({ location, from, there }: RaiseProps) {
  const { t } = useTranslation('teacher');
  const before = useQuery(groupsQuery(location.id, from));
  const proposed = before.data ? raised(before.data.items, there) : [];
  const raise = useCommand(
    async (bodies: ReturnType<typeof raised>, keyed) => {
      for (const [place, body] of bodies.entries())
        await addGroup(
          { schoolLocationId: location.id, schoolYear: schoolYearAfter(from), body },
          { 'Idempotency-Key': `${keyed['Idempotency-Key']}-${place}` },
        );
    },
    { changes: ['groups'], onDone: () => toast(t('groups.raised')) },
  );
  if (proposed.length === 0) return null;
  return (
    <>
      {raise.error && <Failure error={raise.error} now />}
      <p className={styles.hint}>
        {t('groups.raise.hint', { names: proposed.map(({ name }) => name).join(', ') })}
      </p>
      <Button loading={raise.isPending} onClick={() => raise.mutate(proposed)}>
        {t('groups.raise', { count: proposed.length })}
      </Button>
    </>
  );
}
