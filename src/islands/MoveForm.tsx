import type { JSX } from 'solid-js';

/** What to tell about a move that was refused, and the field to go back to. */
export interface Problem {
  message: string;
  field?: string | undefined;
  /** Told at once where it came by script; the page itself tells what came with it. */
  role?: 'alert';
}

/** What the forms of a moment share: where a plain form goes, and how the sending of one stands. */
export interface Play {
  page: string;
  step: number;
  sending: () => boolean;
  problem: () => Problem | undefined;
}

interface Props {
  play: Play;
  look: string;
  kind: string;
  children: JSX.Element;
}

/** A form of a scene that makes one kind of move. It is sent by the script of the scene around it. */
export function MoveForm(props: Props) {
  const { look, kind } = props;
  const { page, step } = props.play;
  return (
    <form class={look} method="post" action={page}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="step" value={step} />
      {props.children}
    </form>
  );
}

/** Says beside a form why it was refused. */
export const Refusal = (props: { play: Play }) => <>{sayProblem(props.play.problem())}</>;

const sayProblem = (problem: Problem | undefined) => {
  if (!problem) return undefined;
  const { message, role } = problem;
  return (
    <p class="field-error" id="answer-error" role={role}>
      {message}
    </p>
  );
};

/** The button that commits to a move. */
export function Commit({ words, play: { sending } }: { words: string; play: Play }) {
  return <button class="button">{sending() ? 'Sending…' : words}</button>;
}

/** What a move costs, in words. */
export const cost = (minutes: number): string =>
  minutes ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : 'no time';
