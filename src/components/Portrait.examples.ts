import amina from './samples/amina.svg?url';
import irene from './samples/irene.svg?url';
import joseph from './samples/joseph.svg?url';

export const examples = [
  { says: 'small, beside a name', props: { src: amina, size: 'small' } },
  { says: 'medium', props: { src: joseph, size: 'medium' } },
  { says: 'large, in a scene', props: { src: irene, size: 'large' } },
] as const;
