import { NativeSelect } from '@mantine/core';
import { useState } from 'react';

interface Named {
  readonly id: string;
  readonly name: string;
}

const keptAs = 'leerbrug.acting-for';

/** Of these the one for which somebody acts: what they chose last, also on another screen; else the first. */
export function useActingFor<T extends Named>(among: readonly T[]) {
  const [chosen, setChosen] = useState(() => localStorage.getItem(keptAs));
  return {
    among,
    one: among.find(({ id }) => id === chosen) ?? among[0],
    choose: (id: string) => {
      localStorage.setItem(keptAs, id);
      setChosen(id);
    },
  };
}

interface ActingForProps {
  readonly label: string;
  readonly of: ReturnType<typeof useActingFor<Named>>;
}

/** For whom it is: only for whom acts for several. */
export function ActingFor({ label, of: { among, one, choose } }: ActingForProps) {
  if (among.length < 2) return null;
  return (
    <NativeSelect
      label={label}
      value={one?.id ?? ''}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={among.map(({ id, name }) => ({ value: id, label: name }))}
      maw={480}
      my={16}
    />
  );
}
