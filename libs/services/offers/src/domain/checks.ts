import { atField, type AudienceBody, type PatternBody, type PupilsBody } from '#libs/contracts';
import { isGoal, isGrade, isLevel, isTheme } from '#libs/facts';
import { refuse } from './offer.errors.js';

export function checkTerms(body: {
  themes?: readonly string[] | undefined;
  goals?: readonly string[] | undefined;
  bookVia?: string | undefined;
  bookUrl?: string | null | undefined;
}): void {
  body.themes?.forEach((theme, i) => {
    if (!isTheme(theme))
      throw refuse(
        'offers.theme-unknown',
        atField(`themes[${i}]`, 'theme', `${theme} is not a theme of the taxonomy`),
      );
  });
  body.goals?.forEach((goal, i) => {
    if (!isGoal(goal))
      throw refuse(
        'offers.goal-unknown',
        atField(`goals[${i}]`, 'goal', `${goal} is not a goal of the taxonomy`),
      );
  });
  if (body.bookVia === 'own-site' && !body.bookUrl) {
    throw refuse(
      'offers.book-url-needed',
      atField('bookUrl', 'required', 'is required when booking goes via the own site'),
    );
  }
}

export function checkAudience(audience: readonly AudienceBody[]): void {
  audience.forEach(({ sector, grades, levels }, i) => {
    for (const grade of grades ?? []) {
      if (!isGrade(sector, grade))
        throw refuse(
          'offers.grade-unknown',
          atField(`audience[${i}].grades`, 'grade', `${sector} has no grade ${grade}`),
        );
    }
    for (const level of levels ?? []) {
      if (!isLevel(sector, level))
        throw refuse(
          'offers.level-unknown',
          atField(`audience[${i}].levels`, 'level', `${sector} has no level ${level}`),
        );
    }
  });
}

export function checkPupils(pupils: PupilsBody | null | undefined): void {
  if (pupils && pupils.min > pupils.max)
    throw refuse('offers.pupils-backwards', atField('pupils.min', 'max', 'is larger than pupils.max'));
}

export function checkPattern(pattern: PatternBody | null | undefined): void {
  if (pattern && pattern.to < pattern.from)
    throw refuse('offers.pattern-backwards', atField('pattern.to', 'after-from', 'lies before pattern.from'));
}
