import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Questions about a process by its number. Linux answers from /proc, because a small machine may have no `ps`. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch {
    return false
  }
}

export function commandOf(pid: number): string {
  const told = procFile(pid, 'cmdline')
  return told === undefined ? ps(pid, 'command=') : told.replaceAll('\0', ' ')
}

export function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It was gone already.
  }
}

// A process that ended but was not collected by its parent still has a number.
function isZombie(pid: number): boolean {
  const told = procFile(pid, 'stat')
  return told === undefined ? ps(pid, 'stat=').startsWith('Z') : told.slice(told.lastIndexOf(')') + 2).startsWith('Z')
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return process.platform === 'linux' ? readFileSync(`/proc/${pid}/${name}`, 'utf8') : undefined
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string {
  if (process.platform === 'win32')
    return spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' }).stdout ?? ''
  return spawnSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
