import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Ticks a second in which Linux counts processor time. */
const ticks = 100;

/** Resident memory of a process in MB, as Linux counts it. */
export async function residentMb(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Processor time that a process has spent so far, in microseconds: its own and the system's for it. */
export async function cpuMicroseconds(child: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8');
  const [utime, stime] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return ((Number(utime) + Number(stime)) / ticks) * 1_000_000;
}
