import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { taxonomyQuery } from '../api/facts.js';
import { arrangeMatch, type Match } from '../api/matches.js';
import type { SchoolLocation } from '../api/schools.js';
import { GroupChoice } from '../ask/group-choice.js';
import { RegionChoice } from '../ask/region-choice.js';
import { inRegion, regionAmong } from '../ask/region-of-school.js';
import { useGroups } from '../ask/use-groups.js';
import { groupsIn, type NewGroup } from '../ask/wish.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { toast } from '../parts/toasts.js';
import { withOffset } from '../say/offsets.js';
import { useLanguage } from '../words/use-language.js';
import styles from './arrange.module.css';

interface ArrangeFormProps {
  /** Names the draft. */
  readonly name: string;
  /** Whose classes are known; of another's nobody knows any. Absent: a partner records it. */
  readonly school?: SchoolLocation;
  /** With the regions in which each takes part, as far as known. */
  readonly others: readonly {
    readonly id: string;
    readonly name: string;
    readonly regionIds: readonly string[];
  }[];
  readonly bodyOf: (other: string) => { readonly schoolLocationId: string; readonly organisationId: string };
}

const allSectors = ['po', 'sbo', 'so', 'vso', 'vo', 'mbo'] as const;

const kinds = [
  'guest-lesson',
  'company-visit',
  'museum-visit',
  'workshop',
  'mentoring',
  'loan',
  'teacher-training',
] as const;

interface Arranged {
  readonly other: string;
  readonly regionId: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly kind: (typeof kinds)[number];
  readonly theme: string;
  readonly title: string;
  readonly groupIds: readonly string[];
  readonly newGroups: readonly NewGroup[];
  readonly cost: number | '';
}

const blank: Arranged = {
  ...{ other: '', regionId: '', date: '', from: '', to: '', kind: 'guest-lesson', theme: '', title: '' },
  ...{ groupIds: [], newGroups: [], cost: '' },
};

export function ArrangeForm({ name, school, others, bodyOf }: ArrangeFormProps) {
  const { t } = useTranslation(['appointments', 'catalogue', 'teacher']);
  const language = useLanguage();
  const navigate = useNavigate();
  const { data: taxonomy } = useQuery(taxonomyQuery);
  const state = useCommandForm<Arranged, Match>({
    name,
    initial: blank,
    changes: ['matches'],
    send: (said, keyed) =>
      arrangeMatch({ ...bodyOf(other), ...inRegion(regionId), ...factsOf(ofTheirYear(said)) }, keyed),
    onDone: ({ id }) => {
      toast(t('done.arrange'));
      void navigate({ to: '/afspraken/$matchId', params: { matchId: id }, replace: true });
    },
  });
  const groups = useGroups(school?.id, state.form.values.date || undefined);
  const ofTheirYear = (said: Arranged) => ({ ...said, groupIds: groups.only(said.groupIds) });
  const values = ofTheirYear(state.form.values);
  const regionIds = school?.regionIds ?? others.find(({ id }) => id === values.other)?.regionIds ?? [];
  const regionId = regionAmong(regionIds, values.regionId);
  const within = school ? others.filter((each) => each.regionIds.includes(regionId)) : others;
  const other = within.some(({ id }) => id === values.other) ? values.other : '';
  const roots = (taxonomy?.themes ?? []).filter(({ parent }) => parent === null);
  const region = <RegionChoice regionIds={regionIds} {...state.field('regionId')} value={regionId} />;
  const choose = { value: '', label: t('arrange.choose') };
  return (
    <CommandForm state={state} submit={t('arrange.send')}>
      {school && region}
      <NativeSelect
        label={t(school ? 'arrange.partner' : 'arrange.school')}
        data={[choose, ...within.map(({ id, name }) => ({ value: id, label: name }))]}
        required
        {...state.field('other')}
        value={other}
      />
      {!school && region}
      <div className={styles.time}>
        <TextInput type="date" label={t('arrange.date')} required {...state.field('date')} />
        <TextInput type="time" label={t('arrange.from')} required {...state.field('from')} />
        <TextInput type="time" label={t('arrange.to')} required {...state.field('to')} />
      </div>
      <section>
        <h2 className={styles.label}>{t('teacher:ask.for-whom')}</h2>
        <GroupChoice
          groups={groups}
          sectors={school?.sectors ?? allSectors}
          chosen={values.groupIds}
          added={values.newGroups}
          onChange={(groupIds) => state.form.setValues({ groupIds })}
          onAdd={(newGroups) => state.form.setValues({ newGroups })}
        />
      </section>
      <NativeSelect
        label={t('teacher:more.kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(`catalogue:kind.${kind}`) }))}
        {...state.field('kind')}
      />
      <NativeSelect
        label={t('teacher:ask.about')}
        data={[choose, ...roots.map(({ id, label }) => ({ value: id, label: label[language] }))]}
        required
        {...state.field('theme')}
      />
      <TextInput label={t('arrange.name')} maxLength={200} {...state.field('title')} />
      <NumberInput
        label={t('arrange.cost')}
        leftSection="€"
        min={0}
        decimalScale={2}
        decimalSeparator=","
        {...state.field('cost')}
      />
    </CommandForm>
  );
}

function factsOf({ date, from, to, kind, theme, title, cost, ...chosen }: Arranged) {
  const at = (time: string) => (date && time ? withOffset(`${date}T${time}`) : '');
  return {
    kind,
    themes: theme ? [theme] : [],
    sessions: [{ start: at(from), end: at(to), groups: groupsIn(chosen) }],
    ...(title.trim() ? { title: title.trim() } : {}),
    ...(cost === '' || cost === 0
      ? {}
      : { costs: { schoolCents: Math.round(cost * 100), regionCents: 0, partnerCents: 0 } }),
  };
}
