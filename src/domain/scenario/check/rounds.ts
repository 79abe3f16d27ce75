/**
 * The rounds of a graph: its nodes in groups, each node with all that it can reach and come back from
 * (Tarjan 1972, without recursion, since a story may be thousands of moves long).
 */
export function roundsIn(
  nodes: Iterable<number>,
  onward: (node: number) => readonly number[],
): number[][] {
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const rounds: number[][] = [];
  const enter = (node: number) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    open.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };
  const lower = (node: number, to: number) => lowest.set(node, Math.min(lowest.get(node)!, to));
  const close = (first: number) => {
    const round = open.splice(open.lastIndexOf(first));
    for (const node of round) isOpen.delete(node);
    rounds.push(round);
  };

  for (const start of nodes) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const to = onward(at.node)[at.next];
      if (to === undefined) {
        path.pop();
        const before = path.at(-1);
        if (before) lower(before.node, lowest.get(at.node)!);
        if (lowest.get(at.node) === order.get(at.node)) close(at.node);
        continue;
      }
      at.next += 1;
      if (!order.has(to)) path.push(enter(to));
      else if (isOpen.has(to)) lower(at.node, order.get(to)!);
    }
  }
  return rounds;
}
