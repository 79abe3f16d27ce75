import type { SeenDecision } from '#domain/attempt/learner-view.ts';
import { Commit, MoveForm, Refusal, type Play } from './MoveForm.tsx';

/** What is filled in before anybody touches the form, by field: what came back with a refusal. */
export type Typed = Readonly<Record<string, string>>;

const sureness = ['unsure', 'fairly-sure', 'sure'];
const surenessWords = ['Not sure', 'Fairly sure', 'Sure'];
const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
/** How a decision of each kind is answered, and the words of its button. */
const ways = {
  'best-action': ['', 'Do this'],
  pick: ['Choose ', 'Choose these'],
  rank: ['Give each a place. Place 1 comes first.', 'Keep this order'],
  rate: ['Choose one for each.', 'Keep these'],
  rationale: ['A person reads this. It is never marked by a machine.', 'Hand in your reasons'],
} as const;

interface Props {
  decision: SeenDecision;
  typed: Typed;
  play: Play;
}

/** One decision of any kind: what is asked, how sure one is if one likes to say, and one button. */
export function DecisionForm({ decision, typed, play }: Props) {
  const { kind, prompt, options, pick, scale, asks } = decision;
  const [how, words] = ways[kind];
  const hint = pick ? `${how}${numbers[pick]}.` : how;
  const look = `decision ${kind}`;
  return (
    <MoveForm play={play} look={look} kind="decide">
      <fieldset class="options">
        <legend>
          <h2>{prompt}</h2>
          <span class="hint">{hint}</span>
        </legend>
        <Refusal play={play} />
        {asks
          ? reasons(asks, typed['words'])
          : options.map(({ id, text }) => {
              if (scale) return rating(id, text, scale, typed);
              const input =
                kind === 'rank' ? place(id, options.length, typed) : choice(id, pick, typed);
              return (
                <label class="option">
                  {input}
                  <span>{text}</span>
                </label>
              );
            })}
      </fieldset>
      {asks ? undefined : (
        <fieldset class="sure">
          <legend>
            How sure are you? <span class="quiet">Only if you like. It is never scored.</span>
          </legend>
          {steps('confidence', surenessWords, typed, sureness)}
        </fieldset>
      )}
      <Commit words={words} play={play} />
    </MoveForm>
  );
}

/** A row of words of which one is chosen; each sends its number, where no values are given. */
function steps(name: string, words: string[], typed: Typed, values?: string[], id?: string) {
  const rows = words.map((word, at) => {
    const value = values?.[at] ?? `${at + 1}`;
    const field = at ? undefined : id;
    const checked = typed[name] === value || undefined;
    return (
      <label class="step-choice">
        <input type="radio" name={name} value={value} id={field} attr:checked={checked} />
        <span>{word}</span>
      </label>
    );
  });
  return <div class="steps">{rows}</div>;
}

/** One to choose, or one of so many. */
function choice(id: string, pick: number | undefined, typed: Typed) {
  const type = pick ? 'checkbox' : 'radio';
  const field = `answer-${id}`;
  const checked = ` ${typed['choice']} `.includes(` ${id} `) || undefined;
  return <input type={type} name="choice" value={id} id={field} attr:checked={checked} />;
}

/** Where one of several is put, counted from 1. */
function place(id: string, count: number, typed: Typed) {
  const name = `place.${id}`;
  const field = `answer-${id}`;
  const places = Array.from({ length: count + 1 }, (_, at) => {
    const number = at ? `${at}` : '';
    const selected = typed[name] === number || undefined;
    return <option attr:selected={selected}>{number}</option>;
  });
  return (
    <span class="place">
      <span>Place</span>
      <select name={name} id={field}>
        {places}
      </select>
    </span>
  );
}

/** One to put on a scale. */
function rating(id: string, text: string, scale: string[], typed: Typed) {
  const row = steps(`rate.${id}`, scale, typed, undefined, `answer-${id}`);
  return (
    <fieldset class="rated">
      <legend>{text}</legend>
      {row}
    </fieldset>
  );
}

/** Reasons in one's own words, and what to say something about. */
function reasons(asks: string[], written: string | undefined) {
  const items = asks.map((ask) => <li>{ask}</li>);
  return (
    <div>
      <ul class="asks">{items}</ul>
      <label>
        <span>Your reasons</span>
        <textarea id="answer-words" name="words" rows="8" maxlength="4000">
          {written}
        </textarea>
      </label>
    </div>
  );
}
