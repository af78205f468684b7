import { Radio, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changePreferences, ownPreferencesQuery, type Me } from '../api/me.js';
import { Answered } from '../parts/answered.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { RowsSkeleton } from '../parts/skeletons.js';
import { toast } from '../parts/toasts.js';

const rhythms = ['each', 'daily', 'weekly'] as const;
const languages = { nl: 'Nederlands', en: 'English' } as const;

/** Which mails come when, and in which language. */
export function MailPreferences() {
  const own = useQuery(ownPreferencesQuery);
  return (
    <Answered query={own} skeleton={<RowsSkeleton rows={3} />}>
      {({ answer, tag }) => <PreferencesForm key={tag} me={answer} tag={tag} />}
    </Answered>
  );
}

interface PreferencesWords {
  readonly mail: Me['preferences']['mail'];
  readonly reminders: boolean;
  readonly language: Me['language'];
}

function PreferencesForm({ me, tag }: { readonly me: Me; readonly tag: string }) {
  const { t } = useTranslation('sign-in');
  const state = useCommandForm<PreferencesWords, unknown>({
    name: 'preferences',
    initial: { ...me.preferences, language: me.language },
    keepsDraft: false,
    changes: ['me'],
    send: (body) => changePreferences({ tag, body }),
    onDone: () => toast(t('preferences.kept')),
  });
  const { values } = state.form;
  return (
    <CommandForm state={state} submit={t('preferences.keep')}>
      <Radio.Group
        label={t('preferences.mail')}
        description={t('preferences.mail.hint')}
        value={values.mail}
        onChange={(mail) => state.form.setValues({ mail: mail })}
      >
        {rhythms.map((mail) => (
          <Radio key={mail} mt={8} value={mail} label={t(`preferences.mail.${mail}`)} />
        ))}
      </Radio.Group>
      <Switch
        label={t('preferences.reminders')}
        checked={values.reminders}
        onChange={({ currentTarget }) => state.form.setValues({ reminders: currentTarget.checked })}
      />
      <Radio.Group
        label={t('preferences.language')}
        value={values.language}
        onChange={(language) => state.form.setValues({ language: language === 'en' ? 'en' : 'nl' })}
      >
        {(['nl', 'en'] as const).map((language) => (
          <Radio key={language} mt={8} value={language} label={languages[language]} lang={language} />
        ))}
      </Radio.Group>
    </CommandForm>
  );
}
