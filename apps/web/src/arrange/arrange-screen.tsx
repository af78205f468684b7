import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { matchesQuery } from '../api/matches.js';
import { meQuery, type Me } from '../api/me.js';
import { regionOrganisationsQuery } from '../api/region-names.js';
import { schoolLocationQuery } from '../api/schools.js';
import { OnlySignedIn } from '../appointment/only-signed-in.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { ArrangeForm } from './arrange-form.js';

/** "Al afgesproken": one side records it, the other says whether it is right. */
export function ArrangeScreen() {
  const { t } = useTranslation('appointments');
  const me = useQuery(meQuery);
  return (
    <Page title={t('arrange.title')} intro={t('arrange.intro')}>
      <Answered query={me} skeleton={<RowsSkeleton />}>
        {(who) => {
          if (!who) return <OnlySignedIn />;
          if (who.schoolLocations[0]) return <ForSchool me={who} schoolId={who.schoolLocations[0].id} />;
          if (who.organisations[0]) return <ForPartner organisationId={who.organisations[0].id} />;
          return <Empty title={t('arrange.sides-only')} />;
        }}
      </Answered>
    </Page>
  );
}

function ForSchool({ me, schoolId }: { readonly me: Me; readonly schoolId: string }) {
  const organisations = useQuery(regionOrganisationsQuery(me.regions[0]?.id ?? ''));
  const location = useQuery(schoolLocationQuery(schoolId));
  return (
    <Answered query={organisations} skeleton={<RowsSkeleton />}>
      {(partners) =>
        location.data ? (
          <ArrangeForm
            side="school"
            others={partners.filter(({ kind }) => kind !== 'school')}
            schoolId={schoolId}
            sectors={location.data.answer.sectors}
            bodyOf={(organisationId) => ({ schoolLocationId: schoolId, organisationId })}
          />
        ) : (
          <RowsSkeleton />
        )
      }
    </Answered>
  );
}

const allSectors = ['po', 'sbo', 'so', 'vso', 'vo', 'mbo'] as const;

/** A partner knows the schools it was at before. */
function ForPartner({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('appointments');
  const matches = useQuery(matchesQuery);
  const known = new Map(
    (matches.data ?? []).flatMap(({ schoolLocationId: id, names }) =>
      names?.school ? [[id, { id, name: names.school }]] : [],
    ),
  );
  return (
    <Answered query={matches} skeleton={<RowsSkeleton />}>
      {(items) =>
        items.length === 0 ? (
          <Empty title={t('arrange.no-schools')}>{t('arrange.no-schools.now')}</Empty>
        ) : (
          <ArrangeForm
            side="partner"
            others={[...known.values()]}
            sectors={allSectors}
            bodyOf={(schoolLocationId) => ({ schoolLocationId, organisationId })}
          />
        )
      }
    </Answered>
  );
}
