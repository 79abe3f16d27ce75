import { For, Show } from 'solid-js';
import type { ShownScene } from '#domain/attempt/shown-scene.ts';
import type { Send } from './Finds.tsx';

interface Sending {
  step: number;
  address: string;
  send: Send;
  sending: boolean;
  problem: string | undefined;
}

const sureness = [
  ['unsure', 'Not sure'],
  ['fairly-sure', 'Fairly sure'],
  ['sure', 'Sure'],
] as const;

/** One decision: full-width options, how sure one is if one likes to say, and one button. */
export function DecisionForm(props: Sending & { decision: NonNullable<ShownScene['decision']> }) {
  return (
    <form
      class="decision"
      method="post"
      action={props.address}
      aria-busy={props.sending}
      onSubmit={(event) => props.send(event)}
    >
      <input type="hidden" name="kind" value="decide" />
      <input type="hidden" name="step" value={props.step} />
      <fieldset class="options">
        <legend>
          <h2>{props.decision.prompt}</h2>
        </legend>
        <For each={props.decision.options}>
          {(option) => (
            <label class="option">
              <input type="radio" name="choice" value={option.id} required />
              <span>{option.text}</span>
            </label>
          )}
        </For>
      </fieldset>
      <fieldset class="sure">
        <legend>
          How sure are you? <span class="quiet">Only if you like. It is never scored.</span>
        </legend>
        <div class="steps">
          <For each={sureness}>
            {([value, words]) => (
              <label class="step-choice">
                <input type="radio" name="confidence" value={value} />
                <span>{words}</span>
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <Commit words="Do this" problem={props.problem} sending={props.sending} />
    </form>
  );
}

/** The one way on from a moment in which nothing is decided. */
export function CarryOn(props: Sending & { label: string }) {
  return (
    <form
      class="carry-on"
      method="post"
      action={props.address}
      aria-busy={props.sending}
      onSubmit={(event) => props.send(event)}
    >
      <input type="hidden" name="kind" value="go-on" />
      <input type="hidden" name="step" value={props.step} />
      <Commit words={props.label} problem={props.problem} sending={props.sending} />
    </form>
  );
}

function Commit(props: { words: string; problem: string | undefined; sending: boolean }) {
  return (
    <>
      <Show when={props.problem}>
        <p class="field-error" role="alert">
          {props.problem}
        </p>
      </Show>
      <button class="button">{props.sending ? 'Sending…' : props.words}</button>
    </>
  );
}
