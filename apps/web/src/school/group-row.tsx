import { Badge, Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/commands.js';
import { changeGroup, type Group } from '../api/schools.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { Failure } from '../parts/failure.js';
import { toast } from '../parts/toasts.js';
import styles from './school.module.css';

/** One class: yes to a proposed one, other numbers, or it is no more. */
export function GroupRow({ group }: { readonly group: Group }) {
  const { t } = useTranslation('teacher');
  const [changing, setChanging] = useState(false);
  const { id, rev, name, grades, levels, pupils, state } = group;
  const decide = useCommand(changeGroup, { changes: ['groups'] });
  const say = (next: 'known' | 'left') => decide.mutate({ id, rev, body: { state: next } });
  return (
    <li>
      <div className={styles.row}>
        <div>
          <strong>{name}</strong>{' '}
          {state === 'proposed' && (
            <Badge variant="light" color="sun" tt="none">
              {t('groups.proposed')}
            </Badge>
          )}
          <span className={styles.facts}>
            {[grades.join('/'), levels.join(', '), t('group.pupils', { count: pupils })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <div className={styles.buttons}>
          {state === 'proposed' && (
            <Button variant="light" loading={decide.isPending} onClick={() => say('known')}>
              {t('groups.yes')}
            </Button>
          )}
          <Button
            variant="subtle"
            aria-expanded={changing}
            aria-label={t('groups.change', { name })}
            onClick={() => setChanging(!changing)}
          >
            {t('change')}
          </Button>
          <Button
            variant="subtle"
            color="brick"
            aria-label={t('groups.left', { name })}
            onClick={() => say('left')}
          >
            {t('groups.gone')}
          </Button>
        </div>
      </div>
      {decide.error && <Failure error={decide.error} now />}
      {changing && <ChangeGroup group={group} onDone={() => setChanging(false)} />}
    </li>
  );
}

interface GroupChange {
  readonly name: string;
  readonly pupils: number | '';
}

function ChangeGroup({ group, onDone }: { readonly group: Group; readonly onDone: () => void }) {
  const { t } = useTranslation('teacher');
  const { id, rev, name, pupils } = group;
  const state = useCommandForm<GroupChange, Group>({
    name: `group-${id}`,
    initial: { name, pupils },
    send: (said) =>
      changeGroup({
        id,
        rev,
        body: { name: said.name.trim(), pupils: said.pupils === '' ? 0 : said.pupils },
      }),
    changes: ['groups'],
    onDone: (changed) => {
      toast(t('groups.changed', { name: changed.name }));
      onDone();
    },
  });
  return (
    <div className={styles.change}>
      <CommandForm
        state={state}
        submit={t('save')}
        beside={
          <Button variant="subtle" onClick={onDone}>
            {t('never-mind')}
          </Button>
        }
      >
        <TextInput label={t('groups.name')} maxLength={40} {...state.field('name')} />
        <NumberInput label={t('group.how-many')} min={1} max={500} {...state.field('pupils')} />
      </CommandForm>
    </div>
  );
}
