import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import { Chips } from '../parts/chips.js';
import { useLanguage } from '../words/use-language.js';
import type { NewGroup } from './wish.js';
import styles from './ask.module.css';

interface NewGroupFormProps {
  readonly sectors: readonly NewGroup['sector'][];
  /** Without a group: never mind. */
  readonly onDone: (group?: NewGroup) => void;
}

/** Name, grades and number of pupils of a class: no form of its own, so that Enter adds the class and sends nothing. */
export function NewGroupForm({ sectors, onDone }: NewGroupFormProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const [name, setName] = useState('');
  const [sector, setSector] = useState(sectors[0] ?? 'po');
  const [grades, setGrades] = useState<string[]>([]);
  const [levels, setLevels] = useState<string[]>([]);
  const [pupils, setPupils] = useState<number | string>('');
  const [tried, setTried] = useState(false);
  const known = taxonomy?.sectors.find(({ id }) => id === sector);
  const kind = sectors.includes('vo') ? 'vo' : 'po';
  const count = Number(pupils);
  const missing = t('group.missing');
  const add = () => {
    setTried(true);
    if (name.trim() && count >= 1) onDone({ name: name.trim(), sector, grades, levels, pupils: count });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    add();
  };
  return (
    <div role="group" aria-label={t(`group.add.${kind}`)} className={styles.newGroup} onKeyDown={onKeyDown}>
      <TextInput
        autoFocus
        label={t(`group.name.${kind}`)}
        placeholder={t(`group.name.example.${kind}`)}
        maxLength={40}
        value={name}
        error={tried && !name.trim() ? missing : undefined}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {sectors.length > 1 && (
        <NativeSelect
          label={t('group.sector')}
          value={sector}
          onChange={({ currentTarget }) => setSector(currentTarget.value as NewGroup['sector'])}
          data={sectors.map((id) => ({
            value: id,
            label: taxonomy?.sectors.find((each) => each.id === id)?.label[language] ?? id,
          }))}
        />
      )}
      {known && known.grades.length > 0 && (
        <div>
          <p className={styles.label}>{known.gradeWord[language]}</p>
          <Chips
            label={known.gradeWord[language]}
            choices={known.grades.map((grade) => ({ id: grade, label: grade }))}
            chosen={grades}
            onChange={(chosen) => setGrades(known.grades.filter((grade) => chosen.includes(grade)))}
          />
        </div>
      )}
      {known && known.levels.length > 0 && (
        <div>
          <p className={styles.label}>{t('group.levels')}</p>
          <Chips
            label={t('group.levels')}
            choices={known.levels.map((level) => ({ id: level, label: level }))}
            chosen={levels}
            onChange={setLevels}
          />
        </div>
      )}
      <NumberInput
        label={t('group.how-many')}
        min={1}
        max={500}
        value={pupils}
        error={tried && count < 1 ? missing : undefined}
        onChange={setPupils}
      />
      <div className={styles.buttons}>
        <Button variant="light" onClick={add}>
          {t(`group.add-it.${kind}`)}
        </Button>
        <Button variant="subtle" onClick={() => onDone()}>
          {t('never-mind')}
        </Button>
      </div>
    </div>
  );
}
