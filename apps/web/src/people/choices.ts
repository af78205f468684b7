interface Named {
  readonly id: string;
  readonly name: string;
}

/** Those whom one can choose, and whoever is chosen already, also when they are not among those. */
export function choicesWith(found: readonly Named[], chosen: Named | undefined) {
  const isAmong = !chosen || found.some(({ id }) => id === chosen.id);
  return (isAmong ? found : [chosen, ...found]).map(({ id, name }) => ({ value: id, label: name }));
}
