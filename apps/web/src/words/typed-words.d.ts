import 'i18next';
import type appointments from './appointments.nl.json';
import type catalogue from './catalogue.nl.json';
import type common from './common.nl.json';
import type coordinator from './coordinator.nl.json';
import type operator from './operator.nl.json';
import type partner from './partner.nl.json';
import type problems from './problems.nl.json';
import type reader from './reader.nl.json';
import type signIn from './sign-in.nl.json';
import type teacher from './teacher.nl.json';
import type tour from './tour.nl.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    keySeparator: false;
    resources: {
      common: typeof common;
      problems: typeof problems;
      catalogue: typeof catalogue;
      'sign-in': typeof signIn;
      appointments: typeof appointments;
      teacher: typeof teacher;
      partner: typeof partner;
      coordinator: typeof coordinator;
      reader: typeof reader;
      operator: typeof operator;
      tour: typeof tour;
    };
  }
}
