import type { Decision } from '../decision.ts';
import { fillIn } from '../forms.ts';
import type { Prose } from '../prose.ts';
import { factsOf, type Person, type Scenario, type Scene } from '../schema.ts';

type Path = (string | number)[];

/** A text that a worker reads, and where in the file it is written. */
export interface WorkerText {
  path: Path;
  /** Markdown, with the words of the form in it. */
  text: string;
  /** Read before starting, as a heading, while playing, or in the debrief. */
  part: 'front' | 'heading' | 'story' | 'debrief';
  /** The scene that it belongs to. */
  scene?: string;
}

/** Whether something belongs to a form: to every one, unless it names some. */
export const isInForm = (one: { forms?: string[] | undefined }, form: string): boolean =>
  !one.forms || one.forms.includes(form);

/** Every text that a worker may read in one form of a scenario, whatever they do, in the order of the file. */
export function workerTexts(scenario: Scenario, form: string): WorkerText[] {
  const texts: WorkerText[] = [];
  const words = scenario.forms?.[form]?.words ?? {};
  const reader =
    (part: WorkerText['part'], scene?: string) =>
    (prose: Prose | undefined, ...path: Path) => {
      for (const { text, at } of partsOf(prose, path, form))
        texts.push({
          path: at,
          text: fillIn(text, words),
          part,
          ...(scene !== undefined && { scene }),
        });
    };

  const front = reader('front');
  reader('heading')(scenario.title, 'title');
  for (const name of ['setting', 'summary', 'purpose', 'warning'] as const)
    front(scenario[name], name);
  scenario.support?.forEach(({ about }, at) => front(about, 'support', at, 'about'));
  const others = scenario.forms?.[form]?.people ?? {};
  for (const [id, { about }] of Object.entries(scenario.people))
    if (!others[id]) front(about, 'people', id, 'about');
  for (const [id, { about }] of Object.entries(others))
    front(about, 'forms', form, 'people', id, 'about');

  const debrief = reader('debrief');
  debrief(scenario['looking-back'], 'looking-back');
  for (const name of Object.keys(factsOf(scenario)))
    debrief(factsOf(scenario)[name]!.about, ...pathOfFact(name), 'about');

  for (const [name, scene] of Object.entries(scenario.scenes)) {
    if (!isInForm(scene, form)) continue;
    const read = (part: WorkerText['part']) => reader(part, name);
    readScene(scene, ['scenes', name], form, read('heading'), read('story'), read('debrief'));
  }
  return texts;
}

type Read = (prose: Prose | undefined, ...path: Path) => void;

function readScene(
  scene: Scene,
  path: Path,
  form: string,
  heading: Read,
  story: Read,
  debrief: Read,
) {
  heading(scene.title, ...path, 'title');
  heading(scene.place, ...path, 'place');
  story(scene.text, ...path, 'text');
  for (const [name, find] of Object.entries(scene.finds ?? {})) {
    if (!isInForm(find, form)) continue;
    const at = [...path, 'finds', name];
    story(find.label, ...at, 'label');
    story(find.tells, ...at, 'tells');
    story(find.note, ...at, 'note');
  }
  if (scene.decision) readDecision(scene.decision, [...path, 'decision'], form, story, debrief);
  story(scene.next?.label, ...path, 'next', 'label');
  for (const [name, { turn }] of Object.entries(scene.strands ?? {}))
    story(turn.label, ...path, 'strands', name, 'turn', 'label');
}

function readDecision(decision: Decision, path: Path, form: string, story: Read, debrief: Read) {
  story(decision.prompt, ...path, 'prompt');
  if (decision.kind === 'rationale')
    decision.asks.forEach((ask, at) => story(ask, ...path, 'asks', at));
  if (decision.kind === 'rate')
    decision.scale.forEach((step, at) => story(step, ...path, 'scale', at));
  for (const [name, option] of Object.entries('options' in decision ? decision.options : {})) {
    if (!isInForm(option, form)) continue;
    const at = [...path, 'options', name];
    story(option.text, ...at, 'text');
    if ('followed' in option) story(option.followed, ...at, 'followed');
    debrief(option.key.why, ...at, 'key', 'why');
  }
  if (decision.kind === 'best-action') readCases(decision, path, form, debrief);
  else story(decision.followed, ...path, 'followed');
  debrief(decision.weigh, ...path, 'weigh');
}

type BestAction = Extract<Decision, { kind: 'best-action' }>;

function readCases({ options }: BestAction, path: Path, form: string, debrief: Read) {
  for (const [name, option] of Object.entries(options))
    if (isInForm(option, form))
      option.key.cases?.forEach(({ why }, at) =>
        debrief(why, ...path, 'options', name, 'key', 'cases', at, 'why'),
      );
}

function partsOf(prose: Prose | undefined, path: Path, form: string): { text: string; at: Path }[] {
  if (prose === undefined) return [];
  if (typeof prose === 'string') return [{ text: prose, at: path }];
  return prose.flatMap((part, index) => {
    if (typeof part === 'string') return [{ text: part, at: [...path, index] }];
    return isInForm(part, form) ? [{ text: part.text, at: [...path, index, 'text'] }] : [];
  });
}

/** The fact "dot.trust" is written under Dot, every other under "facts". */
function pathOfFact(name: string): Path {
  const [person, own] = name.split('.');
  return own === undefined ? ['facts', name] : ['people', person!, 'facts', own];
}

/** The names of everybody in a scenario, in any of its forms. */
export function namesIn(scenario: Scenario): string[] {
  const people: Person[] = [scenario, ...Object.values(scenario.forms ?? {})].flatMap((one) =>
    Object.values(one.people ?? {}),
  );
  return people.map(({ name }) => name);
}
