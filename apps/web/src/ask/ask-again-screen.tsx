import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { postRequest, requestQuery, type Request } from '../api/requests.js';
import { SignedIn } from '../appointment/signed-in.js';
import { Answered } from '../parts/answered.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { AskForm } from './ask-form.js';
import { useGroups } from './use-groups.js';
import { useSchool } from './use-school.js';
import { useTitles } from './use-titles.js';
import { bodyOf, wishAgain } from './wish.js';

/** What was asked before, for other weeks. */
export function AskAgainScreen(props: { readonly id: string }) {
  const { t } = useTranslation('teacher');
  return (
    <SignedIn title={t('again.title')}>
      <AskAgainShown {...props} />
    </SignedIn>
  );
}

function AskAgainShown({ id }: { readonly id: string }) {
  const { t } = useTranslation('teacher');
  const query = useQuery(requestQuery(id));
  return (
    <Page title={t('again.title')} intro={t('again.intro')} wide>
      <Answered query={query} skeleton={<RowsSkeleton rows={10} />}>
        {({ answer }) => <AskAgain request={answer} />}
      </Answered>
    </Page>
  );
}

function AskAgain({ request }: { readonly request: Request }) {
  const { t } = useTranslation('teacher');
  const navigate = useNavigate();
  const { schoolLocationId } = request;
  const { school } = useSchool(schoolLocationId);
  const groups = useGroups(schoolLocationId, undefined);
  const titles = useTitles();
  if (!school || !titles || !(groups.items || groups.failed)) return <RowsSkeleton rows={10} />;
  const { location, weeks, today } = school;
  const there = (groups.items ?? []).filter(({ state }) => state !== 'left').map(({ id }) => id);
  return (
    <AskForm
      name={`again-${request.id}`}
      initial={wishAgain(request, there, titles)}
      school={location}
      regionIds={location.regionIds}
      weeks={weeks}
      today={today}
      submit={t('ask.send')}
      send={(wish, keyed) => postRequest(bodyOf({ ...wish, schoolLocationId }, { weeks, today }), keyed)}
      onDone={({ id }: Request) =>
        void navigate({
          to: '/aanvragen/$requestId',
          params: { requestId: id },
          search: { nieuw: true },
          replace: true,
        })
      }
      beside={
        <LinkButton to="/aanvragen/$requestId" params={{ requestId: request.id }} variant="subtle">
          {t('never-mind')}
        </LinkButton>
      }
    />
  );
}
