import { describe, expect, test } from 'vitest';
import { plainBlocks, splitSentences, wordsOf } from './sentences.ts';

describe('sentences of a paragraph', () => {
  test.each([
    ['plain ones', 'She is up. He is not! Why?', ['She is up.', 'He is not!', 'Why?']],
    ['one without a full stop', 'Go to Mr Aziz', ['Go to Mr Aziz']],
    ['speech', '‘I’m short,’ says Dot. ‘Six times.’', ['‘I’m short,’ says Dot.', '‘Six times.’']],
    ['a question and who asks', '‘Who?’ says Dot. Nobody.', ['‘Who?’ says Dot.', 'Nobody.']],
    ['speech of several', '‘Sit. Eat up!’ Then she went.', ['‘Sit.', 'Eat up!’', 'Then she went.']],
    ['double marks', '“Yes.” "No," he said.', ['“Yes.”', '"No," he said.']],
    ['a colon', 'She said: ‘Stop now.’', ['She said: ‘Stop now.’']],
    ['dashes', 'He waits – as ever — and waits. So.', ['He waits – as ever — and waits.', 'So.']],
    ['dots that go on', 'And… well… no. Yes.', ['And... well... no.', 'Yes.']],
    ['dots that end', 'He waits… Then he goes.', ['He waits...', 'Then he goes.']],
    ['titles', 'Mr. Aziz saw Dr. Jones. He left.', ['Mr. Aziz saw Dr. Jones.', 'He left.']],
    ['initials', 'Ask Mrs J. B. Smith. Now.', ['Ask Mrs J. B. Smith.', 'Now.']],
    ['a letter that ends one', 'So did I. We left.', ['So did I.', 'We left.']],
    ['a vitamin', 'Take vitamin D. Then eat.', ['Take vitamin D.', 'Then eat.']],
    [
      'figures',
      'At 7.40 a.m. it was 36.5. She slept.',
      ['At 7.40 a.m. it was 36.5.', 'She slept.'],
    ],
    ['examples', 'Eat soft food, e.g. soup. Rest.', ['Eat soft food, e.g. soup.', 'Rest.']],
    ['brackets', 'He went (at last!) to bed.', ['He went (at last!) to bed.']],
    ['nothing', '', []],
  ])('%s', (_, block, sentences) => {
    expect(splitSentences(block)).toEqual(sentences);
  });

  test('however they are put together, none is lost and none is made up', () => {
    const kinds = [
      'She is up.',
      '‘Who?’ says Dot.',
      'Mr. Aziz waits!',
      '‘Sit down.’',
      'Is it 7.40?',
    ];
    for (let number = 0; number < kinds.length ** 4; number += 1) {
      const chosen = [0, 1, 2, 3].map(
        (place) => kinds[Math.floor(number / kinds.length ** place) % kinds.length]!,
      );
      expect(splitSentences(chosen.join(' '))).toEqual(chosen);
    }
  });
});

describe('plain words of Markdown', () => {
  test.each([
    ['lines of one paragraph', 'One\ntwo\nthree.', ['One two three.']],
    ['paragraphs', 'One.\n\nTwo.\n  \nThree.', ['One.', 'Two.', 'Three.']],
    ['a list', 'Take:\n- milk\n- *two* eggs', ['Take:', 'milk', 'two eggs']],
    ['a numbered list', '1. Sit.\n2. Eat.', ['Sit.', 'Eat.']],
    ['a heading', '## Now\nGo.', ['Now', 'Go.']],
    ['emphasis', 'He is **so** _very_ *tired*.', ['He is so very tired.']],
    ['a link', 'See [the plan](https://plan.example/a_b).', ['See the plan.']],
    ['a quotation', '> One\n> two.', ['One two.']],
    ['a name with a line in it', 'Open fluid_chart now.', ['Open fluid_chart now.']],
  ])('%s', (_, markdown, blocks) => {
    expect(plainBlocks(markdown)).toEqual(blocks);
  });
});

test.each([
  ['Don’t – ever – do that.', 4],
  ['Egg-and-chips at 5 o’clock', 4],
  ['Wait—what?', 2],
  ['‘ … ’', 0],
])('words of %s', (sentence, count) => {
  expect(wordsOf(sentence)).toHaveLength(count);
});
