import type { Action } from '#domain/access/permissions.ts';

/** A page about the service as a whole. */
export interface Room {
  href: string;
  title: string;
  about: string;
  /** Who is shown it: whoever may do this. */
  action: Action;
  /** It is about all services at once: only for whoever belongs to all of them. */
  whole?: true;
}

/** The pages about the service, by what one comes to do. */
export const rooms: { title: string; rooms: Room[] }[] = [
  {
    title: 'Judge and agree',
    rooms: [
      {
        href: '/marking',
        title: 'Reasons to mark',
        about: 'What workers wrote in scenarios, and their accounts of real events.',
        action: 'read-today',
      },
      {
        href: '/calibration',
        title: 'Do we judge alike?',
        about: 'Short written cases that every observer rates, and how far we agree.',
        action: 'read-today',
      },
    ],
  },
  {
    title: 'Keep people safe',
    rooms: [
      {
        href: '/alerts',
        title: 'Alerts',
        about: 'Duties without confirmed competence, lapsed sign-offs, open concerns on duties.',
        action: 'read-today',
      },
      {
        href: '/cover',
        title: 'Needs and cover',
        about: 'What the people you support need, and how many workers are confirmed for it.',
        action: 'read-today',
      },
      {
        href: '/requirements',
        title: 'What each role needs',
        about: 'Which competencies at which level, for each role category here.',
        action: 'read-today',
      },
      {
        href: '/training',
        title: 'Training records',
        about: 'Enter them or bring them from a file, to stand beside what was shown.',
        action: 'record-training',
      },
      {
        href: '/import',
        title: 'Workforce data set',
        about: 'Bring staff and their training from the files you upload there.',
        action: 'import-staff',
      },
    ],
  },
  {
    title: 'Look at the whole',
    rooms: [
      {
        href: '/outcomes',
        title: 'Scenario outcomes',
        about: 'Which ways people took, what they chose, and which decisions to look at again.',
        action: 'read-outcomes',
      },
      {
        href: '/targets',
        title: 'Targets',
        about: 'The Care Certificate, level 3 in three years, and the first twelve weeks.',
        action: 'read-today',
      },
      {
        href: '/pack',
        title: 'Inspection pack',
        about: 'Who may do what alone, how it was shown, and what is missing, as of a day.',
        action: 'read-pack',
      },
    ],
  },
  {
    title: 'People and places',
    rooms: [
      {
        href: '/places',
        title: 'Services',
        about: 'The places you run, what others know them by, and who works there.',
        action: 'manage-services',
      },
      {
        href: '/tablets',
        title: 'Shared tablets',
        about: 'Tablets on which people sign in with a PIN, and which service they are for.',
        action: 'enrol-tablet',
      },
      {
        href: '/retention',
        title: 'How long records are kept',
        about: 'The periods and why, what is due to go, and what was last removed.',
        action: 'read-retention',
        whole: true,
      },
    ],
  },
  {
    title: 'Scenarios and rules',
    rooms: [
      {
        href: '/home',
        title: 'Play a scenario',
        about: 'The scenarios that your team plays. Your own first time through counts.',
        action: 'read-team',
      },
      {
        href: '/library',
        title: 'Library',
        about: 'What the scenarios cover, and what they do not.',
        action: 'read-library',
      },
      {
        href: '/policy',
        title: 'Policy',
        about: 'Every threshold in a sentence. Try a change before you adopt it.',
        action: 'read-policy',
      },
      {
        href: '/frameworks',
        title: 'Frameworks',
        about: 'The standards and descriptors that everything is named by.',
        action: 'read-policy',
      },
    ],
  },
];
