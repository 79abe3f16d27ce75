/** What only a fault would tell: a line of a stack, a file, a kind of error. */
export const leaks = /SQLITE|\bat \S+ \(|node_modules|ZodError/;

/** The faults in what a service wrote, each cut short. */
export const faultsIn = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line))
    .map((line) => line.slice(0, 400));
