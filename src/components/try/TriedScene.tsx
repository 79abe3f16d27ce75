import type { ShownScene } from '#domain/attempt/shown-scene.ts';
import { DecisionForm, type Typed } from '../../islands/DecisionForm.tsx';
import { Finds, Notebook } from '../../islands/Finds.tsx';
import { Moment, PastMoment, Strip } from '../../islands/Moment.tsx';
import { Commit, MoveForm, Refusal, type Problem } from '../../islands/MoveForm.tsx';
import { Strands } from '../../islands/Strands.tsx';

interface Props {
  shown: ShownScene;
  /** Where its forms are sent. */
  page: string;
  problem: Problem | undefined;
  typed: Typed;
}

/** A scene as a worker sees it, of plain forms only: its author tries it without any script. */
export default function TriedScene({ shown, page, problem, typed }: Props) {
  const { step, past, beside, finds, found, known, decision, next, ending } = shown;
  const play = { page, step, sending: () => false, problem: () => problem };
  return (
    <article class="scene">
      <Strip shown={shown} decided={0} />
      {past ? <PastMoment past={past} /> : undefined}
      {beside ? (
        <Strands shown={shown} beside={beside} changed={[]} play={play} />
      ) : (
        <Moment shown={shown} />
      )}
      {!ending && (finds[0] ?? found[0]) ? (
        <Finds finds={finds} found={found} play={play} />
      ) : undefined}
      <Notebook known={known} />
      {decision ? <DecisionForm decision={decision} typed={typed} play={play} /> : undefined}
      {next && !decision ? (
        <MoveForm play={play} look="carry-on" kind="go-on">
          <Refusal play={play} />
          <Commit words={next.label} play={play} />
        </MoveForm>
      ) : undefined}
      {ending ? (
        <section class="ending">
          <h2>This is where it ends</h2>
        </section>
      ) : undefined}
    </article>
  );
}
