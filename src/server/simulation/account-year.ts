import { chanceFor } from '#domain/simulation/chance.ts';
import { londonDate } from '#domain/london-time.ts';
import { answerAccount } from '../reasons/answer-account.ts';
import { handInAccount } from '../reasons/hand-in-account.ts';
import { readAccounts } from '../reasons/read-accounts.ts';
import { chooseObservers } from './choose-observers.ts';
import { must } from './must.ts';
import { daysBefore, type Year, type YearWorker } from './year.ts';

const accounts = {
  'IP-06': {
    full: 'A man I support said no to his wash for the third day. I asked what was wrong instead of asking again, and he said the room was cold. I put the heater on and came back in half an hour. I could have called it a refusal and left. I did not, because he had said yes to it before and something had changed. I wrote down what helped.',
    short:
      'A woman I support did not want to get up. I let her stay in bed because it is her choice, and I told the others about it.',
  },
  'IP-17': {
    full: 'At the end of a shift I saw that the fluid chart of a woman I support had two gaps. I did not fill them in from memory. I asked who had been with her, wrote down what was known and by whom, and said at handover that the rest was not. A full chart would have looked better and told the nurse something untrue.',
    short:
      'I noticed that a chart was not filled in. I told the senior and she said that she would see to it, so I went on with my round.',
  },
  'IP-25': {
    full: 'A daughter was angry that her mother had been moved to another chair. I asked her to show me what worried her before I explained anything. It was the step beside it, and she was right. I moved it back, told the senior and rang her in the evening. I had wanted to defend us, and it would have cost us what she had seen.',
    short:
      'A relative was upset in the lounge. I stayed calm with him and said that I would pass it on, and then I passed it on to the office.',
  },
} as const;

/** Lets one in four write about something real, without names: whoever knows them accepts it or returns it. */
export async function accountYear(year: Year, { person, truth }: YearWorker): Promise<void> {
  const { db, seed } = year;
  const chance = chanceFor(seed, `account of ${truth.username}`);
  if (person.category === 'CWP-NTC' || !chance.happens(0.28)) return;
  const competency = chance.one(Object.keys(accounts) as (keyof typeof accounts)[]);
  const isGood = truth.judgement[competency]! >= year.policy.certainty.cut;
  const days = chance.whole(8, 160);
  const form = {
    competencies: [competency],
    level: person.category === 'CWP-SUP' ? 3 : 2,
    happenedOn: londonDate(daysBefore(year, days + 2)),
    words: accounts[competency][isGood ? 'full' : 'short'],
  };
  must(await handInAccount(db, person, person.id, form, daysBefore(year, days, '18:00')));
  const read = await readAccounts(db, person, person.id);
  if (!read.ok) throw new Error('An account that was handed in could not be read.');
  const [observer] = chooseObservers(year, truth.username);
  const by = year.observers.find((one) => one.truth.username === observer)!;
  const answer = isGood
    ? {
        answer: 'accept',
        words: 'You say what you saw, what else could have been done and why not.',
      }
    : {
        answer: 'return',
        words: 'Say what was different from other days, and why you chose this.',
      };
  const at = daysBefore(year, days - chance.whole(2, 6), '09:30');
  must(await answerAccount(db, by.person, read.value.accounts[0]!.id, answer, at));
}
