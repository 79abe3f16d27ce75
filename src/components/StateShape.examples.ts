import { states } from './state-words.ts';

export const examples = states.map((state) => ({ says: state, props: { state } }));
