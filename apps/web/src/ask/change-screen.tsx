import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patchRequest, requestQuery, type Request } from '../api/requests.js';
import { SignedIn } from '../appointment/signed-in.js';
import { Answered } from '../parts/answered.js';
import { LinkButton } from '../parts/link-button.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { AskForm } from './ask-form.js';
import { useSchool } from './use-school.js';
import { useTitles } from './use-titles.js';
import { cellsOf } from './weeks.js';
import { patchOf, wishOf } from './wish.js';

/** The same page again, filled in. */
export function ChangeScreen(props: { readonly id: string }) {
  const { t } = useTranslation('teacher');
  return (
    <SignedIn title={t('change.title')}>
      <ChangeShown {...props} />
    </SignedIn>
  );
}

function ChangeShown({ id }: { readonly id: string }) {
  const { t } = useTranslation('teacher');
  const query = useQuery(requestQuery(id));
  return (
    <Page title={t('change.title')} intro={query.data?.answer.title} wide>
      <Answered query={query} skeleton={<RowsSkeleton rows={10} />}>
        {({ answer, tag }) => <Change request={answer} tag={tag} />}
      </Answered>
    </Page>
  );
}

function Change({ request, tag }: { readonly request: Request; readonly tag: string }) {
  const { t } = useTranslation('teacher');
  const navigate = useNavigate();
  const { school } = useSchool(request.schoolLocationId);
  const titles = useTitles();
  if (!school || !titles) return <RowsSkeleton rows={10} />;
  const { location, weeks, today } = school;
  const before = wishOf(request, cellsOf(request.windows, weeks), titles);
  const back = () =>
    void navigate({ to: '/aanvragen/$requestId', params: { requestId: request.id }, replace: true });
  return (
    <>
      {request.question && (
        <Notice tone="sun" title={t('change.question')}>
          {request.question}
        </Notice>
      )}
      <AskForm
        name={`change-${request.id}`}
        initial={before}
        school={location}
        regionIds={[request.regionId]}
        weeks={weeks}
        today={today}
        submit={t('change.send')}
        send={(wish) => patchRequest({ id: request.id, tag, body: patchOf(wish, before, { weeks, today }) })}
        onDone={back}
        beside={
          <LinkButton to="/aanvragen/$requestId" params={{ requestId: request.id }} variant="subtle">
            {t('never-mind')}
          </LinkButton>
        }
      />
    </>
  );
}
