import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { matchQuery, tallyMatch, type Match } from '../api/matches.js';
import { SignedIn } from './signed-in.js';
import { Answered } from '../parts/answered.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { LinkButton } from '../parts/link-button.js';
import { Page } from '../parts/page.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';
import { HandsFields, type Hands } from './hands.js';

/** Hands up: at the end of the lesson, on the board or a phone. */
export function HandsScreen(props: { readonly id: string }) {
  const { t } = useTranslation('appointments');
  return (
    <SignedIn title={t('hands.title')}>
      <HandsShown {...props} />
    </SignedIn>
  );
}

function HandsShown({ id }: { readonly id: string }) {
  const { t } = useTranslation('appointments');
  const match = useQuery(matchQuery(id));
  return (
    <Page title={t('hands.title')} intro={match.data?.title}>
      <Answered query={match} skeleton={<RowsSkeleton />}>
        {(found) => <HandsForm match={found} />}
      </Answered>
    </Page>
  );
}

function HandsForm({ match }: { readonly match: Match }) {
  const { t } = useTranslation('appointments');
  const navigate = useNavigate();
  const { id, tally, count, prefilled } = match;
  const back = { to: '/afspraken/$matchId', params: { matchId: id } } as const;
  const state = useCommandForm<Hands, Match>({
    name: `hands-${id}`,
    initial: tally ?? { present: count?.pupils ?? prefilled.count.pupils, fun: 0, learned: 0, wantMore: 0 },
    send: ({ present, ...hands }, keyed) =>
      tallyMatch({ id, body: { ...hands, present: present === '' ? 0 : present } }, keyed),
    changes: ['matches'],
    onDone: () => {
      toast(t('done.tally'));
      void navigate(back);
    },
  });
  return (
    <>
      <p>{t('hands.about')}</p>
      <CommandForm
        state={state}
        submit={t('hands.send')}
        beside={
          <LinkButton {...back} variant="subtle">
            {t('back-to-appointment')}
          </LinkButton>
        }
      >
        <HandsFields
          hands={state.form.values}
          onChange={(changes) => state.form.setValues(changes)}
          field={state.field}
        />
      </CommandForm>
    </>
  );
}
