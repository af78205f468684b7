import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery, type Me } from '../api/me.js';
import { schoolLocationQuery } from '../api/schools.js';
import { OnlyForSchools } from '../ask/only-for-schools.js';
import { Answered } from '../parts/answered.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { Calendar } from './calendar.js';
import { Colleagues } from './colleagues.js';
import { Groups } from './groups.js';

/** The school itself: its classes, its calendar, its people. */
export function SchoolScreen() {
  const { t } = useTranslation(['teacher', 'common']);
  const me = useQuery(meQuery);
  const [chosen, setChosen] = useState<string>();
  const schools = me.data?.schoolLocations ?? [];
  const school = schools.find(({ id }) => id === chosen) ?? schools[0];
  return (
    <Page title={school?.name ?? t('common:nav.school')} intro={school && t('school.intro')}>
      {me.data !== undefined && !school && <OnlyForSchools me={me.data} />}
      {schools.length > 1 && (
        <NativeSelect
          label={t('ask.school')}
          mt={16}
          value={school?.id ?? ''}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {school && me.data && <Parts key={school.id} schoolId={school.id} me={me.data} />}
    </Page>
  );
}

function Parts({ schoolId, me }: { readonly schoolId: string; readonly me: Me }) {
  const location = useQuery(schoolLocationQuery(schoolId));
  const isAdmin = me.roles.some(
    ({ role, schoolLocationId }) => role === 'school-admin' && schoolLocationId === schoolId,
  );
  return (
    <Answered query={location} skeleton={<RowsSkeleton rows={8} />}>
      {({ answer, tag }) => (
        <>
          <Groups location={answer} />
          <Calendar location={answer} tag={tag} />
          <Colleagues schoolId={schoolId} isAdmin={isAdmin} />
        </>
      )}
    </Answered>
  );
}
