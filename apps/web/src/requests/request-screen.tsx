import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { matchQuery } from '../api/matches.js';
import { meQuery, type Me } from '../api/me.js';
import { requestQuery, type Request } from '../api/requests.js';
import { Facts } from '../offer/facts.js';
import { AppointmentLine } from '../appointment/appointment-line.js';
import { SignedIn } from '../appointment/signed-in.js';
import { Answered } from '../parts/answered.js';
import { LinkButton } from '../parts/link-button.js';
import { Notice } from '../parts/notice.js';
import { Page } from '../parts/page.js';
import { LinesSkeleton } from '../parts/skeletons.js';
import { Steps } from '../parts/steps.js';
import { sayLongDay } from '../say/dates.js';
import { sayList } from '../say/language.js';
import { useLanguage } from '../words/use-language.js';
import { turnOf } from './filters.js';
import { groupsWithout, stepsOf } from './story.js';
import { useNextMove } from './use-next-move.js';
import { useRequestFacts } from './use-request-facts.js';
import { WaysOn } from './ways-on.js';
import { Withdraw } from './withdraw.js';
import styles from './requests.module.css';

interface RequestScreenProps {
  readonly id: string;
  /** It was sent a moment ago. */
  readonly isNew: boolean;
}

/** One request: how far it is, who has the next move, and what one can do. */
export function RequestScreen(props: RequestScreenProps) {
  const { t } = useTranslation('teacher');
  return (
    <SignedIn title={t('request')}>
      <RequestShown {...props} />
    </SignedIn>
  );
}

function RequestShown({ id, isNew }: RequestScreenProps) {
  const { t } = useTranslation('teacher');
  const query = useQuery(requestQuery(id));
  const me = useQuery(meQuery);
  return (
    <Page title={query.data?.answer.title ?? t('request')}>
      <Answered query={query} skeleton={<LinesSkeleton lines={8} />}>
        {({ answer }) => <Shown request={answer} isNew={isNew} me={me.data ?? null} />}
      </Answered>
    </Page>
  );
}

interface ShownProps {
  readonly request: Request;
  readonly isNew: boolean;
  readonly me: Me | null;
}

function Shown({ request, isNew, me }: ShownProps) {
  const { t } = useTranslation('teacher');
  const language = useLanguage();
  const nextMove = useNextMove();
  const facts = useRequestFacts()(request);
  const matches = useQueries({ queries: request.matchIds.map((id) => matchQuery(id)) }).flatMap(
    ({ data }) => data ?? [],
  );
  const turn = turnOf(request, matches);
  const isOver = turn === 'over';
  const without =
    !isOver && matches.length === request.matchIds.length ? groupsWithout(request, matches) : [];
  // As long as nothing came of it yet.
  const wasJustSent = isNew && matches.length === 0 && !isOver;
  return (
    <>
      {wasJustSent && (
        <Notice tone="meadow" title={t('sent')} now>
          {t('sent.now', { day: sayLongDay(request.answerBy, language) })}
        </Notice>
      )}
      <Steps
        label={t('request.steps')}
        steps={stepsOf(request, matches).map((step) => ({ ...step, label: t(`step.${step.id}`) }))}
      />
      {!wasJustSent && (
        <Notice
          tone={turn === 'school' ? 'sun' : turn === 'agreed' ? 'meadow' : 'sky'}
          title={nextMove(request, matches)}
        >
          {request.question && <p>{request.question}</p>}
          {request.withdrawnBecause && <p>{request.withdrawnBecause}</p>}
        </Notice>
      )}
      {matches.length > 0 && (
        <section className={styles.section}>
          <h2>{t('request.appointments')}</h2>
          <ul className={styles.lines}>
            {matches.map((match) => (
              <AppointmentLine key={match.id} match={match} me={me} />
            ))}
          </ul>
          {without.length > 0 && (
            <p>
              {t('request.without', {
                groups: sayList(
                  without.map(({ name }) => name),
                  language,
                ),
              })}
            </p>
          )}
        </section>
      )}
      {!isOver && request.matchIds.length === 0 && <WaysOn request={request} />}
      <section className={styles.section}>
        <h2>{t('request.what')}</h2>
        <Facts facts={facts} />
      </section>
      {isOver && asksFor(me, request) && (
        <div className={styles.buttons}>
          <LinkButton to="/aanvragen/$requestId/opnieuw" params={{ requestId: request.id }}>
            {t('request.again')}
          </LinkButton>
        </div>
      )}
      {!isOver && mayChange(me, request) && (
        <div className={styles.buttons}>
          <LinkButton
            to="/aanvragen/$requestId/wijzig"
            params={{ requestId: request.id }}
            variant={request.state === 'needs-info' ? 'filled' : 'default'}
          >
            {t(request.state === 'needs-info' ? 'request.answer' : 'request.change')}
          </LinkButton>
          <Withdraw request={request} />
        </div>
      )}
    </>
  );
}

/** Of that school themselves, who ask for it. */
const asksFor = (me: Me | null, { schoolLocationId }: Request): boolean =>
  (me?.schoolLocations ?? []).some(({ id }) => id === schoolLocationId);

function mayChange(me: Me | null, request: Request): boolean {
  return (me?.roles ?? []).some(({ role, schoolLocationId, regionIds }) => {
    const own = schoolLocationId === request.schoolLocationId;
    if (role === 'school-admin') return own;
    if (role === 'coordinator') return regionIds.includes(request.regionId);
    return own && request.madeBy === me?.id;
  });
}
