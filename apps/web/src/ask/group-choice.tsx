import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../api/schools.js';
import { Failure } from '../parts/failure.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { Chips } from '../parts/chips.js';
import { NewGroupForm } from './new-group-form.js';
import type { Groups } from './use-groups.js';
import type { NewGroup } from './wish.js';
import styles from './ask.module.css';

interface GroupChoiceProps {
  readonly groups: Groups;
  readonly sectors: readonly NewGroup['sector'][];
  readonly chosen: readonly string[];
  readonly added: readonly NewGroup[];
  readonly onChange: (chosen: string[]) => void;
  readonly onAdd: (added: NewGroup[]) => void;
}

/** The school's classes as chips; one that is not there yet is described here, and becomes known. */
export function GroupChoice({ groups: { items, otherYear, failed }, ...props }: GroupChoiceProps) {
  const { t } = useTranslation('teacher');
  return (
    <>
      {otherYear !== undefined && (
        <p className={styles.hint}>{t('ask.groups.other-year', { year: otherYear })}</p>
      )}
      {failed && !items && <Failure error={failed.error} again={failed.again} />}
      {items && <GroupChips key={otherYear} groups={items} {...props} />}
      {!items && !failed && <LinesSkeleton lines={1} />}
    </>
  );
}

type GroupChipsProps = Omit<GroupChoiceProps, 'groups'> & { readonly groups: readonly Group[] };

function GroupChips({ groups, sectors, chosen, added, onChange, onAdd }: GroupChipsProps) {
  const { t } = useTranslation('teacher');
  const [adding, setAdding] = useState(groups.length === 0 && added.length === 0);
  const kind = sectors.includes('vo') ? 'vo' : 'po';
  const noteOf = (pupils: number) => t('group.pupils', { count: pupils });
  return (
    <div className={styles.groups}>
      <Chips
        label={t(`ask.groups.${kind}`)}
        choices={groups
          .filter(({ state }) => state !== 'left')
          .map(({ id, name, pupils }) => ({ id, label: name, note: noteOf(pupils) }))}
        chosen={chosen}
        onChange={onChange}
      >
        {added.map((group) => (
          <Button
            key={group.name}
            variant="light"
            radius="xl"
            onClick={() => onAdd(added.filter((each) => each !== group))}
            aria-label={t('group.take-away', { name: group.name })}
          >
            {group.name} · {noteOf(group.pupils)} ✕
          </Button>
        ))}
        {!adding && (
          <Button
            variant="default"
            radius="xl"
            leftSection={<IconPlus aria-hidden size={18} />}
            onClick={() => setAdding(true)}
          >
            {t(`group.add.${kind}`)}
          </Button>
        )}
      </Chips>
      {adding && (
        <NewGroupForm
          sectors={sectors}
          onDone={(group) => {
            setAdding(false);
            if (group) onAdd([...added.filter(({ name }) => name !== group.name), group]);
          }}
        />
      )}
    </div>
  );
}
