/** How the person supported agreed that their words are kept, or that they did not. */
export const consents = {
  agreed: 'They agreed that it is written down',
  'agreed-by-representative':
    'They could not decide this, and the person who speaks for them agreed',
  declined: 'They did not want it written down',
  'not-asked': 'I did not ask',
} as const;

export type Consent = keyof typeof consents;

/** Whether the words of the person supported may be kept. */
export const allowsWords = (consent: Consent | '' | null): boolean =>
  consent === 'agreed' || consent === 'agreed-by-representative';

/** The answer of the person supported, as others read it. */
export const consentWords: Record<Consent, string> = {
  agreed: 'They agreed that this is kept.',
  'agreed-by-representative':
    'They could not decide this. The person who speaks for them agreed that it is kept.',
  declined: 'They were asked, and did not want their words written down.',
  'not-asked': 'They were not asked.',
};
