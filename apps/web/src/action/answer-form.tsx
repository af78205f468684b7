import { NumberInput, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { executeAction, type ActionPreview, type AnswerKind } from '../api/actions.js';
import { EvaluationFields } from '../appointment/evaluation-fields.js';
import { HandsFields } from '../appointment/hands.js';
import { CommandForm } from '../parts/form/command-form.js';
import { useCommandForm } from '../parts/form/use-command-form.js';
import { doesOf, sendOf, wordOf } from './about.js';
import { answerBody, answerFor, type Answer } from './answer.js';

interface AnswerFormProps {
  readonly token: string;
  readonly action: AnswerKind;
  readonly preview: ActionPreview;
  readonly onDone: () => void;
}

/** What one answer needs, and the button that gives it. */
export function AnswerForm({ token, action, preview, onDone }: AnswerFormProps) {
  const { t } = useTranslation('sign-in');
  const { about, side, prefilled } = preview;
  const state = useCommandForm({
    name: `answer-${token.slice(0, 12)}-${action}`,
    initial: answerFor(preview),
    send: (values: Answer) => executeAction(answerBody(token, action, side, values)),
    changes: ['matches'],
    onDone,
  });
  return (
    <section>
      <h2>{t(wordOf(action, preview))}</h2>
      <p>{t(doesOf(action, about))}</p>
      <CommandForm state={state} submit={t(sendOf(action, about))}>
        {action === 'decline' && <Textarea label={t('action.reason')} required {...state.field('reason')} />}
        {(action === 'accept' || action === 'counter') && (
          <>
            <TextInput
              type="datetime-local"
              label={t(action === 'accept' ? 'action.start-if-needed' : 'action.start')}
              {...state.field('start')}
            />
            <TextInput type="datetime-local" label={t('action.end')} {...state.field('end')} />
          </>
        )}
        {action === 'counter' && <Textarea label={t('action.note')} {...state.field('note')} />}
        {action === 'evaluate' && (
          <EvaluationFields
            opinion={state.form.values}
            onChange={(changes) => state.form.setValues(changes)}
            error={state.form.errors['fit']}
            field={state.field}
          />
        )}
        {action === 'tally' && (
          <HandsFields
            hands={state.form.values}
            onChange={(changes) => state.form.setValues(changes)}
            field={state.field}
          />
        )}
        {action === 'count' &&
          prefilled &&
          countFields[side].map(({ path, label, known }) => (
            <NumberInput
              key={path}
              label={t(label)}
              placeholder={String(known(prefilled)).replace('.', ',')}
              min={0}
              step={path.startsWith('hours.') ? 0.5 : 1}
              decimalSeparator=","
              {...state.field(path)}
            />
          ))}
      </CommandForm>
    </section>
  );
}

type Prefilled = NonNullable<ActionPreview['prefilled']>;

/** What each side gives, and what stands there when it is left empty. */
const countFields = {
  school: [
    { path: 'pupils', label: 'action.pupils', known: ({ count }: Prefilled) => count.pupils },
    { path: 'adults', label: 'action.adults', known: ({ count }: Prefilled) => count.adults },
    { path: 'groups', label: 'action.groups', known: ({ count }: Prefilled) => count.groups },
  ],
  partner: [
    { path: 'people', label: 'action.people', known: ({ hours }: Prefilled) => hours.people },
    {
      path: 'hours.preparation',
      label: 'action.preparation',
      known: ({ hours }: Prefilled) => hours.preparation,
    },
    { path: 'hours.delivery', label: 'action.delivery', known: ({ hours }: Prefilled) => hours.delivery },
    { path: 'hours.travel', label: 'action.travel', known: ({ hours }: Prefilled) => hours.travel },
  ],
} as const;
