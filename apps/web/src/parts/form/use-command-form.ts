import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { useCommand, type Keyed } from '../../api/commands.js';
import { Refused } from '../../api/problems.js';
import { useFieldSentence } from '../sentences.js';
import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { fieldIdOf, formPathOf } from './paths.js';

interface CommandFormOptions<Values extends object, Answer> {
  /** Unique in the app; names the draft and the ids of the fields. */
  readonly name: string;
  readonly initial: Values;
  readonly send: (values: Values, keyed: Keyed) => Promise<Answer>;
  /** As of `useCommand`. */
  readonly changes: readonly string[];
  readonly onDone?: (answer: Answer) => void;
  /** False where nothing typed should stay on the device. */
  readonly keepsDraft?: boolean;
}

/**
 * The one way to make a form: what is typed outlives reload and session, sending keeps its key, and the server's words
 * appear at the field they are about (`field`) and in the summary (`CommandForm`).
 */
export function useCommandForm<Values extends object, Answer>(options: CommandFormOptions<Values, Answer>) {
  const { name, initial, send, changes, onDone, keepsDraft = true } = options;
  const fieldSentence = useFieldSentence();
  const summary = useRef<HTMLDivElement>(null);
  const sent = useRef<Values>(null);
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: { ...initial, ...(keepsDraft ? draftOf<Values>(localStorage, name, Date.now()) : {}) },
  });
  const command = useCommand(send, {
    changes,
    onDone: (answer: Answer) => {
      dropDraft(localStorage, name);
      onDone?.(answer);
    },
  });
  const { values } = form;
  useEffect(() => {
    if (keepsDraft && values !== sent.current && form.isDirty())
      keepDraft(localStorage, name, values, Date.now());
  }, [values, name, keepsDraft, form]);

  const refused = (error: Error) => {
    sent.current = null;
    const fields = error instanceof Refused ? error.fields : [];
    // Of several about one field the first says most.
    form.setErrors(
      Object.fromEntries(
        fields.toReversed().map(({ path, code }) => [formPathOf(path), fieldSentence(code)]),
      ),
    );
    requestAnimationFrame(() => {
      for (const { path } of fields) unfold(fieldIdOf(name, formPathOf(path)));
      summary.current?.focus();
    });
  };

  return {
    name,
    form,
    command,
    summary,
    /** What a Mantine control of that field takes: value, change, error, id, name. */
    field: (path: string, type?: 'checkbox') => ({
      ...form.getInputProps(path as never, type ? { type } : {}),
      id: fieldIdOf(name, path),
      name: path,
      'data-path': path,
    }),
    submit: () => {
      form.clearErrors();
      sent.current = form.values;
      command.mutate(form.values, { onError: refused });
    },
  };
}

/** What is wrong behind a fold is seen too. */
function unfold(id: string): void {
  const fold = document.getElementById(id)?.closest('details');
  if (fold) fold.open = true;
}

export type CommandFormState = Pick<
  ReturnType<typeof useCommandForm<object, unknown>>,
  'name' | 'submit' | 'summary'
> & {
  readonly form: { readonly errors: Readonly<Record<string, unknown>> };
  readonly command: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly failureCount: number;
  };
};
