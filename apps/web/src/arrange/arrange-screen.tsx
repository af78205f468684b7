import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { matchesQuery, type Match } from '../api/matches.js';
import { meQuery, type Me } from '../api/me.js';
import { regionOrganisationsQuery } from '../api/region-names.js';
import { schoolLocationQuery, type SchoolLocation } from '../api/schools.js';
import { OnlySignedIn } from '../appointment/only-signed-in.js';
import { ActingFor, useActingFor } from '../parts/acting-for.js';
import { Answered } from '../parts/answered.js';
import { Empty } from '../parts/empty.js';
import { Failure } from '../parts/failure.js';
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
        {(who) => (who ? <Arrange me={who} /> : <OnlySignedIn />)}
      </Answered>
    </Page>
  );
}

function Arrange({ me }: { readonly me: Me }) {
  const { t } = useTranslation('appointments');
  const { schoolLocations, organisations } = me;
  const side = useActingFor([...schoolLocations, ...organisations]);
  if (!side.one) return <Empty title={t('arrange.sides-only')} />;
  const { id } = side.one;
  return (
    <>
      <ActingFor label={t('arrange.for')} of={side} />
      {schoolLocations.includes(side.one) ? (
        <ForSchool key={id} schoolId={id} />
      ) : (
        <ForPartner key={id} organisationId={id} />
      )}
    </>
  );
}

function ForSchool({ schoolId }: { readonly schoolId: string }) {
  const location = useQuery(schoolLocationQuery(schoolId));
  return (
    <Answered query={location} skeleton={<RowsSkeleton />}>
      {({ answer }) => <OfSchool school={answer} />}
    </Answered>
  );
}

/** With the partners of all its regions. */
function OfSchool({ school }: { readonly school: SchoolLocation }) {
  const found = useQueries({ queries: school.regionIds.map((id) => regionOrganisationsQuery(id)) });
  const failed = found.find(({ error }) => error);
  if (failed?.error) return <Failure error={failed.error} again={() => void failed.refetch()} now />;
  if (found.some(({ isPending }) => isPending)) return <RowsSkeleton />;
  const partners = found.flatMap(({ data = [] }) => data).filter(({ kind }) => kind !== 'school');
  return (
    <ArrangeForm
      others={[...new Map(partners.map((partner) => [partner.id, partner])).values()]}
      name={`arrange-${school.id}`}
      school={school}
      bodyOf={(organisationId) => ({ schoolLocationId: school.id, organisationId })}
    />
  );
}

/** A partner knows the schools it was at before, and in which of their regions. */
function ForPartner({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('appointments');
  const matches = useQuery(matchesQuery);
  return (
    <Answered query={matches} skeleton={<RowsSkeleton />}>
      {(items) =>
        items.length === 0 ? (
          <Empty title={t('arrange.no-schools')}>{t('arrange.no-schools.now')}</Empty>
        ) : (
          <ArrangeForm
            name={`arrange-${organisationId}`}
            others={schoolsOf(items)}
            bodyOf={(schoolLocationId) => ({ schoolLocationId, organisationId })}
          />
        )
      }
    </Answered>
  );
}

function schoolsOf(matches: readonly Match[]) {
  const known = new Map<string, { id: string; name: string; regionIds: readonly string[] }>();
  for (const { schoolLocationId: id, regionId, names } of matches) {
    if (!names?.school) continue;
    const regionIds = [...new Set([...(known.get(id)?.regionIds ?? []), regionId])];
    known.set(id, { id, name: names.school, regionIds });
  }
  return [...known.values()];
}
