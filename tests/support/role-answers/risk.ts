import type { PageAnswers } from './answers.ts';

export const risk: PageAnswers = {};
