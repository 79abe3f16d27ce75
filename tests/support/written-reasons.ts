import { insertPolicy } from '#db';
import type { Person } from '#domain/access/person.ts';
import type { Policy } from '#domain/profile/policy.ts';
import { gatherTexts } from '#server/reasons/gather-texts.ts';
import { recordMove } from '#server/record-move.ts';
import { policy } from './first-policy.ts';
import { toBody, type TestService } from './service.ts';
import {
  decision,
  levelThree,
  option,
  scenarioInput,
  worth,
  type SceneInput,
  type ScenarioInput,
} from './tiny-scenario.ts';

const choices = (to: string) =>
  decision({ sound: option(to), poor: option(to, { key: worth(0) }) }, levelThree);

/** A scenario of two level 3 decisions on IP-01, after which reasons are asked for. */
export const reasonsInput = (): ScenarioInput =>
  scenarioInput(
    {
      hall: {
        finds: {
          plan: {
            kind: 'look',
            label: 'Read the plan',
            tells: 'Two carers.',
            note: 'It says two.',
          },
        },
        decision: choices('stairs'),
      },
      stairs: { decision: choices('why') },
      why: {
        title: 'Why, in writing',
        text: 'The manager asks you to write it down.',
        decision: {
          kind: 'rationale',
          prompt: 'Why did you do that?',
          ...levelThree,
          competencies: ['IP-01'],
          indicators: ['L2-S1', 'L3-S1', 'L3-K1'],
          weigh: 'The debrief says this, and the marker does not read it first.',
          asks: ['What you weighed'],
          to: 'end',
        } as unknown as SceneInput['decision'],
      },
      end: { ending: 'well' },
    },
    { title: 'A written story', level: 3, claims: [{ competency: 'IP-01', level: 3 }] },
  );

/** Plays it to the end with these words, and gives the move that they were written in. */
export async function writeReasons(
  service: TestService,
  worker: Person,
  words = 'I asked first, since nobody knew what the other carer had been told.',
  at = '2026-11-10T09:00:00.000Z',
): Promise<{ moveId: string; attemptId: string }> {
  const attemptId = await service.begin(worker, 'written', at);
  await service.play(worker, attemptId, ['find plan', 'decide sound', 'decide sound'], 0, at);
  const made = await recordMove(service.db, worker, attemptId, toBody(3, 'decide', { words }), at);
  if (!made.ok) throw new Error(made.problem.code);
  const [text] = await gatherTexts(service.db, { personId: worker.id });
  return { moveId: text!.moveId, attemptId };
}

/** What a marker sends, every indicator alike unless told otherwise. */
export const marksForm = (mark = 'shown', more: Record<string, string> = {}) => ({
  'mark-L3-S1': mark,
  'reason-L3-S1': 'Says whom they asked, and what for.',
  'mark-L3-K1': mark,
  'reason-L3-K1': 'Names both duties and what is good in each.',
  ...more,
});

/** Adopts a policy that differs in these parts from the first one. */
export async function adopt(
  service: TestService,
  parts: Partial<Policy>,
  at = '2026-11-01T00:00:00.000Z',
): Promise<void> {
  const version = `${at.slice(0, 10)}.9`;
  const content = JSON.stringify({ ...policy, ...parts, version });
  await insertPolicy(service.db, {
    ...{ version, content, reason: 'For a test.', adoptedBy: null, adoptedAt: at },
  });
}
