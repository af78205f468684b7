/** The server says `groups[0].name`, the form `groups.0.name`. */
export const formPathOf = (path: string): string => path.replaceAll(/\[(\d+)\]/g, '.$1');

/** The id of a field's control in the page, so that the summary can lead to it. */
export const fieldIdOf = (form: string, path: string): string =>
  `${form}-${formPathOf(path).replaceAll('.', '-')}`;
